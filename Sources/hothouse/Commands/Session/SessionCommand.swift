import ArgumentParser
import IdeaPipeline
import Interchange

/// The sessions of a board.
struct SessionCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, open, close, add
    case takeOver = "take-over"
  }

  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "List the sessions of a board; open, close, plan or take over one.",
    discussion: """
      A session is an event day or a workshop with an agenda of steps. “open” without a number opens the first that is
      planned. Whoever opens it runs the room, until another facilitator takes over; everybody is told.

      \(examples:
        "hothouse session clinic", "hothouse session clinic add \"Day two\"", "hothouse session clinic open",
        "hothouse session clinic take-over", "hothouse session clinic close")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The number of the session to open, or the title of the one to add.")
  var subject: String?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch deed {
    case .add: if subject == nil { throw ValidationError("Say the title of the session to add.") }
    case .open:
      if let subject, Int(subject) == nil { throw ValidationError("Say the number of the session to open.") }
    case .list, .close, .takeOver:
      if subject != nil { throw ValidationError("“\(deed.rawValue)” takes nothing more.") }
    }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list else { return try list(visit, try visit.viewer(managing)) }
    let hand = try visit.hand(managing)
    let receipt = try visit.submit(try operation(visit, hand.viewer), by: hand)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    try shell.printJSON(
      array: visit.reading.sessions(for: hand.viewer).map { SessionJSON($0, now: shell.clock()) })
  }

  private func operation(_ visit: Visit, _ viewer: Viewer) throws -> any Operation {
    switch deed {
    case .add: return AddSession(title: TextRule.name.clean(subject ?? ""))
    case .open: return OpenSession(session: try sessionToOpen(visit, viewer).session.id)
    case .takeOver: return TakeOverSession(session: try visit.room(for: viewer).session)
    case .close, .list:
      return CloseSession(session: try visit.room(for: viewer).session, moment: visit.shell.clock())
    }
  }

  private func sessionToOpen(_ visit: Visit, _ viewer: Viewer) throws -> SessionRow {
    if let number = subject.flatMap(Int.init) { return try visit.session(number, for: viewer) }
    let rows = try visit.reading.sessions(for: viewer)
    if let row = rows.first(where: { $0.session.state == .open }) ?? rows.first(where: { $0.session.state == .planned })
    {
      return row
    }
    throw Complaint(
      .refused,
      rows.isEmpty
        ? "No session is planned on this board. “hothouse session \(visit.name) add \"Day one\"” plans one."
        : "Every session of this board was open before. Say the number of one to open it again.")
  }

  private func list(_ visit: Visit, _ viewer: Viewer) throws {
    let rows = try visit.reading.sessions(for: viewer)
    if output.isJSON {
      return try visit.shell.printJSON(array: rows.map { SessionJSON($0, now: visit.shell.clock()) })
    }
    guard !rows.isEmpty else {
      return try visit.shell.say("No sessions yet. Plan one: hothouse session \(visit.name) add \"Day one\"")
    }
    var table = Table([
      .number("#"), .flexible("Title"), .text("State"), .number("Steps"), .text("Opened", leaving: 0),
      .text("Runs the room", leaving: 1),
    ])
    for row in rows {
      table.row([
        .strong("\(row.session.number)"), Span(row.session.title), Span(row.session.state.rawValue),
        "\(row.agenda.count)", Span(row.session.openedAt.map(Moment.clock) ?? ""), Span(row.lead ?? ""),
      ])
    }
    try visit.shell.print { $0.table(table) }
  }
}
