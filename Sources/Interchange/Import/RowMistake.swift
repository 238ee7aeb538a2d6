/// A row that cannot be imported: where it stands and why.
public struct RowMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was asked for.
  public let file: String
  public let place: Place
  /// A sentence with its full stop.
  public let what: String

  /// Where in a file.
  public enum Place: Hashable, Sendable, CustomStringConvertible {
    /// A line of the file, from 1; rows above it may run over several lines.
    case line(Int)
    /// A cell: the line of the file it starts on, its place in the row from 1, and the name of its column.
    case cell(line: Int, column: Int, name: String?)
    /// A thing in a list of JSON, from 1, and one of its keys.
    case item(Int, key: String?)

    public var description: String {
      switch self {
      case .line(let line): "line \(line)"
      case .cell(let line, let column, let name): "line \(line), column \(column)\(name.map { " (\($0))" } ?? "")"
      case .item(let item, let key): "item \(item)\(key.map { ", “\($0)”" } ?? "")"
      }
    }
  }

  /// A mistake as given.
  public init(file: String, place: Place, what: String) {
    self.file = file
    self.place = place
    self.what = what
  }

  /// Where a file stops being comma-separated values.
  init(_ error: CSVReader.SyntaxError, in file: ImportFile) {
    self.init(file: file.name, place: .cell(line: error.line, column: error.column, name: nil), what: error.what)
  }

  /// "ideas.csv, line 14, column 2 (title): The title is empty: write something first."
  public var description: String { "\(file), \(place): \(what)" }
}

/// Why nothing was imported.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as a whole is not what it should be; the reason ends a sentence.
  case unusable(file: String, reason: String)
  /// Rows that cannot be imported, in the order of the files. Never empty.
  case rows([RowMistake])

  /// The most mistakes that are told at once.
  private static let told = 20

  public var description: String {
    switch self {
    case .unusable(let file, let reason): return "\(file) cannot be imported: \(reason)"
    case .rows(let mistakes):
      let more = mistakes.count - Self.told
      let lines = mistakes.prefix(Self.told).map(\.description) + (more > 0 ? ["… and \(more) more."] : [])
      return lines.joined(separator: "\n")
    }
  }
}

/// Gathers rows that cannot be imported while the others are read.
struct RowMistakes {
  /// Whether the rest is to be imported without them.
  let skipsBad: Bool
  private(set) var noted: [RowMistake] = []

  init(skipsBad: Bool) { self.skipsBad = skipsBad }

  mutating func note(_ mistake: RowMistake) { noted.append(mistake) }

  /// Throws what was noted, unless the rest is wanted without it.
  func close() throws(ImportError) {
    if !skipsBad, !noted.isEmpty { throw .rows(noted) }
  }
}
