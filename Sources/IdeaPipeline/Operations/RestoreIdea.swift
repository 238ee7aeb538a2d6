/// Brings back an idea that was withdrawn, with the dots there is still room for.
public struct RestoreIdea: Operation {
  public static let kind = "idea.restore"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID

  /// The idea to bring back.
  public init(idea: IdeaID) { self.idea = idea }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.existing(idea)
    try context.require(.edit(isOwn: context.wrote(idea)), "restore \(idea.reference)")
    if !idea.isWithdrawn {
      throw Refusal(
        .rule, "\(idea.reference) is not withdrawn.",
        instead: "There is nothing to bring back: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.isWithdrawn = false
      // Withdrawn before the reveal, it got no number then.
      if idea.number == nil, !idea.isUnrevealed { idea.number = board.takeNumber(NumberSeries.ideas, stamp) }
    }
    Tallies.playChanged(around: idea, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(idea)?.isWithdrawn == false ? WithdrawIdea(idea: idea) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("brought back \(board.reference(idea))", idea: idea)
  }
}
