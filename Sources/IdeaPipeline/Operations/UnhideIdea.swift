/// Shows a hidden idea to everyone again, with the dots there is still room for.
public struct UnhideIdea: Operation {
  public static let kind = "idea.unhide"

  public var idea: IdeaID

  /// The idea to show again.
  public init(idea: IdeaID) { self.idea = idea }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.existing(idea)
    try context.require(.moderate, "show \(idea.reference) again")
    if idea.hidden == nil {
      throw Refusal(
        .rule, "\(idea.reference.capitalisedFirst) is not hidden.",
        instead: "There is nothing to show again: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.formerHiding = idea.hidden
      idea.hidden = nil
    }
    Tallies.playChanged(around: idea, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let idea = board.get(idea), idea.hidden == nil, let former = idea.formerHiding else { return nil }
    return HideIdea(idea: idea.id, reason: former.reason)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("showed \(board.reference(idea)) again", idea: idea)
  }

  // It writes none, but the undo of it writes the reason again.
  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.hiding(idea)] }
}
