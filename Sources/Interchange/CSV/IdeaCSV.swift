import IdeaPipeline

/// Ideas as comma-separated values: the columns are the keys of `IdeaJSON`.
public enum IdeaCSV {
  /// The first line of an export, in order.
  public static let columns = [
    "id", "title", "body", "stage", "challenge", "author", "tags", "dots", "comments", "builds", "builds_on",
    "merged_into", "state", "outcome", "created_at", "updated_at", "revision",
  ]
  /// What an import reads. The rest of an export follows from it or belongs to the board it came from.
  static let imported: Set = [
    "id", "title", "body", "stage", "challenge", "author", "tags", "builds_on", "created_at",
  ]

  /// Writes every idea that the viewer may see, by number.
  public static func text(of board: some BoardReading, for viewer: Viewer) throws -> String {
    let rows = try board.everyRow(for: viewer)
    return CSVWriter.row(columns) + rows.map { CSVWriter.row(cells($0)) }.joined()
  }

  private static func cells(_ row: IdeaRow) -> [String] {
    let idea = IdeaJSON(row)
    return [
      text(idea.id), idea.title, idea.body, idea.stage, text(idea.challenge), idea.author ?? "",
      idea.tags.joined(separator: " "), text(idea.dots), text(idea.comments), text(idea.builds), text(idea.buildsOn),
      text(idea.mergedInto), idea.state, idea.outcome ?? "", idea.createdAt, idea.updatedAt, text(idea.revision),
    ]
  }

  private static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

  /// Reads ideas. Only "title" has to be there; an empty author means whoever imports, and "builds_on" names the "id" of
  /// another row.
  /// - Parameter skipBad: whether bad rows are left out and listed in the summary, instead of refusing all.
  public static func plan(
    _ file: ImportFile, on ground: ImportGround, skipBad: Bool = false,
    using generator: inout some RandomNumberGenerator
  ) throws(ImportError) -> ImportPlan {
    let table = try CSVTable(file, required: ["title"])
    var mistakes = RowMistakes(skipsBad: skipBad)
    var records: [IdeaRecord] = []
    var keys: Set<String> = []
    for row in table.rows {
      do throws(RowMistake) {
        let source = CSVRecord(table: table, row: row)
        let record = try source.whole().idea(on: ground)
        if let key = record.key, !keys.insert(key).inserted {
          throw source.mistake("id", "There is a row with the id \(key) already.")
        }
        records.append(record)
      } catch {
        mistakes.note(error)
      }
    }
    var importing = IdeaRecordImport(on: ground, using: generator)
    importing.add(records, noting: &mistakes)
    generator = importing.generator
    try mistakes.close()
    return importing.finished(mistakes, without: table.columns.filter { !imported.contains($0) && !$0.isEmpty })
  }
}

/// A row of comma-separated values.
struct CSVRecord: RecordSource {
  let table: CSVTable
  let row: CSVReader.Row

  var origin: RowOrigin { table.origin(row) }
  func text(_ column: String) -> String { table.text(row, column) }
  func mistake(_ column: String, _ what: String) -> RowMistake { table.mistake(row, column, what) }

  /// Itself, if it has a cell for each column.
  func whole() throws(RowMistake) -> Self {
    if let mistake = table.widthMistake(row) { throw mistake }
    return self
  }
}
