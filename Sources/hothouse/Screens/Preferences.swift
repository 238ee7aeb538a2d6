import BoardUI
import CursesTerminal
import IdeaPipeline
import Settings

/// What the person prefers, ready for the screens.
struct Preferences {
  let configuration: Configuration
  let keymap: Keymap
  /// What is wrong in the configuration; the rest of it applies.
  let mistakes: [Mistake]
  /// Where the configuration was looked for, and whether it was there.
  let file: (path: String, isThere: Bool)?

  /// Reads the configuration of the account this shell belongs to.
  init(_ shell: Shell) {
    var reading = Configuration.read(paths: shell.settings, commands: KeymapChoices.names)
    var choices = KeymapChoices()
    for choice in reading.configuration.keys {
      do throws(KeymapChoices.Refusal) {
        try choices.choose(choice.key, for: choice.command)
      } catch {
        reading.refuse(choice, error.description)
      }
    }
    configuration = reading.configuration
    keymap = choices.keymap
    mistakes = reading.mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    file = reading.file.map { ($0, reading.isThere) }
  }

  /// What is wrong, in one line for the screen.
  var problem: String? {
    guard let first = mistakes.first else { return nil }
    let others = mistakes.count == 1 ? "" : " “hothouse paths” shows \(mistakes.count - 1) more."
    return "\(first.description)\(others)"
  }

  /// How the terminal is taken over.
  var terminal: CursesTerminal.Options {
    let lines: CursesTerminal.Lines =
      switch configuration.lines {
      case .auto: .auto
      case .unicode: .unicode
      case .ascii: .ascii
      }
    return .init(escapeDelay: configuration.escapeDelay, isMouseOn: configuration.isMouseOn, lines: lines)
  }
}
