import CellGrid

/// Turns the bytes that a terminal sends into keys, however they are split on the way. Pure: the time is given.
///
/// An ESC followed by nothing is the Esc key after `escapeDelay`. On a slow link the rest of an arrow key may come
/// later than that, and its letters must not be taken for commands: a "[" or "O" shortly after a lone ESC is held
/// back until it is clear whether a sequence follows, and a sequence that has begun is waited for, then dropped.
struct KeyDecoder: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// After how long a lone ESC is the Esc key.
  var escapeDelay: Duration = .milliseconds(50)
  /// How long after a lone ESC the rest of a sequence is still expected.
  static let lateLimit: Duration = .milliseconds(500)
  /// How long the next byte of a sequence or a character that has begun is waited for.
  static let sequenceLimit: Duration = .seconds(2)
  /// How long the next byte of a paste is waited for before it is taken to be over.
  static let pasteLimit: Duration = .milliseconds(1500)
  /// How close two presses must follow one another to be a double click.
  static let clickLimit: Duration = .milliseconds(400)
  /// Bytes of a sequence; a longer one is no key.
  static let longestSequence = 64
  /// Bytes of a paste that are kept.
  static let longestPaste = 1 << 20

  private enum State: Equatable {
    case ground
    /// Bytes of a character in UTF-8.
    case character
    /// ESC and what came after it.
    case escape
    /// "[" or "O" that came shortly after a lone ESC, and what came after it.
    case late
    case paste
  }

  private var sequences: KeySequences
  private var state = State.ground
  private var held: [UInt8] = []
  /// The character that has begun came after an ESC in the same breath.
  private var isAltCharacter = false
  private var lastByte: Instant?
  private var loneEscape: Instant?
  private var lastPress: (mouse: Mouse, at: Instant)?

  init(sequences: KeySequences = KeySequences()) {
    self.sequences = sequences
  }

  /// When `expire` must be called unless bytes come earlier; nil when nothing is held back.
  var deadline: Instant? {
    guard let lastByte else { return nil }
    switch state {
    case .ground: return nil
    case .character: return lastByte + KeyDecoder.sequenceLimit
    case .escape: return lastByte + (isOnlyEscapes ? escapeDelay : KeyDecoder.sequenceLimit)
    case .late: return lastByte + (held.count == 2 ? KeyDecoder.lateLimit : KeyDecoder.sequenceLimit)
    case .paste: return lastByte + KeyDecoder.pasteLimit
    }
  }

  private var isOnlyEscapes: Bool { held.allSatisfy { $0 == 0x1B } }

  /// The keys that these bytes complete.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: Instant) -> [Key] {
    var keys: [Key] = []
    for byte in bytes {
      lastByte = now
      take(byte, at: now, into: &keys)
    }
    return keys
  }

  /// The keys that it has become clear were pressed because nothing came after them.
  mutating func expire(at now: Instant) -> [Key] {
    guard let deadline, now >= deadline else { return [] }
    var keys: [Key] = []
    switch state {
    case .ground, .character: break
    case .escape where isOnlyEscapes:
      keys = held.map { _ in .escape }
      loneEscape = now
    // A sequence without its end: nothing that a person pressed, except ESC O for Alt with a capital O.
    case .escape where held == [0x1B, UInt8(ascii: "O")]: keys = [.alt("O")]
    case .escape: break
    case .late where held.count == 2: keys = [.character(Character(Unicode.Scalar(held[1])))]
    case .late: break
    case .paste: keys = [paste()]
    }
    isAltCharacter = false
    held = []
    state = .ground
    return keys
  }

  private mutating func take(_ byte: UInt8, at now: Instant, into keys: inout [Key]) {
    switch state {
    case .ground: takeFirst(byte, at: now, into: &keys)
    case .character: takeContinuation(byte, at: now, into: &keys)
    case .escape, .late: takeInSequence(byte, at: now, into: &keys)
    case .paste: takeInPaste(byte, into: &keys)
    }
  }
}

extension KeyDecoder {
  private mutating func takeFirst(_ byte: UInt8, at now: Instant, into keys: inout [Key]) {
    if byte == 0x1B {
      held = [byte]
      state = .escape
    } else if isLate(byte, at: now) {
      // As if the ESC had not been read yet.
      held = [0x1B, byte]
      state = .late
    } else if byte >= 0x80 {
      held = [byte]
      state = .character
      finishCharacter(into: &keys)
    } else {
      append(KeyDecoder.key(ofASCII: byte), to: &keys)
    }
    if byte != 0x1B { loneEscape = nil }
  }

  private func isLate(_ byte: UInt8, at now: Instant) -> Bool {
    guard let loneEscape, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") else { return false }
    return now - loneEscape < KeyDecoder.lateLimit
  }

