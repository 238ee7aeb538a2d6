/// Takes back the latest move of an idea, as if it had not been made. The log keeps both.
public struct RetractMove: Operation {
  public static let kind = "idea.retract-move"
  public static let cannotUndo: Lasting? = Lasting(
    "A move that was taken back stays so.", instead: "Move the idea again.")
  public var stepDeed: StepDeed? { .advance }

  public var idea: IdeaID
  public var move: Identifier<Move>

  /// The move to take back.
  public init(idea: IdeaID, move: Identifier<Move>) {
    self.idea = idea
    self.move = move
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaInPlay(idea, for: "take back a move of")
    let what = "take back a move of \(idea.reference)"
    try context.require(.move(isOwnOrTeams: board.isOwnOrTeams(idea, context.person)), what)
    try MoveRules.checkNoOutcome(idea)
    guard let move = board.get(move), move.idea == idea.id else {
      throw Refusal(
        .notFound, "That move of \(idea.reference) was taken back already.", instead: "Look at it as it is now.")
    }
    let latest: Move? = board.fetch(.of(idea.id)).last
    guard latest?.id == move.id else {
      throw Refusal(
        .rule, "\(idea.reference) was moved again since: only the latest move can be taken back.",
        instead: "Advance it, or send it back.", remedy: .sendBack)
    }
    if move.by != context.person, context.role < .coach {
      throw Refusal(
        .notPermitted, "You cannot \(what): somebody else made it.", instead: "Send the idea back instead.",
        remedy: .sendBack)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let move = board.get(move) else { return }
    board.remove(move.id)
    board.change(idea, stamp) { $0.stage = move.from }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("took back a move of \(board.reference(idea))", idea: idea)
  }
}
