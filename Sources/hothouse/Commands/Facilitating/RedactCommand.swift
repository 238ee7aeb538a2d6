import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Takes text away for good.
struct RedactCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Replace a text everywhere, for good: owner only.",
    discussion: """
      For a patient’s name on the board, or consent withdrawn. The text goes from the log, the tables,
      the search and the files of the board; a mark says when. It cannot be undone, and backups keep
      what they hold. “hothouse log --json” shows the identities of operations.

      \(examples: "hothouse redact clinic 14 --reason \"names a patient\"", "hothouse redact clinic 0c5mz7v1qk2xw --reason \"consent withdrawn\" --yes")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The number of an idea, with everything said about it, or the identity of one operation.")
  var subject: String
  @Option(help: "Why; it must not repeat the text.")
  var reason: String
  @Flag(help: "Do not ask.")
  var yes = false
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let viewer = try visit.viewer(managing)
    // Nobody should be asked whether to do what they may not do.
    guard try visit.reading.summary(for: viewer).isOwner else {
      throw Complaint(.notPermitted, "You cannot redact: only the owner of the board can. Nothing was changed.")
    }
    let hand = try visit.hand(managing)
    let (target, words) = try target(visit, viewer)
    guard try yes || shell.confirms("Replace \(words) for good? It cannot be undone.", unless: "--yes") else {
      return try shell.say("Nothing was changed.")
    }
    let report = try visit.explaining(hand, about: nil) {
      try visit.store.redact(
        target, reason: TextRule.reason.clean(reason), by: hand.actor, id: shell.newIdentity(),
        waitingAtMost: hand.patience, report: visit.tellWaiting)
    }
    if output.isJSON {
      return try shell.printJSON(
        RedactionLine(
          seq: report.receipt.stamp.seq, id: report.receipt.stamp.id.description, wiped: report.isWiped))
    }
    try shell.say("Redacted \(words). Backups keep what they hold: replace or delete them.")
    if !report.isWiped {
      try shell.say(
        "Somebody was reading meanwhile, so the file may still hold traces: “hothouse check \(visit.name)” removes them."
      )
    }
  }

  private func target(_ visit: Visit, _ viewer: Viewer) throws -> (RedactionSubject, String) {
    if let number = Int(subject) {
      return (.idea(try visit.idea(number, for: viewer).row.id), "idea \(number) and everything said about it")
    }
    guard let id = OperationID(subject) else {
      throw Complaint(
        .usage,
        "“\(subject)” is neither the number of an idea nor the identity of an operation; “hothouse log \(visit.name) --json” shows both."
      )
    }
    return (.operation(id), "what operation \(id) wrote")
  }
}

private struct RedactionLine: Encodable {
  let seq: Int
  let id: String
  /// Whether nothing of the old text is left in the board’s files.
  let wiped: Bool
}

extension Shell {
  /// Asks at the terminal, “no” being the default; refuses where there is nobody to ask.
  func confirms(_ question: String, unless option: String) throws -> Bool {
    guard input.isTerminal, errors.isTerminal else {
      throw Complaint(
        .usage, "This asks before it goes on, and there is no terminal to ask at. Give \(option) to do it.")
    }
    try errors.send("\(HarmlessText.line(question)) [y/N] ")
    return ["y", "yes"].contains(input.line()?.lowercased())
  }
}
