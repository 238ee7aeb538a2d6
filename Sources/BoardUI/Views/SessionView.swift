import CellGrid
import IdeaPipeline

/// How the session screen is divided.
struct SessionLayout: Equatable {
  let tabs: Rect
  let rule: Rect
  /// The agenda and, beside it, the part that has the keys or the room; one of them where there is room for one only.
  let left: Rect
  let right: Rect
  let divider: Rect

  /// The width from which two parts stand beside one another.
  static let wide = 76

  init(_ body: Rect) {
    let (tabs, rest) = body.split(top: body.height >= 4 ? 1 : 0)
    let (rule, parts) = rest.split(top: body.height >= 6 ? 1 : 0)
    self.tabs = tabs
    self.rule = rule
    guard body.width >= Self.wide else {
      left = parts
      right = .zero
      divider = .zero
      return
    }
    let (left, others) = parts.split(left: min(72, max(39, body.width * 2 / 5)))
    self.left = left
    (divider, right) = others.split(left: 1)
  }

  var isWide: Bool { !right.isEmpty }
}

/// Agenda, room, help, teams, actions and sessions.
struct SessionView {
  let state: AppState
  let board: OpenBoard
  let screen: SessionScreen

  func draw(in body: Rect, _ grid: inout Grid) {
    let layout = SessionLayout(body)
    drawTabs(in: layout.tabs, &grid)
    grid.rule(layout.rule)
    let part = layout.isWide && screen.part == .room ? .agenda : screen.part
    guard layout.isWide else { return draw(part, in: layout.left, hasKeys: true, &grid) }
    grid.fill(layout.divider, .rule, with: "│")
    grid.draw("┬", at: Point(x: layout.divider.x, y: layout.rule.y), .rule, clip: layout.rule)
    draw(.agenda, in: layout.left, hasKeys: part == .agenda, &grid)
    draw(part == .agenda ? .room : part, in: layout.right, hasKeys: part != .agenda, &grid)
  }

  private func draw(_ part: SessionScreen.Part, in rect: Rect, hasKeys: Bool, _ grid: inout Grid) {
    let area = rect.inset(right: 1)
    switch part {
    case .agenda: AgendaView(state: state, board: board, hasKeys: hasKeys).draw(in: area, &grid)
    case .room: RoomPartView(state: state, board: board).draw(in: area.inset(left: 1), &grid)
    case .help: HelpQueueView(state: state, board: board).draw(in: area, &grid)
    case .teams: TeamRosterView(state: state, board: board).draw(in: area, &grid)
    case .actions: ActionsView(state: state, board: board).draw(in: area, &grid)
    case .sessions: SessionsView(state: state, board: board).draw(in: area, &grid)
    }
  }

  // MARK: Tabs

  private var parts: [SessionScreen.Part] { state.sessionParts }

  private func drawTabs(in rect: Rect, _ grid: inout Grid) {
    let row = rect.inset(horizontal: 1)
    guard !row.isEmpty else { return }
    let selected = parts.contains(screen.part) ? screen.part : .agenda
    let tabs = parts.map { tab($0, isSelected: $0 == selected) }
    if tabs.reduce(parts.count - 1, { $0 + $1.columns }) <= row.width {
      var rest = row
      for (tab, part) in zip(tabs, parts) {
        let (area, below) = rest.split(left: tab.columns)
        grid.draw(tab, in: area)
        grid.touch(area, .place(nil, list: part.rawValue))
        rest = below.inset(left: 1)
      }
      return
    }
    let one = StyledText("← ", .dim) + tab(selected, isSelected: true)
    grid.touch(row.split(left: 2).left, .key(.left))
    let end = grid.draw(one + StyledText(" →", .dim), in: row)
    grid.touch(Rect(x: end.x - 2, y: row.y, width: 2, height: 1), .key(.right))
  }

  private func tab(_ part: SessionScreen.Part, isSelected: Bool) -> StyledText {
    let words = part.title + (count(part).map { " \($0)" } ?? "")
    return isSelected ? StyledText("▐\(words)▌", .tabSelected) : StyledText(" \(words) ", .tab)
  }

  /// What waits there.
  private func count(_ part: SessionScreen.Part) -> Int? {
    switch part {
    case .agenda, .room: nil
    case .help: board.room.map { $0.help.count(where: \.request.isOpen) }
    case .teams: board.teams?.count
    case .actions: board.actions?.count { $0.action.state == .open }
    case .sessions: board.sessions?.count
    }
  }
}

/// A list of one part: rows that can be pointed at, of one line or two.
struct SessionList {
  struct Row {
    var left: StyledText
    var right = StyledText()
    var second: StyledText?
    /// The place that a press selects; nil for what can only be read.
    var place: Int?
  }

  let part: SessionScreen.Part
  let rows: [Row]
  /// The place that has the bar; nil while another part has the keys.
  let selected: Int?

  /// Draws as much as fits around the bar; how much more there is stands in the last row.
  func draw(in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    let shown = window(height: rect.height)
    var y = rect.y
    for row in rows[shown] {
      let height = self.height(of: row)
      let area = Rect(x: rect.x, y: y, width: rect.width, height: height).intersection(rect)
      draw(row, in: area, &grid)
      y += height
    }
    let below = rows[shown.upperBound...].count { $0.place != nil }
    if below > 0, let last = rect.rows.last {
      let edge = Rect(x: rect.x, y: last, width: rect.width, height: 1)
      grid.fill(edge, .screen)
      grid.draw(StyledText("   \(below) more ↓", .dim), in: edge)
    }
  }

