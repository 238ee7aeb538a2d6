/// One change to the board: its payload, what makes it refusable, and what it does. One file each in this folder.
///
/// The payload holds what the person asked for and nothing that follows from the board, except where the old value is
/// needed to refuse a change made on stale ground. `Codable` is the form it has in the log for ever: add optional
/// properties, never rename or remove one.
public protocol Operation: Codable, Sendable, Hashable {
  /// The name in the log; never changes.
  static var kind: String { get }
  /// Refuses what must not happen, in words for the person who asked. Reads only.
  func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal)
  /// Makes the change. Called after `check`, and alone when a log is replayed; cannot refuse. Where replaying an odd log
  /// leaves something missing, it does nothing.
  func apply(to board: some BoardAccess, _ stamp: Stamp)
  /// The operation that takes this one back on the board as it is now; nil when there is none or nothing left to undo.
  /// `stamp` is that of the logged original.
  func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)?
  /// What the activity feed says, after the name of who did it: "posted 14 “Shared triage desk”".
  /// Reads the board as it is now, so text that was redacted since is not told again.
  func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity
  /// Why it can never be taken back; nil for what `reverse` takes back.
  static var cannotUndo: Lasting? { get }
  /// What the step the room is in can keep people from, if this is such a thing.
  var stepDeed: StepDeed? { get }
  /// Whether it can be done without a name.
  static var mayBeSealed: Bool { get }
  /// The places whose text this operation writes; `id` is its own. Redaction follows a text by them.
  func textPlaces(_ id: OperationID) -> [TextPlace]
  /// The same operation with every text that people wrote replaced by `mark`; self when it holds none.
  func redacted(_ mark: String) -> Self
  /// The same operation with only the text it replaces, where it repeats that, replaced by `mark`.
  func oldTextRedacted(_ mark: String) -> Self
}

extension Operation {
  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? { nil }
  public static var cannotUndo: Lasting? { nil }
  public var stepDeed: StepDeed? { nil }
  public static var mayBeSealed: Bool { false }
  public func textPlaces(_ id: OperationID) -> [TextPlace] { [] }
  public func redacted(_ mark: String) -> Self { self }
  public func oldTextRedacted(_ mark: String) -> Self { self }
}

/// Why a change can never be taken back, and what to do instead.
public struct Lasting: Hashable, Sendable {
  public let why: String
  public let instead: String

  init(_ why: String, instead: String) {
    self.why = why
    self.instead = instead
  }
}

/// Who did something: a person, or somebody whose name was never stored.
public enum Actor: Hashable, Sendable {
  case person(PersonID)
  case sealed

  /// The person; nil when sealed.
  public var person: PersonID? { if case .person(let id) = self { id } else { nil } }
}

/// What the store adds to an operation inside the writers' queue.
public struct Stamp: Hashable, Sendable {
  /// The place in the log: 1, 2, 3 … without gaps. This is the order of things.
  public let seq: Int
  public let id: OperationID
  /// The wall clock, for people; may go back.
  public let at: Timestamp
  public let actor: Actor
  /// Who typed it, when that is not the actor: a facilitator or scribe for somebody without a device.
  public let enteredBy: PersonID?

  /// A stamp as given.
  public init(seq: Int, id: OperationID, at: Timestamp, actor: Actor, enteredBy: PersonID? = nil) {
    self.seq = seq
    self.id = id
    self.at = at
    self.actor = actor
    self.enteredBy = enteredBy
  }
}

/// What `check` may know besides the board.
public struct CheckContext: Sendable {
  public let stamp: Stamp
  /// The role of whoever asks: known even when the stamp is sealed.
  public let role: Role
  /// Whether the board belongs to whoever asks.
  public let isOwner: Bool
  /// Now, by the clocks of the host.
  public let moment: HostMoment
  /// What the asker's connection posted without a name: the right to edit it lives there alone.
  public let holds: Set<OperationID>

  /// A context as given.
  public init(stamp: Stamp, role: Role, isOwner: Bool, moment: HostMoment? = nil, holds: Set<OperationID> = []) {
    self.stamp = stamp
    self.role = role
    self.isOwner = isOwner
    self.moment = moment ?? HostMoment(steady: stamp.at)
    self.holds = holds
  }

  /// The person who asks; nil when sealed.
  public var person: PersonID? { stamp.actor.person }
}

/// A line of the activity feed.
public struct Activity: Hashable, Sendable {
  /// After the actor's name, without a full stop: "moved 14 to Define".
  public var words: String
  /// What it is about, so that a reader can go there.
  public var idea: IdeaID?

  /// A line as given.
  public init(_ words: String, idea: IdeaID? = nil) {
    self.words = words
    self.idea = idea
  }
}
