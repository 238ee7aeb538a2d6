/// Adds a team.
public struct AddTeam: Operation {
  public static let kind = "team.add"
  public static let cannotUndo: Lasting? = Lasting(
    "A team that was added stays on the board.", instead: "Nobody need be in it: give its people another team.")

  public var name: String
  public var place: String?

  /// A team as given.
  public init(name: String, place: String? = nil) {
    self.name = name
    self.place = place
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "add a team")
    try TextRule.name.check(name)
    if let place { try TextRule.name.check(place) }
    if board.first(.name(name)) != nil {
      throw Refusal(.rule, "There is a team “\(name)” already.", instead: "Use that one, or choose another name.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(Team(id: TeamID(madeBy: stamp.id), seq: stamp.seq, name: name, place: place))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let team = board.get(TeamID(madeBy: stamp.id))
    return Activity(team.map { "added the team “\($0.name)”" } ?? "added a team")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.team(TeamID(madeBy: id))] }
  public func redacted(_ mark: String) -> Self { AddTeam(name: mark) }
}
