/// Agrees or disagrees with an idea, or passes. It replaces the position the person had on it.
public struct CastPosition: Operation {
  public static let kind = "round.cast-position"
  public var stepDeed: StepDeed? { .vote }

  public var round: RoundID
  public var idea: IdeaID
  /// Nil takes the position away.
  public var position: Ballot.Position?

  /// A position on the idea in the round.
  public init(round: RoundID, idea: IdeaID, position: Ballot.Position?) {
    self.round = round
    self.idea = idea
    self.position = position
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "vote")
    let person = try context.voter()
    let round = try board.openRound(round)
    if let budget = round.budget {
      throw Refusal(
        .rule, "Round \(round.number) asks for dots, up to \(budget) each, not for agreement.",
        instead: "Give the idea a dot.")
    }
    let idea = try board.votable(idea, in: round, for: "vote on")
    let now = board.first(.cast(in: round.id, by: person, on: idea.id))?.position
    if position == now {
      throw .unchanged(now == nil ? "you have no position on \(idea.reference)" : "this is your position already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let round = board.get(round), let person = stamp.actor.person else { return }
    let old = board.first(.cast(in: round.id, by: person, on: idea))
    if let old { board.remove(old.id) }
    let new = position.map {
      Ballot(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, round: round.id, person: person, idea: idea, position: $0,
        previous: old?.position)
    }
    if let new { board.put(new) }
    Tallies.positionChanged(from: old, to: new, in: round, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    let ballot: Ballot? = board.get(Identifier(madeBy: stamp.id))
    return ballot.map { CastPosition(round: round, idea: idea, position: $0.previous) }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity(position == nil ? "took back a vote" : "voted", in: round)
  }
}
