/// Reads comma-separated values strictly by RFC 4180, and knows where in the file each cell stands.
///
/// It is our own because a wrong row has to be named by line and column, also below cells that run over several lines, and
/// because a quote that is never closed must be a mistake instead of swallowing the rest. SwiftCSV 0.10, the well-known
/// package, reports neither places nor unclosed quotes and drops spaces at the start of cells.
public struct CSVReader {
  /// One cell: its text, and the line of the file it starts on.
  public struct Cell: Hashable, Sendable {
    public let text: String
    /// From 1.
    public let line: Int
  }

  /// One record.
  public struct Row: Hashable, Sendable {
    /// The line of the file it starts on, from 1.
    public let line: Int
    public let cells: [Cell]
  }

  /// Why a text is no comma-separated file. Nothing behind the place can be trusted.
  public struct SyntaxError: Error, Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// The place of the cell in its row, from 1.
    public let column: Int
    /// A sentence.
    public let what: String
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// A reader of a text; a byte order mark at its start is skipped.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Every row of a text. Lines with nothing on them are no rows.
  public static func rows(of text: String) throws(SyntaxError) -> [Row] {
    var reader = CSVReader(text)
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// The next row; nil at the end.
  public mutating func next() throws(SyntaxError) -> Row? {
    while place < bytes.count, isAtLineEnd { skipLineEnd() }
    guard place < bytes.count else { return nil }
    let start = line
    var cells: [Cell] = []
    repeat {
      let cellLine = line
      let text = try bytes[safely: place] == .quote ? quoted(cells.count + 1) : plain(cells.count + 1)
      cells.append(Cell(text: text, line: cellLine))
    } while takeComma()
    skipLineEnd()
    return Row(line: start, cells: cells)
  }

  private var isAtLineEnd: Bool { bytes[place] == .lineFeed || bytes[place] == .carriageReturn }

  /// Skips one line end: LF, CR LF, or CR alone.
  private mutating func skipLineEnd() {
    guard place < bytes.count, isAtLineEnd else { return }
    if bytes[place] == .carriageReturn, bytes[safely: place + 1] == .lineFeed { place += 1 }
    place += 1
    line += 1
  }

  private mutating func takeComma() -> Bool {
    guard bytes[safely: place] == .comma else { return false }
    place += 1
    return true
  }

  private mutating func plain(_ column: Int) throws(SyntaxError) -> String {
    let start = place
    while place < bytes.count, bytes[place] != .comma, !isAtLineEnd {
      if bytes[place] == .quote {
        throw SyntaxError(
          line: line, column: column,
          what:
            "There is a quote inside a cell that does not start with one. Put quotes round the whole cell and double "
            + "those inside.")
      }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func quoted(_ column: Int) throws(SyntaxError) -> String {
    let start = line
    var text: [UInt8] = []
    place += 1
    while true {
      guard place < bytes.count else {
        throw SyntaxError(line: start, column: column, what: "A quote is opened here and never closed.")
      }
      let byte = bytes[place]
      place += 1
      if byte == .quote {
        if bytes[safely: place] != .quote { break }
        place += 1
      } else if byte == .lineFeed || byte == .carriageReturn && bytes[safely: place] != .lineFeed {
        line += 1
      }
      text.append(byte)
    }
    guard place == bytes.count || isAtLineEnd || bytes[place] == .comma else {
      throw SyntaxError(
        line: line, column: column, what: "After the closing quote of a cell comes a comma or the end of the line.")
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}

extension [UInt8] {
  fileprivate subscript(safely index: Int) -> UInt8? { index < count ? self[index] : nil }
}
