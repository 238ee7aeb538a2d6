/// Moves an idea back to an earlier stage, with a reason. This is iteration: it is counted, and nothing is lost.
public struct SendBackIdea: Operation {
  public static let kind = "idea.send-back"
  public var stepDeed: StepDeed? { .advance }

  public var idea: IdeaID
  /// The stage the person saw it in.
  public var from: Stage
  public var to: Stage
  public var reason: String

  /// A move as given.
  public init(idea: IdeaID, from: Stage, to: Stage, reason: String) {
    self.idea = idea
    self.from = from
    self.to = to
    self.reason = reason
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaInPlay(idea, for: "send back")
    try context.require(.move(isOwnOrTeams: board.isOwnOrTeams(idea, context.person)), "send back \(idea.reference)")
    try MoveRules.check(idea, isIn: from)
    if from == .empathise {
      throw Refusal(
        .rule, "\(idea.reference) is at Empathise, the first stage: there is no way back from there.",
        instead: "It can be advanced, or withdrawn by who wrote it.")
    }
    guard to < from else {
      throw Refusal(
        .rule, "\(to.title) does not come before \(from.title), where \(idea.reference) is.",
        instead: "Choose an earlier stage, or advance it.")
    }
    try TextRule.reason.checkGiven(reason)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Move(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, idea: idea, from: from, to: to, reason: reason,
        overrode: false, by: stamp.actor.person, at: stamp.at))
    board.change(idea, stamp) { $0.stage = to }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    MoveRules.reverse(idea, stamp, on: board)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("sent \(board.reference(idea)) back to \(to.title)", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.move(idea, id)] }

  public func redacted(_ mark: String) -> Self { SendBackIdea(idea: idea, from: from, to: to, reason: mark) }
}
