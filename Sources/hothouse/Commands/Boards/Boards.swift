import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange
import SharedStore

/// Lists the boards of this account's home.
struct Boards: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "List your boards.", discussion: "\(examples: "hothouse boards --json")")

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let home = BoardLocation.home(environment: shell.environment)
    guard access(home, R_OK | X_OK) == 0 || errno == ENOENT else {
      throw Complaint(.notPermitted, "This account may not look into \(home), where the boards are.")
    }
    let boards = BoardLocation.all(in: home).map { BoardLine($0, shell) }
    if output.isJSON { return try shell.printJSON(array: boards) }
    guard !boards.isEmpty else {
      return try shell.print { page in
        page.line("No boards in \(home) yet. Make one:")
        page.line("  hothouse new clinic --seed neighbourhoods-first")
      }
    }
    var table = Table([
      .text("Board"), .flexible("Title"), .number("Ideas"), .number("People", leaving: 1),
      .text("Last change", leaving: 0),
    ])
    for board in boards {
      table.row([
        .strong(board.name), Span(board.problem ?? board.title ?? ""), Span(board.ideas.map(String.init) ?? ""),
        Span(board.people.map(String.init) ?? ""),
        .faint(board.changedAt.flatMap(Timestamp.init(iso8601:)).map { Moment.ago($0, now: shell.now()) } ?? ""),
      ])
    }
    try shell.print { $0.table(table) }
  }
}
