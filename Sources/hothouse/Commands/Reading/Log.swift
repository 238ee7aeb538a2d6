import ArgumentParser
import IdeaPipeline
import Interchange

/// Prints what happened.
struct Log: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened, oldest first.",
    discussion: """
      With --follow it goes on and prints each change as it lands, until it is interrupted or nobody
      reads it any more. Without --since that begins with the next change.

      \(examples: "hothouse log clinic --since 120", "hothouse log clinic --follow --json")
      """)

  @OptionGroup var board: BoardArgument
  @Option(help: "Only what happened after the change with this number.")
  var since: Int?
  @Flag(help: "Print each change as it lands.")
  var follow = false
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let viewer = try visit.viewer(viewing)
    var place = since ?? 0
    var numbers = IdeaNumbers(visit: visit, viewer: viewer)
    guard follow else { return try printChanges(after: &place, visit, viewer, &numbers) }
    if since == nil { place = try visit.reading.summary(for: viewer).seq }
    try Follower(visit: visit).run { try printChanges(after: &place, visit, viewer, &numbers) }
  }

  private func printChanges(
    after place: inout Int, _ visit: Visit, _ viewer: Viewer, _ numbers: inout IdeaNumbers
  ) throws {
    while true {
      // In parts: a reader of the board must not hold its place while a terminal takes its time.
      let news = try visit.reading.news(since: place, limit: 1_000, for: viewer)
      place = news.seq
      let changes = news.changes
      if changes.isEmpty { return }
      if output.isJSON {
        try numbers.learn(changes)
        let lines = try changes.map { try HarmlessJSON.line(ChangeJSON($0, number: numbers.number)) + "\n" }
        try visit.shell.output.send(lines.joined())
      } else {
        try visit.shell.print { page in
          for change in changes { page.line(words(for: change)) }
        }
      }
    }
  }

  private func words(for change: Change) -> [Span] {
    let number = String(change.seq)
    let margin = String(repeating: " ", count: max(0, 6 - number.count))
    var spans: [Span] = [
      .faint(margin + number + "  " + Moment.clock(change.at) + "  "), .strong(change.actor.words),
      " \(change.activity.words)",
    ]
    if let enteredBy = change.enteredBy { spans.append(.faint(", entered by \(enteredBy.words)")) }
    if change.isUndo { spans.append(.faint(", an undo")) }
    return spans
  }
}
