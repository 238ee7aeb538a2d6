import CellGrid
import IdeaPipeline

/// The room on one part of the screen: the step and its clock, who has posted, who waits for help, who is missing.
struct RoomPartView {
  let state: AppState
  let board: OpenBoard

  /// Lines that belong together. Where not all of them fit, the last lines of the longest go first.
  private struct Section {
    var lines: [StyledText]
    /// The fewest that say anything.
    var least = 1
  }

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard let room = board.room else {
      return grid.draw(wrapped: closed, in: rect.inset(top: rect.height > 4 ? 1 : 0, left: 1), .dim).discard()
    }
    let width = rect.width - 1
    var sections = [clock(room, rect), asked(room, width), voices(room, width), marks(room, width)]
    sections += [help(room, width), missing(width), shown(room, width)]
    sections = sections.filter { !$0.lines.isEmpty }
    grid.draw(lines: fitted(sections, height: rect.height), in: rect.inset(left: 1))
  }

  private var closed: String {
    guard board.shownSession != nil else {
      return "Here the clock, the voices and the help queue show while a session is open."
    }
    return board.role == .facilitator
      ? "No session is open. \(state.label(.openSession)) begins the one on the left."
      : "No session is open. A facilitator opens one."
  }

  /// One under another, apart where there is room.
  private func fitted(_ sections: [Section], height: Int) -> [StyledText] {
    var sections = sections
    var total: Int { sections.reduce(0) { $0 + $1.lines.count } }
    while total > height {
      let longest = sections.indices.filter { sections[$0].lines.count > sections[$0].least }
        .max { sections[$0].lines.count < sections[$1].lines.count }
      guard let longest else { break }
      sections[longest].lines.removeLast()
      sections[longest].lines[sections[longest].lines.count - 1] += StyledText(" …", .dim)
    }
    let isApart = total + sections.count - 1 <= height
    return Array(sections.map(\.lines).joined(separator: isApart ? [StyledText()] : []).prefix(height))
  }

  // MARK: The clock

  private func clock(_ room: RoomView, _ rect: Rect) -> Section {
    guard let step = room.step else {
      let next = room.agenda.first { $0.state == .planned }
      let words = next.map { "Next: \($0.plan.title)" } ?? "Every step is over."
      return Section(lines: [StyledText(room.agenda.isEmpty ? "No step yet." : words, .strong)])
    }
    let left = step.left(at: state.moment) ?? 0
    let isOver = left < 0
    let token: ThemeToken = isOver ? .clockLate : .clock
    let words = step.state == .paused ? "paused" : isOver ? "over its time" : "left"
    let title = StyledText(TextLayout.oneLine(step.plan.title), .strong)
    let digits = (isOver ? "+" : "") + SessionPhrases.clock(left)
    guard rect.height >= 16, rect.width >= 34 else {
      return Section(
        lines: [
          StyledText(digits, token) + StyledText(" \(words)", isOver ? .warning : .dim) + StyledText("  ") + title
        ])
    }
    let big = ClockDigits.rows(digits).enumerated().map { row, text in
      StyledText("  \(text)", token) + StyledText(row == 2 ? "   \(words)" : "", isOver ? .warning : .dim)
    }
    let holds = StyledText("  \(SessionPhrases.holds(step.plan))", .dim)
    let fits = title.columns + holds.columns < rect.width
    return Section(lines: [fits ? title + holds : title] + big, least: 4)
  }

  private func asked(_ room: RoomView, _ width: Int) -> Section {
    guard let words = room.step?.plan.instruction, !words.isEmpty else { return Section(lines: []) }
    return Section(lines: TextLayout.wrap(words, width: width).prefix(3).map { StyledText($0, .quote) })
  }

  // MARK: People

  private func voices(_ room: RoomView, _ width: Int) -> Section {
    guard let step = room.step else { return Section(lines: []) }
    guard let voices = room.voices else {
      let posts = Phrases.count(room.posted, "post")
      return Section(lines: [StyledText("\(posts); no names are kept, so nobody is counted", .text)])
    }
    var head = StyledText("\(voices.count) of \(voices.of)", .strong) + StyledText(" have posted at least once", .text)
    var second: [StyledText] = []
    if step.plan.isPrivate {
      let posts = step.revealedAt == nil ? "\(Phrases.count(room.posted, "post")) private so far" : "revealed"
      let together = head + StyledText(" · \(posts)", .dim)
      if together.columns <= width { head = together } else { second = [StyledText(posts, .dim)] }
    }
    let teams = room.teams.map { team in
      StyledText("\(TextLayout.clip(TextLayout.oneLine(team.name), width: 20)) ", .text) + dots(team.posted)
    }
    return Section(lines: [head] + second + flow(teams, gap: 3, width))
  }

  /// A team of up to eight as dots, with a larger one in figures.
  private func dots(_ share: Share) -> StyledText {
    guard share.of <= 8 else {
      return StyledText("\(share.count) of \(share.of)", share.count == 0 ? .warning : .dot)
    }
    return StyledText(String(repeating: "●", count: share.count), .dot)
      + StyledText(String(repeating: "○", count: max(0, share.of - share.count)), .dotLeft)
  }

  /// As many side by side as fit, in columns under one another.
  private func flow(_ items: [StyledText], gap: Int, _ width: Int) -> [StyledText] {
    guard let widest = items.map(\.columns).max(), widest > 0 else { return [] }
    let columns = max(1, (width + gap) / (min(widest, width) + gap))
    return stride(from: 0, to: items.count, by: columns).map { first in
      let row = items[first..<min(items.count, first + columns)]
      return row.reduce(StyledText()) {
        $0 + $1.padded(to: min(widest, width)) + StyledText(String(repeating: " ", count: gap))
      }
      .trimmed
    }
  }

  /// Ready, hands and the round.
  private func marks(_ room: RoomView, _ width: Int) -> Section {
    var lines: [StyledText] = []
    var first: [StyledText] = []
    if room.step != nil {
      first.append(StyledText("ready ", .dim) + StyledText("\(room.ready.count) of \(room.ready.of)", .text))
    }
    if let row = board.round, row.round.isBlind {
      first.append(
        StyledText("round \(row.round.number) ", .dim) + StyledText("\(row.done) of \(row.voters) done", .live))
    }
    if !first.isEmpty { lines.append(StyledText(joining: first, separator: StyledText(" · ", .dim))) }
    if !room.hands.isEmpty {
      let names = room.hands.map { hand in
        "\(SessionPhrases.first(hand.name))\(hand.team.map { " (\($0))" } ?? "")"
      }
      lines.append(
        (StyledText("hands ", .dim) + StyledText(names.joined(separator: ", "), .live)).clipped(to: width))
    }
    return Section(lines: lines)
  }

  // MARK: Help and perspectives

  private func help(_ room: RoomView, _ width: Int) -> Section {
    let open = room.help.filter(\.request.isOpen)
    let rows = open.map { help in
      HelpLine(help, moment: state.moment).text(width: width - 2)
    }
    let count = open.isEmpty ? "nobody waits" : "\(open.count) · \(state.label(.helpQueue))"
    var lines = [StyledText("HELP ", .fieldLabel) + StyledText(count, .dim)] + rows.map { StyledText("  ") + $0 }
    let unvisited = room.teams.filter { $0.team != nil && !$0.visited }.map(\.name)
    if !unvisited.isEmpty, board.role >= .coach {
      lines += TextLayout.wrap("not visited yet: \(unvisited.joined(separator: ", "))", width: width - 2).prefix(3).map
      {
        StyledText("  \($0)", .warning)
      }
    }
    return Section(lines: lines)
  }

  private func missing(_ width: Int) -> Section {
    guard let teams = board.teams, board.people != nil, board.present != nil else { return Section(lines: []) }
    let gaps = Attendance(board).gaps(among: teams)
    if board.summary.perspectives.isEmpty { return Section(lines: []) }
    if gaps.isEmpty {
      return Section(lines: [
        StyledText("MISSING ", .fieldLabel) + StyledText("nobody: every perspective is here", .dim)
      ])
    }
    let lines = TextLayout.wrap(gaps.joined(separator: ", "), width: width - 8)
    return Section(
      lines: lines.enumerated().map { index, line in
        StyledText(index == 0 ? "MISSING " : "        ", .fieldLabel) + StyledText(line, .warning)
      })
  }

  /// What everybody is shown now.
  private func shown(_ room: RoomView, _ width: Int) -> Section {
    var lines: [StyledText] = []
    if let line = room.line { lines.append(StyledText("line to all ", .dim) + StyledText("“\(line.text)”", .live)) }
    if let spot = room.spotlight {
      let number = spot.number.map { "\($0) " } ?? ""
      lines.append(StyledText("spotlight ", .dim) + StyledText("\(number)“\(TextLayout.oneLine(spot.title))”", .live))
    }
    if room.isWallBlank {
      lines.append(
        StyledText("the wall is blank", .warning) + StyledText(" · \(state.label(.blankWall)) shows it", .dim))
    }
    return Section(lines: lines.map { $0.clipped(to: width) })
  }
}

