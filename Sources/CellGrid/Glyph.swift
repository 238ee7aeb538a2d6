/// What one cell draws: a spacing character and up to four marks that combine with it.
///
/// Text from people is data: whatever a text holds, no glyph holds a control character, an escape, a
/// bidirectional override or an invisible character.
public struct Glyph: Hashable, Sendable {
  /// The spacing character.
  public let base: Unicode.Scalar
  /// The marks' scalar values, 0 where there is none.
  private let marks: SIMD4<UInt32>
  /// Columns: 1 or 2.
  public let columns: Int

  /// What is drawn instead of a control character.
  public static let substitute = Glyph(base: "·")
  public static let space = Glyph(base: " ")

  /// `base` must be a spacing character, which `glyphs(of:)` sees to.
  private init(base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero) {
    self.base = base
    self.marks = marks
    columns = TextWidth.columns(of: base) == 2 ? 2 : 1
  }

  /// The base and the marks after it.
  public var scalars: [Unicode.Scalar] {
    [base] + (0..<4).compactMap { marks[$0] == 0 ? nil : Unicode.Scalar(marks[$0]) }
  }

  public var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The glyphs that show a grapheme cluster, in order; empty when nothing of it can be seen.
  ///
  /// - A sequence of emoji shows its first: terminals disagree about the rest.
  /// - A flag shows its two letters, which reads the same everywhere.
  /// - A syllable of several spacing characters (as in Devanagari) shows them all, a cell each.
  /// - White space is a space, any other control character a dot.
  public static func glyphs(of character: Character) -> [Glyph] {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return [] }
    if scalars.count == 1, isCommon(first.value) { return [Glyph(base: first)] }
    if isWhiteSpace(first) { return [.space] }
    if isRegionalIndicator(first) { return scalars.compactMap(letter(ofRegionalIndicator:)) }
    return spacedGlyphs(of: scalars)
  }

  private static func spacedGlyphs(of scalars: Character.UnicodeScalarView) -> [Glyph] {
    var glyphs: [Glyph] = []
    var base: Unicode.Scalar?
    var marks: [UInt32] = []
    func close() {
      guard base != nil || !marks.isEmpty else { return }
      var kept = SIMD4<UInt32>.zero
      for (place, mark) in marks.prefix(4).enumerated() { kept[place] = mark }
      glyphs.append(Glyph(base: base ?? " ", marks: kept))
    }
    for scalar in scalars where !isInvisible(scalar) {
      if TextWidth.columns(of: scalar) == 0 {
        if !isEnclosingKeycap(scalar) { marks.append(scalar.value) }
        continue
      }
      if let shown = base, isEmoji(shown) { break }
      close()
      marks = []
      base = isControl(scalar) ? "·" : scalar
    }
    close()
    return glyphs
  }

  /// ASCII, Latin and the lines and shapes that screens are made of: one column, drawn as they are.
  private static func isCommon(_ value: UInt32) -> Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2500..<0x25FD: true
    default: false
    }
  }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3164: true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned: true
    default: false
    }
  }

  /// Joiners, variation selectors, tags, directional marks and overrides, soft hyphens: all are format characters
  /// but the selectors.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory == .format || properties.isVariationSelector
      || properties.isDefaultIgnorableCodePoint
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xA9 && scalar.properties.isEmoji
  }

  private static func isEnclosingKeycap(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x20E3 }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func letter(ofRegionalIndicator scalar: Unicode.Scalar) -> Glyph? {
    guard isRegionalIndicator(scalar) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { Glyph(base: $0) }
  }
}
