/// The limits on what people write, and what is kept out of it.
public enum TextRule: Sendable {
  case title, body, comment, reason, answer, name, tag, question

  /// The most graphemes accepted.
  public var limit: Int {
    switch self {
    case .title: 140
    case .body: 4_000
    case .comment, .answer: 2_000
    case .reason: 500
    case .name: 80
    case .tag: 40
    case .question: 200
    }
  }

  /// Whether line breaks are part of the text.
  var allowsNewlines: Bool {
    switch self {
    case .body, .comment, .answer: true
    case .title, .reason, .name, .tag, .question: false
    }
  }

  /// What people call it in a sentence.
  var noun: String {
    switch self {
    case .title: "title"
    case .body: "text"
    case .comment: "comment"
    case .reason: "reason"
    case .answer: "answer"
    case .name: "name"
    case .tag: "tag"
    case .question: "question"
    }
  }

  /// Refuses a text that is empty (unless `mayBeEmpty`), too long or unclean. Clean it first with `TextRule.clean`.
  public func check(_ text: String, mayBeEmpty: Bool = false) throws(Refusal) {
    if isBlank(text), !(mayBeEmpty && text.isEmpty) {
      throw Refusal(.badInput, "The \(noun) is empty:", instead: "write something first.")
    }
    // Bytes first: counting graphemes takes time in proportion to them.
    if text.utf8.count > limit * 16 {
      throw Refusal(
        .badInput, "The \(noun) is too long: at most \(limit) characters fit.", instead: "Shorten it a little.")
    }
    let count = text.count
    if count > limit {
      throw Refusal(
        .badInput, "The \(noun) has \(count) characters; at most \(limit) fit.", instead: "Shorten it a little.")
    }
    var marks = 0
    for scalar in text.unicodeScalars {
      if !isAllowed(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw Refusal(.badInput, "The \(noun) holds a control character (U+\(code));", instead: "take it out.")
      }
      if scalar.isCombiningMark { marks += 1 } else if !scalar.isInvisible { marks = 0 }
      if marks > Self.marksInARow {
        throw Refusal(
          .badInput, "The \(noun) piles up too many combining marks to be shown;", instead: "leave some out.")
      }
    }
  }

  /// The text as it may be stored: line breaks become "\n" (a space where the text is one line), tabs spaces; what could
  /// disturb a terminal or a reader goes (control characters, bidirectional overrides and isolates, tag characters,
  /// combining marks beyond the eighth in a row or with nothing to stand on), and so does surrounding white space.
  public func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar.isLineBreak {
        marks = 0
        if scalar != "\n" || previous != "\r" { kept.append(allowsNewlines ? "\n" : " ") }
      } else if scalar.isCombiningMark {
        marks += 1
        let hasBase = kept.last.map { $0 != "\n" } ?? false
        if hasBase, marks <= Self.marksInARow, isAllowed(scalar) { kept.append(scalar) }
      } else if scalar == "\t" || isAllowed(scalar) {
        if !scalar.isInvisible { marks = 0 }
        kept.append(scalar == "\t" ? " " : scalar)
      }
    }
    return String(kept).trimmingWhiteSpace()
  }

  /// Whether a text shows nothing: white space and characters that are never drawn.
  func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.isInvisible || scalar == "\u{2800}" || scalar.isCombiningMark
    }
  }

  /// The most combining marks one character may carry; the languages that need most use four.
  private static let marksInARow = 8

  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: allowsNewlines
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F, 0x2028, 0x2029: false
    default: true
    }
  }
}

extension Unicode.Scalar {
  /// LF, VT, FF, CR, NEL, line and paragraph separator.
  fileprivate var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Joiners, selectors and the like: nothing is drawn for them, so marks after one still pile up on the same character.
  fileprivate var isInvisible: Bool { properties.isDefaultIgnorableCodePoint }

  /// Whether it is drawn over the character before it. Variation selectors are not: they only choose a form.
  fileprivate var isCombiningMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !properties.isVariationSelector
    default: false
    }
  }
}

extension String {
  /// The text without white space at either end.
  func trimmingWhiteSpace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
