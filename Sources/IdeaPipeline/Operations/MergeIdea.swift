/// Merges an idea into another: a link, never a copy. The other shows its text, ballots and comments as its own.
///
/// While people vote blind on the idea, the merge waits until that round closes.
public struct MergeIdea: Operation {
  public static let kind = "idea.merge"

  public var idea: IdeaID
  public var into: IdeaID

  /// The idea to merge, and the one that will show it.
  public init(idea: IdeaID, into: IdeaID) {
    self.idea = idea
    self.into = into
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.curate, "merge ideas")
    if idea == into {
      throw Refusal(.badInput, "An idea cannot be merged into itself.", instead: "Choose another idea.")
    }
    let child = try board.ideaInPlay(idea, for: "merge")
    let parent = try board.ideaInPlay(into, for: "merge anything into")
    if let waiting = child.mergeAtClose { throw Self.waits(child, waiting, on: board) }
    if let waiting = parent.mergeAtClose { throw Self.waits(parent, waiting, on: board) }
    if let outcome = child.outcome {
      throw Refusal(
        .rule, "\(child.reference) ended as \(outcome.kind.rawValue).",
        instead: "Take the outcome back before you merge it.",
        remedy: .retractOutcome)
    }
  }

  private static func waits(_ idea: Idea, _ parent: IdeaID, on board: some BoardAccess) -> Refusal {
    Refusal(
      .rule, "\(idea.reference) is to be merged into \(board.reference(parent)) when the round closes.",
      remedy: .unmerge)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let waits = board.first(.open).map { $0.isBlind && $0.ballotList?.contains(idea) == true } ?? false
    board.change(into, stamp) { _ in }
    board.change(idea, stamp) { idea in
      idea.formerParent = nil
      if waits { idea.mergeAtClose = into } else { idea.mergedInto = into }
    }
    if !waits { Tallies.familyChanged(idea, into, on: board) }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let idea = board.get(idea), idea.mergedInto == into || idea.mergeAtClose == into else { return nil }
    return UnmergeIdea(idea: idea.id)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let waits = board.get(idea)?.mergeAtClose == into
    let when = waits ? ", from when the round closes" : ""
    return Activity("merged \(board.reference(idea)) into \(board.reference(into))\(when)", idea: into)
  }
}
