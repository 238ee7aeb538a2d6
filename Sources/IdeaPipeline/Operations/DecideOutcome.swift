/// Says how an idea ended after test, with the learning that led to it.
public struct DecideOutcome: Operation {
  public static let kind = "idea.decide-outcome"

  public var idea: IdeaID
  public var outcome: Outcome.Kind
  /// 1–2,000 graphemes.
  public var learning: String

  /// An outcome as given.
  public init(idea: IdeaID, outcome: Outcome.Kind, learning: String) {
    self.idea = idea
    self.outcome = outcome
    self.learning = learning
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.curate, "decide an outcome")
    let idea = try board.ideaInPlay(idea, for: "decide the outcome of")
    if let outcome = idea.outcome {
      throw Refusal(
        .rule, "\(idea.reference) ended as \(outcome.kind.rawValue) already.",
        instead: "Take that back before you decide anew.",
        remedy: .retractOutcome)
    }
    guard idea.stage == .test else {
      throw Refusal(
        .rule, "\(idea.reference) is in \(idea.stage.title): its outcome is decided at Test.",
        instead: "Advance it first.")
    }
    if TextRule.answer.isBlank(learning) {
      throw Refusal(
        .rule, "An outcome without its learning helps nobody.", instead: "Say what was learned.", remedy: .giveReason)
    }
    try TextRule.answer.check(learning)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.outcome = Outcome(
        kind: outcome, learning: learning, by: stamp.actor.person, at: stamp.at, decidedIn: stamp.id)
      idea.formerOutcome = nil
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(idea)?.outcome?.decidedIn == stamp.id ? RetractOutcome(idea: idea) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("ended \(board.reference(idea)) as \(outcome.rawValue)", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.outcome(idea)] }

  public func redacted(_ mark: String) -> Self { DecideOutcome(idea: idea, outcome: outcome, learning: mark) }
}
