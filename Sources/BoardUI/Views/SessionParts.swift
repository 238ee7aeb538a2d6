import CellGrid
import IdeaPipeline

/// The help queue as a list, oldest first; what was closed in this session below.
struct HelpQueueView {
  let state: AppState
  let board: OpenBoard

  func draw(in rect: Rect, _ grid: inout Grid) {
    let help = board.room?.help ?? []
    let (list, foot) = rect.split(bottom: unvisited.isEmpty || rect.height < 8 ? 0 : 2)
    if help.isEmpty {
      grid.draw(wrapped: empty, in: list.inset(top: list.height > 4 ? 1 : 0, left: 3), .dim)
    } else {
      let selected = help.firstIndex { $0.request.id == board.selectedHelp?.request.id }
      let rows = help.enumerated().map { row($1, place: $0, isLow: list.height < 4) }
      SessionList(part: .help, rows: rows, selected: selected).draw(in: list, &grid)
    }
    grid.draw(wrapped: unvisited, in: foot.inset(left: 3), .warning)
  }

  private var empty: String {
    board.room == nil
      ? "While a session is open, those who wait for help show here."
      : "Nobody waits for help. Requests show here as they come."
  }

  private var unvisited: String {
    guard board.role >= .coach else { return "" }
    let names = (board.room?.teams ?? []).filter { $0.team != nil && !$0.visited }.map { TextLayout.oneLine($0.name) }
    return names.isEmpty ? "" : "Not visited yet: \(names.joined(separator: ", "))"
  }

  private func row(_ help: HelpRequestView, place: Int, isLow: Bool) -> SessionList.Row {
    let line = HelpLine(help, moment: state.moment)
    let isClosed = help.request.state == .closed
    let topic = "“\(TextLayout.oneLine(help.request.topic))”"
    let left =
      StyledText("   \(line.who) ", isClosed ? .dim : .strong) + StyledText(topic, isClosed ? .dim : .quote)
    let time = SessionPhrases.clock(SessionPhrases.waited(help.request, at: state.moment))
    return SessionList.Row(
      left: left, right: StyledText(time, line.isLate ? .warning : .dim),
      second: isLow ? nil : second(help, isLate: line.isLate), place: place)
  }

  private func second(_ help: HelpRequestView, isLate: Bool) -> StyledText {
    var words = [SessionPhrases.state(of: help, at: state.moment)]
    if help.request.state == .closed, let note = help.request.note { words.append(TextLayout.oneLine(note)) }
    if help.team != nil { words.append(help.isOwn ? "you asked" : "\(help.asker) asks") }
    let first = StyledText("   \(words[0])", isLate ? .warning : help.request.state == .closed ? .dim : .live)
    return first + StyledText(words.dropFirst().map { " · \($0)" }.joined(), .dim)
  }
}

/// The teams with their seats and who is here, who waits for a seat, and the perspectives that are required.
struct TeamRosterView {
  let state: AppState
  let board: OpenBoard

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard let teams = board.teams else { return grid.drawLine("Reading …", .dim, in: rect.inset(left: 3)) }
    if board.teamSpots.isEmpty {
      let words =
        "This board has no teams and asks for no perspectives. A seed names them, or the command hothouse team."
      return grid.draw(wrapped: words, in: rect.inset(top: rect.height > 4 ? 1 : 0, left: 3), .dim).discard()
    }
    let attendance = Attendance(board)
    var rows: [SessionList.Row] = []
    for row in teams { rows += lines(row, attendance) }
    if !board.summary.perspectives.isEmpty {
      if !rows.isEmpty { rows.append(SessionList.Row(left: StyledText())) }
      rows.append(
        SessionList.Row(
          left: StyledText("   PERSPECTIVES", .fieldLabel), right: StyledText("here", .dim)))
      rows += board.summary.perspectives.map { perspective($0, attendance, teams) }
    }
    let selected = board.teamSpots.firstIndex { $0 == board.selectedTeamSpot }
    SessionList(part: .teams, rows: rows, selected: selected).draw(in: rect, &grid)
  }

  private func place(_ spot: SessionScreen.TeamSpot) -> Int? { board.teamSpots.firstIndex(of: spot) }

  private func lines(_ row: TeamRow, _ attendance: Attendance) -> [SessionList.Row] {
    let here = row.members.count(where: attendance.isHere)
    let seats = row.team.seats.map { "\(row.members.count) of \($0) seats" } ?? "\(row.members.count) in it"
    let lacking = board.people == nil ? [] : attendance.missing(in: row)
    let head = SessionList.Row(
      left: StyledText("   \(TextLayout.oneLine(row.team.name))", .strong),
      right: StyledText("\(seats) · ", .dim) + StyledText("\(here) here", here == 0 ? .warning : .live),
      second: lacking.isEmpty
        ? nil : StyledText("   lacks ", .dim) + StyledText(lacking.joined(separator: ", "), .warning),
      place: place(.team(row.team.id)))
    return [head]
      + row.waiting.map { person in
        SessionList.Row(
          left: StyledText("     \(person.name)", .text), right: StyledText("waits for a seat", .waiting),
          place: place(.waiting(person.id, row.team.id)))
      }
  }

  private func perspective(
    _ name: String, _ attendance: Attendance, _ teams: [TeamRow]
  ) -> SessionList.Row {
    let here = attendance.count(of: name)
    let without = attendance.teamsWithout(name, among: teams)
    let gap = without > 0 ? "missing in \(Phrases.count(without, "team")) · " : here == 0 ? "missing · " : ""
    return SessionList.Row(
      left: StyledText("   \(name)", gap.isEmpty ? .text : .strong),
      right: StyledText(gap, .warning) + StyledText("\(here)", here == 0 ? .warning : .text),
      place: place(.perspective(name)))
  }
}

