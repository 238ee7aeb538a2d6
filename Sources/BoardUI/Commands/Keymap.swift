import CellGrid

/// Which keys mean which command. Help, footer, palette and the key table show what stands here.
public struct Keymap: Hashable, Sendable {
  private let keys: [Command: [Key]]
  private let commands: [Key: Command]
  private let ofSession: [Key: Command]

  /// A map with these keys for each command; of two commands with one key the first in the table has it.
  public init(_ keys: [Command: [Key]]) {
    self.keys = keys
    var commands: [Key: Command] = [:]
    var ofSession: [Key: Command] = [:]
    for command in Command.allCases where !Self.fieldCommands.contains(command) {
      let isOfSession = Self.sessionCommands.contains(command)
      for key in keys[command] ?? [] {
        if isOfSession {
          ofSession[key] = ofSession[key] ?? command
        } else {
          commands[key] = commands[key] ?? command
        }
      }
    }
    self.commands = commands
    self.ofSession = ofSession
  }

  /// The commands of a form. Their keys mean something else (next pane, back) outside of it.
  static let fieldCommands: Set<Command> = [.post, .nextField, .previousField, .keep, .editor]

  /// The commands of the session screen. Their keys mean something else (mark, agree) on the others.
  static let sessionCommands = Set(CommandTable.session.filter { $0.places == [.session] }.map(\.command))

  /// What a key means on a screen.
  public func command(for key: Key) -> Command? { commands[key] }

  /// What a key means on the session screen.
  func sessionCommand(for key: Key) -> Command? { ofSession[key] ?? commands[key] }

  /// What a key means while something is being written.
  func fieldCommand(for key: Key) -> Command? {
    Self.fieldCommands.first { keys[$0]?.contains(key) ?? false }
  }

  /// The keys of a command, the one to show first.
  public func keys(for command: Command) -> [Key] { keys[command] ?? [] }

  /// The key to show for a command: "n", "Ctrl-S", "Enter"; "digits" for the way to a number.
  func label(_ command: Command) -> String? {
    if command == .goToNumber { return "digits" }
    return keys(for: command).first.flatMap(Self.label)
  }

  /// All keys of a command as help shows them: "> L".
  public func labels(_ command: Command) -> [String] {
    if command == .goToNumber { return ["digits", "Enter"] }
    return keys(for: command).compactMap(Self.label)
  }

  /// The key that is shown like this; nil where several or none are.
  func key(labelled label: String) -> Key? { keys.values.lazy.flatMap(\.self).first { Self.label($0) == label } }

  /// A key as people read it.
  static func label(_ key: Key) -> String? {
    switch key {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .ctrl(let character): "Ctrl-\(character.uppercased())"
    case .backTab: "Shift-Tab"
    default: key.name
    }
  }
}
