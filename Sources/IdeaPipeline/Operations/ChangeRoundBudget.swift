/// Gives everyone more dots in an open round, or fewer while nobody has spent them.
public struct ChangeRoundBudget: Operation {
  public static let kind = "round.change-budget"

  public var round: RoundID
  /// The budget as the facilitator saw it.
  public var old: Int
  public var new: Int

  /// The budget before and after.
  public init(round: RoundID, old: Int, new: Int) {
    self.round = round
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change the dots of a round")
    let round = try board.openRound(round)
    guard case .dots(let budget, let cap) = round.kind else {
      throw Refusal(
        .rule, "Round \(round.number) has no dots: people agree, disagree or pass.",
        instead: "Close it and open a round of dots.")
    }
    if new == budget { throw .unchanged("everyone has \(new.counted("dot")) already") }
    if old != budget { throw .overtaken("The dots of round \(round.number) were changed to \(budget)") }
    try Round.Kind.dots(budget: new, cap: min(cap, new)).check()
    let above = peopleAbove(on: board)
    if above > 0 {
      let who = above == 1 ? "1 person has" : "\(above) people have"
      throw Refusal(
        .rule, "\(who) given more than \(new.counted("dot")) already, so the budget stays at \(budget).",
        instead: "Choose a larger number, or ask them to take some back.")
    }
  }

  private func peopleAbove(on board: some BoardAccess) -> Int {
    board.all(Person.self).count { Tallies.spent(by: $0.id, in: round, on: board) > new }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var round = board.get(round), let cap = round.cap else { return }
    round.kind = .dots(budget: new, cap: cap)
    board.put(round)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let budget = board.get(round)?.budget, budget != old else { return nil }
    return ChangeRoundBudget(round: round, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("gave everyone \(new.counted("dot")) in \(board.reference(round))")
  }
}
