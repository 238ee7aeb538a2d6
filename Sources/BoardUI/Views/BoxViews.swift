import CellGrid
import IdeaPipeline

/// A box laid over the middle of the screen, with a title on its upper edge.
struct Box {
  let title: String
  /// Columns and rows of what is in it.
  let content: Size
  /// Whether its lower edge has something to say even where next to nothing fits.
  var keepsEdge = false

  /// Columns of the screen that are worth leaving in sight at either side.
  private static let worthSeeing = 30

  /// Draws the box; where its content goes. One that takes the whole height hides scraps of the screen at its sides too.
  func draw(in body: Rect, _ grid: inout Grid) -> Rect {
    let frame = body.centred(Size(width: content.width + 6, height: content.height + 2))
    if frame.height == body.height, (body.width - frame.width) / 2 < Self.worthSeeing { grid.fill(body, .screen) }
    // A column apart, so that words behind do not run into the edge.
    grid.fill(Rect(x: frame.x - 1, y: frame.y, width: frame.width + 2, height: frame.height), .screen)
    grid.fill(frame, .overlay)
    guard frame.height >= 3, frame.width >= 8 else { return frame }
    let edges = frame.inset(horizontal: 1)
    grid.rule(edges.row(0), left: StyledText(title, .overlayTitle))
    grid.rule(edges.row(edges.height - 1))
    grid.lay(.overlay, under: frame)
    // Where next to nothing fits, the lower edge makes room for one more row.
    let bottom = frame.height <= Self.lowest && !keepsEdge ? 0 : 1
    if bottom == 0 { grid.fill(edges.row(edges.height - 1), .overlay) }
    return edges.inset(top: 1, left: 2, bottom: bottom, right: 2)
  }

  private static let lowest = 3
}

extension Grid {
  /// That there is more below than a box holds, on its lower edge.
  mutating func drawMore(_ count: Int, under area: Rect, of body: Rect) {
    guard area.maxY < body.maxY, !area.isEmpty, count > 0 else { return }
    let edge = Rect(x: area.x, y: area.maxY, width: area.width, height: 1)
    draw(StyledText(" \(Phrases.grouped(count)) more ↓ ", Style(.dim, on: .overlay)), in: edge, align: .right)
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
        menu.options.map { line($0) }.map(\.columns).max() ?? 0))
    let words = menu.words.isEmpty ? [] : TextLayout.wrap(menu.words, width: width) + [""]
    let area = Box(title: menu.title, content: Size(width: width, height: words.count + menu.options.count))
      .draw(in: body, &grid)
    let lines = words.prefix(max(0, area.height - menu.options.count))
    for (row, line) in lines.enumerated() {
      let isCut = row == lines.count - 1 && lines.count < words.count - 1
      grid.draw(isCut ? line + " …" : line, row: row, in: area, .text)
    }
    let list = area.inset(top: lines.count)
    let top = min(max(0, menu.selected - list.height + 1), max(0, menu.options.count - list.height))
    for (slot, option) in menu.options.dropFirst(top).prefix(list.height).enumerated() {
      let row = list.row(slot)
      grid.draw(line(option, width: row.width), in: row)
      grid.touch(row, .place(top + slot, list: 0))
      if top + slot == menu.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: area, unless: .selected)
  }

  /// The words, and the key that does the same without the menu.
  /// - Parameter width: columns there are; the key moves nearer where they are few.
  private func line(_ option: Menu.Option, width: Int = .max) -> StyledText {
    var text = StyledText("  \(option.words)", option.reason == nil ? .text : .dim)
    var key = option.letter.map(String.init)
    if case .command(let command) = option.choice { key = state.keymap.label(command) }
    if let key {
      var end = StyledText(key, option.reason == nil ? .footerKey : .dim)
      if option.reason != nil { end += StyledText("   not now", .dim) }
      let column = min(max(32, text.columns + 2), width - end.columns - 2)
      // The words are read whole rather than with their key.
      if column > text.columns { text = text.padded(to: column) + end }
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
