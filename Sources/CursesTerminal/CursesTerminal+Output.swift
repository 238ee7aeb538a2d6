import CNcurses
import CellGrid

extension CursesTerminal {
  /// Shows a grid. Only cells that differ from what is on the screen cost anything, and ncurses sends the fewest
  /// bytes that change them. A grid of another size than the screen is cut at the right and below.
  public func present(_ grid: Grid) {
    guard !hasHungUp else { return }
    let comparable = shown.flatMap { $0.size == grid.size && $0.theme == grid.theme ? $0 : nil }
    if comparable == nil {
      cn_screen_forget()
      inks = [:]
    }
    for y in 0..<min(size.height, grid.size.height) {
      putRow(y, of: grid, insteadOf: comparable)
    }
    shown = grid
    let cursor = grid.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    cn_screen_flush(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1))
  }

  /// Draws everything anew at the next `present`: something else has written to the terminal.
  public func redraw() {
    shown = nil
  }

  private func putRow(_ y: Int, of grid: Grid, insteadOf shown: Grid?) {
    let new = grid.row(y)
    let old = shown?.row(y)
    if let old, new == old { return }
    let blank = grid.theme.resolve(.blank) == Theme.plain.resolve(.blank)
    for (x, index) in zip(0..<min(size.width, grid.size.width), new.indices) {
      let cell = new[index]
      // The right half of a wide glyph was drawn with the left.
      guard let glyph = cell.glyph else { continue }
      if let old {
        let wasAt = old.index(old.startIndex, offsetBy: x)
        if old[wasAt] == cell, glyph.columns == 1 || old[wasAt + 1].glyph == nil { continue }
      } else if blank, cell == .blank {
        continue
      }
      put(glyph, style: cell.style, x: x, y: y, theme: grid.theme)
    }
  }

  private func put(_ glyph: Glyph, style: Style, x: Int, y: Int, theme: Theme) {
    let ink = ink(for: style, theme: theme)
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
