/// Text of people inside a Markdown document: what they wrote is shown as they wrote it and marks up nothing.
enum MarkdownText {
  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]

  /// A text on one line.
  static func inline(_ text: String) -> String {
    escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// A text of any length as a quotation, each line marked by `prefix`.
  static func quotation(_ text: String, prefix: String = "> ") -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      (prefix + escaped(String(line))).trimmedEnd
    }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    // Indented lines would be code.
    for (place, character) in text.drop(while: \.isWhitespace).enumerated() {
      // A sign that starts a list, or a rule, only counts at the start of a line.
      if special.contains(character) || (place == 0 && "+-=!".contains(character)) { result.append("\\") }
      result.append(character)
    }
    return numbered(result)
  }

  /// "1. x" at the start of a line would become a list.
  private static func numbered(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" else {
      return text
    }
    return digits + "\\" + text.dropFirst(digits.count)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
