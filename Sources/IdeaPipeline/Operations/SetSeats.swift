/// Says how many people fit into a team. Whoever is in it stays.
public struct SetSeats: Operation {
  public static let kind = "team.seats"
  public static let cannotUndo: Lasting? = Lasting(
    "The number of seats is not taken back by undo.", instead: "Set it again.")

  public var team: TeamID
  /// Nil for as many as come.
  public var seats: Int?

  /// Seats as given.
  public init(team: TeamID, seats: Int?) {
    self.team = team
    self.seats = seats
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "set the seats of a team")
    let team = try board.existing(team)
    if let seats, !(1...200).contains(seats) {
      throw Refusal(.badInput, "A team cannot have \(seats) seats.", instead: "Give it 1 to 200.")
    }
    if team.seats == seats { throw Refusal.unchanged("“\(team.name)” has that many seats already") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var team = board.get(team) else { return }
    team.seats = seats
    board.put(team)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let name = board.get(team).map { "the team “\($0.name)”" } ?? "a team"
    return Activity(seats.map { "gave \(name) \($0.counted("seat"))" } ?? "took the limit of \(name) away")
  }
}
