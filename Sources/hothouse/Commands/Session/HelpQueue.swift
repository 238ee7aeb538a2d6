import ArgumentParser
import IdeaPipeline
import Interchange

/// The queue of teams that ask for somebody who knows.
struct HelpQueue: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, ask, claim, arrive, close
    case giveBack = "give-back"
  }

  static let configuration = CommandConfiguration(
    commandName: "help-queue", abstract: "Show who waits for help; ask for it, claim, arrive, close.",
    discussion: """
      A team asks with a topic and waits in order. Whoever comes claims the request, says so on arriving, and closes it
      with a note to the team.

      \(examples:
        "hothouse help-queue clinic", "hothouse help-queue clinic ask \"Sharing data\"",
        "hothouse help-queue clinic claim 1",
        "hothouse help-queue clinic close 1 --note \"Ask the trust's data officer.\"")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The topic to ask about, or the number of a request.")
  var subject: String?
  @Option(help: "What the team is to keep.")
  var note: String?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch deed {
    case .list: if subject != nil { throw ValidationError("“list” takes nothing more.") }
    case .ask: if subject == nil { throw ValidationError("Say what help is wanted with.") }
    case .claim, .arrive, .close, .giveBack:
      if subject.flatMap(Int.init) == nil { throw ValidationError("Say the number of the request.") }
    }
    if note != nil, deed != .close { throw ValidationError("A note is left when a request is closed.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list else { return try list(visit, try visit.viewer(acting)) }
    let hand = try visit.hand(acting)
    let receipt = try visit.submit(try operation(visit, hand.viewer), by: hand)
    if output.isJSON { return try list(visit, hand.viewer) }
    try visit.report([receipt], by: hand)
    if deed == .ask { try sayPlace(visit, hand.viewer) }
  }

  private func operation(_ visit: Visit, _ viewer: Viewer) throws -> any Operation {
    let (room, moment) = (try visit.room(for: viewer), visit.shell.clock())
    if deed == .ask { return AskForHelp(topic: TextRule.title.clean(subject ?? ""), moment: moment) }
    let number = subject.flatMap(Int.init) ?? 0
    guard let request = room.help.first(where: { $0.request.number == number })?.request else {
      throw Complaint(
        .notFound, "There is no help request \(number). “hothouse help-queue \(visit.name)” lists what there is.")
    }
    switch deed {
    case .claim: return ClaimHelp(request: request.id, moment: moment)
    case .giveBack: return ClaimHelp(request: request.id, moment: moment, isClaimed: false)
    case .arrive: return ArriveToHelp(request: request.id, moment: moment)
    case .close, .ask, .list:
      return CloseHelp(request: request.id, note: note.map(TextRule.reason.clean), moment: moment)
    }
  }

  /// Whoever asks wants to know how many are before them.
  private func sayPlace(_ visit: Visit, _ viewer: Viewer) throws {
    let waiting = try visit.room(for: viewer).help.filter { $0.request.state == .waiting }
    guard let place = waiting.firstIndex(where: \.isOwn) else { return }
    try visit.shell.say(
      "Request \(waiting[place].request.number): \(counted(place, "other waits", "others wait")) before.")
  }

  private func list(_ visit: Visit, _ viewer: Viewer) throws {
    let queue = QueuePortrait(
      help: try visit.room(for: viewer).help, teams: try visit.reading.teams(for: viewer), now: visit.shell.clock())
    if output.isJSON { return try visit.shell.printJSON(array: queue.help.map { HelpJSON($0, now: queue.now) }) }
    try visit.shell.print { queue.draw(on: &$0, board: visit.name) }
  }
}

/// The queue as `help-queue` shows it.
private struct QueuePortrait {
  /// Unclaimed for as long as this, a request is a warning.
  private static let patience: Int64 = 10 * 60_000

  let help: [HelpView]
  let teams: [TeamRow]
  let now: HostMoment

  func draw(on page: inout Page, board: String) {
    if help.isEmpty {
      page.line("Nobody waits. Ask for somebody who knows: hothouse help-queue \(board) ask \"Sharing data\"")
    } else {
      var table = Table([
        .number("#"), .text("Team"), .flexible("Topic"), .text("State"), .text("Waited"), .text("Who comes"),
        .flexible("Note"),
      ])
      for view in help {
        table.row([
          .strong("\(view.request.number)"), Span(view.team ?? view.asker), Span(view.request.topic),
          Span(view.request.state.rawValue), Span(TimeSpan.minutes(view.waited(at: now))), Span(view.expert ?? ""),
          Span(view.request.note ?? ""),
        ])
      }
      page.table(table)
    }
    for warning in warnings { page.line(.strong("! "), Span(warning)) }
  }

  private var warnings: [String] {
    let late = help.filter { $0.request.state == .waiting && $0.waited(at: now) >= Self.patience }
    let visited = Set(help.filter { $0.request.arrivedAt != nil }.compactMap(\.request.team))
    let alone = teams.filter { !$0.members.isEmpty && !visited.contains($0.team.id) }.map(\.team.name)
    return late.map { view in
      "Nobody has claimed request \(view.request.number), “\(view.request.topic)”, for \(TimeSpan.minutes(view.waited(at: now)))."
    } + (alone.isEmpty ? [] : ["Nobody has been with \(alone.joined(separator: ", ")) yet."])
  }
}
