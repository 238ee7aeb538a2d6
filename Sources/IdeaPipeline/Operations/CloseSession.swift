/// Closes a session; the step the room is in ends. It can be opened again.
public struct CloseSession: Operation {
  public static let kind = "session.close"
  public static let cannotUndo: Lasting? = Lasting("Closing a session cannot be undone.", instead: "Open it again.")

  public var session: SessionID
  public var moment: HostMoment

  /// The session to close.
  public init(session: SessionID, moment: HostMoment) {
    self.session = session
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.requireLead(of: board.open(session), "close the session", on: board)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.endCurrentStep(of: session, moment)
    board.change(session) { session in
      session.state = .closed
      session.closedAt = stamp.at
      session.broadcast = nil
      session.spotlight = nil
      session.isWallBlank = false
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("closed \(board.reference(session))")
  }
}
