import CellGrid

/// The standard keys with what somebody changed in them.
///
/// A command that is given keys loses its standard ones, and a key that is given to a command is taken from whichever
/// had it. Enter, Esc, Tab and the arrows, and the ways to help, palette and leaving stay as they are, so that words on
/// the screen always lead out.
public struct KeymapChoices {
  /// Why a key cannot be given, as a sentence.
  public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  private var chosen: [Command: [Key]] = [:]

  public init() {}

  /// The names by which commands are called in a file: "send_back".
  public static var names: [String] { Command.allCases.filter { $0 != .goToNumber }.map(\.settingName) }

  /// Gives a command one more key, or with nil none at all.
  public mutating func choose(_ key: Key?, for name: String) throws(Refusal) {
    guard let command = Command.allCases.first(where: { $0.settingName == name && $0 != .goToNumber }) else {
      throw Refusal(description: "There is no command “\(name)”.")
    }
    guard let key else {
      chosen[command] = chosen[command] ?? []
      return
    }
    try check(key, for: command)
    if !(chosen[command] ?? []).contains(key) { chosen[command, default: []].append(key) }
  }

  /// The keys as they are now.
  public var keymap: Keymap {
    var keys: [Command: [Key]] = [:]
    for command in Command.allCases {
      let standard = Keymap.standard.keys(for: command)
      let now =
        chosen[command].map { $0 + standard.filter(Self.fixed.contains) }
        ?? standard.filter { !isTaken($0, from: command) }
      if !now.isEmpty { keys[command] = now }
    }
    return Keymap(keys)
  }

  private func isTaken(_ key: Key, from command: Command) -> Bool {
    chosen.contains { $0.key.keyGroup == command.keyGroup && $0.value.contains(key) }
  }

  private func check(_ key: Key, for command: Command) throws(Refusal) {
    guard let label = Keymap.label(key) else { throw Refusal(description: "That is no key of the keyboard.") }
    if Self.fixed.contains(key), !Keymap.standard.keys(for: command).contains(key) {
      throw Refusal(description: "\(label) stays as it is: it is what people are told to press on every screen.")
    }
    if case .character(let character) = key {
      if character.isNumber, key != .character("0") {
        throw Refusal(description: "Digits go to an idea by its number, so \(label) can be no command.")
      }
      if command.isOfForms {
        throw Refusal(description: "“\(label)” is text while one writes: take Ctrl or Alt with it, or a function key.")
      }
    }
    let other = chosen.first { $0.key != command && $0.key.keyGroup == command.keyGroup && $0.value.contains(key) }
    if let other {
      throw Refusal(description: "\(label) is given to “\(other.key.settingName)” already.")
    }
  }

  /// What every screen tells people to press.
  private static let fixed: Set<Key> = [
    .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .ctrl("c"), .ctrl("p"), .function(1),
  ]
}

extension Command {
  /// Its name in the configuration: "send_back".
  public var settingName: String {
    rawValue.reduce(into: "") { name, character in
      name += character.isUppercase ? "_" + character.lowercased() : String(character)
    }
  }

  /// Which commands cannot have the same key: those of forms, those of the session screen, and all the others.
  fileprivate var keyGroup: Int { isOfForms ? 1 : Keymap.sessionCommands.contains(self) ? 2 : 0 }

  /// Whether it works in forms, where the keys of the screens are text.
  var isOfForms: Bool { Keymap.fieldCommands.contains(self) }
}
