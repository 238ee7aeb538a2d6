import IdeaPipeline
import Yams

extension SeedReader {
  /// Reads the invented people and what they did; nil when the seed has none.
  mutating func demonstration(_ map: MapReader, _ seed: BoardSeed) -> Demonstration? {
    map.map("demonstration", "the demonstration") { demonstration in
      let people = people(demonstration, seed)
      return Demonstration(people: people, ideas: ideas(demonstration, seed, people))
    }
  }

  private mutating func people(_ map: MapReader, _ seed: BoardSeed) -> [DemonstrationPerson] {
    var people: [DemonstrationPerson] = []
    _ = map.maps("people", "a person") { item in
      var person = DemonstrationPerson(handle: handle(item), name: item.text("name", .name))
      person.role = item.choice("role", Role.self) ?? .participant
      person.team = Self.team(item, seed.teams)
      person.organisation = item.optionalText("organisation", .name)
      person.perspective = item.entry("perspective").flatMap {
        seed.perspectives.isEmpty ? nil : item.choice(of: $0.node, "perspective", among: seed.perspectives)
      }
      if people.contains(where: { $0.handle == person.handle }) {
        journal.note(item.position, "There are two people with the handle “\(person.handle)”.")
      }
      places[.person(people.count)] = item.position
      people.append(person)
    }
    return people
  }

  private func handle(_ map: MapReader) -> String {
    guard let entry = map.required("handle"), let handle = map.written(entry.node, "handle") else { return "" }
    do throws(Refusal) { try Handle.check(handle) } catch { journal.note(entry.node.position, error.sentence) }
    return handle
  }

  private mutating func ideas(
    _ map: MapReader, _ seed: BoardSeed, _ people: [DemonstrationPerson]
  ) -> [DemonstrationIdea] {
    let keys = map.list("ideas").compactMap { $0["key"]?.scalar?.string }
    var ideas: [DemonstrationIdea] = []
    _ = map.maps("ideas", "an idea") { item in
      let scene = Scene(seed: seed, handles: people.map(\.handle), keys: keys)
      places[.idea(ideas.count)] = item.position
      ideas.append(idea(item, scene, index: ideas.count))
      if keys.count(where: { $0 == ideas.last?.key }) > 1 {
        journal.note(item.position, "There are two ideas with the key “\(ideas.last?.key ?? "")”.")
      }
    }
    return ideas
  }

  private mutating func idea(_ map: MapReader, _ scene: Scene, index: Int) -> DemonstrationIdea {
    var idea = DemonstrationIdea(
      key: map.required("key").flatMap { map.written($0.node, "key") } ?? "",
      author: scene.one(of: scene.handles, map.required("by"), "by", map) ?? "",
      ago: map.required("ago").flatMap { Self.ago($0.node, map) } ?? 0, title: map.text("title", .title))
    idea.body = map.optionalText("body", .body) ?? ""
    idea.tags = map.texts("tags", .tag)
    idea.challenge = scene.seed.challenges.isEmpty ? nil : map.number("challenge", in: 1...scene.seed.challenges.count)
    idea.buildsOn = scene.one(of: scene.keys, map.entry("builds_on"), "builds_on", map)
    var before = StepReader.Place(stage: scene.seed.entryStage, ago: idea.ago, author: idea.author)
    _ = map.maps("journey", "a step of the journey") { item in
      for step in StepReader(map: item, scene: scene).steps(after: &before) {
        places[.step(idea: index, step: idea.journey.count)] = item.position
        idea.journey.append(step)
      }
    }
    return idea
  }

  /// Reads "40m", "3h", "2d", "1w" or several of them, as seconds; nil and a mistake otherwise.
  static func ago(_ node: Node, _ map: MapReader) -> Int? {
    guard let written = map.written(node, "ago") else { return nil }
    let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    var seconds = 0
    for part in written.split(separator: " ") {
      guard let unit = part.last.flatMap({ units[$0] }), let count = Int(part.dropLast()), 0...9_999 ~= count else {
        map.journal.note(node.position, "“ago” takes a time such as 40m, 3h, 2d or “1d 4h”, not “\(written)”.")
        return nil
      }
      seconds += count * unit
    }
    return seconds
  }

  /// Plays the seed on an empty board: whatever a rule of the board would refuse is told with its place.
  func rehearse(_ seed: BoardSeed) throws(SettingsError) {
    for refused in seed.rehearse() {
      journal.note(places[refused.part] ?? places[.board], "The board would refuse this: \(refused.refusal.sentence)")
    }
    try journal.close()
  }
}

/// What the steps of a demonstration may name.
struct Scene {
  let seed: BoardSeed
  let handles: [String]
  /// The keys of all ideas.
  let keys: [String]

  /// The word under a key, which must be one of some; nil when it is left out or wrong.
  func one(of words: [String], _ entry: MapReader.Entry?, _ key: String, _ map: MapReader) -> String? {
    guard let entry, let written = map.written(entry.node, key) else { return nil }
    if words.contains(written) { return written }
    map.journal.note(
      entry.node.position, "“\(key)”: there is no “\(written)” in this demonstration.",
      suggestion: Spelling.nearest(to: written, among: words))
    return nil
  }
}
