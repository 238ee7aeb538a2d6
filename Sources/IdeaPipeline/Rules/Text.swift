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
    if !mayBeEmpty, text.allSatisfy(\.isWhitespace) {
      throw Refusal(.badInput, "The \(noun) is empty: write something first.")
    }
    let count = text.count
    if count > limit {
      throw Refusal(.badInput, "The \(noun) has \(count) characters; at most \(limit) fit. Shorten it a little.")
    }
    if text.utf8.count > limit * 16 {
      throw Refusal(.badInput, "The \(noun) has too many combining marks to be shown; leave some out.")
    }
    if let scalar = text.unicodeScalars.first(where: { !isAllowed($0) }) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      throw Refusal(.badInput, "The \(noun) holds a control character (U+\(code)); take it out.")
    }
  }

  /// The text as it may be stored: line breaks become "\n" (a space where the text is one line), tabs spaces; what could
  /// disturb a terminal or a reader goes (control characters, bidirectional overrides and isolates, tag characters,
  /// combining marks beyond the eighth in a row), and so does surrounding white space.
  public func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > 8 || (scalar == "\n" && previous == "\r") { continue }
      switch scalar {
      case "\r", "\n": kept.append(allowsNewlines ? "\n" : " ")
      case "\t": kept.append(" ")
      default: if isAllowed(scalar) { kept.append(scalar) }
      }
    }
    return String(kept).trimmingWhiteSpace()
  }

  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: allowsNewlines
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F, 0x2028, 0x2029: false
    default: true
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
