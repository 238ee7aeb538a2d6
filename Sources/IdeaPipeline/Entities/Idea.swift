/// A thought worth pursuing, on its way through the five stages.
public struct Idea: Entity {
  public static let entityName = "idea"
  public let id: IdeaID
  public let seq: Int
  /// What people say aloud: "idea 14". Nil while the idea is not public yet.
  public var number: Int?
  /// One line, 1–140 graphemes.
  public var title: String
  /// Up to 4,000 graphemes.
  public var body: String
  /// Lower-case words without "#".
  public var tags: [String]
  public var links: [EvidenceLink]
  /// The operation that set the tags as they stand now.
  public var tagsFrom: OperationID
  /// The operation that set the links as they stand now.
  public var linksFrom: OperationID
  public var challenge: ChallengeID?
  public var stage: Stage
  /// Nil when no name was stored.
  public var author: PersonID?
  public var coAuthors: [PersonID]
  /// The idea this one builds on.
  public var buildsOn: IdeaID?
  /// The idea this one was merged into.
  public var mergedInto: IdeaID?
  /// A merge that takes effect when the open round closes.
  public var mergeAtClose: IdeaID?
  /// What it was merged into before it was unmerged, so that unmerging can be taken back.
  public var formerParent: IdeaID?
  public var isWithdrawn: Bool
  public var hidden: Hiding?
  /// How it was hidden before it was shown again, so that showing it can be taken back.
  public var formerHiding: Hiding?
  public var outcome: Outcome?
  /// The outcome that was taken back last, so that taking it back can be taken back.
  public var formerOutcome: Outcome?
  /// Follows from the flags above: see `refreshState`.
  public private(set) var state: IdeaState
  /// 1 for the text as posted; each edit adds one. A save names the revision it started from.
  public var revision: Int
  /// The operation that wrote the title and body as they stand now.
  public var textFrom: OperationID
  /// The last number given to a comment on this idea.
  public var lastComment: Int
  /// Comments that are neither withdrawn nor hidden.
  public var comments: Int
  /// Ideas that build on this one, whatever their state, but for those that are not revealed yet.
  public var builds: Int
  public var createdAt: Timestamp
  public var updatedAt: Timestamp
  /// The sequence number of the last operation that changed anything about the idea.
  public var activity: Int
  /// The step in which it was posted.
  public var step: StepID?
  /// Who may see whose it is. Never changes.
  public var naming: Naming
  /// Whether only those who wrote it see it, until the step in which it was posted is revealed.
  public var isUnrevealed: Bool
  /// The sequence number of the operation that showed it to everyone: its own, or that of the reveal. The order of lists,
  /// so that nothing tells who was first to post in private.
  public var shownFrom: Int

  /// An idea as it is posted.
  public init(
    id: IdeaID, seq: Int, number: Int?, title: String, body: String = "", tags: [String] = [],
    links: [EvidenceLink] = [], challenge: ChallengeID? = nil, stage: Stage, author: PersonID?,
    coAuthors: [PersonID] = [], buildsOn: IdeaID? = nil, createdAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.number = number
    self.title = title
    self.body = body
    self.tags = tags
    self.links = links
    tagsFrom = OperationID(rawValue: id.rawValue)
    linksFrom = OperationID(rawValue: id.rawValue)
    self.challenge = challenge
    self.stage = stage
    self.author = author
    self.coAuthors = coAuthors
    self.buildsOn = buildsOn
    isWithdrawn = false
    state = .active
    revision = 1
    textFrom = OperationID(rawValue: id.rawValue)
    lastComment = 0
    comments = 0
    builds = 0
    self.createdAt = createdAt
    updatedAt = createdAt
    activity = seq
    naming = .named
    isUnrevealed = false
    shownFrom = seq
  }

  /// Sets `state` from the flags; called by every operation that changes one. Not being
  /// shown yet outweighs hidden outweighs withdrawn outweighs merged.
  public mutating func refreshState() {
    state =
      isUnrevealed
      ? .unrevealed : hidden != nil ? .hidden : isWithdrawn ? .withdrawn : mergedInto != nil ? .merged : .active
  }

  /// Records that the operation changed something about the idea.
  mutating func touch(_ stamp: Stamp) {
    updatedAt = stamp.at
    activity = stamp.seq
  }

  /// Whether the person wrote it, alone or with others.
  public func isWritten(by person: PersonID) -> Bool { author == person || coAuthors.contains(person) }

  public static let indexes: [EntityIndex<Idea>] = [
    EntityIndex(["number"], isUnique: true) { $0.number.map { [.number($0)] } },
    EntityIndex(["buildsOn"]) { $0.buildsOn.map { [.id($0.rawValue)] } },
    EntityIndex(["mergedInto"]) { $0.mergedInto.map { [.id($0.rawValue)] } },
    EntityIndex(["mergeAtClose"]) { $0.mergeAtClose.map { [.id($0.rawValue)] } },
    EntityIndex(["challenge"]) { $0.challenge.map { [.id($0.rawValue)] } },
    EntityIndex(["author"]) { $0.author.map { [.id($0.rawValue)] } },
    EntityIndex(["step", "isUnrevealed"]) { idea in
      idea.step.map { [.id($0.rawValue), .number(idea.isUnrevealed ? 1 : 0)] }
    },
  ]
}

