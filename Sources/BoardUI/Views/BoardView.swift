import CellGrid
import IdeaPipeline

/// The ideas in their stages: one list under tabs, or five columns side by side.
struct BoardView {
  let state: AppState
  let board: OpenBoard

  func draw(_ grid: inout Grid) {
    let layout = state.boardLayout
    drawFirstRun(in: layout.firstRun, &grid)
    switch layout.shape {
    case .list: drawList(layout, &grid)
    case .columns: drawColumns(layout, &grid)
    }
    PreviewView(state: state, board: board).draw(layout, &grid)
    grid.rule(layout.bottomRule)
  }

  /// Three lines for whoever has not posted yet.
  private func drawFirstRun(in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    let key = { (command: Command) in StyledText(state.label(command), .accent) }
    let lines: [StyledText] = [
      StyledText("Have an idea? Press ") + key(.newIdea)
        + StyledText(", type one line, then Ctrl-S: everyone here sees it."),
      StyledText("Arrows move, ") + key(.open) + StyledText(" opens an idea; there you can comment and build on it."),
      key(.help) + StyledText(" explains the screen, ") + key(.palette) + StyledText(" lists everything, ")
        + key(.undo) + StyledText(" takes back what you did."),
    ]
    let area = rect.inset(left: 2, right: 1)
    grid.draw(lines: lines, in: area)
    if rect.height > 3 { grid.rule(rect.row(3)) }
  }

  // MARK: One list

  private func drawList(_ layout: BoardLayout, _ grid: inout Grid) {
    let list = board.list
    StageTabs(board: board).draw(in: layout.tabs, &grid)
    let place = CardColumns(board: board, width: layout.lists.width)
    let above = list.top > 0 ? StyledText("\(list.top) more ↑", .dim) : StyledText()
    grid.rule(layout.rule, left: above)
    if let labels = place.labels, list.total != 0 { grid.draw(labels, in: layout.rule, align: .right) }
    drawCards(list, in: layout.lists, layout, place, &grid)
    let below = (list.total ?? 0) - list.top - layout.visible
    let rule = layout.previewRule.isEmpty ? layout.bottomRule : layout.previewRule
    if below > 0, layout.previewRule.isEmpty {
      grid.rule(rule, left: StyledText(), right: StyledText("\(below) more ↓", .dim))
    }
  }

  private func drawCards(
    _ list: StageList, in rect: Rect, _ layout: BoardLayout, _ columns: CardColumns, _ grid: inout Grid
  ) {
    guard let total = list.total else {
      return grid.draw(StyledText("Reading …", .dim), in: rect.inset(left: 3)).discard()
    }
    if total == 0 {
      return EmptyStage(state: state, board: board, stage: list.stage).draw(in: rect.inset(left: 3, right: 2), &grid)
    }
    for slot in 0..<layout.visible {
      guard let row = list.row(at: list.top + slot) else { continue }
      let frame = Rect(x: rect.x, y: rect.y + slot * layout.cardHeight, width: rect.width, height: layout.cardHeight)
      let card = CardView(state: state, board: board, row: row, isSelected: row.id == list.selected)
      card.draw(in: frame, columns, &grid)
      grid.touch(frame, .place(list.top + slot, list: list.stage.position))
    }
  }

  // MARK: Five columns

  private func drawColumns(_ layout: BoardLayout, _ grid: inout Grid) {
    let heads = layout.columns(of: layout.heads, selected: board.stage)
    let rules = layout.columns(of: layout.rule, selected: board.stage)
    let bodies = layout.columns(of: layout.lists, selected: board.stage)
    for stage in Stage.allCases {
      let index = stage.position
      let isSelected = stage == board.stage
      grid.touch(heads[index], .place(nil, list: index))
      grid.touch(bodies[index], .place(nil, list: index))
      grid.draw(StageTabs(board: board).tab(stage), in: heads[index])
      grid.rule(rules[index], isSelected ? .ruleStrong : .rule, character: isSelected ? "═" : "─")
      drawColumn(board[list: stage], in: bodies[index], rule: rules[index], layout, &grid)
    }
  }

