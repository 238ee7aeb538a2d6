import IdeaPipeline

/// An agenda as `step` shows it.
struct AgendaPortrait {
  let row: SessionRow
  /// Where the room stands, if this is the open session.
  let room: RoomView?
  let now: HostMoment

  func draw(on page: inout Page) {
    page.line(
      .strong("\(row.session.number)  \(row.session.title)"), "  \(row.session.state.rawValue)",
      Span(row.lead.map { "  \($0) runs the room" } ?? ""))
    if let room, room.session == row.session.id { drawRoom(room, on: &page) }
    page.gap()
    var table = Table([
      .number("#"), .flexible("Step"), .number("Minutes"), .text("Kind", leaving: 1), .text("Names", leaving: 0),
      .text("State"), .number("Took", leaving: 2),
    ])
    for step in row.agenda {
      table.row([
        .strong("\(step.place)"), Span(step.plan.title), "\(step.plan.minutes)", Span(step.plan.kind.rawValue),
        Span(names(of: step)), Span(state(of: step)),
        Span(step.runs.isEmpty ? "" : TimeSpan.clock(step.taken(at: now))),
      ])
    }
    page.table(table)
  }

  private func drawRoom(_ room: RoomView, on page: inout Page) {
    guard let step = room.step else { return }
    let left = step.left(at: now) ?? 0
    let words = left < 0 ? "over by \(TimeSpan.clock(-left))" : "\(TimeSpan.clock(left)) left"
    page.line(.strong(step.plan.title), "  \(step.state == .paused ? "paused, " : "")\(words)")
    if !step.plan.instruction.isEmpty { page.paragraph(step.plan.instruction) }
    var counts = ["\(room.ready.count) of \(room.ready.of) ready", "\(counted(room.posted, "idea")) posted"]
    if let voices = room.voices { counts.append("by \(voices.count) of \(voices.of)") }
    page.line(Span(counts.joined(separator: ", ")))
    if let line = room.line { page.line("To everybody: ", .strong(line.text)) }
    if let spotlight = room.spotlight {
      page.line("Look at \(spotlight.number.map(String.init) ?? "") ", .strong(spotlight.title))
    }
    for hand in room.hands { page.line("Hand up: \(hand.name)\(hand.team.map { ", \($0)" } ?? "")") }
  }

  private func names(of step: AgendaStep) -> String {
    guard step.plan.isPrivate else { return step.plan.naming.rawValue }
    return "\(step.plan.naming.rawValue), private"
  }

  private func state(of step: AgendaStep) -> String {
    guard step.plan.isPrivate, !step.runs.isEmpty else { return step.state.rawValue }
    return "\(step.state.rawValue), \(step.revealedAt == nil ? "not revealed" : "revealed")"
  }
}
