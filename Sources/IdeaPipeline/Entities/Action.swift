/// Something somebody takes away to do.
public struct Action: Entity {
  /// Where it stands.
  public enum State: String, Codable, Sendable, CaseIterable {
    case open, done, dropped
  }

  /// What an action is about.
  public enum Subject: Codable, Hashable, Sendable {
    case board
    case challenge(ChallengeID)
    case idea(IdeaID)
  }

  public static let entityName = "action"
  public let id: ActionID
  public let seq: Int
  /// Counts from 1 on each board.
  public var number: Int
  public var text: String
  public var subject: Subject
  /// Who does it; nil while nobody has taken it.
  public var owner: PersonID?
  public var team: TeamID?
  /// The day it is due as "2026-05-04"; nil when none was set.
  public var due: String?
  public var state: State
  /// The session in which it was agreed.
  public var session: SessionID?
  public var addedBy: PersonID?
  public var addedAt: Timestamp
  /// The operation that wrote the text as it stands now.
  public var textFrom: OperationID

  /// An action as it is agreed.
  public init(
    id: ActionID, seq: Int, number: Int, text: String, subject: Subject, owner: PersonID?, team: TeamID?, due: String?,
    session: SessionID?, addedBy: PersonID?, addedAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.number = number
    self.text = text
    self.subject = subject
    self.owner = owner
    self.team = team
    self.due = due
    self.session = session
    self.addedBy = addedBy
    self.addedAt = addedAt
    state = .open
    textFrom = OperationID(rawValue: id.rawValue)
  }

  public static let indexes: [EntityIndex<Action>] = [
    EntityIndex(["number"], isUnique: true) { [.number($0.number)] },
    EntityIndex(["session"]) { $0.session.map { [.id($0.rawValue)] } },
  ]
}

extension Lookup where E == Action {
  /// The action with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
  /// The actions agreed in a session, oldest first.
  public static func agreed(in session: SessionID) -> Self { Self(["session"], [.id(session.rawValue)]) }
}
