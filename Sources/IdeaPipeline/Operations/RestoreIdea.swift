/// Brings back an idea that was withdrawn, with the dots there is still room for.
public struct RestoreIdea: Operation {
  public static let kind = "idea.restore"

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
    board.change(idea, stamp) { $0.isWithdrawn = false }
    Tallies.playChanged(around: idea, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(idea)?.isWithdrawn == false ? WithdrawIdea(idea: idea) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("brought back \(board.reference(idea))", idea: idea)
  }
}
