import ArgumentParser
import SharedStore

/// Examines a board’s file.
struct Check: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Examine a board’s file: is everything whole, and does the log give what the tables hold?",
    discussion: """
      It changes nothing. When something is wrong it says what and where, and ends with status 65.

      \(examples: "hothouse check clinic")
      """)

  @OptionGroup var board: BoardArgument
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let findings = try visit.store.check()
    if output.isJSON {
      try shell.printJSON(array: findings.map { FindingLine(place: $0.place, problem: $0.problem) })
    } else if findings.isEmpty {
      try shell.say(
        "\(visit.name) is in order: \(counted(try visit.reading.summary(for: .everyone).seq, "change")) in its log.")
    } else {
      try shell.print { page in
        for finding in findings { page.line(.strong(finding.place), ": \(finding.problem)") }
      }
    }
    guard findings.isEmpty else {
      throw Complaint(
        .badInput,
        "\(visit.store.location.path) is damaged in \(counted(findings.count, "place")). Keep the file as it is, and go back to a backup."
      )
    }
  }
}

private struct FindingLine: Encodable {
  let place: String
  let problem: String
}
