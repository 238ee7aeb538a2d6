import CellGrid
import IdeaPipeline

/// Choosing the idea that others are merged into: what was typed, what was found, and what becomes of the votes.
struct MergeView {
  let state: AppState
  let picker: MergePicker

  /// Rows of the list of ideas.
  static let rows = 5

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    grid.rule(layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle))
    let body = layout.body.inset(horizontal: 1)
    let (field, below) = body.split(top: 1)
    let (list, foot) = below.split(bottom: below.height >= 4 ? 2 : below.height >= 2 ? 1 : 0)
    drawQuery(in: field, &grid)
    drawList(in: list, &grid)
    drawFoot(in: foot, &grid)
    if picker.phase != .writing { grid.cursor = nil }
  }

  private var title: String {
    guard picker.subjects.count == 1 else { return "Merge \(picker.subjects.count) marked ideas into …" }
    let (subject, width) = (Composer.Subject(picker.subjects[0]), state.size.width)
    return picker.isSwapped
      ? subject.title("Merge another idea into ", width: width) : subject.title("Merge ", " into …", width: width)
  }

  private func drawQuery(in row: Rect, _ grid: inout Grid) {
    let (label, field) = row.split(left: row.width >= 40 ? 8 : 0)
    grid.drawLine("Which?", .fieldLabel, in: label)
    grid.draw(picker.query, in: field, isActive: true, placeholder: "its number, words of it, #tag or @handle")
  }

  private func drawList(in rect: Rect, _ grid: inout Grid) {
    let candidates = picker.candidates
    if candidates.isEmpty {
      return grid.draw(wrapped: empty, in: rect.inset(left: 2), .dim).discard()
    }
    let width = candidates.map { TextWidth.columns(of: $0.name) }.max() ?? 0
    let top = min(max(0, picker.place - rect.height + 1), max(0, candidates.count - rect.height))
    for (slot, row) in candidates.dropFirst(top).prefix(rect.height).enumerated() {
      let line = rect.row(slot)
      let number = TextLayout.pad(row.name, width: min(width, rect.width / 3), align: .right)
      let left = StyledText("  \(number)  ", .number) + StyledText(TextLayout.oneLine(row.title), .text)
      let tally = Phrases.tally(row.tally)
      let about = "\(row.isOwn ? "you" : row.author.firstName) · \(row.stage.title) "
      let right = tally.runs.isEmpty ? StyledText(about, .dim) : tally + StyledText(" · \(about)", .dim)
      grid.draw(left: left, right: rect.width >= 50 ? right : StyledText(), in: line)
      grid.touch(line, .place(top + slot, list: 0))
      if top + slot == picker.place { grid.select(line) }
    }
  }

  private var empty: String {
    if let words = picker.words {
      return "No other idea in play has “\(words)”. Try fewer words, or the number people say."
    }
    if state.board?.loads.isUnderWay(.candidates) == true { return "Looking for ideas like it …" }
    return "There is no other idea in play to merge it with; \(state.label(.back)) goes back."
  }

  private func drawFoot(in rect: Rect, _ grid: inout Grid) {
    guard picker.phase == .writing else { return grid.drawLine("Merging …", .saving, in: rect) }
    if let remark = picker.remark ?? picker.filter(at: state.now).problem {
      return grid.drawLine(remark, .warning, in: rect)
    }
    guard let merge = picker.merge else { return }
    let lines = [votes(merge), becomes(merge)].filter { !$0.isEmpty }
    for (row, words) in lines.enumerated() { grid.draw(words, row: row, in: rect, row == 0 ? .text : .dim) }
  }

  /// What the votes come to.
  private func votes(_ merge: MergePicker.Merge) -> String {
    guard let preview = picker.preview, preview.merge == merge else { return "Counting the votes …" }
    if preview.votes.waits { return "People vote on it now: the merge takes effect when the round closes." }
    let words = Phrases.words(preview.votes.tally)
    guard !words.isEmpty else { return "" }
    let refunded = preview.votes.refunded
    guard refunded > 0 else { return "Together: \(words)." }
    let cap = state.board?.round?.round.cap ?? 0
    let back = refunded == 1 ? "1 dot goes back to its owner" : "\(refunded) dots go back to their owners"
    return "Together: \(words); \(back) (\(cap) at most each)."
  }

  /// What is shown where afterwards.
  private func becomes(_ merge: MergePicker.Merge) -> String {
    let (child, parent) = (merge.children[0].name, merge.parent.name)
    if merge.children.count > 1 {
      return "All of them show within \(parent); \(state.label(.merge)) on one takes it out again."
    }
    return
      "\(child) shows within \(parent) with its text and comments; \(state.label(.merge)) on it takes it out again."
  }
}
