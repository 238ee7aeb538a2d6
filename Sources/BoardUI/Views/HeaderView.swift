import CellGrid
import IdeaPipeline

/// Where one is, what is asked, who is here.
struct HeaderView {
  let state: AppState

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    grid.fill(rect.row(0), .header)
    drawFirst(in: rect.row(0), &grid)
    if rect.height > 1 { drawSecond(in: rect.row(1).inset(horizontal: 1), &grid) }
  }

  /// Title, place and people, on a rule.
  private func drawFirst(in row: Rect, _ grid: inout Grid) {
    let rest = row.width >= 40
    if rest { grid.rule(row, Style(.rule, on: .header)) }
    let right = right(width: row.width)
    let needed = right.runs.isEmpty ? 0 : right.columns + (rest ? 5 : 2)
    let least = clock(isShort: true) == nil ? 12 : 0
    let end = grid.draw(left(width: max(least, row.width - needed)), at: row.origin, clip: row)
    if state.board?.idea != nil || state.board?.session != nil {
      grid.touch(row.split(left: end.x - row.x).left, .key(.escape))
    }
    if !right.runs.isEmpty, end.x + right.columns + (rest ? 3 : 0) <= row.maxX {
      let text = StyledText(" ") + right + StyledText(" ")
      grid.draw(text, at: Point(x: row.maxX - text.columns, y: row.y), clip: row)
      grid.touch(row.split(right: text.columns).right, .activity, state.keymap)
    }
  }

  /// The clock of the step, how many are here and who one is: as much of it, from the left, as leaves room for where one is.
  private func right(width: Int) -> StyledText {
    let line = StyledText(" ─ ", .rule)
    guard width >= 40 else { return clock(isShort: true) ?? StyledText() }
    guard let clock = clock(isShort: width < 60) else { return StyledText(joining: people, separator: line) }
    let parts = [clock] + (width >= 100 ? people : Array(people.prefix(width >= 60 ? 1 : 0)))
    return StyledText(joining: parts, separator: line)
  }

  /// The time that is left of the step; nil while none is running.
  private func clock(isShort: Bool) -> StyledText? {
    guard let step = state.board?.room?.step else { return nil }
    return Phrases.clock(of: step, at: state.moment, isShort: isShort)
  }

  /// The title, as long as there is room beside the place, and the place.
  private func left(width: Int) -> StyledText {
    let line = StyledText(" ─ ", .rule)
    let place = place.reduce(StyledText()) { $0 + line + $1 }
    let title = TextLayout.oneLine(state.board?.summary.title ?? "Hothouse")
    let room = width - 2 - place.columns
    // Where one is says more than the title of the board, which does not change.
    if room < 8 {
      let place = StyledText(joining: self.place, separator: line)
      return StyledText(" ") + place.clipped(to: width - 2) + StyledText(" ")
    }
    return StyledText(" ") + StyledText(title, .headerTitle).clipped(to: room) + place + StyledText(" ")
  }

  private var place: [StyledText] {
    guard let board = state.board else { return [StyledText("boards", .header)] }
    if board.session != nil { return [StyledText("Session", .header)] }
    // In a session what the room does says more than the stage, which the tabs show.
    let step = board.room?.step.map { step in
      StyledText(TextLayout.oneLine(state.size.width < 60 ? step.plan.title : step.name), .header)
    }
    guard let idea = board.idea else { return [step ?? StyledText(board.stage.title, .header)] }
    let stage = idea.row.map { StyledText($0.stage.title, .header) }
    return [StyledText(ideaName(idea), .header)] + [step ?? stage].compactMap(\.self)
  }

  private func ideaName(_ idea: IdeaScreen) -> String {
    if let number = idea.row?.number { return "idea \(number)" }
    if case .number(let number) = idea.reference { return "idea \(number)" }
    return "idea"
  }

  /// How many are here, and on a wide screen who one is.
  private var people: [StyledText] {
    guard let board = state.board else { return [] }
    let here = board.here.map { "\($0) here" } ?? Phrases.count(board.summary.people, "person", "people")
    var parts = [StyledText(here, board.here == nil ? .dim : .live)]
    // Low screens have no second line that says so.
    if board.summary.needsUpdate { parts = [StyledText("update needed", .warning)] }
    if let viewer = board.viewer {
      let role = state.size.width >= 100 ? ", \(viewer.role.rawValue)" : ""
      if state.size.width >= 76 { parts.append(StyledText(viewer.name + role, .header)) }
    } else {
      parts.append(StyledText("reading only", .header))
    }
    return parts
  }

  /// The question and the dots left.
  private func drawSecond(in row: Rect, _ grid: inout Grid) {
    guard let board = state.board else { return }
    if board.session != nil { return drawSession(board, in: row, &grid) }
    var votes = votes(board, width: row.width)
    // The question is read whole where the dots can say by themselves what they are.
    let short = self.votes(board, width: min(row.width, 59))
    let asked = question(board).columns + 1
    if asked + votes.columns > row.width, asked + short.columns <= row.width { votes = short }
    grid.draw(left: question(board), right: votes, in: row)
    grid.touch(row.split(right: votes.columns).right, .rounds, state.keymap)
  }

  /// Which session it is and who runs it.
  private func drawSession(_ board: OpenBoard, in row: Rect, _ grid: inout Grid) {
    let lead = SessionPhrases.lead(board, isShort: row.width < 60)
    grid.draw(left: SessionPhrases.title(board), right: lead, in: row)
  }

  private func question(_ board: OpenBoard) -> StyledText {
    if board.summary.needsUpdate {
      return StyledText("Written by a newer Hothouse: this one can only read. Please update it.", .warning)
    }
    let challenges = board.summary.challenges
    guard let shown = board.shownChallenge else {
      return StyledText(TextLayout.oneLine(board.summary.purpose), .dim)
    }
    let place = (challenges.firstIndex(of: shown) ?? 0) + 1
    let count = challenges.count > 1 ? StyledText("\(place)/\(challenges.count) ", .dim) : StyledText()
    let closed = shown.challenge.isOpen ? StyledText() : StyledText(" (closed)", .dim)
    return count + StyledText(shown.challenge.question, .text) + closed
  }

  private func votes(_ board: OpenBoard, width: Int) -> StyledText {
    guard let round = board.round, round.round.isOpen, state.mayWrite, width >= 36 else {
      return StyledText()
    }
    guard let budget = round.round.budget else {
      let list = round.round.ballotList?.count
      return StyledText(width >= 60 ? "you answered " : "answered ", .dim)
        + StyledText("\(round.ownPositions)" + (list.map { " of \($0)" } ?? ""), .dot)
    }
    let left = max(0, budget - round.ownSpent)
    let words = StyledText(width >= 60 ? "dots left " : "", .dim)
    guard budget <= 8 else { return words + StyledText("\(left) of \(budget)", .dot) }
    return words + StyledText(String(repeating: "●", count: left), .dot)
      + StyledText(String(repeating: "○", count: max(0, budget - left)), .dotLeft)
  }
}

extension Grid {
  /// Has a press in a rectangle do what a command does.
  mutating func touch(_ rect: Rect, _ command: Command, _ keymap: Keymap) {
    if let key = keymap.keys(for: command).first { touch(rect, .key(key)) }
  }

  fileprivate mutating func rule(_ row: Rect, _ style: Style) { fill(row, style, with: "─") }
}
