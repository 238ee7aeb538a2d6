/// Where text stands within the columns it is given.
public enum Alignment: Sendable {
  case left, centre, right
}

extension Grid {
  /// Draws text on one line from a place to the right.
  ///
  /// Text that does not fit into `clip` (the whole grid unless told) ends in "…". A line break is drawn as a space.
  /// - Returns: the place after the last cell drawn.
  @discardableResult
  public mutating func draw(_ text: String, at point: Point, _ style: Style, clip: Rect? = nil) -> Point {
    draw(StyledText(text, style), at: point, clip: clip)
  }

  /// Draws text on one line from a place to the right; see the other `draw`.
  @discardableResult
  public mutating func draw(_ text: String, at point: Point, _ token: ThemeToken, clip: Rect? = nil) -> Point {
    draw(StyledText(text, Style(token)), at: point, clip: clip)
  }

  /// Draws text of several styles on one line from a place to the right; see the other `draw`.
  @discardableResult
  public mutating func draw(_ text: StyledText, at point: Point, clip: Rect? = nil) -> Point {
    let clip = (clip ?? bounds).intersection(bounds)
    var point = point
    for run in text.clipped(to: max(0, clip.maxX - point.x)).runs {
      for glyph in run.text.flatMap(Glyph.glyphs(of:)) {
        put(glyph, at: point, run.style, clip: clip)
        point.x += glyph.columns
      }
    }
    return point
  }

  /// Draws text on one row of a rectangle, counted from its top; text that does not fit ends in "…".
  @discardableResult
  public mutating func draw(
    _ text: StyledText, row: Int = 0, in rect: Rect, align: Alignment = .left
  ) -> Point {
    let text = text.clipped(to: rect.width)
    let free = rect.width - text.columns
    let indent =
      switch align {
      case .left: 0
      case .centre: free / 2
      case .right: free
      }
    return draw(text, at: Point(x: rect.x + indent, y: rect.y + row), clip: rect)
  }

  /// Draws text of one style on one row of a rectangle; see the other `draw`.
  @discardableResult
  public mutating func draw(
    _ text: String, row: Int = 0, in rect: Rect, _ token: ThemeToken, align: Alignment = .left
  ) -> Point {
    draw(StyledText(text, Style(token)), row: row, in: rect, align: align)
  }

  /// Draws `right` against the right edge of a row and `left` in what room that leaves, a space between them.
  /// Where there is room for one only, it is `left`.
  public mutating func draw(left: StyledText, right: StyledText, row: Int = 0, in rect: Rect) {
    let line = rect.row(row)
    let least = min(left.columns, max(8, line.width / 3))
    let fits = right.columns + 1 + least <= line.width
    let (rest, end) = line.split(right: fits ? right.columns : 0)
    draw(left, in: fits ? rest.inset(right: 1) : rest)
    draw(right, in: end)
  }

  /// Draws lines of text one below another, as many as the rectangle holds.
  /// - Returns: how many rows were drawn.
  @discardableResult
  public mutating func draw(lines: [StyledText], in rect: Rect, align: Alignment = .left) -> Int {
    let shown = lines.prefix(rect.height)
    for (row, line) in shown.enumerated() { draw(line, row: row, in: rect, align: align) }
    return shown.count
  }

  /// Draws a text over as many lines as it needs and the rectangle holds, broken between words; the last line
  /// ends in "…" where there would be more.
  /// - Returns: how many rows were drawn.
  @discardableResult
  public mutating func draw(wrapped text: String, in rect: Rect, _ token: ThemeToken) -> Int {
    let lines = TextLayout.wrap(text, width: rect.width)
    let shown = lines.prefix(rect.height)
    for (row, line) in shown.enumerated() {
      let isCut = row == rect.height - 1 && lines.count > rect.height
      draw(isCut ? line + "…" : line, row: row, in: rect, token)
    }
    return shown.count
  }

  /// Draws a horizontal rule, one row high, over the width of the rectangle's first row.
  public mutating func rule(_ rect: Rect, _ token: ThemeToken = .rule, character: Character = "─") {
    fill(rect.row(0), token, with: character)
  }
}
