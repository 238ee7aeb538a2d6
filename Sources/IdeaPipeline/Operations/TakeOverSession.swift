/// Another facilitator goes on running the room. Everybody is told.
public struct TakeOverSession: Operation {
  public static let kind = "session.take-over"
  public static let cannotUndo: Lasting? = Lasting(
    "Taking over cannot be undone.", instead: "Whoever ran the room before takes over again.")

  public var session: SessionID

  /// The session to run from now on.
  public init(session: SessionID) { self.session = session }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let session = try board.open(session)
    if !context.isOwner { try context.require(.facilitate, "take over") }
    guard context.person != nil else {
      throw Refusal(.rule, "Whoever runs the room has a name.", instead: "Take over with yours.")
    }
    if session.lead == context.person { throw Refusal.unchanged("you run the room already") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(session) { $0.lead = stamp.actor.person }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("took over \(board.reference(session))")
  }
}
