import CellGrid
import IdeaPipeline

/// A box laid over the middle of the screen, with a title on its upper edge.
struct Box {
  let title: String
  /// Columns and rows of what is in it.
  let content: Size

  /// Draws the box; where its content goes.
  func draw(in body: Rect, _ grid: inout Grid) -> Rect {
    let frame = body.centred(Size(width: content.width + 6, height: content.height + 2))
    // A column apart, so that words behind do not run into the edge.
    grid.fill(Rect(x: frame.x - 1, y: frame.y, width: frame.width + 2, height: frame.height), .screen)
    grid.fill(frame, .overlay)
    guard frame.height >= 3, frame.width >= 8 else { return frame }
    let edges = frame.inset(horizontal: 1)
    grid.rule(edges.row(0), left: StyledText(title, .overlayTitle))
    grid.rule(edges.row(edges.height - 1))
    grid.lay(.overlay, under: frame)
    return edges.inset(top: 1, left: 2, bottom: 1, right: 2)
  }
}

/// A few things to choose from.
struct MenuView {
  let state: AppState
  let menu: Menu

  func draw(in body: Rect, _ grid: inout Grid) {
    let width = min(
      body.width - 6,
      max(
        menu.title.count + 6, 50, min(64, TextWidth.columns(of: menu.words)),
        menu.options.map(line).map(\.columns).max() ?? 0))
    let words = menu.words.isEmpty ? [] : TextLayout.wrap(menu.words, width: width) + [""]
    let area = Box(title: menu.title, content: Size(width: width, height: words.count + menu.options.count))
      .draw(in: body, &grid)
    let lines = words.prefix(max(0, area.height - menu.options.count))
    for (row, line) in lines.enumerated() { grid.draw(line, row: row, in: area, .text) }
    let list = area.inset(top: lines.count)
    let top = min(max(0, menu.selected - list.height + 1), max(0, menu.options.count - list.height))
    for (slot, option) in menu.options.dropFirst(top).prefix(list.height).enumerated() {
      let row = list.row(slot)
      grid.draw(line(option), in: row)
      if top + slot == menu.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: area, unless: .selected)
  }

  /// The words, and the key that does the same without the menu.
  private func line(_ option: Menu.Option) -> StyledText {
    var text = StyledText("  \(option.words)", option.reason == nil ? .text : .dim)
    var key = option.letter.map(String.init)
    if case .command(let command) = option.choice { key = state.keymap.label(command) }
    if let key {
      text = text.padded(to: max(32, text.columns + 2)) + StyledText(key, option.reason == nil ? .footerKey : .dim)
      if option.reason != nil { text += StyledText("   not now", .dim) }
    }
    return text + StyledText("  ", .text)
  }
}

extension Grid {
  /// Lays a ground under every cell of a rectangle that does not have another one already.
  mutating func lay(_ ground: ThemeToken, under rect: Rect, unless other: ThemeToken) {
    for y in rect.rows {
      for x in rect.columns where self[Point(x: x, y: y)].style.ground != other {
        lay(ground, under: Rect(x: x, y: y, width: 1, height: 1))
      }
    }
  }
}
