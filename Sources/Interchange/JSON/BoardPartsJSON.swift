import IdeaPipeline

/// One line of what happened, as commands print it.
public struct ChangeJSON: Encodable, Sendable {
  public var seq: Int
  /// The identity of the operation.
  public var id: String
  public var at: String
  /// A handle; null when the name is hidden from the viewer or was never stored.
  @OrNull public var actor: String?
  /// Who typed it, when that was somebody else.
  @OrNull public var enteredBy: String?
  /// The kind in the log: "idea.post".
  public var kind: String
  /// What was done, after the name of who did it.
  public var words: String
  /// The number of the idea it is about.
  @OrNull public var idea: Int?
  /// Whether it takes an earlier one back.
  public var undo: Bool

  /// A change as a viewer may see it; `number` tells the number of an idea.
  public init(_ change: Change, number: (IdeaID) -> Int? = { _ in nil }) {
    seq = change.seq
    id = change.id.description
    at = change.at.iso8601
    kind = change.kind
    words = change.activity.words
    undo = change.isUndo
    _actor = OrNull(wrappedValue: change.actor.handle)
    _enteredBy = OrNull(wrappedValue: change.enteredBy?.handle)
    _idea = OrNull(wrappedValue: change.activity.idea.flatMap(number))
  }
}

/// A person as commands print them.
public struct PersonJSON: Encodable, Sendable {
  public var handle: String
  public var name: String
  public var role: String
  @OrNull public var team: String?
  @OrNull public var organisation: String?
  @OrNull public var perspective: String?

  /// A person as lists show them.
  public init(_ person: PersonRow) {
    handle = person.handle
    name = person.name
    role = person.role.rawValue
    _team = OrNull(wrappedValue: person.team)
    _organisation = OrNull(wrappedValue: person.organisation)
    _perspective = OrNull(wrappedValue: person.perspective)
  }
}

/// A round as commands print it.
public struct RoundJSON: Encodable, Sendable {
  public var number: Int
  public var title: String
  /// "dots" or "consensus".
  public var kind: String
  /// Dots a person has; null in a consensus round.
  @OrNull public var budget: Int?
  /// Dots a person may put on one idea; null in a consensus round.
  @OrNull public var cap: Int?
  /// Whether it is the round that is open while no other is.
  public var standing: Bool
  public var open: Bool
  public var openedAt: String
  @OrNull public var closedAt: String?
  /// Ideas on the ballot list; null for the standing round, which takes every active idea.
  @OrNull public var ideas: Int?
  public var voters: Int
  /// Voters who have used up their dots or taken a position on every idea.
  public var done: Int
  public var ownSpent: Int
  public var ownPositions: Int
  /// Most first; empty while the round is blind.
  public var results: [RoundResultJSON]

  /// A round as a viewer may see it.
  public init(_ row: RoundRow) {
    let round = row.round
    number = round.number
    title = round.title
    kind = round.budget == nil ? "consensus" : "dots"
    standing = round.isStanding
    open = round.isOpen
    openedAt = round.openedAt.iso8601
    voters = row.voters
    done = row.done
    ownSpent = row.ownSpent
    ownPositions = row.ownPositions
    results = row.ranking.map { RoundResultJSON($0) }
    _budget = OrNull(wrappedValue: round.budget)
    _cap = OrNull(wrappedValue: round.cap)
    _closedAt = OrNull(wrappedValue: round.closedAt?.iso8601)
    _ideas = OrNull(wrappedValue: round.ballotList?.count)
  }
}

/// What one idea came to in a round, as commands print it.
public struct RoundResultJSON: Encodable, Sendable {
  /// 1 for the most; ideas with the same count share one.
  public var place: Int
  /// The idea's number.
  @OrNull public var id: Int?
  public var title: String
  public var dots: Int
  public var agree: Int
  public var disagree: Int
  public var pass: Int
  /// People with at least one counting ballot.
  public var people: Int

  /// A result as a viewer may see it.
  public init(_ rank: RoundRank) {
    let result = rank.result
    place = rank.place
    title = result.title
    dots = result.tally.dots
    agree = result.tally.agree
    disagree = result.tally.disagree
    pass = result.tally.pass
    people = result.tally.people
    _id = OrNull(wrappedValue: result.number)
  }
}

/// A challenge as commands print it.
public struct ChallengeJSON: Encodable, Sendable {
  public var number: Int
  public var question: String
  public var detail: String
  @OrNull public var sponsor: String?
  @OrNull public var place: String?
  public var stage: String
  public var open: Bool
  /// Active ideas that answer it.
  public var ideas: Int

  /// A challenge as lists show it.
  public init(_ row: ChallengeRow) {
    number = row.challenge.number
    question = row.challenge.question
    detail = row.challenge.detail
    stage = row.challenge.stage.rawValue
    open = row.challenge.isOpen
    ideas = row.ideas
    _sponsor = OrNull(wrappedValue: row.challenge.sponsor)
    _place = OrNull(wrappedValue: row.challenge.place)
  }
}

/// Something the search found, as commands print it.
public struct SearchHitJSON: Encodable, Sendable {
  /// The idea's number.
  @OrNull public var id: Int?
  public var title: String
  /// The comment's number when the words are in a comment.
  @OrNull public var comment: Int?
  public var excerpt: String
  /// Where the words are in the excerpt: start and end of each, in characters from 0.
  public var ranges: [[Int]]

  /// A hit as a viewer may see it.
  public init(_ hit: SearchHit) {
    title = hit.idea.title
    excerpt = hit.excerpt
    ranges = hit.ranges.map { [$0.lowerBound, $0.upperBound] }
    _id = OrNull(wrappedValue: hit.idea.number)
    _comment = OrNull(wrappedValue: hit.comment)
  }
}
