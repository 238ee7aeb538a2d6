/// A team (or a person without one) asks for somebody who knows.
public struct HelpRequest: Entity {
  /// From asking to the end.
  public enum State: String, Codable, Sendable, CaseIterable {
    case waiting, claimed, arrived, closed
  }

  public static let entityName = "help_request"
  public let id: HelpID
  public let seq: Int
  /// Counts from 1 on each board.
  public var number: Int
  public var topic: String
  public var asker: PersonID
  public var team: TeamID?
  public var state: State
  public var askedAt: HostMoment
  public var expert: PersonID?
  public var claimedAt: HostMoment?
  public var arrivedAt: HostMoment?
  public var closedAt: HostMoment?
  /// What the expert leaves with the team.
  public var note: String?
  /// The operation that wrote the note.
  public var noteFrom: OperationID?

  /// A request as it is made.
  public init(id: HelpID, seq: Int, number: Int, topic: String, asker: PersonID, team: TeamID?, askedAt: HostMoment) {
    self.id = id
    self.seq = seq
    self.number = number
    self.topic = topic
    self.asker = asker
    self.team = team
    self.askedAt = askedAt
    state = .waiting
  }

  /// Whether somebody waits or is being helped.
  public var isOpen: Bool { state != .closed }

  public static let indexes: [EntityIndex<HelpRequest>] = [
    EntityIndex(["number"], isUnique: true) { [.number($0.number)] },
    EntityIndex(["state"]) { [.text($0.state.rawValue)] },
  ]
}

extension Lookup where E == HelpRequest {
  /// The request with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
  /// The requests in this state, oldest first.
  public static func inState(_ state: HelpRequest.State) -> Self { Self(["state"], [.text(state.rawValue)]) }
}
