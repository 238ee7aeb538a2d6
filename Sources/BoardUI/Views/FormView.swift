import CellGrid
import IdeaPipeline

/// A form at the foot of the screen: a field a row, then its buttons.
struct FormView {
  let state: AppState
  let form: Form

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    grid.rule(layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle))
    let body = layout.body.inset(horizontal: 1)
    let (rows, foot) = body.split(bottom: footHeight(body.height))
    let first = max(0, min(form.focus - rows.height + 1, form.items.count - rows.height))
    for (row, item) in form.items.enumerated().dropFirst(first).prefix(rows.height) {
      draw(item, row, in: rows.row(row - first), &grid)
    }
    drawButtons(in: foot.row(0), &grid)
    drawRemark(in: foot.row(1), &grid)
    if !isWriting { grid.cursor = nil }
  }

  private var isWriting: Bool { form.phase == .writing }

  /// Where there is next to no room, only what has the keys shows.
  private func footHeight(_ height: Int) -> Int {
    if height >= 3 { return 2 }
    return form.focus >= form.items.count ? 1 : 0
  }

  private var title: String {
    let width = state.size.width
    let named = { (before: String, name: String) in
      "\(before)“\(TextLayout.clip(TextLayout.oneLine(name), width: max(8, width - TextWidth.columns(of: before) - 8)))”"
    }
    return switch form.purpose {
    case .planSession: "Plan a session"
    case .addStep: "New step"
    case .editStep(let step): named("Step ", step.plan.title)
    case .openRound: "Open a round"
    case .broadcast: "A line to everybody"
    case .closeHelp(_, let topic): named("Close the request ", topic)
    case .seats(let team): named("Seats of ", team.name)
    case .addAction: "New action"
    case .editAction(let action): "Action \(action.number)"
    case .invite(let perspective, _): named("Missing: ", perspective)
    }
  }

  private var labelWidth: Int {
    state.size.width < 40 ? 0 : (form.items.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
  }

  private func draw(_ item: Form.Item, _ index: Int, in row: Rect, _ grid: inout Grid) {
    grid.touch(row, .place(index, list: 0))
    let isActive = form.focus == index && isWriting
    let (label, field) = row.split(left: labelWidth)
    grid.draw(item.label, in: label, isActive ? .accent : .fieldLabel)
    // Without a label the field says itself what it is.
    let name = labelWidth == 0 ? "\(item.label): " : ""
    switch item.reply {
    case .text(let buffer):
      grid.draw(buffer, in: field, isActive: isActive, placeholder: name + item.placeholder, field: index)
    case .choice(let place):
      let words = item.options.indices.contains(place) ? item.options[place] : ""
      if isActive { grid.fill(field, .fieldActive) }
      guard isActive else { return grid.drawLine(name + words, .field, in: field) }
      grid.touch(field.split(left: 2).left, .key(.left))
      let room = field.width - 4
      let end = grid.draw("← \(TextLayout.clip(name + words, width: room)) →", in: field, .fieldActive)
      grid.touch(Rect(x: end.x - 2, y: field.y, width: 2, height: 1), .key(.right))
    }
  }

  private func drawButtons(in row: Rect, _ grid: inout Grid) {
    guard isWriting else { return grid.drawLine("Saving … Esc shows the screen meanwhile.", .saving, in: row) }
    let send = form.sendWords.prefix(1).uppercased() + form.sendWords.dropFirst()
    grid.draw(
      buttons: [(send, form.focus == form.items.count), ("Keep for later", form.focus == form.items.count + 1)],
      from: form.items.count, in: row)
  }

  private func drawRemark(in row: Rect, _ grid: inout Grid) {
    if let field = form.textField, let advice = form.remark ?? field.advice(named: "text") {
      return grid.drawLine(advice, .warning, in: row)
    }
    if let remark = form.remark { return grid.drawLine(remark, .warning, in: row) }
    grid.drawLine(hint, .dim, in: row)
  }

  /// What the field with the keys takes, where that is not plain.
  private var hint: String {
    guard form.items.indices.contains(form.focus) else { return "" }
    let item = form.items[form.focus]
    if !item.options.isEmpty { return "← and → choose." }
    guard item.key == .owner, let people = state.board?.people else { return "" }
    let start = item.words.drop { $0 == "@" }.lowercased()
    guard !start.isEmpty else { return "" }
    let found = people.filter { person in
      person.handle.hasPrefix(start)
        || person.name.lowercased().split(separator: " ").contains { $0.hasPrefix(start) }
    }
    return found.prefix(5).map { "@\($0.handle) \($0.name)" }.joined(separator: " · ")
  }
}

extension Form {
  /// Rows it would like to have.
  var wantedHeight: Int { items.count + 3 }

  /// What sending it is called.
  var sendWords: String {
    switch purpose {
    case .planSession: "plan it"
    case .addStep, .addAction, .invite: "add it"
    case .editStep, .editAction, .seats: "save"
    case .openRound: "open it"
    case .broadcast: "send"
    case .closeHelp: "close it"
    }
  }
}
