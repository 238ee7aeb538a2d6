/// Takes one dot back from an idea, and from what is merged into it.
public struct TakeBackDot: Operation {
  public static let kind = "round.take-back-dot"
  public var stepDeed: StepDeed? { .vote }

  public var round: RoundID
  public var idea: IdeaID
  /// Which dot, when it has to be that one; else the last one given.
  public var ballot: Identifier<Ballot>?

  /// A dot to take back.
  public init(round: RoundID, idea: IdeaID, ballot: Identifier<Ballot>? = nil) {
    self.round = round
    self.idea = idea
    self.ballot = ballot
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "take back dots")
    let person = try context.voter()
    let idea = try board.existing(idea)
    let round = try board.openRound(round)
    if dot(of: person, on: board) == nil {
      throw Refusal(
        .rule, "You have no dot on \(idea.reference) in round \(round.number).",
        instead: "Take one back from an idea that has yours.")
    }
  }

  private func dot(of person: PersonID, on board: some BoardAccess) -> Ballot? {
    Tallies.dots(of: person, around: idea, in: round, on: board).last {
      $0.counts && $0.position == nil && (ballot == nil || $0.id == ballot)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let round = board.get(round), let person = stamp.actor.person, let dot = dot(of: person, on: board) else {
      return
    }
    board.remove(dot.id)
    // Dots that a merge put over the cap go too: otherwise one of them would take the place.
    for excess in Tallies.dots(of: person, around: idea, in: round.id, on: board) where !excess.counts {
      if Tallies.isInPlay(excess.idea, on: board) { board.remove(excess.id) }
    }
    Tallies.recount(Tallies.root(of: idea, on: board), in: round, on: board)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    GiveDot(round: round, idea: Tallies.root(of: idea, on: board))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("took back a dot", from: idea, in: round)
  }
}