  private func draw(_ row: Row, in area: Rect, _ grid: inout Grid) {
    grid.draw(left: row.left, right: row.right, in: area.row(0))
    if let second = row.second, area.height > 1 { grid.draw(second, in: area.row(1)) }
    guard let place = row.place else { return }
    grid.touch(area, .place(place, list: part.rawValue))
    if place == selected { grid.select(area) }
  }

  private func height(of row: Row) -> Int { row.second == nil ? 1 : 2 }

  /// The rows in sight: from the first as long as the bar is among them.
  private func window(height: Int) -> Range<Int> {
    let place = rows.firstIndex { $0.place == selected && selected != nil } ?? 0
    var first = 0
    while first < place, end(from: first, height: height) <= place { first += 1 }
    return first..<end(from: first, height: height)
  }

  /// The first row that does not fit any more; the last line says so, unless nothing is left out.
  private func end(from first: Int, height: Int) -> Int {
    var used = 0
    var end = first
    while end < rows.count, used + self.height(of: rows[end]) <= height {
      used += self.height(of: rows[end])
      end += 1
    }
    if end < rows.count, end > first + 1, used == height { end -= 1 }
    return end
  }
}

/// The steps with planned and real minutes.
struct AgendaView {
  let state: AppState
  let board: OpenBoard
  let hasKeys: Bool

  func draw(in rect: Rect, _ grid: inout Grid) {
    let agenda = board.shownAgenda
    if agenda.isEmpty {
      return grid.draw(wrapped: empty, in: rect.inset(top: rect.height > 4 ? 1 : 0, left: 3), .dim).discard()
    }
    let (head, rest) = rect.split(top: rect.height >= 6 ? 1 : 0)
    let hasDetail = rect.height >= 14 && board.selectedStep != nil
    let (list, detail) = rest.split(bottom: hasDetail ? 4 : 0)
    grid.draw(
      left: StyledText("   AGENDA", .fieldLabel), right: StyledText("plan  real", .dim), in: head)
    var rows = agenda.enumerated().map { row($1, place: $0) }
    rows.append(total(agenda))
    let selected = agenda.firstIndex { $0.id == board.selectedStep?.id }
    SessionList(part: .agenda, rows: rows, selected: hasKeys ? selected : nil).draw(in: list, &grid)
    if let step = board.selectedStep, hasDetail { drawDetail(of: step, in: detail, &grid) }
  }

  private var empty: String {
    let mayRun = state.mayWrite && board.role == .facilitator
    if board.room == nil, board.shownSession == nil {
      if board.sessions == nil { return "Reading …" }
      return mayRun
        ? "No session is planned yet. Press \(state.label(.planSession)) to plan one, then \(state.label(.addStep)) to add its steps."
        : "No session is planned yet. A facilitator plans one; its agenda shows here."
    }
    return mayRun
      ? "The agenda is empty: press \(state.label(.addStep)) to add a step." : "The agenda is empty so far."
  }

  private func row(_ step: AgendaStep, place: Int) -> SessionList.Row {
    let isPassed = step.state == .done || step.state == .skipped
    let title = StyledText(TextLayout.oneLine(step.plan.title), step.isCurrent ? .strong : isPassed ? .dim : .text)
    return SessionList.Row(left: mark(step) + title, right: minutes(step), place: place)
  }

  private func mark(_ step: AgendaStep) -> StyledText {
    switch step.state {
    case .planned: StyledText("   ")
    case .running: StyledText(" ▶ ", .live)
    case .paused: StyledText(" ‖ ", .warning)
    case .done: StyledText(" ✓ ", .success)
    case .skipped: StyledText(" – ", .dim)
    }
  }

  private func minutes(_ step: AgendaStep) -> StyledText {
    let plan = StyledText(number(step.plan.minutes, width: 4), .dim)
    if step.state == .skipped { return plan + StyledText("  skip", .dim) }
    guard !step.runs.isEmpty else { return plan + StyledText("      ") }
    let real = SessionPhrases.minutes(step.taken(at: state.moment))
    let token: ThemeToken = step.isCurrent ? .live : real > step.plan.minutes ? .warning : .text
    return plan + StyledText(number(real, width: 6), token)
  }

  private func total(_ agenda: [AgendaStep]) -> SessionList.Row {
    let planned = agenda.filter { $0.state != .skipped }.reduce(0) { $0 + $1.plan.minutes }
    let real = SessionPhrases.minutes(agenda.reduce(0) { $0 + $1.taken(at: state.moment) })
    let taken = agenda.contains { !$0.runs.isEmpty } ? number(real, width: 6) : "      "
    return SessionList.Row(
      left: StyledText("   together", .dim), right: StyledText(number(planned, width: 4) + taken, .dim))
  }

  private func number(_ number: Int, width: Int) -> String { TextLayout.pad("\(number)", width: width, align: .right) }

  /// What the step with the bar asks, and what holds in it.
  private func drawDetail(of step: AgendaStep, in rect: Rect, _ grid: inout Grid) {
    grid.rule(rect.row(0).inset(left: 1))
    let area = rect.inset(top: 1, left: 3)
    grid.draw(SessionPhrases.holds(step.plan), in: area, .dim)
    let words = step.plan.instruction.isEmpty ? "It asks for nothing in particular." : step.plan.instruction
    grid.draw(wrapped: words, in: area.inset(top: 1), step.plan.instruction.isEmpty ? .dim : .text)
  }
}
