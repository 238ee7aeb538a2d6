import ArgumentParser
import IdeaPipeline
import Interchange

/// Lists ideas.
struct List: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "List ideas.",
    discussion: """
      Without options: every idea in play, newest first. --filter takes what the filter on the board takes: words,
      "two words" in quotes, #tag, @handle, - before any of these for all but those, stage:define, challenge:2,
      is:new, is:mine, is:stuck, is:merged, is:withdrawn, is:hidden, sort:dots. The other options narrow further.

      \(examples: "hothouse list clinic --stage ideate --sort dots", "hothouse list clinic --tag carers --json",
        "hothouse list clinic --stuck 7", "hothouse list clinic --filter '#carers -@ann stage:define'")
      """)

  @OptionGroup var board: BoardArgument
  @Option(parsing: .unconditional, help: "What to show, in the words of the filter on the board.")
  var filter: String?
  @Option(help: "Only this stage.")
  var stage: Stage?
  @Option(help: "Only answers to the challenge with this number.")
  var challenge: Int?
  @Option(help: "Only ideas with this tag.")
  var tag: String?
  @Option(name: .customLong("by"), help: "Only ideas of the person with this handle.")
  var author: String?
  @Option(name: .customLong("search"), help: "Only ideas that hold these words.")
  var words: String?
  @Option(help: "Only ideas without an outcome that nothing has happened to for so many days.")
  var stuck: Int?
  @Option(help: "The order: newest, most dots, by stage, latest change.")
  var sort: IdeaQuery.Sort?
  @Flag(help: "Withdrawn, hidden and merged ideas, too, as far as you may see them.")
  var all = false
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let stuck, !(0...36_500).contains(stuck) {
      throw ValidationError("Give --stuck a number of days from 0 to 36500.")
    }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let viewer = try visit.viewer(viewing)
    let page = try visit.reading.ideas(query(visit, viewer), for: viewer)
    if output.isJSON { return try shell.printJSON(array: page.rows.map(IdeaJSON.init)) }
    guard !page.rows.isEmpty else { return try shell.say("\(emptyWords(visit))") }
    try shell.print { $0.table(Table(ideas: page.rows, now: shell.now())) }
  }

  private func query(_ visit: Visit, _ viewer: Viewer) throws -> IdeaQuery {
    let filter = IdeaFilter(filter ?? "", now: visit.shell.now())
    if let problem = filter.problem { visit.shell.warn(problem) }
    let newSince = filter.isNew ? try visit.lastVisit(of: viewer) : 0
    var query = filter.query(stage: nil, newSince: newSince, limit: .max) ?? IdeaQuery(limit: .max)
    query.stage = stage ?? query.stage
    query.challenge = challenge ?? query.challenge
    query.tags += tag.map { [Tag.normalised($0)] } ?? []
    if let author { query.authors = [try visit.person(author).handle] }
    query.quietSince = quietSince(visit.shell.now()) ?? query.quietSince
    let words = [query.words, words].compactMap(\.self)
    query.words = words.isEmpty ? nil : words.joined(separator: " ")
    query.includesInactive = all
    query.sort = sort ?? query.sort
    return query
  }

  private func quietSince(_ now: Timestamp) -> Timestamp? {
    stuck.map { Timestamp(milliseconds: now.milliseconds - Int64($0) * 86_400_000) }
  }

  private func emptyWords(_ visit: Visit) -> String {
    let isFiltered =
      filter != nil || stage != nil || challenge != nil || tag != nil || author != nil || words != nil || stuck != nil
    return isFiltered
      ? "No idea matches. “hothouse list \(visit.name)” lists all."
      : "No ideas yet. Post the first one: hothouse post \(visit.name) \"One number for carers\""
  }
}
