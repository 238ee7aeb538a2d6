import IdeaPipeline

/// One idea with everything around it: the keys of `IdeaJSON` and more.
public struct IdeaDetailJSON: Encodable, Sendable {
  public var idea: IdeaJSON
  public var more: More

  /// One idea as a viewer may see it.
  public init(_ detail: IdeaDetail) {
    idea = IdeaJSON(detail.row)
    more = More(detail)
  }

  public func encode(to encoder: any Encoder) throws {
    try idea.encode(to: encoder)
    try more.encode(to: encoder)
  }

  /// What `IdeaJSON` does not have.
  public struct More: Encodable, Sendable {
    @OrNull public var challengeQuestion: String?
    @OrNull public var team: String?
    public var coAuthors: [String]
    public var links: [Link]
    /// Every comment, by number.
    public var conversation: [CommentJSON]
    public var moves: [Move]
    public var gates: [GateJSON]
    public var answers: [Answered]
    @OrNull public var decision: Decision?
    /// Numbers of the ideas that build on it.
    public var builtOnBy: [Int]
    /// Numbers of the ideas merged into it.
    public var merged: [Int]
    public var tallies: [TallyJSON]

    init(_ detail: IdeaDetail) {
      coAuthors = detail.row.coAuthors.compactMap(\.handle)
      links = detail.links.map { Link(url: $0.url, title: OrNull(wrappedValue: $0.title)) }
      conversation = detail.comments.map { CommentJSON($0) }
      moves = detail.moves.map { Move($0) }
      gates = detail.gates.map { GateJSON($0) }
      answers = detail.entries.map { Answered($0) }
      builtOnBy = detail.builds.compactMap(\.number)
      merged = detail.merged.compactMap(\.number)
      tallies = detail.tallies.map { TallyJSON($0) }
      _challengeQuestion = OrNull(wrappedValue: detail.challengeQuestion)
      _team = OrNull(wrappedValue: detail.row.team)
      _decision = OrNull(wrappedValue: detail.outcome.map { Decision($0) })
    }
  }

  /// Evidence outside the board.
  public struct Link: Encodable, Sendable {
    public var url: String
    @OrNull public var title: String?

    init(url: String, title: OrNull<String>) {
      self.url = url
      _title = title
    }
  }

  /// A step between stages.
  public struct Move: Encodable, Sendable {
    public var from: String
    public var to: String
    @OrNull public var reason: String?
    /// Whether a facilitator let it pass an unmet gate.
    public var override: Bool
    @OrNull public var by: String?
    public var at: String

    init(_ move: MoveView) {
      from = move.from.rawValue
      to = move.to.rawValue
      override = move.overrode
      at = move.at.iso8601
      _reason = OrNull(wrappedValue: move.reason)
      _by = OrNull(wrappedValue: move.by.handle)
    }
  }

  /// An answer to a question of a worksheet.
  public struct Answered: Encodable, Sendable {
    public var worksheet: String
    public var field: String
    public var answer: String
    @OrNull public var by: String?
    public var at: String

    init(_ entry: EntryView) {
      worksheet = entry.worksheet
      field = entry.field
      answer = entry.answer.words
      at = entry.at.iso8601
      _by = OrNull(wrappedValue: entry.by.handle)
    }
  }

  /// How it ended, and what was learned.
  public struct Decision: Encodable, Sendable {
    public var outcome: String
    public var learning: String
    @OrNull public var by: String?
    public var at: String

    init(_ outcome: OutcomeView) {
      self.outcome = outcome.kind.rawValue
      learning = outcome.learning
      at = outcome.at.iso8601
      _by = OrNull(wrappedValue: outcome.by.handle)
    }
  }
}

/// A comment as commands print it.
public struct CommentJSON: Encodable, Sendable {
  /// Counts from 1 on each idea.
  public var number: Int
  public var kind: String
  /// Null when it was taken away.
  @OrNull public var text: String?
  @OrNull public var author: String?
  /// The number of the comment it answers.
  @OrNull public var replyTo: Int?
  public var createdAt: String
  public var revision: Int

  /// A comment as a viewer may see it.
  public init(_ comment: CommentView) {
    number = comment.number
    kind = comment.kind.rawValue
    createdAt = comment.createdAt.iso8601
    revision = comment.revision
    _text = OrNull(wrappedValue: comment.text)
    _author = OrNull(wrappedValue: comment.author.handle)
    _replyTo = OrNull(wrappedValue: comment.replyTo)
  }
}

/// A gate as commands print it.
public struct GateJSON: Encodable, Sendable {
  public var stage: String
  /// How many of its questions are answered.
  public var met: Int
  public var total: Int
  /// What is missing, by the keys of the fields.
  public var missing: [String]

  /// A gate as it stands for an idea.
  public init(_ gate: Gate) {
    stage = gate.stage.rawValue
    met = gate.met
    total = gate.items.count
    missing = gate.missing.map(\.key)
  }
}

/// The votes on one idea in one round.
public struct TallyJSON: Encodable, Sendable {
  /// The number of the round.
  public var round: Int
  public var title: String
  public var dots: Int
  public var agree: Int
  public var disagree: Int
  public var pass: Int

  /// A tally as a viewer may see it.
  public init(_ tally: RoundTally) {
    round = tally.number
    title = tally.title
    dots = tally.tally.dotCount
    if case .consensus(let agree, let disagree, let pass, _) = tally.tally {
      (self.agree, self.disagree, self.pass) = (agree, disagree, pass)
    } else {
      (agree, disagree, pass) = (0, 0, 0)
    }
  }
}
