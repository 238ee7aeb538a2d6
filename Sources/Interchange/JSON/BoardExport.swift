import IdeaPipeline

/// A board as one JSON document: what its viewer may see and nothing else, since it is read through `BoardReading`.
public struct BoardExport: Encodable, Sendable {
  /// What the document is.
  public static let format = "hothouse-board"

  public let format = Self.format
  public let version = 1
  public let exportedAt: String
  public let title: String
  public let purpose: String
  /// The last sequence number it knows.
  public let seq: Int
  public let stages: [StageJSON]
  public let challenges: [ChallengeJSON]
  public let teams: [TeamJSON]
  public let perspectives: [String]
  public let people: [PersonJSON]
  public let rounds: [RoundJSON]
  /// By number; withdrawn, hidden and merged ones among them as far as the viewer may see them.
  public let ideas: [IdeaDetailJSON]

  /// Reads the board for a viewer.
  public init(of board: some BoardReading, for viewer: Viewer, at now: Timestamp) throws {
    let summary = try board.summary(for: viewer)
    exportedAt = now.iso8601
    title = summary.title
    purpose = summary.purpose
    seq = summary.seq
    stages = summary.guides.map { guide in
      StageJSON(guide, ideas: summary.counts[guide.stage] ?? 0, summary.worksheets.first { $0.key == guide.worksheet })
    }
    challenges = summary.challenges.map { ChallengeJSON($0) }
    teams = summary.teams.map { TeamJSON($0) }
    perspectives = summary.perspectives
    people = try board.people(for: viewer).map { PersonJSON($0) }
    rounds = try board.rounds(for: viewer).map { RoundJSON($0) }
    ideas = try board.everyIdea(for: viewer).map { IdeaDetailJSON($0) }
  }

  /// A stage with its guide and gate.
  public struct StageJSON: Encodable, Sendable {
    public var stage: String
    public var guide: String
    /// Active ideas in it.
    public var ideas: Int
    public var gate: [Question]

    init(_ guide: StageGuide, ideas: Int, _ sheet: Worksheet?) {
      stage = guide.stage.rawValue
      self.guide = guide.guide
      self.ideas = ideas
      gate = guide.gate.compactMap { sheet?.field($0) }.map { Question(field: $0.key, question: $0.question) }
    }
  }

  /// A question of a gate.
  public struct Question: Encodable, Sendable {
    public var field: String
    public var question: String
  }

  /// A team.
  public struct TeamJSON: Encodable, Sendable {
    public var name: String
    @OrNull public var place: String?

    init(_ team: Team) {
      name = team.name
      _place = OrNull(wrappedValue: team.place)
    }
  }
}

extension BoardReading {
  /// Every idea that the viewer may see, by number.
  func everyRow(for viewer: Viewer) throws -> [IdeaRow] {
    var rows: [IdeaRow] = []
    while true {
      let page = try ideas(IdeaQuery(includesInactive: true, sort: .new, limit: 1_000, offset: rows.count), for: viewer)
      rows += page.rows
      if page.rows.isEmpty || rows.count >= page.total { break }
    }
    return rows.sorted { ($0.number ?? .max, $0.postedSeq) < ($1.number ?? .max, $1.postedSeq) }
  }

  /// The same in all their parts.
  func everyIdea(for viewer: Viewer) throws -> [IdeaDetail] {
    try everyRow(for: viewer).compactMap { try idea(.id($0.id), for: viewer) }
  }
}
