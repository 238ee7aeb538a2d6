import CellGrid

/// Rows in aligned columns. A column that is empty in every row is left out.
struct Table {
  /// One column.
  struct Column {
    let title: String
    var alignment: Alignment = .left
    /// Gives way where the terminal is narrow.
    var isFlexible = false
    /// Left out where flexible columns would become hard to read: the lowest first. Nil stays.
    var leaving: Int?

    static func text(_ title: String, leaving: Int? = nil) -> Column { Column(title: title, leaving: leaving) }
    static func number(_ title: String, leaving: Int? = nil) -> Column {
      Column(title: title, alignment: .right, leaving: leaving)
    }
    static func flexible(_ title: String) -> Column { Column(title: title, isFlexible: true) }
  }

  private static let gap = 2
  private static let comfortable = 36
  private static let narrowest = 16
  private let columns: [Column]
  private var rows: [[Span]] = []

  /// An empty table.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row with a cell for each column.
  mutating func row(_ cells: [Span]) { rows.append(cells) }

  /// The heading and the rows as lines, less important columns left out and flexible ones narrowed to what fits.
  func lines(fitting available: Int?) -> [[Span]] {
    let heading = columns.map { Span.faint($0.title) }
    var widths = columns.indices.map { column in
      ([heading] + rows).map { TextWidth.columns(of: $0[column].text) }.max() ?? 0
    }
    var shown = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
    if let available {
      shown = leavingOut(shown, widths, to: available)
      narrow(&widths, shown, to: available)
    }
    return ([heading] + rows).map { line($0, shown, widths) }
  }

  private func leavingOut(_ shown: [Int], _ widths: [Int], to available: Int) -> [Int] {
    var shown = shown
    let least = widths.indices.map { columns[$0].isFlexible ? min(widths[$0], Self.comfortable) : widths[$0] }
    for column in shown.filter({ columns[$0].leaving != nil }).sorted(by: {
      (columns[$0].leaving ?? 0) < (columns[$1].leaving ?? 0)
    }) where total(shown, least) > available {
      shown.removeAll { $0 == column }
    }
    return shown
  }

  private func narrow(_ widths: inout [Int], _ shown: [Int], to available: Int) {
    var excess = total(shown, widths) - available
    for column in shown.filter({ columns[$0].isFlexible }).sorted(by: { widths[$0] > widths[$1] }) where excess > 0 {
      let taken = min(excess, max(0, widths[column] - Self.narrowest))
      widths[column] -= taken
      excess -= taken
    }
  }

  private func total(_ shown: [Int], _ widths: [Int]) -> Int {
    shown.map { widths[$0] }.reduce(0, +) + Self.gap * max(0, shown.count - 1)
  }

  private func line(_ cells: [Span], _ shown: [Int], _ widths: [Int]) -> [Span] {
    var line: [Span] = []
    for column in shown {
      if !line.isEmpty { line.append(Span(String(repeating: " ", count: Self.gap))) }
      let padded = TextLayout.pad(cells[column].text, width: widths[column], align: columns[column].alignment)
      line.append(Span(padded, cells[column].emphasis))
    }
    return line
  }
}
