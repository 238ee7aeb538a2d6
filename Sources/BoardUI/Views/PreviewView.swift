import CellGrid
import IdeaPipeline

/// The selected idea in short: its text, what builds on it, the last word.
struct PreviewView {
  let state: AppState
  let board: OpenBoard
  /// Beside the columns rather than below a list.
  let isBeside: Bool

  func draw(in rect: Rect, rule: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    if isBeside {
      for y in rect.rows { grid.draw("│", at: Point(x: rect.x, y: y), .rule) }
      drawBeside(in: rect.inset(left: 2, right: 1), &grid)
    } else {
      let list = board.list
      let below = (list.total ?? 0) - list.top - state.boardLayout.visible
      grid.rule(rule, left: StyledText(), right: below > 0 ? StyledText("\(below) more ↓", .dim) : StyledText())
      drawBelow(in: rect.inset(left: 2, right: 2), &grid)
    }
  }

  private var row: IdeaRow? { board.list.selectedRow }

  private var detail: IdeaDetail? { board.preview?.row.id == row?.id ? board.preview : nil }

  /// Two or three lines: the number, then text running on.
  private func drawBelow(in rect: Rect, _ grid: inout Grid) {
    guard let row else { return }
    let number = row.number.map(String.init) ?? ""
    let (left, text) = rect.split(left: max(4, number.count + 2))
    grid.draw(number, in: left, .number)
    grid.draw(wrapped: words(row), in: text, .text)
  }

  private func words(_ row: IdeaRow) -> String {
    let body = TextLayout.oneLine(row.body)
    // A title too long for its line in the list is whole here.
    var parts: [String] = []
    if TextWidth.columns(of: row.title) > 44 || body.isEmpty { parts.append(sentence(row.title)) }
    if !body.isEmpty { parts.append(sentence(body)) }
    parts += around
    return parts.joined(separator: " ")
  }

  private func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!…”".contains(last) else { return text }
    return text + "."
  }

  /// What builds on it and what was said last.
  private var around: [String] {
    guard let detail else { return [] }
    var parts: [String] = []
    if let parent = detail.parent { parts.append("Builds on \(quote(parent)).") }
    if !detail.builds.isEmpty {
      let more = detail.builds.count > 2 ? " and \(detail.builds.count - 2) more" : ""
      parts.append("Builds: " + detail.builds.prefix(2).map(quote).joined(separator: ", ") + more + ".")
    }
    if let last = detail.comments.last(where: { $0.text != nil }), let text = last.text {
      let who = last.isOwn ? "you" : last.author.words
      parts.append("Last word: \(who), “\(TextLayout.clip(TextLayout.oneLine(text), width: 60))”")
    }
    return parts
  }

  private func quote(_ row: IdeaRow) -> String {
    "\(row.number.map { "\($0) " } ?? "")“\(TextLayout.clip(TextLayout.oneLine(row.title), width: 32))”"
  }

  private func drawBeside(in rect: Rect, _ grid: inout Grid) {
    guard let row else { return }
    let maker = IdeaBlockMaker(
      row: row, detail: detail, width: rect.width, now: state.now, utcOffset: state.surroundings.utcOffset,
      keymap: state.keymap, newSince: board.newSince)
    let lines = maker.conversation().flatMap { $0.lead + $0.lines }
    grid.draw(lines: lines, in: rect)
    if lines.count > rect.height, let last = rect.rows.last {
      let row = Rect(x: rect.x, y: last, width: rect.width, height: 1)
      grid.fill(row, .screen)
      grid.draw(StyledText("… \(state.label(.open)) opens it", .dim), in: row)
    }
  }
}
