import ArgumentParser
import IdeaPipeline
import Interchange

/// Posts an idea.
struct Post: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Post an idea; prints its number.",
    discussion: """
      With “-” for the title the idea is read from standard input: the first line is the title, the
      rest is the text. In a step that keeps no names it is posted without yours, and says so; then it cannot be edited
      later. What is posted in a private step has no number before the reveal.

      \(examples:
        "hothouse post clinic \"One number for carers\" --tag carers",
        "hothouse post clinic \"Falls car, 8 to 8\" --body - < falls.txt", "hothouse post clinic - < idea.txt")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The idea in one line, or “-”.")
  var title: String
  @Option(help: "The text, or “-” to read it from standard input.")
  var body: String?
  @Option(help: "The number of the challenge it answers.")
  var challenge: Int?
  @Option(help: "The number of the idea it builds on.")
  var buildOn: Int?
  @Option(name: .customLong("tag"), help: "A tag; repeat it for more.")
  var tags: [String] = []
  @Option(name: .customLong("link"), help: "Evidence: an address that starts with https://; repeat it for more.")
  var links: [String] = []
  @Option(name: .customLong("with"), help: "The handle of a co-author; repeat it for more.")
  var coAuthors: [String] = []
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let text = try IdeaText(title: title, body: body, input: shell.input)
    let visit = try Visit(board, in: shell)
    try visit.refuseNewcomersWhereNoNamesAreKept(acting)
    let hand = try visit.hand(acting)
    let promise = try visit.promise(for: hand.viewer)
    let operation = PostIdea(
      title: text.title, body: text.body, tags: tags.map(Tag.normalised), links: links.map { EvidenceLink(url: $0) },
      challenge: try challenge.map { try visit.challenge($0, for: hand.viewer).id },
      coAuthors: try coAuthors.map { try visit.person($0).id },
      buildsOn: try buildOn.map { try visit.idea($0, for: hand.viewer).row.id }, naming: promise.naming,
      step: promise.step)
    let receipt = try visit.post(operation, by: hand, promise, about: buildOn)
    // What was posted without a name in a private step is shown to nobody yet.
    let idea = try visit.reading.idea(.id(IdeaID(madeBy: receipt.stamp.id)), for: hand.viewer)
    if output.isJSON { return try idea.map { try shell.printJSON(IdeaJSON($0.row)) } ?? shell.output.send("null\n") }
    if let number = idea?.row.number { try shell.say("\(number)") }
  }
}

/// The words of an idea as they were given on the command line or on standard input.
struct IdeaText {
  let title: String
  let body: String

  /// Reads what is wanted from standard input and cleans both.
  init(title: String, body: String?, input: Inlet) throws {
    if title == "-", body == "-" {
      throw Complaint(.usage, "Only one of title and text can come from standard input; leave out --body.")
    }
    var (title, body) = (title, body ?? "")
    if title == "-" {
      let lines = try input.text().split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      title = lines.first.map(String.init) ?? ""
      body = body.isEmpty && lines.count > 1 ? String(lines[1]) : body
    } else if body == "-" {
      body = try input.text()
    }
    self.title = TextRule.title.clean(title)
    self.body = TextRule.body.clean(body)
  }
}
