import CellGrid
import IdeaPipeline

/// Where the room is, what is asked, what happened.
struct CatchUpView {
  let state: AppState
  let catchUp: CatchUp

  func draw(in body: Rect, _ grid: inout Grid) {
    let lines = lines(width: width(in: body))
    let size = Size(width: width(in: body), height: min(lines.count, body.height - 2))
    let title = catchUp.isForLateJoiner ? "Welcome: where the room is" : "Where the room is"
    let area = Box(title: title, content: size).draw(in: body, &grid)
    grid.draw(lines: Array(lines.dropFirst(catchUp.scroll)), in: area)
    grid.drawMore(lines.count - catchUp.scroll - area.height, under: area, of: state.frame.body)
    grid.lay(.overlay, under: area)
    grid.touch(body, .key(.escape))
  }

  /// Lines that do not fit.
  func hidden(in body: Rect) -> Int { max(0, lines(width: width(in: body)).count - max(1, body.height - 2)) }

  private func width(in body: Rect) -> Int { max(8, min(body.width - 6, 76)) }

  private func lines(width: Int) -> [StyledText] {
    guard let board = state.board, let room = board.room else {
      return wrap("No session is open now. Ideas can be posted all the same.", .text, width)
    }
    let parts = [place(room, width), asked(room, width), happened(board, room, width), top(width), rounds(width)]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [StyledText()]))
  }

  private func wrap(_ words: String, _ token: ThemeToken, _ width: Int) -> [StyledText] {
    TextLayout.wrap(words, width: width).map { StyledText($0, token) }
  }

  /// Which step of how many, and how much time is left.
  private func place(_ room: RoomView, _ width: Int) -> [StyledText] {
    guard let step = room.step else {
      return wrap("Session “\(room.title)” is open; no step is running.", .strong, width)
    }
    let number = (room.agenda.firstIndex { $0.id == step.id } ?? 0) + 1
    let time = Phrases.clock(of: step, at: state.moment).map { " · " + $0.text } ?? ""
    return wrap(step.name, .strong, width)
      + wrap("Step \(number) of \(room.agenda.count) in “\(room.title)”\(time)", .dim, width)
  }

  /// What is asked, and whose name will be under it.
  private func asked(_ room: RoomView, _ width: Int) -> [StyledText] {
    guard let step = room.step else { return [] }
    var lines = step.plan.instruction.isEmpty ? [] : wrap(step.plan.instruction, .text, width)
    let promise = Promise.of(room)
    if !promise.isUsual { lines += wrap(promise.sentences(isPost: true).joined(separator: " "), .dim, width) }
    let way = step.plan.allows(.post, state.board?.role ?? .observer) && state.mayWrite
    if way { lines += wrap("\(state.label(.newIdea)) writes an idea.", .accent, width) }
    return lines
  }

  private func happened(_ board: OpenBoard, _ room: RoomView, _ width: Int) -> [StyledText] {
    let done = room.agenda.filter { $0.state == .done }.map(\.plan.title)
    let ideas = Stage.allCases.filter { board.summary.counts[$0] ?? 0 > 0 }.map {
      "\(board.summary.counts[$0] ?? 0) in \($0.title)"
    }
    var lines: [StyledText] = []
    if !done.isEmpty { lines += wrap("Done: \(done.joined(separator: ", "))", .dim, width) }
    if !ideas.isEmpty { lines += wrap("Ideas: \(ideas.joined(separator: ", "))", .dim, width) }
    return lines
  }

  private func top(_ width: Int) -> [StyledText] {
    guard let ideas = catchUp.ideas, !ideas.isEmpty else { return [] }
    return [StyledText("Top of the board", .fieldLabel)]
      + ideas.map { row in
        let tally = Phrases.tally(row.tally)
        let room = width - tally.columns - 2
        let name = StyledText("  \(row.number.map(String.init) ?? "–") ", .number)
        let left = (name + StyledText(TextLayout.oneLine(row.title), .text)).clipped(to: room)
        return left.padded(to: room) + StyledText("  ") + tally
      }
  }

  private func rounds(_ width: Int) -> [StyledText] {
    let closed = (catchUp.rounds ?? []).filter { !$0.round.isOpen && !$0.results.isEmpty }
    let open = (catchUp.rounds ?? []).first { $0.round.isOpen && !$0.round.isStanding }
    var lines: [StyledText] = []
    if let open, let budget = open.round.budget {
      lines += wrap(
        "Open now: \(open.round.title). You have all of your \(max(0, budget - open.ownSpent)) dots.", .live, width)
    }
    for row in closed.prefix(3) {
      let first = row.results.first.map { result in
        ": first \(result.number.map { "\($0) " } ?? "")“\(result.title)”"
      }
      lines += wrap(
        Phrases.fitting("Round \(row.round.number) “\(row.round.title)”\(first ?? "")", width: width), .dim, width)
    }
    return lines
  }
}
