import IdeaPipeline

/// A help request, as commands print it.
public struct HelpJSON: Encodable, Sendable {
  public var number: Int
  public var topic: String
  /// "waiting", "claimed", "arrived" or "closed".
  public var state: String
  /// The name of who asked.
  public var asker: String
  @OrNull public var team: String?
  @OrNull public var expert: String?
  public var askedAt: String
  @OrNull public var claimedAt: String?
  @OrNull public var arrivedAt: String?
  @OrNull public var closedAt: String?
  /// From asking until somebody claimed it, or until now.
  public var secondsWaiting: Int
  @OrNull public var note: String?

  /// A request as the queue shows it.
  public init(_ view: HelpView, now: HostMoment) {
    let request = view.request
    number = request.number
    topic = request.topic
    state = request.state.rawValue
    asker = view.asker
    askedAt = request.askedAt.wall.iso8601
    secondsWaiting = Int(view.waited(at: now) / 1000)
    _team = OrNull(wrappedValue: view.team)
    _expert = OrNull(wrappedValue: view.expert)
    _claimedAt = OrNull(wrappedValue: request.claimedAt?.wall.iso8601)
    _arrivedAt = OrNull(wrappedValue: request.arrivedAt?.wall.iso8601)
    _closedAt = OrNull(wrappedValue: request.closedAt?.wall.iso8601)
    _note = OrNull(wrappedValue: request.note)
  }
}

extension HelpView {
  /// Milliseconds from asking until somebody claimed it, until it ended without that, or until now.
  public func waited(at now: HostMoment) -> Int64 {
    max(0, (request.claimedAt ?? request.closedAt ?? now).milliseconds(since: request.askedAt))
  }
}

/// An action, as commands print it.
public struct ActionJSON: Encodable, Sendable {
  public var number: Int
  public var text: String
  /// "open", "done" or "dropped".
  public var state: String
  /// The name of who does it.
  @OrNull public var owner: String?
  @OrNull public var team: String?
  /// The day it is due.
  @OrNull public var due: String?
  /// What it is about: "idea 14", "challenge 2"; null for the board.
  @OrNull public var about: String?
  public var addedAt: String

  /// An action as lists show it.
  public init(_ row: ActionRow) {
    number = row.action.number
    text = row.action.text
    state = row.action.state.rawValue
    addedAt = row.action.addedAt.iso8601
    _owner = OrNull(wrappedValue: row.owner)
    _team = OrNull(wrappedValue: row.team)
    _due = OrNull(wrappedValue: row.action.due)
    _about = OrNull(wrappedValue: row.subject)
  }
}

/// A team, as commands print it.
public struct TeamJSON: Encodable, Sendable {
  public var name: String
  @OrNull public var place: String?
  /// How many people fit in; null for as many as come.
  @OrNull public var seats: Int?
  /// Handles.
  public var members: [String]
  /// Handles of those who wait for a seat, first come first.
  public var waiting: [String]

  /// A team as lists show it.
  public init(_ row: TeamRow) {
    name = row.team.name
    members = row.members.map(\.handle)
    waiting = row.waiting.map(\.handle)
    _place = OrNull(wrappedValue: row.team.place)
    _seats = OrNull(wrappedValue: row.team.seats)
  }
}
