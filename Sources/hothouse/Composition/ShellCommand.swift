import ArgumentParser

/// A command of the program. One file each.
protocol ShellCommand: ParsableCommand {
  /// Does what was asked; whatever it throws becomes a `Complaint`.
  func run(in shell: Shell) throws
}

extension String.StringInterpolation {
  /// The part of a help text that shows how a command is used.
  mutating func appendInterpolation(examples lines: String...) {
    appendLiteral("Examples:\n" + lines.map { "  " + $0 }.joined(separator: "\n"))
  }
}
