/// Raises the asker's hand, or takes a hand down: one's own, or as a facilitator anybody's.
public struct RaiseHand: Operation {
  public static let kind = "session.hand"
  public static let cannotUndo: Lasting? = Lasting(
    "A hand is not taken down by undo.", instead: "Take it down, or raise it again.")

  public var session: SessionID
  public var isRaised: Bool
  /// Whose hand a facilitator takes down; nil for one's own.
  public var whose: PersonID?

  /// A hand as given.
  public init(session: SessionID, isRaised: Bool = true, whose: PersonID? = nil) {
    self.session = session
    self.isRaised = isRaised
    self.whose = whose
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    guard let person = context.person else {
      throw Refusal(.rule, "A raised hand has a name.", instead: "Raise yours.")
    }
    _ = try board.open(session)
    if let whose, whose != person {
      try context.require(.facilitate, "take down somebody else’s hand")
      if isRaised { throw Refusal(.badInput, "Everybody raises their own hand.", instead: "Ask them to.") }
    }
    if (board.first(.raised(in: session, by: whose ?? person)) != nil) == isRaised {
      throw Refusal.unchanged(isRaised ? "your hand is up already" : "that hand is down already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let person = whose ?? stamp.actor.person else { return }
    let hand = board.first(.raised(in: session, by: person))
    if let hand, !isRaised { board.remove(hand.id) }
    if hand == nil, isRaised {
      board.put(
        RaisedHand(id: Identifier(madeBy: stamp.id), seq: stamp.seq, session: session, person: person, at: stamp.at))
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    if isRaised { return Activity("raised a hand") }
    let other = whose.flatMap { $0 == stamp.actor.person ? nil : $0 }
    return Activity(other.map { "took down the hand of \(board.reference($0))" } ?? "took the hand down")
  }
}
