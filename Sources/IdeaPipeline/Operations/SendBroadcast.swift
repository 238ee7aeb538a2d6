/// Shows everybody a line, or takes the one that is shown away.
public struct SendBroadcast: Operation {
  public static let kind = "session.broadcast"
  public static let cannotUndo: Lasting? = Lasting(
    "A line that everybody saw cannot be undone.", instead: "Send another one, or take it away.")

  public var session: SessionID
  /// Nil to take the line away.
  public var text: String?

  /// A line as given.
  public init(session: SessionID, text: String?) {
    self.session = session
    self.text = text
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "send a line to everybody")
    let session = try board.open(session)
    if let text {
      try TextRule.title.check(text)
    } else if session.broadcast == nil {
      throw Refusal.unchanged("no line is shown")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(session) { session in
      session.broadcast = text.map { Broadcast(text: $0, by: stamp.actor.person, at: stamp.at, sentIn: stamp.id) }
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    guard text != nil else { return Activity("took the line to everybody away") }
    let shown = board.get(session)?.broadcast.flatMap { $0.sentIn == stamp.id ? $0.text : nil }
    return Activity(shown.map { "said to everybody: “\($0)”" } ?? "said something to everybody")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.broadcast(session)] }

  public func redacted(_ mark: String) -> Self { SendBroadcast(session: session, text: text.map { _ in mark }) }
}
