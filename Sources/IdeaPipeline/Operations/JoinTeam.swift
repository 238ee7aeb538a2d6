/// Joins a team, waits for a seat in a full one, or leaves.
public struct JoinTeam: Operation {
  public static let kind = "team.join"

  /// Nil to leave the team one is in, and any waiting list.
  public var team: TeamID?
  /// Who joins, where a facilitator sees to it; nil for oneself. A facilitator may give a seat that is not free.
  public var person: PersonID?

  /// A team to join.
  public init(team: TeamID?, person: PersonID? = nil) {
    self.team = team
    self.person = person
  }

  public static var cannotUndo: Lasting? {
    Lasting("Joining a team is not taken back by undo.", instead: "Join the other one again.")
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "join a team")
    guard let id = person ?? context.person else {
      throw Refusal(.rule, "Whoever joins a team has a name.", instead: "Join with yours.")
    }
    if id != context.person { try context.require(.facilitate, "put somebody else into a team") }
    let person = try board.existing(id)
    if let team { _ = try board.existing(team) }
    if person.team == team, person.waitsFor == nil {
      throw Refusal.unchanged(team == nil ? "no team to leave" : "already in that team")
    }
    if let team, person.waitsFor == team, self.person == nil, !board.hasSeat(in: team) {
      throw Refusal.unchanged("you are on the waiting list of that team already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var joining = (person ?? stamp.actor.person).flatMap({ board.get($0) }) else { return }
    let isGiven = person != nil && person != stamp.actor.person
    if let team, !isGiven, !board.hasSeat(in: team) {
      joining.waitsFor = team
      joining.waitsSince = stamp.seq
    } else {
      joining.team = team
      joining.waitsFor = nil
      joining.waitsSince = nil
    }
    board.put(joining)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let name = team.flatMap { board.get($0)?.name }.map { "the team “\($0)”" } ?? "a team"
    let given = person.flatMap { $0 == stamp.actor.person ? nil : $0 }
    if let given {
      return Activity(
        team == nil ? "took \(board.reference(given)) out of the team" : "put \(board.reference(given)) into \(name)")
    }
    return Activity(team == nil ? "left the team" : "joined \(name)")
  }
}

extension BoardAccess {
  /// Whether one more person fits into the team.
  func hasSeat(in team: TeamID) -> Bool {
    guard let seats = get(team)?.seats else { return true }
    return all(Person.self).count { $0.team == team } < seats
  }
}
