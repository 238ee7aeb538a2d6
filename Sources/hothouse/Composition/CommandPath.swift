import ArgumentParser
import Settings

/// Which command the words of a command line name.
enum CommandPath {
  /// The names of the commands at the beginning of the words: `["people", "import"]`.
  static func names(in arguments: [String]) -> [String] {
    var names: [String] = []
    var command: any ParsableCommand.Type = Hothouse.self
    for word in arguments {
      guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      names.append(word)
      command = next
    }
    return names
  }

  /// Refuses a first word that is no command, naming the nearest one; the parser would call it an unexpected argument.
  static func refuseUnknownCommand(in arguments: [String]) throws(Complaint) {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", names(in: arguments).isEmpty else { return }
    let known = Hothouse.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    let meant = known.first { word.count > 1 && $0.hasPrefix(word) } ?? Spelling.nearest(to: word, among: known)
    let hint = meant.map { "did you mean “hothouse \($0)”?" } ?? "“hothouse help” lists them all."
    throw Complaint(.usage, "There is no command “\(word)”: \(hint)")
  }
}
