/// A comma-separated file whose first line names its columns: rows are read by those names.
struct CSVTable {
  let file: String
  /// The names in the first line, lower case, without surrounding space.
  let columns: [String]
  /// Without the first line.
  let rows: [CSVReader.Row]

  /// Reads a file, of whose columns all in `required` have to be there.
  init(_ file: ImportFile, required: [String]) throws(ImportError) {
    let all: [CSVReader.Row]
    do throws(CSVReader.SyntaxError) {
      all = try CSVReader.rows(of: file.text)
    } catch {
      throw .rows([RowMistake(error, in: file)])
    }
    guard let header = all.first else { throw .unusable(file: file.name, reason: "it is empty.") }
    columns = header.cells.map { Self.name($0.text) }
    self.file = file.name
    rows = Array(all.dropFirst())
    try checkColumns(header, required)
  }

  private func checkColumns(_ header: CSVReader.Row, _ required: [String]) throws(ImportError) {
    if columns.count == 1, let separator = [";", "\t"].first(where: { columns[0].contains($0) }) {
      let name = separator == ";" ? "“;”" : "tabs"
      throw .unusable(file: file, reason: "its columns are separated by \(name). Save it with commas.")
    }
    let missing = required.filter { !columns.contains($0) }.map { "“\($0)”" }
    if !missing.isEmpty {
      let are = missing.count == 1 ? "is" : "are"
      throw .unusable(
        file: file, reason: "its first line names the columns, and \(missing.joined(separator: ", ")) \(are) not there."
      )
    }
    for (place, name) in columns.enumerated() where columns[..<place].contains(name) && !name.isEmpty {
      let cell = RowMistake.Place.cell(line: header.line, column: place + 1, name: name)
      throw .rows([RowMistake(file: file, place: cell, what: "This column is there twice.")])
    }
  }

  private static func name(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()).lowercased()
  }

  /// The text of a cell, as it was before it was made harmless to spreadsheets; empty when there is none.
  func text(_ row: CSVReader.Row, _ column: String) -> String {
    guard let place = columns.firstIndex(of: column), place < row.cells.count else { return "" }
    return SpreadsheetText.unguarded(row.cells[place].text)
  }

  /// Where a row stands.
  func origin(_ row: CSVReader.Row) -> RowOrigin { RowOrigin(file: file, place: .line(row.line)) }

  /// A mistake in a cell of a row.
  func mistake(_ row: CSVReader.Row, _ column: String, _ what: String) -> RowMistake {
    guard let place = columns.firstIndex(of: column), place < row.cells.count else { return origin(row).mistake(what) }
    let line = row.cells[place].line
    return RowMistake(file: file, place: .cell(line: line, column: place + 1, name: column), what: what)
  }

  /// A mistake of a row that has more or fewer cells than there are columns.
  func widthMistake(_ row: CSVReader.Row) -> RowMistake? {
    guard row.cells.count != columns.count else { return nil }
    return origin(row).mistake(
      "This row has \(row.cells.count.of("cell")), but the first line names \(columns.count.of("column")).")
  }
}
