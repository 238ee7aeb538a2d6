import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// The teams of a board.
struct TeamCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, add, join, leave, seats, waiting
  }

  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "List the teams of a board; add or join one, leave yours, set seats, show who waits.",
    discussion: """
      Whoever joins a full team waits for a seat. A facilitator gives seats with --whose.

      \(examples:
        "hothouse team clinic", "hothouse team clinic add \"Oldham\" --place Oldham", "hothouse team clinic join Millbrook",
        "hothouse team clinic seats Millbrook 8", "hothouse team clinic waiting", "hothouse team clinic leave")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The name of the team.")
  var name: String?
  @Argument(help: "How many people fit in; as many as come without it.")
  var seats: Int?
  @Option(help: "Where the team to add is.")
  var place: String?
  @Option(help: "The handle of who joins or leaves, where a facilitator sees to it.")
  var whose: String?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch deed {
    case .add: if name == nil { throw ValidationError("To add a team, say “add” and its name.") }
    case .join, .seats: if name == nil { throw ValidationError("Say the name of the team.") }
    case .list, .leave, .waiting:
      if let name { throw ValidationError("“\(deed.rawValue)” takes nothing more; to add a team, say: add \(name)") }
    }
    if seats != nil, deed != .seats { throw ValidationError("A number goes with “seats”.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list, deed != .waiting else { return try list(visit, try visit.viewer(managing)) }
    let hand = try visit.hand(managing)
    let receipt = try visit.submit(try operation(visit, hand.viewer), by: hand)
    if !output.isJSON {
      try visit.report([receipt], by: hand)
      return try tellWaiting(visit, hand)
    }
    let rows = try visit.reading.teams(for: hand.viewer)
    let own = rows.first { $0.team.name == name.map(TextRule.name.clean) }
    if let own { try shell.printJSON(TeamJSON(own)) } else { try shell.printJSON(array: rows.map(TeamJSON.init)) }
  }

  private func operation(_ visit: Visit, _ viewer: Viewer) throws -> any Operation {
    let person = try whose.map { try visit.person($0).id }
    switch deed {
    case .add: return AddTeam(name: TextRule.name.clean(name ?? ""), place: place.map(TextRule.name.clean))
    case .join: return JoinTeam(team: try visit.team(name ?? "", for: viewer).id, person: person)
    case .leave: return JoinTeam(team: nil, person: person)
    case .seats, .list, .waiting: return SetSeats(team: try visit.team(name ?? "", for: viewer).id, seats: seats)
    }
  }

  /// Somebody who wanted to join and now waits is told so.
  private func tellWaiting(_ visit: Visit, _ hand: Hand) throws {
    guard deed == .join, whose == nil else { return }
    for row in try visit.reading.teams(for: hand.viewer) {
      guard let place = row.waiting.firstIndex(where: { $0.id == hand.actor }) else { continue }
      try visit.shell.say("“\(row.team.name)” is full: you are number \(place + 1) of those who wait for a seat.")
    }
  }

  private func list(_ visit: Visit, _ viewer: Viewer) throws {
    let rows = try visit.reading.teams(for: viewer).filter { deed == .list || !$0.waiting.isEmpty }
    if output.isJSON { return try visit.shell.printJSON(array: rows.map(TeamJSON.init)) }
    guard !rows.isEmpty else {
      return try visit.shell.say(
        deed == .waiting
          ? "Nobody waits for a seat." : "No teams yet. Add one: hothouse team \(visit.name) add \"Oldham\"")
    }
    var table = Table([
      .flexible("Team"), .text("Place", leaving: 0), .number("People"), .number("Seats", leaving: 1),
      .flexible("Waiting"),
    ])
    for row in rows {
      table.row([
        .strong(row.team.name), Span(row.team.place ?? ""), "\(row.members.count)",
        Span(row.team.seats.map(String.init) ?? ""), Span(row.waiting.map(\.name).joined(separator: ", ")),
      ])
    }
    try visit.shell.print { $0.table(table) }
  }
}
