import CNcurses
import CellGrid

extension CursesTerminal {
  /// Shows a grid. Only rows that differ from what is on the screen cost anything, and ncurses sends the fewest bytes
  /// that change them. A grid of another size than the screen is cut at the right and below.
  public func present(_ grid: Grid) {
    guard !hasHungUp else { return }
    if shown?.size != grid.size { cn_screen_forget() }
    if shown?.theme != grid.theme { inks = [:] }
    let comparable = shown.flatMap { $0.size == grid.size && $0.theme == grid.theme ? $0 : nil }
    for y in 0..<min(size.height, grid.size.height) where comparable?.row(y) != grid.row(y) {
      putRow(y, of: grid)
    }
    shown = grid
    let cursor = grid.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    cn_screen_flush(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1))
  }

  /// Draws everything anew at the next `present`: something else has written to the terminal.
  public func redraw() {
    shown = nil
  }

  private func putRow(_ y: Int, of grid: Grid) {
    let cells = Array(grid.row(y).prefix(size.width))
    for (x, ink) in inks(of: cells, theme: grid.theme).enumerated() {
      // The right half of a wide glyph is drawn with the left.
      if let glyph = cells[x].glyph { put(glyph, ink: ink, x: x, y: y) }
    }
  }

  /// A space is drawn with the ink of what stands before it, or after it at the beginning of a row, where one cannot see
  /// the difference: changing the ink costs some twenty bytes, and most rows would change it at every gap.
  private func inks(of cells: [Cell], theme: Theme) -> [Palette.Ink] {
    var inks = cells.map { ink(for: $0.style, theme: theme) }
    let isSpace = cells.map { $0.glyph == .space }
    for x in inks.indices.dropFirst() where isSpace[x] && inks[x].leavesSpaces(as: inks[x - 1]) {
      inks[x] = inks[x - 1]
    }
    let start = isSpace.firstIndex(of: false) ?? 0
    for x in (0..<start).reversed() where inks[x].leavesSpaces(as: inks[x + 1]) { inks[x] = inks[x + 1] }
    return inks
  }

  private func put(_ glyph: Glyph, ink: Palette.Ink, x: Int, y: Int) {
    // Half a wide glyph at the edge of the screen cannot be drawn.
    let glyph = x + glyph.columns > size.width ? .space : glyph
    let scalars = substitutes.scalars(for: glyph)
    cn_screen_put(Int32(x), Int32(y), scalars, ink.attributes, ink.pair)
    let drawn = scalars.first.map { Int(cn_columns($0)) } ?? 0
    for gap in max(1, drawn)..<max(1, drawn, glyph.columns) {
      cn_screen_put(Int32(x + gap), Int32(y), [0x20, 0], ink.attributes, ink.pair)
    }
  }

  private func ink(for style: Style, theme: Theme) -> Palette.Ink {
    if let ink = inks[style] { return ink }
    let ink = palette.ink(for: theme.resolve(style))
    inks[style] = ink
    return ink
  }
}
