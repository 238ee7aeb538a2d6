import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange

/// Writes a board for other programs and people.
struct Export: ShellCommand {
  /// In which form.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, csv, md
  }

  static let configuration = CommandConfiguration(
    abstract: "Write a board as JSON, comma-separated values or Markdown.",
    discussion: """
      It holds what you may see. With --history JSON holds the whole log instead, from which
      “hothouse import” makes an equal board; that is for the owner only.

      \(examples:
        "hothouse export clinic --to md -o clinic.md", "hothouse export clinic --to csv --people > people.csv",
        "hothouse export clinic --to json --history -o clinic.json")
      """)

  @OptionGroup var board: BoardArgument
  @Option(name: .customLong("to"), help: "The form.")
  var form: Form
  @Option(
    name: .shortAndLong, help: "The file to write, replaced as a whole; standard output without it.",
    completion: .file())
  var output: String?
  @Flag(help: "The whole log; JSON, and owner only.")
  var history = false
  @Flag(help: "The people instead of the ideas; with “--to csv”.")
  var people = false
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var answer: OutputOptions

  func validate() throws {
    if history, form != .json { throw ValidationError("A history is JSON: give --to json with --history.") }
    if people, form != .csv { throw ValidationError("People are comma-separated values: give --to csv with --people.") }
    if answer.isJSON, output == nil {
      throw ValidationError("--json tells about the file written with --output; to print JSON, give --to json.")
    }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let text = try text(of: visit, for: try visit.viewer(viewing))
    guard let output else { return try shell.output.send(harmless(text, in: shell)) }
    try shell.replace(output, with: text)
    if answer.isJSON { return try shell.printJSON(WrittenFile(file: output)) }
    try shell.say("Wrote \(visit.name) to \(output).")
  }

  private func text(of visit: Visit, for viewer: Viewer) throws -> String {
    switch form {
    case .md: return try MarkdownRecord.text(of: visit.store, for: viewer, at: visit.shell.now())
    case .csv where people: return try PeopleCSV.text(of: visit.store, for: viewer)
    case .csv: return try IdeaCSV.text(of: visit.store, for: viewer)
    case .json where history:
      guard let person = viewer.person else {
        throw Complaint(
          .notPermitted, "Only the owner of the board can have its history, and this account is nobody on it.")
      }
      return try BoardHistory.text(of: visit.store.history(for: person))
    case .json: return try JSONText.pretty(BoardExport(of: visit.store, for: viewer, at: visit.shell.now())) + "\n"
    }
  }

  /// JSON stays exact everywhere; the other forms are cleaned where a person looks at them.
  private func harmless(_ text: String, in shell: Shell) -> String {
    if form == .json { return HarmlessJSON.escaped(text) }
    return shell.output.isTerminal ? HarmlessText.lines(text) : text
  }
}

extension Shell {
  /// Replaces a whole file, or leaves it as it was.
  fileprivate func replace(_ file: String, with text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      let reason = (error as NSError).localizedFailureReason ?? error.localizedDescription
      throw Complaint(.failedIO, "Could not write \(file): \(reason)")
    }
  }
}
