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
    var (rest, foot) = layout.body.inset(horizontal: 1).split(bottom: footHeight(layout.body.height))
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

  /// Rows for buttons and remark; where there is next to no room, only what has the keys shows.
  private func footHeight(_ height: Int) -> Int {
    if height >= 3 { return height >= 7 ? 2 : 1 }
    if case .button = checklist.focus { return 1 }
    return 0
  }

  private var title: String {
    switch checklist.purpose {
    case .advance(let stage): "Move \(checklist.subject.words(state.size)) to \(stage.title)"
    case .worksheet: "\(checklist.stage.title): \(checklist.subject.words(state.size))"
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

  private var rows: ChecklistRows { ChecklistRows(checklist, width: state.size.width) }

  private func height(of index: Int) -> Int { rows.height(of: index) }

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
    grid.touch(area, .place(index, list: 0))
    let isActive = checklist.focus == .item(index)
    let isMissing = item.answer == nil
    let sign = isMissing ? (item.isNeeded ? "○ " : "  ") : "✓ "
    let token: ThemeToken = isActive ? .accent : .text
    let lines = rows.question(index)
    for (row, words) in lines.enumerated() {
      var line = StyledText(row == 0 ? sign : "  ", isMissing ? .warning : .success) + StyledText(words, token)
      let isLast = row == lines.count - 1
      if isLast, isMissing, item.isNeeded, checklist.purpose == .worksheet { line += StyledText("  needed", .dim) }
      grid.draw(line, row: row, in: area)
    }
    guard isActive else {
      let right = area.row(0).split(left: rows.questionWidth).rest
      return grid.drawLine(TextLayout.oneLine(item.answer?.words ?? ""), .dim, in: right.inset(left: 2))
    }
    if item.isChanged, let known = item.known, lines.count == 1 {
      let words = TextLayout.clip(TextLayout.oneLine(known.words), width: area.width / 3)
      grid.draw(
        left: StyledText(sign + lines[0], .accent), right: StyledText("on the board: \(words)", .dim), in: area.row(0))
    }
    drawReply(item, in: area.inset(top: lines.count, left: 2), &grid)
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
    grid.draw(
      buttons: checklist.buttons.map { (words($0), checklist.focus == .button($0)) }, from: items.count, in: row)
  }

  private func words(_ button: Checklist.Button) -> String {
    switch button {
    case .move:
      if case .advance(let stage) = checklist.purpose { "Move to \(stage.title)" } else { "Move" }
    case .override: "Move anyway …"
    case .save: checklist.purpose == .worksheet ? "Save" : "Save answers"
    case .cancel: "Back"
    }
  }

  private func drawRemark(in row: Rect, _ grid: inout Grid) {
    if let remark = checklist.remark { grid.drawLine(remark, .warning, in: row) }
  }
}

extension Checklist {
  /// Rows it would like to have on a screen of some width.
  func wantedHeight(width: Int) -> Int {
    let rows = ChecklistRows(self, width: width)
    let questions = (items ?? []).indices.reduce(0) { $0 + rows.question($1).count }
    return min(20, (questions == 0 ? 1 : questions + 3) + 3 + (guide.isEmpty ? 0 : 2))
  }
}

/// How many rows each question takes, and where the answers stand.
struct ChecklistRows {
  private let items: [Checklist.Item]
  private let focus: Checklist.Focus
  private let width: Int
  /// Columns of the questions with their signs, so that the answers stand under one another.
  let questionWidth: Int

  /// - Parameter width: columns of the screen.
  init(_ checklist: Checklist, width: Int) {
    items = checklist.items ?? []
    focus = checklist.focus
    self.width = max(4, width - 2)
    let answers = items.compactMap { $0.answer.map { TextWidth.columns(of: $0.words) } }.max() ?? 0
    let longest = items.map { 2 + TextWidth.columns(of: $0.field.question) }.max() ?? 0
    questionWidth = min(longest, max(self.width / 2, self.width - 2 - min(answers, self.width / 3)))
  }

  /// The words of a question, over as many rows as they need.
  func question(_ index: Int) -> [String] {
    let isBesideAnswer = focus != .item(index) && items[index].answer != nil
    return TextLayout.wrap(items[index].field.question, width: max(1, (isBesideAnswer ? questionWidth : width) - 2))
  }

  /// A question with the keys has room for its answer below.
  func height(of index: Int) -> Int {
    let rows = question(index).count
    guard focus == .item(index) else { return rows }
    if case .text = items[index].reply { return rows + 3 }
    return rows + 1
  }
}

extension Grid {
  /// Draws a text of one style on the first row of a rectangle.
  mutating func drawLine(_ text: String, _ token: ThemeToken, in rect: Rect) {
    draw(text, row: 0, in: rect, token)
  }
}