  private func drawColumn(_ list: StageList, in rect: Rect, rule: Rect, _ layout: BoardLayout, _ grid: inout Grid) {
    let isFocused = list.stage == board.stage
    if list.top > 0 { grid.draw(StyledText(" \(list.top) more ↑ ", .dim), in: rule, align: .right) }
    guard let total = list.total else { return }
    if total == 0 { return EmptyStage(state: state, board: board, stage: list.stage).draw(in: rect, &grid) }
    for slot in 0..<layout.visible {
      guard let row = list.row(at: list.top + slot) else { continue }
      let frame = Rect(x: rect.x, y: rect.y + slot * layout.cardHeight, width: rect.width, height: layout.cardHeight)
      let card = CardView(state: state, board: board, row: row, isSelected: isFocused && row.id == list.selected)
      card.drawNarrow(in: frame, &grid)
      grid.touch(frame, .place(list.top + slot, list: list.stage.position))
    }
    let below = total - list.top - layout.visible
    if below > 0, let last = rect.rows.last {
      grid.draw(StyledText("\(below) more ↓", .dim), in: Rect(x: rect.x + 1, y: last, width: rect.width - 1, height: 1))
    }
  }
}

/// The names of the stages with how many ideas are in each.
struct StageTabs {
  let board: OpenBoard

  func draw(in rect: Rect, _ grid: inout Grid) {
    let row = rect.inset(left: 1, right: 1)
    guard !row.isEmpty else { return }
    let names = [Stage.allCases.map(\.title), Stage.allCases.map { String($0.title.prefix(3)) }]
    let tabs = names.map { names in zip(Stage.allCases, names).map { tab($0, name: $1) } }
    if let fitting = tabs.first(where: { $0.reduce(4) { $0 + $1.columns } <= row.width }) {
      return drawAll(fitting, in: row, &grid)
    }
    let before = board.stage.previous == nil ? StyledText() : StyledText("← ", .dim)
    let after = board.stage.next == nil ? StyledText() : StyledText(" →", .dim)
    grid.draw(before + tab(board.stage) + after, in: row)
    grid.touch(row.split(left: before.columns).left, .key(.left))
    let end = before.columns + tab(board.stage).columns
    grid.touch(row.inset(left: end).split(left: after.columns).left, .key(.right))
  }

  private func drawAll(_ tabs: [StyledText], in row: Rect, _ grid: inout Grid) {
    var rest = row
    for (index, tab) in tabs.enumerated() {
      let (area, below) = rest.split(left: tab.columns)
      grid.draw(tab, in: area)
      grid.touch(area, .place(nil, list: index))
      rest = below.inset(left: 1)
    }
  }

  func tab(_ stage: Stage, name: String? = nil) -> StyledText {
    let words = "\(name ?? stage.title) \(Phrases.grouped(count(stage)))"
    return stage == board.stage ? StyledText("▐\(words)▌", .tabSelected) : StyledText(" \(words) ", .tab)
  }

  private func count(_ stage: Stage) -> Int {
    if board.filter.narrows { return board.filteredCounts[stage] ?? 0 }
    return board.summary.counts[stage] ?? 0
  }
}

/// What an empty list invites to.
struct EmptyStage {
  let state: AppState
  let board: OpenBoard
  let stage: Stage

  func draw(in rect: Rect, _ grid: inout Grid) {
    let area = rect.inset(top: rect.height > 6 ? 1 : 0)
    grid.draw(lines: TextLayout.wrap(words, width: area.width).map { StyledText($0, .dim) }, in: area)
  }

  private var words: String {
    if board.filter.narrows {
      let why =
        board.filter.state == .withdrawn && board.role < .facilitator ? " You see what you withdrew yourself." : ""
      let more = board.filter.words.isEmpty ? "" : " \(state.label(.search)) looks in comments too."
      return "Nothing here matches “\(board.filter.text)”.\(why)\(more) Esc shows everything again."
    }
    let guide = board.summary.guides.first { $0.stage == stage }?.guide ?? ""
    let isEmptyBoard = board.summary.counts.values.allSatisfy { $0 == 0 }
    let canWrite = board.role >= .participant
    // Side by side, one of the five says it.
    if isEmptyBoard, canWrite, stage != board.stage, !guide.isEmpty { return guide }
    if isEmptyBoard, canWrite {
      return "\(guide.isEmpty ? "" : guide + "\n\n")No ideas yet. Press \(state.label(.newIdea)) to write the first."
    }
    let way =
      stage.previous.map {
        "Ideas come here from \($0.title)\(canWrite ? ": press \(state.label(.advance)) on one there" : "")."
      }
      ?? (canWrite
        ? "Press \(state.label(.newIdea)) to write an idea." : "No ideas yet. They show here as people post them.")
    return guide.isEmpty ? way : "\(guide)\n\n\(way)"
  }
}

extension Point {
  /// Says that where the text ended does not matter.
  func discard() {}
}
