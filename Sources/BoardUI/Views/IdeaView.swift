import CellGrid
import IdeaPipeline

/// One idea: its conversation, and beside it (or behind Tab) its journey.
struct IdeaView {
  let state: AppState
  let board: OpenBoard
  let idea: IdeaScreen

  func draw(in body: Rect, _ grid: inout Grid) {
    let layout = IdeaLayout(body, pane: idea.pane)
    drawHeads(layout, &grid)
    guard idea.row != nil else {
      let only = layout.isSplit ? layout.conversation : layout[idea.pane]
      return drawWaiting(in: only, &grid)
    }
    drawPane(.conversation, in: layout.conversation, &grid)
    drawPane(.journey, in: layout.journey, &grid)
    guard layout.isSplit else { return }
    for y in layout.journey.rows { grid.draw("│", at: Point(x: layout.journey.x - 1, y: y), .rule) }
  }

  private func drawWaiting(in rect: Rect, _ grid: inout Grid) {
    grid.draw("Reading …", row: 0, in: rect.inset(left: 2), .dim)
  }

  /// The panes' names on a rule; the one with the keys stands out.
  private func drawHeads(_ layout: IdeaLayout, _ grid: inout Grid) {
    guard !layout.heads.isEmpty else { return }
    let count = idea.row?.comments ?? 0
    let said = count > 0 ? "Conversation \(count)" : "Conversation"
    let conversation = name(said, .conversation)
    let journey = name("Journey", .journey)
    grid.rule(layout.heads)
    let row = layout.heads.inset(left: 2, right: 2)
    if layout.isSplit {
      grid.draw(conversation, in: row)
      let right = Rect(x: layout.journey.x, y: row.y, width: layout.journey.width, height: 1)
      grid.draw(journey, in: right.inset(left: 1))
      grid.touch(row, .place(nil, list: 0))
      grid.touch(right, .place(nil, list: 1))
    } else {
      grid.draw(conversation + StyledText("─", .rule) + journey, in: row)
      let (left, right) = row.split(left: conversation.columns)
      grid.touch(left, .place(nil, list: 0))
      grid.touch(right.inset(left: 1).split(left: journey.columns).left, .place(nil, list: 1))
    }
  }

  private func name(_ words: String, _ pane: IdeaScreen.Pane) -> StyledText {
    idea.pane == pane ? StyledText("▐\(words)▌", .tabSelected) : StyledText(" \(words) ", .tab)
  }

  private func drawPane(_ pane: IdeaScreen.Pane, in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty, let layout = state.pane(pane, in: rect) else { return }
    let place = pane == .conversation ? idea.conversation : idea.journey
    let list = pane == .conversation ? 0 : 1
    grid.touch(rect, .place(nil, list: list))
    let selected = layout.index(of: place.spot)
    for (index, block) in layout.blocks.enumerated() {
      let start = rect.y + layout.starts[index] - place.top
      guard start + block.height > rect.y, start < rect.maxY else { continue }
      for (line, text) in (block.lead + block.lines).enumerated() {
        let y = start + line
        guard rect.rows.contains(y) else { continue }
        let row = Rect(x: rect.x, y: y, width: rect.width, height: 1)
        grid.draw(text, in: row.inset(left: 2))
        if line >= block.lead.count { grid.touch(row, .place(index, list: list)) }
        if line >= block.lead.count, index == selected, pane == idea.pane { grid.select(row) }
      }
    }
    drawMore(place, layout, in: rect, &grid)
  }

  /// That there is more above or below, in the margin at the pane's right.
  private func drawMore(_ place: IdeaScreen.Place, _ layout: IdeaPaneLayout, in rect: Rect, _ grid: inout Grid) {
    let column = rect.maxX + (state.size.width >= 40 ? 1 : 0)
    if place.top > 0 { grid.draw("↑", at: Point(x: column, y: rect.y), .accent) }
    if layout.total > place.top + rect.height { grid.draw("↓", at: Point(x: column, y: rect.maxY - 1), .accent) }
  }
}
