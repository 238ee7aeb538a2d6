import ArgumentParser
import Foundation

/// From words on the command line to an exit status.
struct Program: Sendable {
  let shell: Shell

  /// Runs one command and says on standard error why it could not be done, if so.
  func run(_ arguments: [String]) -> ExitStatus {
    // A reader that goes away is noticed when writing: the command still ends in order.
    signal(SIGPIPE, SIG_IGN)
    do {
      try CommandPath.refuseUnknownCommand(in: arguments)
      if let command = try parse(arguments) { try perform(command) }
      return .done
    } catch is OutputClosed {
      return .done
    } catch {
      return report(Complaint(error))
    }
  }

  /// The command as parsed; nil when the parser only wanted to show something.
  private func parse(_ arguments: [String]) throws -> (any ParsableCommand)? {
    do {
      return try Hothouse.parseAsRoot(arguments)
    } catch {
      try explain(error, arguments)
      return nil
    }
  }

  private func perform(_ command: any ParsableCommand) throws {
    if let command = command as? any ShellCommand { return try command.run(in: shell) }
    do {
      // What remains is the parser's own: help, for one.
      var command = command
      try command.run()
    } catch {
      try explain(error, [])
    }
  }

  /// Prints what the parser wants to show (help, version, completions) or turns its error into a complaint.
  private func explain(_ error: any Error, _ arguments: [String]) throws {
    guard Hothouse.exitCode(for: error) != .success else {
      return try shell.output.send(Hothouse.fullMessage(for: error, columns: shell.output.columns) + "\n")
    }
    let path = (["hothouse"] + CommandPath.names(in: arguments)).joined(separator: " ")
    let message = Hothouse.message(for: error).split(separator: "\n").joined(separator: " ")
    let stop = message.hasSuffix(".") || message.hasSuffix("?") ? "" : "."
    throw Complaint(.usage, "\(message)\(stop) “\(path) --help” shows how it goes.")
  }

  private func report(_ complaint: Complaint) -> ExitStatus {
    // Where standard error is gone, too, the status is all that can be told.
    try? shell.errors.send("hothouse: \(HarmlessText.lines(complaint.sentence))\n")
    return complaint.status
  }
}
