import CellGrid
import IdeaPipeline

/// The gate before a move, or the worksheet of a stage: questions answered in place.
struct ChecklistView {
  let state: AppState
  let checklist: Checklist

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    grid.rule(layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle), right: StyledText(count, .dim))
    var (rest, foot) = layout.body.inset(horizontal: 1).split(bottom: 2)
    if rest.height >= wantedRows + 2, !checklist.guide.isEmpty {
      let (guide, below) = rest.split(top: 1)
      grid.draw(checklist.guide, in: guide, .dim)
      rest = below.inset(top: 1)
    }
    drawItems(in: rest, &grid)
    drawButtons(in: foot.row(0), &grid)
    drawRemark(in: foot.row(1), &grid)
    if checklist.phase != .writing { grid.cursor = nil }
  }

  private var title: String {
    switch checklist.purpose {
    case .advance(let stage): "Move \(checklist.subject.words) to \(stage.title)"
    case .worksheet: "\(checklist.stage.title): \(checklist.subject.words)"
    }
  }

  private var count: String {
    guard let items = checklist.items else { return "" }
    let needed = items.filter(\.isNeeded)
    if needed.isEmpty { return checklist.purpose == .worksheet ? "" : "the gate is open" }
    return "\(needed.count { $0.answer != nil }) of \(needed.count) the gate asks for"
  }

  private var items: [Checklist.Item] { checklist.items ?? [] }

  private var wantedRows: Int { items.indices.reduce(0) { $0 + height(of: $1) } }

  /// A question with the keys shows its words and room to answer; the others one line.
  private func height(of index: Int) -> Int {
    guard checklist.focus == .item(index) else { return 1 }
    if case .text = items[index].reply { return 4 }
    return 2
  }

  private func drawItems(in rect: Rect, _ grid: inout Grid) {
    guard checklist.items != nil else { return grid.drawLine("Reading the questions …", .dim, in: rect) }
    if items.isEmpty { return grid.drawLine("Nothing is asked before it may move on.", .dim, in: rect) }
    var rest = rect
    for index in firstShown(height: rect.height)..<items.count where !rest.isEmpty {
      let (area, below) = rest.split(top: height(of: index))
      draw(index, in: area, &grid)
      rest = below
    }
  }

  /// So that the question with the keys is in sight.
  private func firstShown(height available: Int) -> Int {
    guard case .item(let focused) = checklist.focus else { return max(0, items.count - available) }
    var first = focused
    var used = height(of: focused)
    while first > 0, used + height(of: first - 1) <= available {
      first -= 1
      used += height(of: first)
    }
    return first
  }

  private func draw(_ index: Int, in area: Rect, _ grid: inout Grid) {
    let item = items[index]
    let isActive = checklist.focus == .item(index)
    let sign = item.answer == nil ? (item.isNeeded ? "○ " : "  ") : "✓ "
    let question =
      StyledText(sign, item.answer == nil ? .warning : .success)
      + StyledText(item.field.question, isActive ? .accent : .text)
      + StyledText(item.isNeeded && checklist.purpose == .worksheet ? "  needed" : "", .dim)
    guard isActive else {
      let answer = item.answer.map { StyledText(TextLayout.oneLine($0.words), .dim) } ?? StyledText()
      let width = min(question.columns, max(area.width / 2, area.width - answer.columns - 3))
      let (left, right) = area.row(0).split(left: width)
      grid.draw(question, in: left)
      grid.draw(answer, in: right.inset(left: 3))
      return
    }
    grid.draw(question, in: area.row(0))
    drawReply(item, in: area.inset(top: 1, left: 2), &grid)
  }

  private func drawReply(_ item: Checklist.Item, in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    switch (item.reply, item.field.kind) {
    case (.text(let buffer), _):
      grid.draw(buffer, in: rect, isActive: true, placeholder: "type the answer; Enter goes on")
    case (.choice(let place), .choice(let options)):
      draw(options, chosen: place, hint: "← → choose", in: rect, &grid)
    case (.yesNo(let isYes), _):
      draw(["yes", "no"], chosen: isYes.map { $0 ? 0 : 1 }, hint: "y or n", in: rect, &grid)
    default: break
    }
  }

  private func draw(_ options: [String], chosen: Int?, hint: String, in rect: Rect, _ grid: inout Grid) {
    var texts = options.enumerated().map { index, option in
      index == chosen ? StyledText("(\(option))", .buttonActive) : StyledText(" \(option) ", .field)
    }
    // The chosen one is in sight even where not all of them fit.
    while texts.count > 1, let chosen, chosen > 0, texts.count > options.count - chosen,
      StyledText(joining: texts, separator: " ").columns > rect.width
    {
      texts.removeFirst()
    }
    grid.draw(
      left: StyledText(joining: texts, separator: StyledText(" ", .field)), right: StyledText(hint, .dim), in: rect)
  }

  private func drawButtons(in row: Rect, _ grid: inout Grid) {
    guard checklist.phase == .writing else {
      return grid.drawLine("Saving … Esc shows the board meanwhile.", .saving, in: row)
    }
    grid.draw(buttons: checklist.buttons.map { (words($0), checklist.focus == .button($0)) }, in: row)
  }

  private func words(_ button: Checklist.Button) -> String {
    switch button {
    case .move:
      if case .advance(let stage) = checklist.purpose { "Move to \(stage.title)" } else { "Move" }
    case .override: "Move anyway …"
    case .save: checklist.purpose == .worksheet ? "Save" : "Save the answers only"
    case .cancel: "Back"
    }
  }

  private func drawRemark(in row: Rect, _ grid: inout Grid) {
    if let remark = checklist.remark { grid.drawLine(remark, .warning, in: row) }
  }
}

extension Checklist {
  /// Rows it would like to have.
  var wantedHeight: Int {
    let items = items ?? []
    let rows = items.isEmpty ? 1 : items.count + 3
    return min(20, rows + 3 + (guide.isEmpty ? 0 : 2))
  }
}

extension Grid {
  /// Draws a text of one style on the first row of a rectangle.
  mutating func drawLine(_ text: String, _ token: ThemeToken, in rect: Rect) {
    draw(text, row: 0, in: rect, token)
  }
}
