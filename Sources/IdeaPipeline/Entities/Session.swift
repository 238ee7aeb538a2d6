/// An event day or a workshop on the board. It owns an agenda: see `AgendaStep`.
public struct Session: Entity {
  /// Whether it is still to come, going on, or over.
  public enum State: String, Codable, Sendable, CaseIterable {
    case planned, open, closed
  }

  public static let entityName = "session"
  public let id: SessionID
  public let seq: Int
  /// Counts from 1 on each board.
  public var number: Int
  public var title: String
  /// At most one session of a board is open.
  public var state: State
  public var openedAt: Timestamp?
  public var closedAt: Timestamp?
  /// The facilitator who runs the room; another takes over openly.
  public var lead: PersonID?
  /// The step that runs, is paused or is over its time.
  public var currentStep: StepID?
  /// The line that every screen shows.
  public var broadcast: Broadcast?
  /// The idea that everybody is asked to look at.
  public var spotlight: IdeaID?
  /// Whether the wall shows nothing but the clock.
  public var isWallBlank: Bool
  /// The operation that wrote the title as it stands now.
  public var textFrom: OperationID

  /// A session as it is planned.
  public init(id: SessionID, seq: Int, number: Int, title: String) {
    self.id = id
    self.seq = seq
    self.number = number
    self.title = title
    state = .planned
    isWallBlank = false
    textFrom = OperationID(rawValue: id.rawValue)
  }

  public static let indexes: [EntityIndex<Session>] = [
    EntityIndex(["number"], isUnique: true) { [.number($0.number)] },
    EntityIndex(["state"]) { [.text($0.state.rawValue)] },
  ]
}

/// A line that a facilitator shows to everybody.
public struct Broadcast: Codable, Hashable, Sendable {
  public var text: String
  public var by: PersonID?
  public var at: Timestamp
  /// The operation that sent it.
  public var sentIn: OperationID

  /// A line as given.
  public init(text: String, by: PersonID?, at: Timestamp, sentIn: OperationID) {
    self.text = text
    self.by = by
    self.at = at
    self.sentIn = sentIn
  }
}

extension Lookup where E == Session {
  /// The session with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
  /// The open session (at most one at any time).
  public static var openSession: Self { Self(["state"], [.text(Session.State.open.rawValue)]) }
}
