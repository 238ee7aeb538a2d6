extension Key {
  /// The key's name as keymaps and help write it: `n`, `ctrl-s`, `alt-b`, `shift-tab`, `ctrl-Left`, `F1`, `PgUp`,
  /// `Space`. Pastes, the mouse and what the terminal reports have no name.
  public var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .ctrl(let character): "ctrl-\(character)"
    case .alt(let character): "alt-" + (character == " " ? "Space" : String(character))
    case .backTab: "shift-tab"
    case .function(let number): "F\(number)"
    case .modified(let modifiers, let named): Key.prefix(modifiers) + named.rawValue
    case .paste, .mouse, .resize, .hangUp: nil
    default: NamedKey.allCases.first { $0.key == self }?.rawValue
    }
  }

  /// The key of a name, in any case of letters except that of a single letter, which matters; nil when there is no
  /// such key. `Return`, `Escape`, `Delete`, `PageUp` and the like are understood too.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else { return nil }
      self = .character(character)
      return
    }
    var rest = Substring(name)
    let modifiers = Key.takeModifiers(&rest)
    guard let key = Key.unmodified(rest) else { return nil }
    guard let modified = key.with(modifiers) else { return nil }
    self = modified
  }

  private static func prefix(_ modifiers: Modifiers) -> String {
    Modifiers.inOrder.filter { modifiers.contains($0.modifier) }.map { $0.name + "-" }.joined()
  }

  /// Takes `ctrl-`, `alt-` and `shift-` off the front, in any order.
  private static func takeModifiers(_ rest: inout Substring) -> Modifiers {
    var modifiers: Modifiers = []
    while let dash = rest.dropFirst().firstIndex(of: "-"), rest.index(after: dash) != rest.endIndex {
      let word = rest[..<dash].lowercased()
      guard let match = Modifiers.inOrder.first(where: { $0.name == word }) else { break }
      modifiers.insert(match.modifier)
      rest = rest[rest.index(after: dash)...]
    }
    return modifiers
  }

  private static func unmodified(_ name: Substring) -> Key? {
    if name.count == 1, let character = name.first { return .character(character) }
    let lowered = name.lowercased()
    if lowered == "space" { return .character(" ") }
    if lowered.first == "f", let number = Int(lowered.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    let name = otherNames[lowered] ?? lowered
    return NamedKey.allCases.first { $0.rawValue.lowercased() == name }?.key
  }

  private static let otherNames = [
    "return": "enter", "escape": "esc", "delete": "del", "insert": "ins", "pageup": "pgup", "pagedown": "pgdn",
  ]

  /// The key with modifiers as a terminal reports it; nil where none can.
  private func with(_ modifiers: Modifiers) -> Key? {
    if modifiers.isEmpty { return self }
    switch (self, modifiers) {
    case (.character(let character), .ctrl): return Key.control(character)
    case (.character(let character), .alt): return .alt(character)
    case (.character, _): return nil
    case (.tab, .shift): return .backTab
    default: return NamedKey.allCases.first { $0.key == self }.map { .modified(modifiers, $0) }
    }
  }

  private static func control(_ character: Character) -> Key? {
    switch character.lowercased() {
    case "i": .tab
    case "m": .enter
    case "h": .backspace
    case let lowered where character.isASCII && (character.isLetter || "\\]^_@".contains(character)):
      lowered.first.map { .ctrl($0) }
    default: nil
    }
  }
}
