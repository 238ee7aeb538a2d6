/// Keeps text from people from doing anything to a terminal: checked when it comes in, and here again on its way out,
/// since a board may be damaged or written by other means.
enum HarmlessText {
  /// Whether the scalar could move a cursor, change a mode, hide text or turn its direction.
  static func disturbs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// The text on one line: line breaks and tabs become spaces, what disturbs goes, and so does the ninth and any further
  /// combining mark in a row.
  static func line(_ text: String) -> String {
    clean(text) { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : nil }
  }

  /// The text with its line breaks.
  static func lines(_ text: String) -> String {
    clean(text) { $0 == "\n" ? "\n" : $0 == "\t" ? " " : nil }
  }

  private static func clean(_ text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > 8 { continue }
      if !disturbs(scalar) {
        kept.append(scalar)
      } else if let other = replacement(scalar) {
        kept.append(other)
      }
    }
    return String(kept)
  }
}
