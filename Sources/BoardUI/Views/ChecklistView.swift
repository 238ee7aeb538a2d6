import CellGrid
import IdeaPipeline

/// The gate before a move, or the worksheet of a stage: questions answered in place.
struct ChecklistView {
  let state: AppState
  let checklist: Checklist

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    let counter = checklist.textField?.counter
    grid.rule(
      layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle), right: counter ?? StyledText(count, .dim),
      keepsRight: counter != nil)
    var (rest, foot) = layout.body.inset(horizontal: 1).split(bottom: footHeight(layout.body.height))
    if rest.height >= wantedRows + 2, !checklist.guide.isEmpty {
      let wanted = TextLayout.wrap(checklist.guide, width: rest.width).count
      let (guide, below) = rest.split(top: min(wanted, rest.height - wantedRows - 1))
      grid.draw(wrapped: checklist.guide, in: guide, .dim)
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
    case .advance(let stage):
      checklist.subject.title("Advance ", " to \(stage.title)", width: state.size.width, beside: count)
    case .worksheet: checklist.subject.title("\(checklist.stage.title): ", width: state.size.width, beside: count)
    }
  }

  private var count: String {
    guard let items = checklist.items else { return "" }
    let needed = items.filter(\.isNeeded)
    if needed.isEmpty { return checklist.purpose == .worksheet ? "" : "the gate is open" }
    return "gate \(needed.count { $0.answer != nil }) of \(needed.count)"
  }

  private var items: [Checklist.Item] { checklist.items ?? [] }

  private var wantedRows: Int { items.indices.reduce(0) { $0 + height(of: $1) } }

  private var rows: ChecklistRows { ChecklistRows(checklist, width: state.size.width) }

  private func height(of index: Int) -> Int { rows.height(of: index) }

  private func drawItems(in rect: Rect, _ grid: inout Grid) {
    guard checklist.items != nil else { return grid.drawLine("Reading the questions …", .dim, in: rect) }
    if items.isEmpty { return grid.drawLine("Nothing is asked: it may advance.", .dim, in: rect) }
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
    let lines = shownQuestion(index, isActive ? area.height - 1 : area.height, width: area.width - 2)
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
    drawReply(item, index, in: area.inset(top: lines.count, left: ChecklistRows.indent), &grid)
  }

  /// The words of a question as there is room for them: what is being answered is never typed out of sight.
  private func shownQuestion(_ index: Int, _ height: Int, width: Int) -> [String] {
    let lines = rows.question(index)
    if lines.count <= height { return lines }
    guard height > 0 else { return [] }
    let rest = lines.dropFirst(height - 1).joined(separator: " ")
    return lines.prefix(height - 1) + [TextLayout.clip(rest, width: width)]
  }

  private func drawReply(_ item: Checklist.Item, _ index: Int, in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    switch (item.reply, item.field.kind) {
    case (.text(let buffer), _):
      grid.draw(buffer, in: rect, isActive: true, placeholder: "type the answer; Enter goes on", field: index)
    case (.choice(let place), .choice(let options)):
      draw(options, chosen: place, of: index, hint: "← → choose", in: rect, &grid)
    case (.yesNo(let isYes), _):
      draw(["yes", "no"], chosen: isYes.map { $0 ? 0 : 1 }, of: index, hint: "y or n", in: rect, &grid)
    default: break
    }
  }

  private func draw(
    _ options: [String], chosen: Int?, of field: Int, hint: String, in rect: Rect, _ grid: inout Grid
  ) {
    let lines = ChecklistRows.rows(of: options, width: rect.width)
    // The chosen one is in sight even where not all of them fit.
    let place = lines.firstIndex { line in chosen.map(line.contains) ?? false } ?? 0
    let first = max(0, min(place, lines.count - rect.height))
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      let texts = line.map { index in
        index == chosen ? StyledText("(\(options[index]))", .buttonActive) : StyledText(" \(options[index]) ", .field)
      }
      let text = StyledText(joining: texts, separator: StyledText(" ", .field))
      let area = rect.row(row)
      let hasHint = row == 0 && text.columns + hint.count < area.width
      if hasHint { grid.draw(left: text, right: StyledText(hint, .dim), in: area) } else { grid.draw(text, in: area) }
      grid.touch(options: texts.map(\.columns), from: line.lowerBound, gap: 1, of: field, in: area)
    }
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
      if case .advance(let stage) = checklist.purpose { "Advance to \(stage.title)" } else { "Advance" }
    case .override: "Advance anyway …"
    case .save: checklist.purpose == .worksheet ? "Save" : "Save answers"
    case .cancel: "Back"
    }
  }

  private func drawRemark(in row: Rect, _ grid: inout Grid) {
    if let field = checklist.textField, field.selection != nil {
      return grid.drawLine(field.advice(named: "answer") ?? "", .dim, in: row)
    }
    let problem = checklist.remark ?? checklist.textField?.advice(named: "answer")
    if let problem { grid.drawLine(problem, .warning, in: row) }
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
  /// Columns before an answer, under the sign of its question.
  static let indent = 2
  /// Columns of an answer that is being given.
  var answerWidth: Int { max(1, width - Self.indent) }
  /// Columns of the questions with their signs, so that the answers stand under one another.
  let questionWidth: Int

  /// - Parameter width: columns of the screen.
  init(_ checklist: Checklist, width: Int) {
    items = checklist.items ?? []
    focus = checklist.focus
    self.width = max(4, width - 2)
    let answers = items.compactMap { $0.answer.map { TextWidth.columns(of: $0.words) } }.max() ?? 0
    let longest = items.map { 2 + TextWidth.columns(of: $0.field.question) }.max() ?? 0
    // In next to no room the sign says that there is an answer.
    let isNarrow = self.width < 30
    questionWidth =
      isNarrow ? self.width : min(longest, max(self.width / 2, self.width - 2 - min(answers, self.width / 3)))
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
    switch (items[index].reply, items[index].field.kind) {
    case (.text, _): return rows + 3
    case (_, .choice(let options)): return rows + Self.rows(of: options, width: answerWidth).count
    default: return rows + 1
    }
  }

  /// Which options stand on which row: as many on one as fit.
  static func rows(of options: [String], width: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var used = 0
    for (index, option) in options.enumerated() {
      let columns = TextWidth.columns(of: option) + 2
      if let last = rows.last, used + 1 + columns <= width {
        rows[rows.count - 1] = last.lowerBound..<index + 1
        used += 1 + columns
      } else {
        rows.append(index..<index + 1)
        used = columns
      }
    }
    return rows
  }
}

extension Grid {
  /// Draws a text of one style on the first row of a rectangle.
  mutating func drawLine(_ text: String, _ token: ThemeToken, in rect: Rect) {
    draw(text, row: 0, in: rect, token)
  }
}