extension StyledText {
  /// Without white space at its end.
  fileprivate var trimmed: StyledText {
    var text = self
    while let last = text.runs.last, last.text.allSatisfy({ $0 == " " }) { text = StyledText(dropping: text) }
    return text
  }

  private init(dropping text: StyledText) {
    self.init()
    for run in text.runs.dropLast() { self += StyledText(run.text, run.style) }
  }
}

/// One request on a line: who, what, how long, where it stands.
struct HelpLine {
  let help: HelpRequestView
  let moment: HostMoment

  init(_ help: HelpRequestView, moment: HostMoment) {
    self.help = help
    self.moment = moment
  }

  var who: String { TextLayout.oneLine(help.team ?? SessionPhrases.first(help.asker)) }

  var isLate: Bool { SessionPhrases.isLate(help.request, at: moment) }

  /// How long it has waited, and where it stands.
  var right: StyledText {
    let time = SessionPhrases.clock(SessionPhrases.waited(help.request, at: moment))
    let token: ThemeToken = isLate ? .warning : help.request.state == .waiting ? .text : .dim
    return StyledText("\(time)  ", token)
      + StyledText(isLate ? "unclaimed!" : SessionPhrases.state(of: help, at: moment), token)
  }

  func text(width: Int) -> StyledText {
    let room = max(6, width - right.columns - 2)
    let left =
      StyledText(TextLayout.clip(who, width: room / 2), .text)
      + StyledText(" “\(TextLayout.oneLine(help.request.topic))”", .quote)
    return left.padded(to: room) + StyledText("  ") + right
  }
}
