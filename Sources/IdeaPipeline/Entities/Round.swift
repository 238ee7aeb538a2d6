/// A vote of the room: dots, or agree, disagree and pass.
public struct Round: Entity {
  /// How people vote.
  public enum Kind: Codable, Sendable, Hashable {
    /// Each person has `budget` dots and may put at most `cap` of them on one idea.
    case dots(budget: Int, cap: Int)
    /// Each person agrees, disagrees or passes on each idea.
    case consensus
  }

  public static let entityName = "round"
  public let id: RoundID
  public let seq: Int
  public var number: Int
  public var title: String
  public var kind: Kind
  /// The dot round a board has while no facilitator has opened another: every active idea is on its ballot and its
  /// tally shows all the time.
  public var isStanding: Bool
  public var isOpen: Bool
  /// The ideas that can be voted on, frozen at opening; nil for the standing round.
  public var ballotList: [IdeaID]?
  public var openedAt: Timestamp
  public var closedAt: Timestamp?

  /// A round as it opens.
  public init(
    id: RoundID, seq: Int, number: Int, title: String, kind: Kind, isStanding: Bool, ballotList: [IdeaID]?,
    openedAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.number = number
    self.title = title
    self.kind = kind
    self.isStanding = isStanding
    isOpen = true
    self.ballotList = ballotList
    self.openedAt = openedAt
  }

  /// Whether viewers get only their own ballots: while a round that a facilitator opened is open.
  public var isBlind: Bool { isOpen && !isStanding }

  /// Dots a person has; nil in a consensus round.
  public var budget: Int? { if case .dots(let budget, _) = kind { budget } else { nil } }

  /// Dots a person may put on one idea; nil in a consensus round.
  public var cap: Int? { if case .dots(_, let cap) = kind { cap } else { nil } }

  public static let indexes: [EntityIndex<Round>] = [
    EntityIndex(["number"], isUnique: true) { [.number($0.number)] },
    EntityIndex(["isOpen"]) { [.number($0.isOpen ? 1 : 0)] },
  ]
}

extension Lookup where E == Round {
  /// The round with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
  /// The open round (at most one at any time).
  public static var open: Self { Self(["isOpen"], [.number(1)]) }
}

/// One dot, or one person's position on one idea, as it was cast: merges and withdrawals never rewrite whom it was for.
public struct Ballot: Entity {
  /// Where somebody stands in a consensus round.
  public enum Position: String, Codable, Sendable, CaseIterable {
    case agree, disagree, pass
  }

  public static let entityName = "ballot"
  public let id: Identifier<Ballot>
  public let seq: Int
  public var round: RoundID
  public var person: PersonID
  /// The idea it was cast on, as first cast.
  public var idea: IdeaID
  /// Nil for a dot.
  public var position: Position?
  /// The position that this one replaced; nil when it is the first.
  public var previous: Position?
  /// False while the dot is back with its owner: the idea is out of play, or a merge put the dot over the cap.
  public var counts: Bool

  /// A ballot as it is cast.
  public init(
    id: Identifier<Ballot>, seq: Int, round: RoundID, person: PersonID, idea: IdeaID, position: Position?,
    previous: Position? = nil, counts: Bool = true
  ) {
    self.id = id
    self.seq = seq
    self.round = round
    self.person = person
    self.idea = idea
    self.position = position
    self.previous = previous
    self.counts = counts
  }

  public static let indexes: [EntityIndex<Ballot>] = [
    EntityIndex(["round", "idea"]) { [.id($0.round.rawValue), .id($0.idea.rawValue)] },
    EntityIndex(["round", "person"]) { [.id($0.round.rawValue), .id($0.person.rawValue)] },
    EntityIndex(["round", "person", "idea"]) {
      [.id($0.round.rawValue), .id($0.person.rawValue), .id($0.idea.rawValue)]
    },
  ]
}

extension Lookup where E == Ballot {
  /// The ballots on an idea, as cast.
  public static func cast(in round: RoundID, on idea: IdeaID) -> Self {
    Self(["round", "idea"], [.id(round.rawValue), .id(idea.rawValue)])
  }
  /// Everything a person cast in a round.
  public static func cast(in round: RoundID, by person: PersonID) -> Self {
    Self(["round", "person"], [.id(round.rawValue), .id(person.rawValue)])
  }
  /// What a person cast on an idea.
  public static func cast(in round: RoundID, by person: PersonID, on idea: IdeaID) -> Self {
    Self(["round", "person", "idea"], [.id(round.rawValue), .id(person.rawValue), .id(idea.rawValue)])
  }
}

/// What the ballots on an idea and on those merged into it come to, in one round: derived from the ballots, kept so that a
/// list need not count them.
public struct Tally: Entity {
  public static let entityName = "tally"
  /// Follows from round and idea, so that each pair has one.
  public let id: Identifier<Tally>
  /// That of the round, so that the tallies of an idea come in the order of the rounds.
  public let seq: Int
  public var round: RoundID
  /// The idea the others are merged into.
  public var idea: IdeaID
  /// Counting dots: for each person at most the cap over the idea and those merged into it.
  public var dots: Int
  public var agree: Int
  public var disagree: Int
  public var pass: Int
  /// People with at least one counting ballot.
  public var people: Int

  /// The tally of `idea` in `round`, nothing cast yet.
  public init(round: Round, idea: IdeaID) {
    id = Self.identity(round: round.id, idea: idea)
    seq = round.seq
    self.round = round.id
    self.idea = idea
    dots = 0
    agree = 0
    disagree = 0
    pass = 0
    people = 0
  }

  /// Mixes both identities; a clash among the few thousand pairs of a board is as unlikely as one of random identifiers.
  public static func identity(round: RoundID, idea: IdeaID) -> Identifier<Tally> {
    let mixed = UInt64(bitPattern: round.rawValue) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: idea.rawValue)
    return Identifier(rawValue: Int64(bitPattern: mixed))
  }

  public static let indexes: [EntityIndex<Tally>] = [
    EntityIndex(["round", "idea"], isUnique: true) { [.id($0.round.rawValue), .id($0.idea.rawValue)] },
    EntityIndex(["idea"]) { [.id($0.idea.rawValue)] },
  ]
}

extension Lookup where E == Tally {
  /// The tallies of an idea over all rounds, oldest round first.
  public static func of(_ idea: IdeaID) -> Self { Self(["idea"], [.id(idea.rawValue)]) }
}
