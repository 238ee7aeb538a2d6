import IdeaPipeline

/// A session with its agenda, as commands print it.
public struct SessionJSON: Encodable, Sendable {
  public var number: Int
  public var title: String
  /// "planned", "open" or "closed".
  public var state: String
  @OrNull public var openedAt: String?
  @OrNull public var closedAt: String?
  /// The name of who runs the room.
  @OrNull public var lead: String?
  public var steps: [StepJSON]

  /// A session as lists show it.
  public init(_ row: SessionRow, now: HostMoment) {
    number = row.session.number
    title = row.session.title
    state = row.session.state.rawValue
    steps = row.agenda.map { StepJSON($0, now: now) }
    _openedAt = OrNull(wrappedValue: row.session.openedAt?.iso8601)
    _closedAt = OrNull(wrappedValue: row.session.closedAt?.iso8601)
    _lead = OrNull(wrappedValue: row.lead)
  }
}

/// A step of an agenda, as commands print it.
public struct StepJSON: Encodable, Sendable {
  /// Its place in the agenda, from 1: the number that commands take.
  public var number: Int
  public var title: String
  public var instruction: String
  /// Minutes that are planned for it.
  public var minutes: Int
  public var kind: String
  /// "named", "hidden" or "sealed".
  public var naming: String
  public var `private`: Bool
  public var hidesOrganisations: Bool
  public var hardStop: Bool
  /// "planned", "running", "paused", "done" or "skipped".
  public var state: String
  /// Until its deadline, negative when it is over; null unless it is the step the room is in.
  @OrNull public var secondsLeft: Int?
  /// All its runs together, pauses left out.
  public var secondsTaken: Int
  /// How often it was started.
  public var runs: Int
  @OrNull public var deadlineAt: String?
  /// When the posts of a private step were shown to everyone.
  @OrNull public var revealedAt: String?

  /// A step as the agenda shows it.
  public init(_ step: AgendaStep, now: HostMoment) {
    number = step.place
    title = step.plan.title
    instruction = step.plan.instruction
    minutes = step.plan.minutes
    kind = step.plan.kind.rawValue
    naming = step.plan.naming.rawValue
    self.private = step.plan.isPrivate
    hidesOrganisations = step.plan.hidesOrganisations
    hardStop = step.plan.isHardStop
    state = step.state.rawValue
    secondsTaken = Int(step.taken(at: now) / 1000)
    runs = step.runs.count
    _secondsLeft = OrNull(wrappedValue: step.left(at: now).map { Int(($0 + ($0 > 0 ? 999 : 0)) / 1000) })
    _deadlineAt = OrNull(wrappedValue: step.deadline?.wall.iso8601)
    _revealedAt = OrNull(wrappedValue: step.revealedAt?.iso8601)
  }
}

/// So many of so many, as commands print it.
public struct ShareJSON: Encodable, Sendable {
  public var count: Int
  public var of: Int

  /// A share as given.
  public init(_ share: Share) {
    count = share.count
    of = share.of
  }
}
