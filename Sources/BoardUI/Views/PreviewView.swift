import CellGrid
import IdeaPipeline

/// The selected idea in short: its text, what builds on it, the last word.
struct PreviewView {
  let state: AppState
  let board: OpenBoard

  func draw(_ layout: BoardLayout, _ grid: inout Grid) {
    let rect = layout.preview
    guard !rect.isEmpty else { return }
    if let place = board.list.place { grid.touch(rect, .place(place, list: board.stage.position)) }
    if layout.isPreviewBeside {
      for y in rect.rows { grid.draw("│", at: Point(x: rect.x, y: y), .rule) }
      drawBeside(in: rect.inset(left: 2, right: 1), &grid)
    } else {
      let list = board.list
      let below = layout.shape == .list ? (list.total ?? 0) - list.top - layout.visible : 0
      let more = below > 0 ? StyledText("\(below) more ↓", .dim) : StyledText()
      grid.rule(layout.previewRule, left: StyledText(), right: more)
      drawBelow(in: rect.inset(left: 2, right: 2), &grid)
    }
  }

  private var row: IdeaRow? { board.list.selectedRow }

  private var detail: IdeaDetail? { board.preview?.row.id == row?.id ? board.preview : nil }

  /// Two or three lines: the number, then text running on.
  private func drawBelow(in rect: Rect, _ grid: inout Grid) {
    guard let row else { return }
    let columns = CardColumns(board: board, width: rect.width).number
    let (left, text) = rect.split(left: columns + 2)
    grid.draw(TextLayout.pad(row.number.map(String.init) ?? "", width: columns, align: .right), in: left, .number)
    let whole = words(row, isShort: false)
    let fits = TextLayout.wrap(whole, width: text.width).count <= text.height
    grid.draw(wrapped: fits ? whole : words(row, isShort: true), in: text, .text)
  }

  /// - Parameter isShort: names what builds on it by numbers alone, so that there is room for the last word.
  private func words(_ row: IdeaRow, isShort: Bool) -> String {
    let body = TextLayout.oneLine(row.body)
    // A title too long for its line in the list is whole here.
    var parts: [String] = []
    if TextWidth.columns(of: row.title) > titleRoom { parts.append(sentence(row.title)) }
    if !body.isEmpty { parts.append(sentence(body)) }
    parts += around(isShort: isShort)
    if parts.isEmpty { parts.append(row.isOwn ? "No text yet: \(state.label(.edit)) adds one." : "No text yet.") }
    return parts.joined(separator: " ")
  }

  /// Columns of a title in the list above.
  private var titleRoom: Int { state.boardLayout.shape == .list ? state.size.width - 34 : 60 }

  private func sentence(_ text: String) -> String {
    guard let last = text.last, last.isLetter || last.isNumber, TextWidth.columns(of: last) == 1 else { return text }
    return text + "."
  }

  /// What builds on it and what was said last.
  private func around(isShort: Bool) -> [String] {
    guard let detail else { return [] }
    var parts: [String] = []
    if let parent = detail.parent { parts.append("Builds on \(quote(parent)).") }
    if !detail.builds.isEmpty {
      let shown = isShort ? 6 : 2
      let more = detail.builds.count > shown ? " and \(detail.builds.count - shown) more" : ""
      let names = detail.builds.prefix(shown).map { isShort ? $0.name : quote($0) }
      parts.append("Builds: " + names.joined(separator: ", ") + more + ".")
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
      row: row, detail: detail, width: rect.width, now: state.now, dates: state.surroundings.dates,
      keymap: state.keymap, newSince: board.newSince, mayWrite: state.mayWrite, mayMerge: board.role >= .coach)
    let lines = maker.conversation().flatMap { $0.lead + $0.lines }
    grid.draw(lines: lines, in: rect)
    if lines.count > rect.height, let last = rect.rows.last {
      let row = Rect(x: rect.x, y: last, width: rect.width, height: 1)
      grid.fill(row, .screen)
      grid.draw(StyledText("… \(state.label(.open)) opens it", .dim), in: row)
    }
  }
}
