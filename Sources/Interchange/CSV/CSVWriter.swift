/// Writes comma-separated values by RFC 4180, with CR LF at the end of each row, as spreadsheets expect.
public enum CSVWriter {
  /// One row. Every cell is made harmless to spreadsheets: see `SpreadsheetText`.
  public static func row(_ cells: [String]) -> String {
    // One empty cell alone would be an empty line, which is no row.
    (cells == [""] ? "\"\"" : cells.map { cell($0) }.joined(separator: ",")) + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let text = SpreadsheetText.guarded(text)
    // By scalars: Swift takes CR LF for one character that is neither.
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsQuotes || text.first == " " || text.last == " "
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

/// Keeps spreadsheets from taking what people wrote for a formula.
///
/// A cell that starts with "=", "+", "-", "@", a tab or a line end (the wide forms of the first four too) gets an
/// apostrophe before it, which a spreadsheet takes as "this is text". So does one that starts with apostrophes followed by
/// one of them; that way taking one apostrophe away on import restores every text exactly.
public enum SpreadsheetText {
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// The text as it is written into a cell.
  public static func guarded(_ text: String) -> String { startsLikeFormula(text) ? "'" + text : text }

  /// The text of a cell as it was meant.
  public static func unguarded(_ cell: String) -> String {
    cell.unicodeScalars.first == "'" && startsLikeFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static func startsLikeFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map(starters.contains) ?? false
  }
}
