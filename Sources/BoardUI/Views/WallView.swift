import CellGrid
import IdeaPipeline

/// Draws the wall. Reads nothing else and changes nothing.
public func render(_ wall: WallState, theme: Theme, size: Size) -> Grid {
  var grid = Grid(size, theme: theme)
  guard !size.isEmpty else { return grid }
  WallView(wall: wall).draw(&grid)
  return grid
}

/// The wall: the clock as large as fits, what is asked, and the newest posts. Everything is centred under the clock, so that
/// it is found from the back of a room.
struct WallView {
  let wall: WallState

  func draw(_ grid: inout Grid) {
    let whole = grid.bounds.inset(horizontal: grid.size.width >= 60 ? 2 : 0)
    if wall.summary?.room?.isWallBlank == true { return drawAlone(in: whole, &grid) }
    let (header, body) = grid.bounds.split(top: grid.size.height >= 12 ? 1 : 0)
    drawHeader(in: header, &grid)
    let (above, foot) = body.intersection(whole).split(bottom: grid.size.height >= 4 ? 1 : 0)
    drawFoot(in: foot, &grid)
    let digits = above.height < 9 ? nil : BigDigits(wall.clock.text, fitting: clockRoom(in: above))
    let height = digits?.size.height ?? 1
    let margin = above.height >= height + 10 ? 1 : 0
    drawClock(digits, in: Rect(x: above.x, y: above.y + margin, width: above.width, height: height), &grid)
    drawWords(in: above.split(top: margin + height + margin).rest, &grid)
  }

  /// A third of the height, and at least what the smallest digits need.
  private func clockRoom(in rect: Rect) -> Size { Size(width: rect.width, height: max(5, rect.height / 3)) }

  /// Nothing but the clock.
  private func drawAlone(in rect: Rect, _ grid: inout Grid) {
    let digits = BigDigits(wall.clock.text, fitting: rect.size)
    let height = digits?.size.height ?? 1
    let y = rect.y + (rect.height - height) / 2
    drawClock(digits, in: Rect(x: rect.x, y: y, width: rect.width, height: height), &grid)
  }

  private func drawClock(_ digits: BigDigits?, in rect: Rect, _ grid: inout Grid) {
    guard let digits else {
      grid.draw(StyledText(wall.clock.text, clockToken), in: rect, align: .centre)
      return
    }
    digits.draw(in: rect.centred(digits.size), clockToken, &grid)
  }

  private var clockToken: ThemeToken {
    if wall.clock.isLate { return .clockLate }
    return wall.step?.state == .paused ? .dim : .clock
  }

  /// Title of board and session, who is here and which step of how many.
  private func drawHeader(in row: Rect, _ grid: inout Grid) {
    grid.fill(row, .header)
    guard let summary = wall.summary else { return }
    var left = StyledText(TextLayout.oneLine(summary.title), .headerTitle)
    if let room = summary.room, room.title != summary.title {
      left += StyledText(" ─ ", .rule) + StyledText(TextLayout.oneLine(room.title), .header)
    }
    var parts = wall.here > 0 ? ["\(wall.here) here"] : []
    if let room = summary.room, let step = room.step { parts.append("step \(step.place) of \(room.agenda.count)") }
    let right = StyledText(parts.joined(separator: " · "), .header)
    grid.draw(left: left, right: right, in: row.inset(horizontal: 1))
  }

  private func drawFoot(in row: Rect, _ grid: inout Grid) {
    let trouble = wall.trouble.map { StyledText($0, .warning) }
    let whole = StyledText(wall.invitation, .accent)
    let invitation = whole.columns <= row.width ? whole : StyledText(wall.joinLine ?? wall.command, .accent)
    grid.draw(trouble ?? invitation, in: row, align: .centre)
  }
}

// MARK: - What is asked, and what was posted

