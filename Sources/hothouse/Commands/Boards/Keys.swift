import ArgumentParser
import BoardUI

/// Prints the key table.
struct Keys: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the keys of the screens, as you have them.",
    discussion: """
      The name is what the configuration calls the command, to give it other keys; “hothouse paths” shows where that
      file is looked for.

      \(examples: "hothouse keys", "hothouse keys --json")
      """)

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let preferences = Preferences(shell)
    let lines = CommandTable.entries.map { KeyLine($0, preferences.keymap) }
    if output.isJSON { return try shell.printJSON(array: lines) }
    var table = Table([.text("Keys"), .text("Command"), .text("Name", leaving: 1), .flexible("Where")])
    for line in lines {
      table.row([
        .strong(line.keys.isEmpty ? "–" : line.keys.joined(separator: " ")), Span(line.command), .faint(line.name),
        .faint(line.places.joined(separator: ", ")),
      ])
    }
    try shell.print { $0.table(table) }
    for mistake in preferences.mistakes { shell.warn(mistake.description) }
  }
}

private struct KeyLine: Encodable {
  let name: String
  let command: String
  let keys: [String]
  let places: [String]

  init(_ entry: CommandEntry, _ keymap: Keymap) {
    name = entry.command.settingName
    command = entry.name
    keys = keymap.labels(entry.command)
    places = CommandPlace.allCases.filter(entry.places.contains).map(\.words)
  }
}
