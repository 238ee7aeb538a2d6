/// Takes an outcome back, so that the idea can move again.
public struct RetractOutcome: Operation {
  public static let kind = "idea.retract-outcome"

  public var idea: IdeaID

  /// The idea that ended.
  public init(idea: IdeaID) { self.idea = idea }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.curate, "take back an outcome")
    let idea = try board.ideaInPlay(idea, for: "take back the outcome of")
    if idea.outcome == nil {
      throw Refusal(
        .rule, "\(idea.reference) has no outcome yet.",
        instead: "There is nothing to take back: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.formerOutcome = idea.outcome
      idea.outcome = nil
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let idea = board.get(idea), idea.outcome == nil, let former = idea.formerOutcome else { return nil }
    return DecideOutcome(idea: idea.id, outcome: former.kind, learning: former.learning)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("took back the outcome of \(board.reference(idea))", idea: idea)
  }

  // It writes none, but the undo of it writes the learning again.
  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.outcome(idea)] }
}
