import CellGrid
import IdeaPipeline

/// What happened, newest first.
struct ActivityView {
  let state: AppState
  let list: ActivityList

  private enum Line {
    case change(Int)
    /// Between what happened since the last visit and what was there before.
    case sinceYouLeft
  }

  func draw(in body: Rect, _ grid: inout Grid) {
    let size = Size(width: min(body.width - 6, 100), height: body.height - 2)
    var area = Box(title: "What happened", content: size).draw(in: body, &grid)
    if list.isTyping || !list.filter.isEmpty {
      drawFilter(in: area.row(0), &grid)
      area = area.inset(top: 1)
    }
    if list.shown.isEmpty {
      grid.draw(wrapped: empty, in: area.inset(left: 2), .dim)
      return grid.lay(.overlay, under: area)
    }
    drawLines(in: area, &grid)
    grid.lay(.overlay, under: area, unless: .selected)
  }

  private func drawFilter(in row: Rect, _ grid: inout Grid) {
    let label = grid.draw(StyledText("/ ", Style(.accent, on: .overlay)), in: row)
    let field = row.inset(left: label.x - row.x)
    grid.draw(list.filter, in: field, isActive: list.isTyping, placeholder: "words  @handle  -word")
    if !list.isTyping { grid.lay(.overlay, under: field) }
  }

  private var empty: String {
    if list.changes == nil { return "Reading …" }
    if !list.filter.isEmpty {
      if list.hasStopped {
        return "None of \(lookedThrough) has “\(list.filter.text)”. ↓ looks further back; Esc shows all."
      }
      return list.hasAll
        ? "No line has “\(list.filter.text)”. Try fewer words, or @handle for what somebody did; Esc shows all."
        : "Looking further back …"
    }
    return "Nothing has happened yet. What people do shows here as they do it\(newIdea)."
  }

  /// "the last 1,000 changes, back to 2 days ago".
  private var lookedThrough: String {
    let back = list.changes?.last.map { ", back to \(age($0))" } ?? ""
    return "the last \(Phrases.grouped(list.looked)) changes\(back),"
  }

  private var newIdea: String {
    state.mayWrite ? ": press Esc, then \(state.label(.newIdea)) on the board to write an idea" : ""
  }

  private func drawLines(in area: Rect, _ grid: inout Grid) {
    let since = state.board.flatMap { list.firstPlace(notAfter: $0.newSince) }
    let before = since.map { list.place >= $0 ? 1 : 0 } ?? 0
    let count = list.shown.count + (since == nil ? 0 : 1)
    let top = min(max(0, list.place + before - area.height / 2), max(0, count - area.height))
    for slot in 0..<min(area.height, count - top) {
      let row = area.row(slot)
      switch line(top + slot, since) {
      case .sinceYouLeft: grid.rule(row, left: StyledText("↑ \(sinceWords)", .dim))
      case .change(let place):
        let change = list.shown[place]
        grid.draw(left: line(change), right: StyledText("\(age(change)) ", .dim), in: row)
        grid.touch(row, .place(place, list: 0))
        if place == list.place { grid.select(row) }
      }
    }
    drawMore(count - top - area.height, under: area, &grid)
  }

  private func line(_ index: Int, _ since: Int?) -> Line {
    guard let since else { return .change(index) }
    return index == since ? .sinceYouLeft : .change(index < since ? index : index - 1)
  }

  private var sinceWords: String { state.board?.isFirstVisit == true ? "since you came" : "since you left" }

  /// That there is more below, on the lower edge.
  private func drawMore(_ count: Int, under area: Rect, _ grid: inout Grid) {
    guard area.maxY < state.frame.body.maxY, !area.isEmpty, count > 0 || !list.hasAll else { return }
    let words =
      list.hasStopped && count <= 0
      ? " from \(lookedThrough) ↓ looks further "
      : list.hasAll || list.hasStopped ? " \(Phrases.grouped(count)) more ↓ " : " more ↓ "
    let edge = Rect(x: area.x, y: area.maxY, width: area.width, height: 1)
    grid.draw(StyledText(words, Style(.dim, on: .overlay)), in: edge, align: .right)
  }

  private func age(_ change: Change) -> String {
    state.surroundings.dates.words(change.at, now: state.now)
  }

  private func line(_ change: Change) -> StyledText {
    let who = change.isOwn ? "You" : change.actor.subject
    var line = StyledText("  \(who) ", change.isOwn ? .own : .strong) + StyledText(change.activity.words, .text)
    for word in ActivityFilter(list.filter.text).words { line = line.marking(word, .highlight) }
    if let newSince = state.board?.newSince, change.seq > newSince, !change.isOwn { line += StyledText("  new", .new) }
    return line
  }
}
