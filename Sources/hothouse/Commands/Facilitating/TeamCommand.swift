import ArgumentParser
import IdeaPipeline

/// The teams of a board.
struct TeamCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, add
  }

  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "List the teams of a board, or add one.",
    discussion: "\(examples: "hothouse team clinic", "hothouse team clinic add \"Oldham\" --place Oldham")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The name of the team to add.")
  var name: String?
  @Option(help: "Where the team is.")
  var place: String?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (deed == .add) != (name != nil) { throw ValidationError("To add a team, say “add” and its name.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    if let name {
      let hand = try visit.hand(managing)
      let operation = AddTeam(name: TextRule.name.clean(name), place: place.map(TextRule.name.clean))
      let receipt = try visit.submit(operation, by: hand)
      if !output.isJSON { return try visit.report([receipt], by: hand) }
      return try shell.printJSON(TeamLine(name: operation.name, place: operation.place))
    }
    let teams = try visit.reading.summary(for: try visit.viewer(managing)).teams
    if output.isJSON { return try shell.printJSON(array: teams.map { TeamLine(name: $0.name, place: $0.place) }) }
    guard !teams.isEmpty else {
      return try shell.say("No teams yet. Add one: hothouse team \(visit.name) add \"Oldham\"")
    }
    var table = Table([.flexible("Team"), .text("Place")])
    for team in teams { table.row([.strong(team.name), Span(team.place ?? "")]) }
    try shell.print { $0.table(table) }
  }
}

private struct TeamLine: Encodable {
  let name: String
  let place: String?
}