extension WallView {
  private func drawWords(in rect: Rect, _ grid: inout Grid) {
    let blocks = [question(width: rect.width, rows: max(rect.height >= 5 ? 2 : 1, rect.height / 5)), messages, counts]
    let needed = blocks.reduce(0) { $0 + $1.count }
    // Where there is room, each is set off from the next, and some of the posts still show.
    let gap = rect.height >= needed + blocks.count + 4 ? 1 : 0
    var rest = rect
    for block in blocks where !block.isEmpty && !rest.isEmpty {
      let drawn = grid.draw(lines: block, in: rest, align: .centre)
      rest = rest.split(top: drawn + gap).rest
    }
    drawPosts(in: rest, &grid)
  }

  private func question(width: Int, rows: Int) -> [StyledText] {
    guard let summary = wall.summary else { return [StyledText("Opening the board …", .dim)] }
    guard let step = wall.step else {
      let words = summary.room == nil ? summary.purpose : "The next step is about to begin."
      return [StyledText(TextLayout.oneLine(summary.room?.title ?? summary.title), .strong)]
        + lines(words, .dim, width: width, rows: rows)
    }
    var title = StyledText(TextLayout.oneLine(step.plan.title), .strong)
    if step.state == .paused {
      title.append(" ─ paused", .warning)
    } else if wall.clock.isLate {
      title.append(" ─ time is up", .clockLate)
    }
    return [title] + lines(step.plan.instruction, .text, width: width, rows: rows)
  }

  private func lines(_ words: String, _ token: ThemeToken, width: Int, rows: Int) -> [StyledText] {
    let all = TextLayout.wrap(TextLayout.oneLine(words), width: max(1, width)).filter { !$0.isEmpty }
    return all.prefix(rows).enumerated().map { row, line in
      StyledText(row == rows - 1 && all.count > rows ? line + "…" : line, token)
    }
  }

  /// The line to everybody, and what everybody is asked to look at.
  private var messages: [StyledText] {
    guard let room = wall.summary?.room else { return [] }
    let line = room.line.map { StyledText(" \(TextLayout.oneLine($0.text)) ", .highlight) }
    let spotlight = room.spotlight.map { spot in
      StyledText("Look at ", .dim) + StyledText(spot.number.map { "\($0) " } ?? "", .number)
        + StyledText(TextLayout.oneLine(spot.title), .strong)
    }
    return [line, spotlight].compactMap(\.self)
  }

  /// How far the room is, as far as everyone may know.
  private var counts: [StyledText] {
    guard let summary = wall.summary else { return [] }
    var parts: [String] = []
    if let round = summary.round, round.round.isOpen, !round.round.isStanding {
      parts.append("round \(round.round.number): \(round.done) of \(round.voters) done")
    }
    if let room = summary.room, let step = room.step, step.plan.kind != .rest {
      parts.append(posted(room))
      if room.ready.count > 0 { parts.append("\(room.ready.count) of \(room.ready.of) ready") }
    }
    return parts.isEmpty ? [] : [StyledText(parts.joined(separator: " · "), .live)]
  }

  private func posted(_ room: RoomView) -> String {
    let ideas = Phrases.count(room.posted, "idea") + " posted"
    guard let voices = room.voices else { return ideas + ", no names kept" }
    return ideas + " by \(voices.count) of \(voices.of)"
  }

  private func drawPosts(in rect: Rect, _ grid: inout Grid) {
    guard rect.height >= 2, !wall.latest.isEmpty else { return }
    let (head, list) = rect.split(top: 1)
    grid.rule(head, left: StyledText(wall.step?.plan.isPrivate == true ? "before this step" : "newest", .dim))
    let width = wall.latest.prefix(list.height).map { ($0.number.map(String.init) ?? "").count }.max() ?? 0
    for (row, idea) in wall.latest.prefix(list.height).enumerated() {
      let number = TextLayout.pad(idea.number.map(String.init) ?? "", width: width, align: .right)
      let left = StyledText(number + "  ", .number) + StyledText(TextLayout.oneLine(idea.title), .text)
      grid.draw(left: left, right: StyledText(idea.author.words, .dim), row: row, in: list)
    }
  }
}
