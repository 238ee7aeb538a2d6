import CellGrid
import IdeaPipeline

/// The teams with their seats.
struct TeamsView {
  let state: AppState
  let list: TeamList

  func draw(in body: Rect, _ grid: inout Grid) {
    let choices = state.teamChoices
    let size = Size(width: min(body.width - 6, 64), height: min(max(2, choices.count), body.height - 2))
    let area = Box(title: "Join a team", content: size).draw(in: body, &grid)
    guard state.board?.teams != nil else { return grid.drawLine("Reading …", .dim, in: area) }
    if choices.isEmpty {
      return grid.draw(wrapped: "There are no teams here yet. A facilitator adds them.", in: area, .dim).discard()
    }
    let top = min(max(0, list.selected - area.height + 1), max(0, choices.count - area.height))
    grid.drawMore(choices.count - top - area.height, under: area, of: state.frame.body)
    for (slot, choice) in choices.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row(slot)
      let name = StyledText("  \(choice.name)", choice.isOwn ? .own : .text)
      grid.draw(left: name, right: StyledText(choice.seats + " ", .dim), in: row)
      grid.touch(row, .place(top + slot, list: 0))
      if top + slot == list.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: area, unless: .selected)
  }
}
