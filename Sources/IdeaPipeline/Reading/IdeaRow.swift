/// An idea as lists show it.
public struct IdeaRow: Hashable, Sendable, Identifiable {
  public var id: IdeaID
  public var number: Int?
  public var title: String
  public var body: String
  public var tags: [String]
  public var stage: Stage
  public var state: IdeaState
  public var outcome: Outcome.Kind?
  /// The number of its challenge.
  public var challenge: Int?
  public var author: AuthorView
  public var coAuthors: [AuthorView]
  /// Name of the author's team.
  public var team: String?
  /// Whether the viewer wrote it.
  public var isOwn: Bool
  public var tally: TallyView
  public var comments: Int
  public var builds: Int
  /// The number of the idea it builds on.
  public var buildsOn: Int?
  /// The number of the idea it was merged into.
  public var mergedInto: Int?
  /// Questions of the gate of its stage answered, and how many there are.
  public var gateMet: Int
  public var gateTotal: Int
  public var createdAt: Timestamp
  public var updatedAt: Timestamp
  public var revision: Int
  /// Sequence number it was posted with; compare with the last visit to know what is new.
  public var postedSeq: Int
  /// Sequence number of its last change.
  public var activity: Int

  /// A row as given.
  public init(
    id: IdeaID, number: Int?, title: String, body: String = "", tags: [String] = [], stage: Stage,
    state: IdeaState = .active, outcome: Outcome.Kind? = nil, challenge: Int? = nil, author: AuthorView,
    coAuthors: [AuthorView] = [], team: String? = nil, isOwn: Bool = false, tally: TallyView = .none,
    comments: Int = 0, builds: Int = 0, buildsOn: Int? = nil, mergedInto: Int? = nil, gateMet: Int = 0,
    gateTotal: Int = 0, createdAt: Timestamp, updatedAt: Timestamp, revision: Int = 1, postedSeq: Int, activity: Int
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.body = body
    self.tags = tags
    self.stage = stage
    self.state = state
    self.outcome = outcome
    self.challenge = challenge
    self.author = author
    self.coAuthors = coAuthors
    self.team = team
    self.isOwn = isOwn
    self.tally = tally
    self.comments = comments
    self.builds = builds
    self.buildsOn = buildsOn
    self.mergedInto = mergedInto
    self.gateMet = gateMet
    self.gateTotal = gateTotal
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.revision = revision
    self.postedSeq = postedSeq
    self.activity = activity
  }
}

/// A page of a list of ideas.
public struct IdeaPage: Hashable, Sendable {
  public var rows: [IdeaRow]
  /// How many match in all.
  public var total: Int
  /// The last sequence number the page knows.
  public var seq: Int

  /// A page as given.
  public init(rows: [IdeaRow], total: Int, seq: Int) {
    self.rows = rows
    self.total = total
    self.seq = seq
  }
}