  static func key(ofASCII byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x00: .ctrl("@")
    case 0x01...0x1A: .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .ctrl(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  private mutating func takeContinuation(_ byte: UInt8, at now: Instant, into keys: inout [Key]) {
    guard byte & 0xC0 == 0x80 else {
      // Not UTF-8: what was held is dropped, and this byte begins anew.
      isAltCharacter = false
      held = []
      state = .ground
      takeFirst(byte, at: now, into: &keys)
      return
    }
    held.append(byte)
    finishCharacter(into: &keys)
  }

  private mutating func finishCharacter(into keys: inout [Key]) {
    let length: Int
    switch held[0] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 1
    }
    guard held.count >= length else { return }
    if let text = String(validating: held, as: UTF8.self), let character = text.first {
      // The second control set, and overlong or broken bytes, are no keys.
      if !(0x80..<0xA0).contains(character.unicodeScalars.first?.value ?? 0) {
        append(isAltCharacter ? .alt(character) : .character(character), to: &keys)
      }
    }
    isAltCharacter = false
    held = []
    state = .ground
  }

  /// A mark or a joined emoji that comes in the same breath belongs to the character before it.
  private func append(_ key: Key, to keys: inout [Key]) {
    if case .character(let next) = key, case .character(let last)? = keys.last, !next.isASCII {
      let joined = String(last) + String(next)
      if joined.count == 1, let character = joined.first {
        keys[keys.count - 1] = .character(character)
        return
      }
    }
    keys.append(key)
  }
}

extension KeyDecoder {
  private mutating func takeInSequence(_ byte: UInt8, at now: Instant, into keys: inout [Key]) {
    if byte == 0x1B {
      takeSecondEscape(into: &keys)
      return
    }
    held.append(byte)
    // Alt with a key that sends a sequence of its own begins with two ESC.
    let isAlt = held.count > 1 && held[1] == 0x1B
    let bytes = isAlt ? Array(held.dropFirst()) : held
    if let key = sequences.keys[bytes] {
      finish(with: key, isAlt: isAlt, into: &keys)
    } else if !sequences.mayGoOn(bytes) {
      finish(reading: ControlSequence.read(bytes), isAlt: isAlt, at: now, into: &keys)
    }
  }

  private mutating func takeSecondEscape(into keys: inout [Key]) {
    switch held.count {
    case 1: held.append(0x1B)
    case 2 where isOnlyEscapes: keys.append(.escape)
    // A sequence cut short by another.
    default: held = [0x1B]
    }
    state = .escape
  }

  private mutating func finish(with key: Key, isAlt: Bool, into keys: inout [Key]) {
    keys.append(isAlt ? ControlSequence.modified(key, .alt) : key)
    held = []
    state = .ground
  }

  private mutating func finish(
    reading: ControlSequence.Reading, isAlt: Bool, at now: Instant, into keys: inout [Key]
  ) {
    switch reading {
    case .incomplete:
      guard held.count > KeyDecoder.longestSequence else { return }
      held = []
      state = .ground
    case .key(let key): finish(with: key, isAlt: isAlt, into: &keys)
    case .pasteBegins:
      held = []
      state = .paste
    case .mouse(let mouse): finish(with: .mouse(counted(mouse, at: now)), isAlt: false, into: &keys)
    case .nothing:
      held = []
      state = .ground
    case .escapeThen: finishAlt(isAlt: isAlt, at: now, into: &keys)
    }
  }

  /// ESC and a key in one breath: the key with Alt. After two ESC the first is the Esc key.
  private mutating func finishAlt(isAlt: Bool, at now: Instant, into keys: inout [Key]) {
    let byte = held[held.count - 1]
    held = []
    state = .ground
    if isAlt { keys.append(.escape) }
    var inner: [Key] = []
    takeFirst(byte, at: now, into: &inner)
    guard let key = inner.first else {
      // The first byte of a character beyond ASCII.
      isAltCharacter = true
      return
    }
    switch key {
    case .character(let character): keys.append(.alt(character))
    case .ctrl: keys += [.escape, key]
    default: keys.append(ControlSequence.modified(key, .alt))
    }
  }

  private mutating func counted(_ mouse: Mouse, at now: Instant) -> Mouse {
    var mouse = mouse
    guard mouse.action == .press else { return mouse }
    if let lastPress, lastPress.mouse.point == mouse.point, lastPress.mouse.button == mouse.button,
      now - lastPress.at < KeyDecoder.clickLimit
    {
      mouse.clicks = lastPress.mouse.clicks + 1
    }
    lastPress = (mouse, now)
    return mouse
  }
}

extension KeyDecoder {
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func takeInPaste(_ byte: UInt8, into keys: inout [Key]) {
    held.append(byte)
    if byte == KeyDecoder.pasteEnd.last, held.suffix(KeyDecoder.pasteEnd.count) == KeyDecoder.pasteEnd[...] {
      held.removeLast(KeyDecoder.pasteEnd.count)
      keys.append(paste())
      held = []
      state = .ground
    } else if held.count > KeyDecoder.longestPaste + KeyDecoder.pasteEnd.count {
      // Room is kept only for recognising the end.
      held.removeSubrange(KeyDecoder.longestPaste..<held.count - KeyDecoder.pasteEnd.count)
    }
  }

  /// Terminals send a line break as a carriage return.
  private func paste() -> Key {
    let bytes = held.prefix(KeyDecoder.longestPaste)
    var text = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" {
        text.append("\n")
      } else if !(scalar == "\n" && lastWasReturn) {
        text.append(scalar)
      }
      lastWasReturn = scalar == "\r"
    }
    return .paste(String(text))
  }
}
