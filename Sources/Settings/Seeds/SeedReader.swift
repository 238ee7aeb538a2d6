import IdeaPipeline
import Yams

/// Reads a seed: what it says becomes a `BoardSeed`, or every mistake in it is told.
struct SeedReader {
  let journal: MistakeJournal
  /// Where each part stands, so that a rule of the board that a part breaks can be told with its place.
  var places: [SeedPart: FilePosition] = [:]

  /// Reads the text of a seed file. `name` is what the seed is called, `file` what a mistake says.
  static func read(_ text: String, name: String, file: String) throws(SettingsError) -> BoardSeed {
    let tree = try YAMLTree(text, file: file)
    let journal = MistakeJournal(file: file)
    guard let root = tree.root, !root.isNothing else {
      journal.note(nil, "This file is empty; a seed has at least a “title”.")
      throw .mistakes(journal.mistakes)
    }
    var reader = SeedReader(journal: journal)
    let seed = MapReader.read(root, "a seed", in: tree, journal) { reader.seed(named: name, $0) }
    try journal.close()
    guard let seed else { throw .mistakes(journal.mistakes) }
    try reader.rehearse(seed)
    return seed
  }

  private mutating func seed(named name: String, _ map: MapReader) -> BoardSeed {
    var seed = BoardSeed(name: name, title: map.text("title", .name))
    seed.about = map.optionalText("about", .reason) ?? ""
    seed.purpose = map.optionalText("purpose", .body) ?? ""
    seed.entryStage = map.choice("entry_stage", Stage.self) ?? .empathise
    seed.perspectives = map.texts("perspectives", .name)
    (seed.dots, seed.cap) = dots(map)
    seed.worksheets = map.named("worksheets", "the worksheets") { worksheet($0, map) }
    seed.guides = guides(map, seed.worksheets)
    seed.teams = teams(map)
    seed.challenges = challenges(map, seed.teams)
    seed.sessions = sessions(map, seed)
    seed.demonstration = demonstration(map, seed)
    if map.has("title") { places[.board] = map.required("title")?.node.position }
    return seed
  }

  private func dots(_ map: MapReader) -> (Int, Int) {
    map.map("dots", "the dots") { dots in
      let budget = dots.number("budget", in: 1...99) ?? 5
      let cap = dots.number("cap", in: 1...99) ?? min(3, budget)
      if cap > budget, let entry = dots.entry("cap") {
        journal.note(entry.node.position, "“cap” is \(cap), more than the \(budget) dots that a person has.")
      }
      return (budget, cap)
    } ?? (5, 3)
  }

  private mutating func teams(_ map: MapReader) -> [TeamSeed] {
    var teams: [TeamSeed] = []
    _ = map.maps("teams", "a team") { team in
      let name = team.text("name", .name)
      if teams.contains(where: { $0.name == name }) {
        journal.note(team.position, "There are two teams called “\(name)”.")
      }
      places[.team(teams.count)] = team.position
      teams.append(TeamSeed(name: name, place: team.optionalText("place", .name)))
    }
    return teams
  }

  private mutating func challenges(_ map: MapReader, _ teams: [TeamSeed]) -> [ChallengeSeed] {
    var challenges: [ChallengeSeed] = []
    _ = map.maps("challenges", "a challenge") { item in
      var challenge = ChallengeSeed(question: item.text("question", .question))
      challenge.detail = item.optionalText("detail", .body) ?? ""
      challenge.sponsor = item.optionalText("sponsor", .name)
      challenge.team = Self.team(item, teams)
      challenge.place = item.optionalText("place", .name)
      challenge.stage = item.choice("stage", Stage.self) ?? .empathise
      places[.challenge(challenges.count)] = item.position
      challenges.append(challenge)
    }
    return challenges
  }

  /// The name under "team", which must be that of one of the teams.
  static func team(_ map: MapReader, _ teams: [TeamSeed]) -> String? {
    guard let entry = map.entry("team"), let name = map.text(of: entry.node, "team", .name) else { return nil }
    if teams.contains(where: { $0.name == name }) { return name }
    map.journal.note(
      entry.node.position, "There is no team “\(name)” in this seed.",
      suggestion: Spelling.nearest(to: name, among: teams.map(\.name)))
    return nil
  }
}
