/// One step of a session's agenda: what is asked, for how long, and what holds meanwhile.
public struct AgendaStep: Entity {
  /// Where a step stands. Reaching its deadline changes nothing: it goes on running, over its time.
  public enum State: String, Codable, Sendable, CaseIterable {
    case planned, running, paused, done, skipped
  }

  public static let entityName = "agenda_step"
  public let id: StepID
  public let seq: Int
  public var session: SessionID
  /// Its place in the agenda, counting from 1.
  public var place: Int
  public var plan: StepPlan
  public var state: State
  /// When this run of it will be over; nil unless it is running.
  public var deadline: HostMoment?
  /// Milliseconds left (negative: over) when it was paused; nil unless it is paused.
  public var left: Int64?
  /// Each time it was started, oldest first; the last one may not be over.
  public var runs: [StepRun]
  /// When the posts of a private step were shown to everyone; nil while they are not.
  public var revealedAt: Timestamp?
  /// The operation that wrote the plan as it stands now.
  public var textFrom: OperationID

  /// A step as it is planned.
  public init(id: StepID, seq: Int, session: SessionID, place: Int, plan: StepPlan) {
    self.id = id
    self.seq = seq
    self.session = session
    self.place = place
    self.plan = plan
    state = .planned
    runs = []
    textFrom = OperationID(rawValue: id.rawValue)
  }

  /// Whether it is the step the room is in.
  public var isCurrent: Bool { state == .running || state == .paused }

  /// Milliseconds left at a moment, negative when over; nil unless it is the current step.
  public func left(at moment: HostMoment) -> Int64? {
    deadline.map { -moment.milliseconds(since: $0) } ?? left
  }

  /// Milliseconds it has taken so far, pauses left out.
  public func taken(at moment: HostMoment) -> Int64 {
    runs.reduce(0) { $0 + $1.taken(at: moment, isRunning: state == .running) }
  }

  public static let indexes: [EntityIndex<AgendaStep>] = [
    EntityIndex(["session"]) { [.id($0.session.rawValue)] }
  ]
}

extension Lookup where E == AgendaStep {
  /// The steps of a session; their order is that of `place`.
  public static func of(_ session: SessionID) -> Self { Self(["session"], [.id(session.rawValue)]) }
}

/// One time that a step was run.
public struct StepRun: Codable, Hashable, Sendable {
  /// When it was started.
  public var started: HostMoment
  /// When it went on after the last pause; `started` when there was none.
  public var resumed: HostMoment
  /// Milliseconds until the last pause, or in all when it is over.
  public var worked: Int64
  /// Minutes that were meant for it, with those it was extended by.
  public var minutes: Int
  public var ended: HostMoment?

  /// A run that starts now.
  public init(started: HostMoment, minutes: Int) {
    self.started = started
    resumed = started
    worked = 0
    self.minutes = minutes
  }

  /// Milliseconds it has taken at a moment, pauses left out.
  public func taken(at moment: HostMoment, isRunning: Bool) -> Int64 {
    ended == nil && isRunning ? worked + max(0, moment.milliseconds(since: resumed)) : worked
  }
}

/// What a step is meant to be: written in a seed, or by a facilitator as it goes.
public struct StepPlan: Codable, Hashable, Sendable {
  /// What people do in a step.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case work, gallery, round, pitch, actions
    case privateWriting = "private-writing"
    case rest = "break"
  }

  /// One line, 1–80 characters.
  public var title: String
  /// What is asked, in a line or two; may be empty.
  public var instruction: String
  /// 1–600.
  public var minutes: Int
  public var kind: Kind
  /// The stages it is about; empty for all.
  public var stages: [Stage]
  /// The challenges it is about; empty for all.
  public var challenges: [ChallengeID]
  public var naming: Naming
  /// Whether each sees only their own posts until the reveal.
  public var isPrivate: Bool
  public var hidesOrganisations: Bool
  /// Whether posts later than 15 seconds after the deadline are refused.
  public var isHardStop: Bool
  /// What the roles named here may do, instead of all that they may do otherwise.
  public var rights: [StepRight]

  /// A plan; `isPrivate` and `rights` follow from the kind where they are not given.
  public init(
    title: String, instruction: String = "", minutes: Int, kind: Kind = .work, stages: [Stage] = [],
    challenges: [ChallengeID] = [], naming: Naming = .named, isPrivate: Bool? = nil, hidesOrganisations: Bool = false,
    isHardStop: Bool = false, rights: [StepRight] = []
  ) {
    self.title = title
    self.instruction = instruction
    self.minutes = minutes
    self.kind = kind
    self.stages = stages
    self.challenges = challenges
    self.naming = naming
    self.isPrivate = isPrivate ?? (kind == .privateWriting)
    self.hidesOrganisations = hidesOrganisations
    self.isHardStop = isHardStop
    self.rights = rights
  }

  /// Whether somebody of this role may do it in this step, as far as the step is concerned.
  public func allows(_ deed: StepDeed, _ role: Role) -> Bool {
    rights.first { $0.role == role }.map { $0.deeds.contains(deed) } ?? true
  }
}

/// Whose names are under what is posted in a step. Each case keeps more to itself than the one before.
public enum Naming: String, Codable, Sendable, CaseIterable, Comparable {
  /// Everybody sees who wrote it.
  case named
  /// Coaches and facilitators see who wrote it, participants and observers do not.
  case hidden
  /// No name is stored.
  case sealed

  /// Orders namings by how much they keep to themselves.
  public static func < (lhs: Naming, rhs: Naming) -> Bool {
    (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
  }
}

/// What a step can keep a role from doing.
public enum StepDeed: String, Codable, Sendable, CaseIterable {
  case post, comment, vote, advance, edit, answer

  /// Completes "this step is not for …".
  public var gerund: String {
    switch self {
    case .post: "posting ideas"
    case .comment: "commenting"
    case .vote: "voting"
    case .advance: "moving ideas"
    case .edit: "editing"
    case .answer: "answering worksheets"
    }
  }
}

/// What a role may do in a step.
public struct StepRight: Codable, Hashable, Sendable {
  public var role: Role
  public var deeds: [StepDeed]

  /// A right as given.
  public init(role: Role, deeds: [StepDeed]) {
    self.role = role
    self.deeds = deeds
  }
}
