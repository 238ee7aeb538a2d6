/// Hides an idea from everyone but those who can show it again. In an open round its dots go back to their owners.
public struct HideIdea: Operation {
  public static let kind = "idea.hide"

  public var idea: IdeaID
  public var reason: String

  /// The idea to hide, and why.
  public init(idea: IdeaID, reason: String) {
    self.idea = idea
    self.reason = reason
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.existing(idea)
    try context.require(.moderate, "hide \(idea.reference)")
    try TextRule.reason.checkGiven(reason)
    if idea.hidden != nil {
      throw Refusal(.rule, "\(idea.reference.capitalisedFirst) is hidden already.", remedy: .restore)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.hidden = Hiding(reason: reason, by: stamp.actor.person, at: stamp.at, hiddenIn: stamp.id)
      idea.formerHiding = nil
    }
    Tallies.playChanged(around: idea, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(idea)?.hidden?.hiddenIn == stamp.id ? UnhideIdea(idea: idea) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("hid \(board.reference(idea))", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.hiding(idea)] }
  public func redacted(_ mark: String) -> Self { HideIdea(idea: idea, reason: mark) }
}
