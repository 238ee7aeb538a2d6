import CellGrid

/// What a sequence that begins with ESC means, by the rules that nearly all terminals follow.
enum ControlSequence {
  /// What is known after the bytes so far.
  enum Reading: Equatable {
    /// More bytes belong to it.
    case incomplete
    /// A key and what it was made of is complete.
    case key(Key)
    /// The bracketed paste begins.
    case pasteBegins
    /// A report of the mouse, still without its clicks.
    case mouse(Mouse)
    /// Complete, and nothing that a person pressed.
    case nothing
    /// No sequence: ESC, and after it a key of its own.
    case escapeThen
  }

  /// - Parameter bytes: begins with ESC and has at least one more.
  static func read(_ bytes: [UInt8]) -> Reading {
    switch bytes[1] {
    case UInt8(ascii: "["): readControl(Array(bytes.dropFirst(2)))
    case UInt8(ascii: "O"): readShift(Array(bytes.dropFirst(2)))
    default: .escapeThen
    }
  }

  /// ESC O and a letter: cursor and function keys in application mode, and the keypad.
  private static func readShift(_ rest: [UInt8]) -> Reading {
    guard let last = rest.last else { return .incomplete }
    if (0x30...0x39).contains(last), rest.count < 3 { return .incomplete }
    switch last {
    case UInt8(ascii: "M"): return .key(.enter)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The keypad's characters are 0x40 above their ASCII code.
      return .key(.character(Character(Unicode.Scalar(last - 0x40))))
    default:
      let modifiers = rest.count > 1 ? modifiers(Int(rest[rest.count - 2]) - 0x30) : []
      return letterKey(last).map { .key(modified($0, modifiers)) } ?? .nothing
    }
  }

  /// ESC [, parameters, and a final byte.
  private static func readControl(_ rest: [UInt8]) -> Reading {
    guard let last = rest.last else { return .incomplete }
    // The Linux console's F1 to F5 are ESC [ [ A and so on.
    if rest.first == UInt8(ascii: "[") {
      guard rest.count > 1 else { return .incomplete }
      return (0x41...0x45).contains(last) ? .key(.function(Int(last) - 0x40)) : .nothing
    }
    // The old mouse reports are ESC [ M and three bytes.
    if rest.first == UInt8(ascii: "M") {
      return rest.count < 4 ? .incomplete : oldMouse(Array(rest.dropFirst()))
    }
    if (0x20...0x3F).contains(last) { return .incomplete }
    return complete(Array(rest.dropLast()), final: last)
  }

  private static func complete(_ parameters: [UInt8], final: UInt8) -> Reading {
    if parameters.first == UInt8(ascii: "<") {
      return mouse(numbers(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m"))
    }
    let numbers = numbers(parameters[...])
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 200 { return .pasteBegins }
      return tildeKey(numbers.first ?? 0).map { .key(modified($0, modifiers)) } ?? .nothing
    case UInt8(ascii: "Z"): return .key(.backTab)
    // A letter with its code, as some terminals report combinations that ASCII has no code for.
    case UInt8(ascii: "u"): return codedKey(numbers.first ?? 0, modifiers).map { .key($0) } ?? .nothing
    default: return letterKey(final).map { .key(modified($0, modifiers)) } ?? .nothing
    }
  }

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.prefix(6).reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1) - 0x30 : $0 }
    }
  }
}

extension ControlSequence {
  /// xterm's modifiers: one more than the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
  private static func modifiers(_ number: Int) -> Modifiers {
    let bits = max(0, number - 1)
    var result: Modifiers = []
    if bits & 1 != 0 { result.insert(.shift) }
    if bits & 10 != 0 { result.insert(.alt) }
    if bits & 4 != 0 { result.insert(.ctrl) }
    return result
  }

  static func modified(_ key: Key, _ modifiers: Modifiers) -> Key {
    guard !modifiers.isEmpty, let named = NamedKey.allCases.first(where: { $0.key == key }) else { return key }
    return key == .tab && modifiers == .shift ? .backTab : .modified(modifiers, named)
  }

  private static func letterKey(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  private static func tildeKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  private static func codedKey(_ code: Int, _ modifiers: Modifiers) -> Key? {
    switch code {
    case 9: return modified(.tab, modifiers)
    case 13: return modified(.enter, modifiers)
    case 27: return modified(.escape, modifiers)
    case 127: return modified(.backspace, modifiers)
    default: break
    }
    guard code >= 0x20, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    let character = Character(scalar)
    if modifiers.contains(.ctrl) { return Key(name: "ctrl-\(character)") }
    return modifiers.contains(.alt) ? .alt(character) : .character(character)
  }
}

extension ControlSequence {
  /// ESC [ < button ; column ; row, both counted from 1.
  private static func mouse(_ numbers: [Int], isRelease: Bool) -> Reading {
    guard numbers.count == 3 else { return .nothing }
    return mouse(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: isRelease)
  }

  /// Button, column and row as bytes, 32 above their value; a release does not tell of which button.
  private static func oldMouse(_ bytes: [UInt8]) -> Reading {
    let code = Int(bytes[0]) - 32
    return mouse(code: code, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, isRelease: code & 67 == 3)
  }

  private static func mouse(code: Int, column: Int, row: Int, isRelease: Bool) -> Reading {
    // 32 is motion, which is neither asked for nor wanted.
    guard code >= 0, code & 32 == 0, column > 0, row > 0 else { return .nothing }
    let point = Point(x: column - 1, y: row - 1)
    let buttons: [Mouse.Button] = [.left, .middle, .right]
    let button = code & 3 < 3 ? buttons[code & 3] : nil
    switch code & 195 {
    case 64: return .mouse(Mouse(.wheelUp, at: point))
    case 65: return .mouse(Mouse(.wheelDown, at: point))
    case 0...3: return .mouse(Mouse(isRelease ? .release : .press, button: button, at: point))
    default: return .nothing
    }
  }
}
