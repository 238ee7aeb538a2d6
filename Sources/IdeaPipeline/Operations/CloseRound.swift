/// Closes a round that a facilitator opened: everyone sees the tallies, and the merges that waited take effect.
public struct CloseRound: Operation {
  public static let kind = "round.close"
  public static let cannotUndo: Lasting? = Lasting(
    "Closing a round cannot be undone: its results were shown.", instead: "Open another one.")

  public var round: RoundID

  /// The round to close.
  public init(round: RoundID) { self.round = round }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "close a round")
    let round = try board.existing(round)
    if !round.isOpen {
      throw Refusal(
        .rule, "Round \(round.number) “\(round.title)” is closed already.",
        instead: "Its results can be read; another round can be opened.")
    }
    if round.isStanding {
      throw Refusal(
        .rule, "The standing dots need no closing.", instead: "They close by themselves when you open a round.",
        remedy: .openRound)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var round = board.get(round) else { return }
    Tallies.close(&round, stamp, on: board)
    for idea in board.all(Idea.self) {
      guard let parent = idea.mergeAtClose.flatMap({ board.get($0) }) else { continue }
      let takesEffect = idea.state == .active && (parent.state == .active || parent.state == .merged)
      board.change(idea.id, stamp) { idea in
        idea.mergeAtClose = nil
        if takesEffect { idea.mergedInto = parent.id }
      }
      if takesEffect { Tallies.familyChanged(idea.id, parent.id, on: board) }
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("closed \(board.reference(round))")
  }
}