/// What was agreed to be done.
struct ActionsView {
  let state: AppState
  let board: OpenBoard

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard let actions = board.actions else { return grid.drawLine("Reading …", .dim, in: rect.inset(left: 3)) }
    if actions.isEmpty {
      let way = state.mayWrite ? " Press \(state.label(.addAction)) to add the first." : ""
      return grid.draw(
        wrapped: "Nothing was agreed yet: who does what, by when?\(way)",
        in: rect.inset(top: rect.height > 4 ? 1 : 0, left: 3),
        .dim
      ).discard()
    }
    let selected = actions.firstIndex { $0.action.id == board.selectedAction?.action.id }
    let width = actions.map { "\($0.action.number)".count }.max() ?? 1
    let rows = actions.enumerated().map { row($1, place: $0, numberWidth: width, isLow: rect.height < 4) }
    SessionList(part: .actions, rows: rows, selected: selected).draw(in: rect, &grid)
  }

  private func row(_ row: ActionRow, place: Int, numberWidth: Int, isLow: Bool) -> SessionList.Row {
    let action = row.action
    let isOpen = action.state == .open
    let sign = isOpen ? "○" : action.state == .done ? "✓" : "–"
    let number = TextLayout.pad("\(action.number)", width: numberWidth, align: .right)
    let left =
      StyledText(" \(sign) ", action.state == .done ? .success : .dim) + StyledText("\(number) ", .number)
      + StyledText(TextLayout.oneLine(action.text), isOpen ? .text : .dim)
    let due = action.due.map { StyledText("by \($0)", isOpen ? .text : .dim) } ?? StyledText()
    let who = [row.owner, row.team].compactMap(\.self).map(TextLayout.oneLine)
    let words = [who.isEmpty ? "nobody has taken it" : who.joined(separator: ", ")] + [row.subject].compactMap(\.self)
    let indent = String(repeating: " ", count: numberWidth + 4)
    let state = isOpen ? "" : "\(action.state.rawValue) · "
    return SessionList.Row(
      left: left, right: due, second: isLow ? nil : StyledText(indent + state + words.joined(separator: " · "), .dim),
      place: place)
  }
}

/// Every session with the minutes it was planned for and those it took.
struct SessionsView {
  let state: AppState
  let board: OpenBoard

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard let sessions = board.sessions else { return grid.drawLine("Reading …", .dim, in: rect.inset(left: 3)) }
    if sessions.isEmpty {
      let way =
        board.role == .facilitator ? "Press \(state.label(.planSession)) to plan one." : "A facilitator plans them."
      return grid.draw(
        wrapped: "No session is planned yet. \(way)", in: rect.inset(top: rect.height > 4 ? 1 : 0, left: 3), .dim
      ).discard()
    }
    let selected = sessions.firstIndex { $0.session.id == board.selectedSession?.session.id }
    let (head, list) = rect.split(top: rect.height >= 6 ? 1 : 0)
    grid.draw(left: StyledText("   SESSIONS", .fieldLabel), right: StyledText("plan  real", .dim), in: head)
    let rows = sessions.enumerated().map { row($1, place: $0, isLow: rect.height < 4) }
    SessionList(part: .sessions, rows: rows, selected: selected).draw(in: list, &grid)
  }

  private func row(_ row: SessionRow, place: Int, isLow: Bool) -> SessionList.Row {
    let session = row.session
    let steps = row.agenda.filter { $0.state != .skipped }
    let planned = steps.reduce(0) { $0 + $1.plan.minutes }
    let real = SessionPhrases.minutes(row.agenda.reduce(0) { $0 + $1.taken(at: state.moment) })
    let taken = row.agenda.contains { !$0.runs.isEmpty } ? "\(real)" : ""
    let when = session.closedAt.map { "closed \(state.surroundings.dates.words($0, now: state.now))" }
    let words = [
      when ?? session.state.rawValue, Phrases.count(row.agenda.count, "step"), row.lead.map { "\($0) ran it" },
    ]
    return SessionList.Row(
      left: StyledText(" \(session.state == .open ? "▶" : session.state == .closed ? "✓" : " ") ", .live)
        + StyledText("\(session.number) ", .number) + StyledText(TextLayout.oneLine(session.title), .strong),
      right: StyledText(
        TextLayout.pad("\(planned)", width: 4, align: .right) + TextLayout.pad(taken, width: 6, align: .right), .dim),
      second: isLow ? nil : StyledText("   " + words.compactMap(\.self).joined(separator: " · "), .dim), place: place)
  }
}