extension Lookup where E == Idea {
  /// What was posted in a private step and not shown yet.
  public static func unrevealed(in step: StepID) -> Self {
    Self(["step", "isUnrevealed"], [.id(step.rawValue), .number(1)])
  }
  /// The idea with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
  /// The ideas that build on this one.
  public static func builds(on idea: IdeaID) -> Self { Self(["buildsOn"], [.id(idea.rawValue)]) }
  /// The ideas merged into this one.
  public static func merged(into idea: IdeaID) -> Self { Self(["mergedInto"], [.id(idea.rawValue)]) }
  /// The ideas that will be merged into this one when the round closes.
  public static func mergingAtClose(into idea: IdeaID) -> Self { Self(["mergeAtClose"], [.id(idea.rawValue)]) }
  /// The ideas that answer this challenge.
  public static func answering(_ challenge: ChallengeID) -> Self { Self(["challenge"], [.id(challenge.rawValue)]) }
  /// The ideas this person posted.
  public static func posted(by person: PersonID) -> Self { Self(["author"], [.id(person.rawValue)]) }
}

/// Whether an idea is in play.
public enum IdeaState: String, Codable, Sendable, CaseIterable {
  case active, merged, withdrawn, hidden
  /// Posted in a private step that was not revealed yet.
  case unrevealed
}

/// Why something was hidden from everyone.
public struct Hiding: Codable, Sendable, Hashable {
  public var reason: String
  public var by: PersonID?
  public var at: Timestamp
  /// The operation that hid it and gave the reason.
  public var hiddenIn: OperationID

  /// A hiding as given.
  public init(reason: String, by: PersonID?, at: Timestamp, hiddenIn: OperationID) {
    self.reason = reason
    self.by = by
    self.at = at
    self.hiddenIn = hiddenIn
  }
}

/// A pointer to evidence outside the board.
public struct EvidenceLink: Codable, Sendable, Hashable {
  public var url: String
  public var title: String?

  /// A link as given.
  public init(url: String, title: String? = nil) {
    self.url = url
    self.title = title
  }
}

/// How an idea ended after test, with what was learned.
public struct Outcome: Codable, Sendable, Hashable {
  /// The four ways an idea can end.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case adopted, adapted, parked, stopped
  }
  public var kind: Kind
  /// The learning that led to it, 1–2,000 characters.
  public var learning: String
  public var by: PersonID?
  public var at: Timestamp
  /// The operation that decided it.
  public var decidedIn: OperationID

  /// An outcome as given.
  public init(kind: Kind, learning: String, by: PersonID?, at: Timestamp, decidedIn: OperationID) {
    self.kind = kind
    self.learning = learning
    self.by = by
    self.at = at
    self.decidedIn = decidedIn
  }
}

/// The text of an idea before an edit.
public struct IdeaRevision: Entity {
  public static let entityName = "idea_revision"
  /// That of the operation whose edit replaced this text.
  public let id: Identifier<IdeaRevision>
  public let seq: Int
  public var idea: IdeaID
  /// The revision this text was: 1 for the text as posted.
  public var number: Int
  public var title: String
  public var body: String
  /// The operation that had written this text.
  public var textFrom: OperationID
  public var replacedAt: Timestamp

  /// A revision as given.
  public init(
    id: Identifier<IdeaRevision>, seq: Int, idea: IdeaID, number: Int, title: String, body: String,
    textFrom: OperationID, replacedAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.idea = idea
    self.number = number
    self.title = title
    self.body = body
    self.textFrom = textFrom
    self.replacedAt = replacedAt
  }

  public static let indexes: [EntityIndex<IdeaRevision>] = [
    EntityIndex(["idea"]) { [.id($0.idea.rawValue)] },
    EntityIndex(["textFrom"]) { [.id($0.textFrom.rawValue)] },
  ]
}

extension Lookup where E == IdeaRevision {
  /// The earlier texts of an idea, oldest first.
  public static func of(_ idea: IdeaID) -> Self { Self(["idea"], [.id(idea.rawValue)]) }
  /// The earlier text that this operation wrote (at most one).
  public static func written(by operation: OperationID) -> Self { Self(["textFrom"], [.id(operation.rawValue)]) }
}

/// One step of an idea's journey between stages.
public struct Move: Entity {
  public static let entityName = "move"
  public let id: Identifier<Move>
  public let seq: Int
  public var idea: IdeaID
  public var from: Stage
  public var to: Stage
  /// Always there when an idea goes back or its gate was overridden.
  public var reason: String?
  /// Whether a facilitator let it pass an unmet gate.
  public var overrode: Bool
  public var by: PersonID?
  public var at: Timestamp

  /// A move as given.
  public init(
    id: Identifier<Move>, seq: Int, idea: IdeaID, from: Stage, to: Stage, reason: String?, overrode: Bool,
    by: PersonID?, at: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.idea = idea
    self.from = from
    self.to = to
    self.reason = reason
    self.overrode = overrode
    self.by = by
    self.at = at
  }

  public static let indexes: [EntityIndex<Move>] = [
    EntityIndex(["idea"]) { [.id($0.idea.rawValue)] }
  ]
}

extension Lookup where E == Move {
  /// The moves of an idea, oldest first.
  public static func of(_ idea: IdeaID) -> Self { Self(["idea"], [.id(idea.rawValue)]) }
}
