/// Fitting text into columns.
public enum TextLayout {
  /// The text, or as much of it as fits into `width` columns with the ellipsis.
  public static func clip(_ text: String, width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if fits(text, width: width) { return text }
    let tail = TextWidth.columns(of: ellipsis) <= width ? ellipsis : ""
    let room = width - TextWidth.columns(of: tail)
    var result = ""
    var used = 0
    for character in text {
      used += TextWidth.columns(of: character)
      if used > room { break }
      result.append(character)
    }
    return result + tail
  }

  private static func fits(_ text: String, width: Int) -> Bool {
    // No character takes more columns than bytes, so a short text need not be measured.
    text.utf8.count <= width || TextWidth.columns(of: text) <= width
  }

  /// Exactly `width` columns: clipped with "…" or filled with spaces.
  public static func pad(_ text: String, width: Int, align: Alignment = .left) -> String {
    let text = clip(text, width: width)
    let free = max(0, width - TextWidth.columns(of: text))
    let before =
      switch align {
      case .left: 0
      case .centre: free / 2
      case .right: free
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: free - before)
  }

  /// Lines of at most `width` columns, broken between words where that is possible. A line break in the text stays
  /// one; white space at the end of a line is left out; a single character wider than `width` has a line to itself.
  public static func wrap(_ text: String, width: Int) -> [String] {
    TextFlow(Array(text), width: width).rows.map { row in
      var line = text.isEmpty ? [] : row.characters[...]
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return String(line)
    }
  }

  /// A text on one line: line breaks, tabs and runs of white space become one space each.
  public static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
