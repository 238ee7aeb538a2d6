/// One place of a grid: what is drawn there and what it is.
public struct Cell: Hashable, Sendable {
  /// nil in the right half of a wide glyph.
  public internal(set) var glyph: Glyph?
  public internal(set) var style: Style

  public static let blank = Cell(glyph: .space, style: .blank)
}

/// A screen as cells: what a view draws into, a test reads and the terminal shows.
///
/// A value. Nothing here traps: what lies outside is not drawn, and a grid may have no cells at all. A wide glyph
/// takes two cells; drawing over one half blanks the other.
public struct Grid: Equatable, Sendable {
  public let size: Size
  public let theme: Theme
  /// Where the text cursor shows; nil hides it.
  public var cursor: Point?
  private var cells: [Cell]
  /// What answers to the mouse, the uppermost last.
  var touchAreas: [TouchArea] = []

  /// An empty screen.
  public init(_ size: Size, theme: Theme) {
    self.size = size
    self.theme = theme
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The whole grid as a rectangle.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank one outside.
  public subscript(point: Point) -> Cell {
    bounds.contains(point) ? cells[point.y * size.width + point.x] : .blank
  }

  /// The cells of one row from left to right; none outside.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.height).contains(y) else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// What a place looks like, colours and attributes.
  public func appearance(at point: Point) -> Appearance {
    theme.resolve(self[point].style)
  }
}

extension Grid {
  /// Puts one glyph where it fits entirely within `clip`; half a wide glyph is drawn as a space.
  mutating func put(_ glyph: Glyph, at point: Point, _ style: Style, clip: Rect) {
    let clip = clip.intersection(bounds)
    guard clip.rows.contains(point.y) else { return }
    if glyph.columns == 2 && !(clip.contains(point) && point.x + 1 < clip.maxX) {
      for x in [point.x, point.x + 1] where clip.columns.contains(x) {
        write(.space, at: Point(x: x, y: point.y), style)
      }
    } else if clip.columns.contains(point.x) {
      write(glyph, at: point, style)
    }
  }

  /// Writes a glyph known to fit, and mends the wide glyphs that it cuts in half.
  private mutating func write(_ glyph: Glyph, at point: Point, _ style: Style) {
    let place = point.y * size.width + point.x
    let last = place + glyph.columns - 1
    if cells[place].glyph == nil { cells[place - 1].glyph = .space }
    if last + 1 < (point.y + 1) * size.width && cells[last + 1].glyph == nil { cells[last + 1].glyph = .space }
    cells[place] = Cell(glyph: glyph, style: style)
    if last > place { cells[last] = Cell(glyph: nil, style: style) }
  }

  /// Fills a rectangle with spaces, or with another narrow character.
  public mutating func fill(_ rect: Rect, _ style: Style, with character: Character = " ") {
    let rect = rect.intersection(bounds)
    let glyph = Glyph.glyphs(of: character).first { $0.columns == 1 } ?? .space
    for y in rect.rows {
      for x in rect.columns { write(glyph, at: Point(x: x, y: y), style) }
    }
  }

  /// Fills a rectangle with spaces, or with another narrow character.
  public mutating func fill(_ rect: Rect, _ token: ThemeToken, with character: Character = " ") {
    fill(rect, Style(token), with: character)
  }

  /// Lays a ground, such as `selected`, under what is already drawn in a rectangle.
  public mutating func lay(_ ground: ThemeToken, under rect: Rect) {
    let rect = rect.intersection(bounds)
    for y in rect.rows {
      for x in rect.columns { cells[y * size.width + x].style.ground = ground }
    }
  }

  /// Changes what is already drawn in a rectangle to be a token: everything behind a dialogue becomes `dim`.
  public mutating func restyle(_ rect: Rect, _ token: ThemeToken) {
    let rect = rect.intersection(bounds)
    for y in rect.rows {
      for x in rect.columns { cells[y * size.width + x].style = Style(token) }
    }
  }
}
