/// Takes an idea out of sight without losing anything of it. In an open round its dots go back to their owners.
public struct WithdrawIdea: Operation {
  public static let kind = "idea.withdraw"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID

  /// The idea to withdraw.
  public init(idea: IdeaID) { self.idea = idea }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.existing(idea)
    try context.require(.edit(isOwn: context.wrote(idea)), "withdraw \(idea.reference)")
    if idea.isWithdrawn { throw Refusal(.rule, "\(idea.reference) is withdrawn already.", remedy: .restore) }
    if let child = board.fetch(.merged(into: idea.id)).first {
      throw Refusal(
        .rule, "You cannot withdraw \(idea.reference): \(child.reference) was merged into it and would go with it.",
        remedy: .unmerge)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { $0.isWithdrawn = true }
    Tallies.playChanged(around: idea, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(idea)?.isWithdrawn == true ? RestoreIdea(idea: idea) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("withdrew \(board.reference(idea))", idea: idea)
  }
}
