import CellGrid

/// The themes there are; the screen behind shows the selected one.
struct ThemesView {
  let themes: [ThemeListing]
  let list: ThemeList
  /// The theme that the configuration names.
  let configured: String?

  func draw(in body: Rect, _ grid: inout Grid) {
    let names = (themes.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 4
    let widest = themes.map { TextWidth.columns(of: $0.about) }.max() ?? 0
    let note = configured.map { "config.yaml says “theme: \($0)”: a choice here lasts until you leave." }
    let width = max(names + widest + 2, note.map { TextWidth.columns(of: $0) + 4 } ?? 0)
    let rows = themes.count + (note == nil ? 0 : 1)
    let size = Size(width: min(body.width - 6, width), height: min(body.height - 2, rows))
    let box = Box(title: "Themes", content: size).draw(in: body, &grid)
    let (area, foot) = box.split(bottom: note == nil || box.height < 3 ? 0 : 1)
    if let note { grid.drawLine("  \(note)", .dim, in: foot) }
    let top = min(max(0, list.selected - area.height / 2), max(0, themes.count - area.height))
    grid.drawMore(themes.count - top - area.height, under: area, of: body)
    for (slot, theme) in themes.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row(slot)
      let name = StyledText("  \(theme.name)", .text).padded(to: names)
      grid.draw(name + StyledText(theme.about, .dim), in: row)
      grid.touch(row, .place(top + slot, list: 0))
      if top + slot == list.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: box, unless: .selected)
  }
}
