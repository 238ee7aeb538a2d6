import CellGrid
import IdeaPipeline

/// The line above the footer: what is being typed there, else the answer to the last action; and the state of saving.
struct NoticeView {
  let state: AppState

  func draw(in rect: Rect, _ grid: inout Grid) {
    let row = rect.inset(horizontal: 1)
    guard !row.isEmpty else { return }
    if let entry = state.board?.entry, state.overlays.isEmpty { return draw(entry, in: row, &grid) }
    if let notice = state.notice { return draw(notice, in: row, &grid) }
    let words = words(width: row.width)
    grid.draw(left: words, right: saving, in: row)
    if words.runs.isEmpty { return }
    let area = row.split(left: words.columns).left
    if state.board?.filter.isEmpty == false {
      grid.touch(area, .key(.escape))
    } else {
      grid.touch(area, .actions, state.keymap)
    }
  }

  /// A sentence is never cut short: where one line is not enough it takes more of the body above.
  private func draw(_ notice: Notice, in row: Rect, _ grid: inout Grid) {
    let saving = saving
    let room = row.width - (saving.runs.isEmpty ? 0 : saving.columns + 2)
    let text = notice.kind == .told || notice.kind == .answer ? Phrases.fitting(notice.text, width: room) : notice.text
    let hasBoth = TextWidth.columns(of: text) <= room
    let lines = TextLayout.wrap(text, width: row.width)
    let height = min(lines.count, max(1, row.y))
    if lines.count > 1 { grid.fill(Rect(x: 0, y: row.y - height + 1, width: grid.size.width, height: height), .screen) }
    for (index, line) in lines.prefix(height).enumerated() {
      grid.draw(line, at: Point(x: row.x, y: row.y - height + 1 + index), token(notice.kind))
    }
    if hasBoth { grid.draw(saving, in: row, align: .right) }
  }

  private func words(width: Int) -> StyledText {
    guard let board = state.board, state.overlays.isEmpty, board.idea == nil, board.session == nil else {
      return StyledText()
    }
    if board.filter.isEmpty { return askedForActions(board) }
    return StyledText("Filter: ", .dim) + StyledText(board.filter.text, .highlight)
      + StyledText("  \(found(board))" + (width >= 60 ? " · Esc clears" : ""), .dim)
  }

  /// In a step about actions, how many the viewer’s team has so far.
  private func askedForActions(_ board: OpenBoard) -> StyledText {
    guard board.isAtActions, state.mayWrite else { return StyledText() }
    let whose = board.viewer?.team == nil ? "Actions" : "Your team’s actions"
    return StyledText("\(whose): \(board.ownActions) so far · ", .live) + StyledText(state.label(.actions), .accent)
      + StyledText(" shows and adds them", .live)
  }

  private func token(_ kind: Notice.Kind) -> ThemeToken {
    switch kind {
    case .told: .live
    case .answer: .text
    case .refusal: .warning
    case .trouble: .danger
    }
  }

  /// The state of saving.
  private var saving: StyledText {
    switch state.board?.saving.status(at: state.now) ?? .nothing {
    case .nothing: StyledText()
    case .saving: StyledText("saving …", .saving)
    case .saved: StyledText("saved ✓", .success)
    case .waiting(let holder?): StyledText("waiting for the board (\(holder) is writing)", .waiting)
    case .waiting(nil): StyledText("waiting for the board …", .waiting)
    }
  }

  private func draw(_ entry: ListEntry, in row: Rect, _ grid: inout Grid) {
    switch entry {
    case .number(let digits):
      let end = grid.draw(StyledText("Go to idea ", .fieldLabel) + StyledText(digits, .strong), in: row)
      if end.x < row.maxX { grid.cursor = end }
      grid.draw(
        left: StyledText(), right: StyledText("Enter goes, Esc cancels", .dim), in: row.inset(left: end.x + 1 - row.x))
    case .filter(let buffer): draw(buffer, in: row, &grid)
    }
  }

  private func draw(_ buffer: TextBuffer, in row: Rect, _ grid: inout Grid) {
    guard let board = state.board else { return }
    let hint = row.width >= 60 && buffer.isEmpty ? "words  #tag  @handle  is:new  stage:define" : found(board)
    let problem = buffer.excess > 0 ? buffer.counter : board.filterProblem.map { StyledText($0, .warning) }
    let right = problem ?? StyledText(hint, .dim)
    let (rest, end) = row.split(right: min(right.columns, max(row.width / 2, row.width - buffer.count - 8)))
    grid.draw(right, in: end)
    let label = grid.draw("/ ", in: rest, .accent)
    let field = rest.inset(left: label.x - rest.x, right: 1)
    grid.drawText(buffer, in: field, isActive: true)
  }

  /// How many ideas the filter leaves.
  private func found(_ board: OpenBoard) -> String {
    guard board.filter.narrows else { return Phrases.count(board.summary.counts.values.reduce(0, +), "idea") }
    let counts = Stage.allCases.compactMap { board.filteredCounts[$0] }.reduce(0, +)
    if let state = board.filter.state { return Phrases.count(counts, "\(state.rawValue) idea") }
    return "\(Phrases.grouped(counts)) of \(Phrases.count(board.summary.counts.values.reduce(0, +), "idea"))"
  }
}
