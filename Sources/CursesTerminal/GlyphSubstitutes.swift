import CNcurses
import CellGrid
import Foundation

/// What to draw where the locale or the C library cannot show a character, in as many columns.
struct GlyphSubstitutes {
  private var known: [Glyph: [UInt32]] = [:]
  private let linesInASCII: Bool

  /// - Parameter linesInASCII: whether arrows, lines, blocks and marks are drawn in ASCII although they could be shown.
  init(linesInASCII: Bool = false) { self.linesInASCII = linesInASCII }

  /// The scalars to draw for a glyph, six at most and ended by 0.
  mutating func scalars(for glyph: Glyph) -> [UInt32] {
    if let scalars = known[glyph] { return scalars }
    let isLine = linesInASCII && Self.lines.contains(glyph.base.value)
    let scalars = (isLine ? [(Self.ascii(glyph.base) ?? "?").value] : Self.shown(glyph)) + [0]
    known[glyph] = scalars
    return scalars
  }

  /// The blocks of Unicode from arrows to dingbats, where everything that screens draw with stands.
  private static let lines: ClosedRange<UInt32> = 0x2190...0x27BF

  private static func shown(_ glyph: Glyph) -> [UInt32] {
    if cn_columns(glyph.base.value) == glyph.columns {
      let marks = glyph.scalars.dropFirst().map(\.value).filter { cn_columns($0) == 0 }
      return [glyph.base.value] + marks
    }
    return [(ascii(glyph.base) ?? "?").value]
  }

  /// The ASCII character that comes nearest.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    if let substitute = table[scalar] { return substitute }
    // An accented letter without its accents.
    let first = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first
    return first.flatMap { $0.isASCII ? $0 : nil }
  }

  /// The text in ASCII, for a message that must be legible anywhere.
  static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.flatMap(Glyph.glyphs(of:)).map { ascii($0.base) ?? "?" }))
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("-", "─━╌╍┄┅–—‐‑−▔▁"), ("=", "═"), ("|", "│┃║▌▐▏▕╎┆"), ("+", "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╭╮╯╰✓✔"),
      ("*", "●◆◉★▪•✦"), ("o", "○◇◎☆▫◦"), ("^", "▲△↑"), ("v", "▼▽↓"), (">", "▶▷→›»"), ("<", "◀◁←‹«"),
      ("\\", "↳"), ("#", "█▓▀▄■"), (":", "▒░"), (".", "…·"), ("'", "‘’′"), ("\"", "“”″„"), ("x", "×✗✘"), ("L", "£"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (substitute, scalars) in groups {
      for scalar in scalars.unicodeScalars { table[scalar] = substitute }
    }
    return table
  }()
}
