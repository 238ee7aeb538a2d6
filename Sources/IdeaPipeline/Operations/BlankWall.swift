/// Blanks the wall at once, or shows it again.
public struct BlankWall: Operation {
  public static let kind = "session.blank-wall"

  public var session: SessionID
  public var isBlank: Bool

  /// Whether the wall shows nothing but the clock.
  public init(session: SessionID, isBlank: Bool) {
    self.session = session
    self.isBlank = isBlank
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.moderate, "blank the wall")
    if try board.open(session).isWallBlank == isBlank {
      throw Refusal.unchanged("the wall is \(isBlank ? "blank" : "shown") already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) { board.change(session) { $0.isWallBlank = isBlank } }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let session = board.get(session), session.state == .open, session.isWallBlank == isBlank else { return nil }
    return BlankWall(session: session.id, isBlank: !isBlank)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity(isBlank ? "blanked the wall" : "showed the wall again")
  }
}
