/// Gives one dot to an idea.
public struct GiveDot: Operation {
  public static let kind = "round.give-dot"
  public var stepDeed: StepDeed? { .vote }

  public var round: RoundID
  public var idea: IdeaID

  /// A dot for the idea in the round.
  public init(round: RoundID, idea: IdeaID) {
    self.round = round
    self.idea = idea
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "give dots")
    let person = try context.voter()
    let round = try board.openRound(round)
    guard case .dots(let budget, let cap) = round.kind else {
      throw Refusal(
        .rule, "Round \(round.number) has no dots.",
        instead: "It asks whether you agree, disagree or pass: say one of these.")
    }
    let idea = try board.votable(idea, in: round, for: "give a dot to")
    let left = budget - Tallies.spent(by: person, in: round.id, on: board)
    let given = Tallies.dots(of: person, around: idea.id, in: round.id, on: board).count { $0.counts }
    if given >= cap {
      let others = left > 0 ? " \(left.counted("dot")) left for others." : ""
      throw Refusal(
        .rule, "\(idea.reference) has \(given.counted("dot")) of yours, the most it can take.\(others)",
        remedy: .takeBackDot)
    }
    if left <= 0 {
      throw Refusal(
        .rule, "You have no dots left: all \(budget) are given.", instead: "Take one back to move it.",
        remedy: .takeBackDot)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let round = board.get(round), let person = stamp.actor.person else { return }
    board.put(
      Ballot(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, round: round.id, person: person, idea: idea, position: nil))
    Tallies.recount(Tallies.root(of: idea, on: board), in: round, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    let ballot = Identifier<Ballot>(madeBy: stamp.id)
    return board.get(ballot)?.counts == true ? TakeBackDot(round: round, idea: idea, ballot: ballot) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("gave a dot", to: idea, in: round)
  }
}
