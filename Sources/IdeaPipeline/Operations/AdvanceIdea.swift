/// Moves an idea forward, over one stage or several; the gate of each stage on the way has to be met.
public struct AdvanceIdea: Operation {
  public static let kind = "idea.advance"
  public var stepDeed: StepDeed? { .advance }

  public var idea: IdeaID
  /// The stage the person saw it in.
  public var from: Stage
  public var to: Stage
  public var reason: String?
  /// Whether a facilitator lets it pass whatever is missing; takes a reason.
  public var overrides: Bool

  /// A move as given.
  public init(idea: IdeaID, from: Stage, to: Stage, reason: String? = nil, overrides: Bool = false) {
    self.idea = idea
    self.from = from
    self.to = to
    self.reason = reason
    self.overrides = overrides
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaInPlay(idea, for: "advance")
    try context.require(.move(isOwnOrTeams: board.isOwnOrTeams(idea, context.person)), "advance \(idea.reference)")
    try MoveRules.check(idea, isIn: from)
    if from == .test {
      throw Refusal(
        .rule, "\(idea.reference) is at Test, the last stage. What comes next is its outcome.", remedy: .decideOutcome)
    }
    guard to > from else {
      throw Refusal(
        .rule, "\(to.title) does not come after \(from.title), where \(idea.reference) is.", remedy: .sendBack)
    }
    if let reason { try TextRule.reason.check(reason) }
    let missing = unmetGates(on: board)
    if missing.isEmpty { return }
    guard overrides else { throw Refusal(.rule, MoveRules.sentence(for: missing), remedy: .answerWorksheet) }
    try context.require(.overrideGate, "let \(idea.reference) pass an unmet gate")
    try TextRule.reason.checkGiven(reason ?? "")
  }

  private func unmetGates(on board: some BoardAccess) -> [Gate] {
    Stage.allCases.filter { $0 >= from && $0 < to }
      .map { board.gate(of: idea, leaving: $0) }
      .filter { !$0.missing.isEmpty }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Move(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, idea: idea, from: from, to: to, reason: reason,
        overrode: overrides && !unmetGates(on: board).isEmpty, by: stamp.actor.person, at: stamp.at))
    board.change(idea, stamp) { $0.stage = to }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    MoveRules.reverse(idea, stamp, on: board)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let move: Move? = board.get(Identifier(madeBy: stamp.id))
    let how = move?.overrode == true ? ", its gate unmet" : ""
    return Activity("moved \(board.reference(idea)) to \(to.title)\(how)", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { reason == nil ? [] : [.move(idea, id)] }

  public func redacted(_ mark: String) -> Self {
    var copy = self
    if reason != nil { copy.reason = mark }
    return copy
  }
}
