/// A text laid out in rows of limited width, with the way from a place in the text to a row and column and back.
/// Places are counted in grapheme clusters from 0 to the number of clusters.
public struct TextFlow: Sendable {
  /// One row as it is shown.
  public struct Row: Hashable, Sendable {
    /// The clusters in the row, the line break that ends it left out.
    public let range: Range<Int>
    /// What the row shows; spaces at a soft break are part of it, and may hang over the width.
    public let characters: [Character]
    /// Whether the row ends because it is full, not because the line does.
    public let isSoft: Bool
  }

  /// At least one row, even of an empty text.
  public let rows: [Row]
  private let width: Int

  /// - Parameter width: columns of a row; less than 1 counts as 1. An editor that shows its caret behind a full
  ///   row lays its text out one column narrower.
  public init(_ characters: [Character], width: Int) {
    let width = max(1, width)
    var rows: [Row] = []
    var start = 0
    var lineStart = true
    while start < characters.count || lineStart {
      let end = TextFlow.rowEnd(characters, from: start, width: width)
      let isHard = end < characters.count && characters[end].isNewline
      let isLast = end >= characters.count
      rows.append(
        Row(range: start..<end, characters: Array(characters[start..<end]), isSoft: !isHard && !isLast))
      start = isHard ? end + 1 : end
      lineStart = isHard
    }
    self.rows = rows
    self.width = width
  }

  /// Where the row that begins at `start` ends: at a line break, after the last word that fits with the spaces
  /// behind it, or inside a word that is longer than a row.
  private static func rowEnd(_ characters: [Character], from start: Int, width: Int) -> Int {
    var used = 0
    var breakPlace: Int?
    var previousIsWide = false
    var place = start
    while place < characters.count, !characters[place].isNewline {
      let character = characters[place]
      let columns = TextWidth.columns(of: character)
      // Ideographs are not separated by spaces: a row may end before and after each of them.
      if place > start, columns == 2 || previousIsWide { breakPlace = place }
      if isBreakingSpace(character) {
        breakPlace = place + 1
      } else if used + columns > width {
        return breakPlace ?? max(place, start + 1)
      }
      previousIsWide = columns == 2
      used += columns
      place += 1
    }
    return place
  }

  private static func isBreakingSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{3000}"
  }

  /// The row and column of the caret before the cluster at `offset`. The place at a soft break is the beginning of
  /// the next row.
  public func position(of offset: Int) -> (row: Int, column: Int) {
    let row = rowIndex(of: offset)
    let before = rows[row].characters.prefix(max(0, offset - rows[row].range.lowerBound))
    return (row, min(width, before.reduce(0) { $0 + TextWidth.columns(of: $1) }))
  }

  /// The place in the text nearest to a row and column; a column in the right half of a wide character is before it.
  public func offset(row: Int, column: Int) -> Int {
    guard row >= 0 else { return 0 }
    guard row < rows.count else { return rows[rows.count - 1].range.upperBound }
    var used = 0
    var offset = rows[row].range.lowerBound
    for character in rows[row].characters {
      used += TextWidth.columns(of: character)
      if used > column { break }
      offset += 1
    }
    return min(offset, lastOffset(inRow: row))
  }

  /// The last place that is shown in a row: behind its last cluster, or before it where the row is full and the
  /// place behind it belongs to the next row.
  public func lastOffset(inRow row: Int) -> Int {
    let line = rows[row]
    return line.isSoft ? max(line.range.lowerBound, line.range.upperBound - 1) : line.range.upperBound
  }

  private func rowIndex(of offset: Int) -> Int {
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
