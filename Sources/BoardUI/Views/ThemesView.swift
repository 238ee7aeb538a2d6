import CellGrid

/// The themes there are; the screen behind shows the selected one.
struct ThemesView {
  let themes: [ThemeListing]
  let list: ThemeList

  func draw(in body: Rect, _ grid: inout Grid) {
    let names = (themes.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 4
    let widest = themes.map { TextWidth.columns(of: $0.about) }.max() ?? 0
    let size = Size(width: min(body.width - 6, names + widest + 2), height: min(body.height - 2, themes.count))
    let area = Box(title: "Themes", content: size).draw(in: body, &grid)
    let top = min(max(0, list.selected - area.height / 2), max(0, themes.count - area.height))
    grid.drawMore(themes.count - top - area.height, under: area, of: body)
    for (slot, theme) in themes.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row(slot)
      let name = StyledText("  \(theme.name)", .text).padded(to: names)
      grid.draw(name + StyledText(theme.about, .dim), in: row)
      grid.touch(row, .place(top + slot, list: 0))
      if top + slot == list.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: area, unless: .selected)
  }
}
