import CellGrid

/// Colours as themes write them.
enum ColourReader {
  /// The names of the sixteen that a terminal's own palette defines, in their order, after "default" for its own colours.
  static let names: [String: Colour] = {
    let eight = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    var names: [String: Colour] = ["default": .terminalDefault]
    for (index, name) in eight.enumerated() {
      names[name] = .ansi(UInt8(index))
      names["bright-" + name] = .ansi(UInt8(index + 8))
    }
    return names
  }()

  /// "#rrggbb", 0–255, "default" or the name of one of the sixteen; nil for anything else.
  static func colour(_ text: String) -> Colour? {
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
        return nil
      }
      return .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
    }
    if let index = UInt8(text) { return index < 16 ? .ansi(index) : .fixed(index) }
    return names[text]
  }
}
