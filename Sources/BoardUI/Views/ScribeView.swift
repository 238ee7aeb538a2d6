import CellGrid
import IdeaPipeline

/// One line for paper notes, and under it what was entered.
struct ScribeView {
  let state: AppState
  let scribe: Scribe

  static let rows = 9

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    let count = scribe.entered.count { if case .saved = $0.state { true } else { false } }
    let right = count > 0 ? StyledText("\(Phrases.count(count, "note")) entered", .dim) : StyledText()
    grid.rule(layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle), right: right)
    let (head, rest) = layout.body.inset(horizontal: 1).split(top: layout.body.height > 2 ? 1 : 0)
    let (field, below) = rest.split(top: 1)
    let (foot, list) = below.split(top: 1)
    grid.draw(StyledText(question, .dim), row: 0, in: head)
    grid.draw(scribe.field, in: field, isActive: true, placeholder: placeholder)
    grid.drawLine(scribe.remark ?? hint, scribe.remark == nil ? .dim : .warning, in: foot)
    for (slot, line) in scribe.entered.reversed().prefix(list.height).enumerated() {
      grid.draw(left: StyledText(line.title, .text), right: word(line.state), in: list.row(slot))
    }
  }

  private var title: String {
    guard let people = scribe.people else { return "Enter notes for others" }
    let names = people.prefix(3).map(\.name).joined(separator: ", ")
    return "Notes of \(names)\(people.count > 3 ? " and \(people.count - 3) more" : "")"
  }

  private var question: String {
    if scribe.people == nil { return "For whom? A team, or the @handles of those who wrote the notes." }
    let promise = Promise.of(state.board?.room)
    return promise.naming == .named
      ? "One note a line. Their names show; the log says that you entered it."
      : "One note a line. \(promise.sentences(isPost: true).joined(separator: " "))"
  }

  private var placeholder: String { scribe.people == nil ? "Oldham, or @jo @sam" : "one note, then Enter" }

  private var hint: String {
    guard scribe.people == nil else {
      return "Backspace in the empty line takes the last one back; Tab changes for whom."
    }
    let all = state.board?.people ?? []
    let (found, unknown) = scribe.people(among: all)
    if unknown.isEmpty, !found.isEmpty { return found.map(\.name).joined(separator: ", ") }
    return scribe.suggestions(among: all).prefix(5).joined(separator: " · ")
  }

  private func word(_ state: Scribe.Entered.State) -> StyledText {
    switch state {
    case .sending: StyledText("saving …", .saving)
    case .saved: StyledText("✓", .success)
    case .refused: StyledText("not taken", .warning)
    case .takenBack: StyledText("taken back", .dim)
    }
  }
}
