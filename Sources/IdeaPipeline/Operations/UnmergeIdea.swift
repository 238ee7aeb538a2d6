/// Takes a merge apart: both ideas are as they were, with their own text, ballots and comments. A merge that still waits
/// for the round to close is called off.
public struct UnmergeIdea: Operation {
  public static let kind = "idea.unmerge"

  public var idea: IdeaID

  /// The idea that was merged.
  public init(idea: IdeaID) { self.idea = idea }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.curate, "unmerge ideas")
    let idea = try board.existing(idea)
    if idea.mergedInto == nil, idea.mergeAtClose == nil {
      throw Refusal(
        .rule, "\(idea.reference.capitalisedFirst) is not merged into another idea.",
        instead: "There is nothing to take apart: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let old = board.get(idea), let parent = old.mergedInto ?? old.mergeAtClose else { return }
    board.change(parent, stamp) { _ in }
    board.change(idea, stamp) { idea in
      idea.formerParent = parent
      idea.mergedInto = nil
      idea.mergeAtClose = nil
    }
    if old.mergedInto != nil { Tallies.familyChanged(idea, parent, on: board) }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let idea = board.get(idea), let parent = idea.formerParent else { return nil }
    return MergeIdea(idea: idea.id, into: parent)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("unmerged \(board.reference(idea))", idea: idea)
  }
}
