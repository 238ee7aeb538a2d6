/// Opens a session: from now on the board is in it, and one of its steps can be started.
public struct OpenSession: Operation {
  public static let kind = "session.open"
  public static let cannotUndo: Lasting? = Lasting("Opening a session cannot be undone.", instead: "Close it instead.")

  public var session: SessionID

  /// The session to open.
  public init(session: SessionID) { self.session = session }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "open a session")
    let session = try board.existing(session)
    if session.state == .open {
      throw Refusal.unchanged("session \(session.number) “\(session.title)” is open already")
    }
    if let open = board.openSession {
      throw Refusal(
        .rule, "Session \(open.number) “\(open.title)” is open.", instead: "Close it before you open another one.",
        remedy: .closeSession)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(session) { session in
      session.state = .open
      session.openedAt = session.openedAt ?? stamp.at
      session.closedAt = nil
      session.lead = stamp.actor.person
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("opened \(board.reference(session))")
  }
}
