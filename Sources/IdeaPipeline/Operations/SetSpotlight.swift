/// Asks everybody to look at an idea, or at none any more.
public struct SetSpotlight: Operation {
  public static let kind = "session.spotlight"
  public static let cannotUndo: Lasting? = Lasting(
    "A spotlight is not taken back by undo.", instead: "Set another one, or take it away.")

  public var session: SessionID
  /// Nil to take it away.
  public var idea: IdeaID?

  /// A spotlight on the idea.
  public init(session: SessionID, idea: IdeaID?) {
    self.session = session
    self.idea = idea
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "ask everybody to look at something")
    let session = try board.open(session)
    if let idea { _ = try board.ideaInPlay(idea, for: "point at") }
    if session.spotlight == idea {
      throw Refusal.unchanged(idea == nil ? "nothing is pointed at" : "everybody is asked to look at it already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) { board.change(session) { $0.spotlight = idea } }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    guard let idea else { return Activity("took the spotlight away") }
    return Activity("asked everybody to look at \(board.reference(idea))", idea: idea)
  }
}
