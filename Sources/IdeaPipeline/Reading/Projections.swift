/// Where the board stands.
public struct BoardSummary: Hashable, Sendable {
  public var title: String
  public var purpose: String
  /// The viewer; nil for everyone.
  public var viewer: PersonRow?
  public var isOwner: Bool
  /// Where new ideas enter.
  public var entryStage: Stage
  public var guides: [StageGuide]
  public var worksheets: [Worksheet]
  public var challenges: [ChallengeRow]
  public var teams: [Team]
  public var perspectives: [String]
  /// Active ideas in each stage.
  public var counts: [Stage: Int]
  public var people: Int
  /// The round that lists show: the open one, else the one closed last.
  public var round: RoundRow?
  /// The last sequence number of the log.
  public var seq: Int
  /// The program is older than the one that wrote the board: it can read, not write.
  public var needsUpdate: Bool

  /// A summary as given.
  public init(
    title: String, purpose: String, viewer: PersonRow?, isOwner: Bool, entryStage: Stage = .empathise,
    guides: [StageGuide], worksheets: [Worksheet], challenges: [ChallengeRow], teams: [Team],
    perspectives: [String], counts: [Stage: Int], people: Int, round: RoundRow?, seq: Int, needsUpdate: Bool
  ) {
    self.title = title
    self.purpose = purpose
    self.viewer = viewer
    self.isOwner = isOwner
    self.entryStage = entryStage
    self.guides = guides
    self.worksheets = worksheets
    self.challenges = challenges
    self.teams = teams
    self.perspectives = perspectives
    self.counts = counts
    self.people = people
    self.round = round
    self.seq = seq
    self.needsUpdate = needsUpdate
  }
}

/// A challenge as lists show it.
public struct ChallengeRow: Hashable, Sendable {
  public var challenge: Challenge
  /// Active ideas that answer it.
  public var ideas: Int

  /// A row as given.
  public init(challenge: Challenge, ideas: Int) {
    self.challenge = challenge
    self.ideas = ideas
  }
}

/// A person as lists show them.
public struct PersonRow: Hashable, Sendable, Identifiable {
  public var id: PersonID
  public var handle: String
  public var name: String
  public var role: Role
  public var team: String?
  public var organisation: String?
  public var perspective: String?

  /// A row as given.
  public init(
    id: PersonID, handle: String, name: String, role: Role, team: String?, organisation: String?, perspective: String?
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.role = role
    self.team = team
    self.organisation = organisation
    self.perspective = perspective
  }
}

/// A round as lists show it.
public struct RoundRow: Hashable, Sendable {
  public var round: Round
  /// Dots the viewer has spent.
  public var ownSpent: Int
  /// Ideas the viewer has taken a position on.
  public var ownPositions: Int
  /// People who have used up their dots or taken a position on every idea.
  public var done: Int
  /// People who may vote.
  public var voters: Int
  /// Most first; empty while the round is blind to the viewer, and in a summary.
  public var results: [RoundResult]

  /// A row as given.
  public init(
    round: Round, ownSpent: Int, ownPositions: Int, done: Int, voters: Int, results: [RoundResult] = []
  ) {
    self.round = round
    self.ownSpent = ownSpent
    self.ownPositions = ownPositions
    self.done = done
    self.voters = voters
    self.results = results
  }
}

/// What one idea came to in a round.
public struct RoundResult: Hashable, Sendable {
  public var idea: IdeaID
  public var number: Int?
  public var title: String
  public var tally: Tally

  /// A result as given.
  public init(idea: IdeaID, number: Int?, title: String, tally: Tally) {
    self.idea = idea
    self.number = number
    self.title = title
    self.tally = tally
  }
}

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

/// One idea with everything around it.
public struct IdeaDetail: Hashable, Sendable {
  public var row: IdeaRow
  public var links: [EvidenceLink]
  public var challengeQuestion: String?
  /// By number; the comments of merged ideas among them.
  public var comments: [CommentView]
  /// Oldest first.
  public var moves: [MoveView]
  /// The gates of all five stages, answers included.
  public var gates: [Gate]
  /// Everything answered, also what no gate asks.
  public var entries: [EntryView]
  public var outcome: OutcomeView?
  public var hidden: Hiding?
  /// The idea it builds on.
  public var parent: IdeaRow?
  /// The ideas that build on it.
  public var builds: [IdeaRow]
  /// The tree of builds it is part of, from its root, children under their parents; empty when it stands alone.
  public var lineage: [LineageMember]
  /// The ideas merged into it, whose text shows as its own.
  public var merged: [IdeaRow]
  /// The number of the idea it goes into when the round closes.
  public var mergesAtClose: Int?
  /// Earlier texts, oldest first.
  public var revisions: [RevisionView]
  /// Tallies of rounds the viewer may see, oldest first.
  public var tallies: [RoundTally]
  /// What the viewer may do with it; screens and commands offer nothing else.
  public var mayEdit: Bool
  public var mayMove: Bool
  /// The last sequence number the answer knows.
  public var seq: Int

  /// A detail as given.
  public init(
    row: IdeaRow, links: [EvidenceLink] = [], challengeQuestion: String? = nil, comments: [CommentView] = [],
    moves: [MoveView] = [], gates: [Gate] = [], entries: [EntryView] = [], outcome: OutcomeView? = nil,
    hidden: Hiding? = nil, parent: IdeaRow? = nil, builds: [IdeaRow] = [], lineage: [LineageMember] = [],
    merged: [IdeaRow] = [],
    mergesAtClose: Int? = nil, revisions: [RevisionView] = [], tallies: [RoundTally] = [], mayEdit: Bool = false,
    mayMove: Bool = false,
    seq: Int
  ) {
    self.row = row
    self.links = links
    self.challengeQuestion = challengeQuestion
    self.comments = comments
    self.moves = moves
    self.gates = gates
    self.entries = entries
    self.outcome = outcome
    self.hidden = hidden
    self.parent = parent
    self.builds = builds
    self.lineage = lineage
    self.merged = merged
    self.mergesAtClose = mergesAtClose
    self.revisions = revisions
    self.tallies = tallies
    self.mayEdit = mayEdit
    self.mayMove = mayMove
    self.seq = seq
  }
}

/// An idea in the tree of what builds on what.
public struct LineageMember: Hashable, Sendable {
  public var row: IdeaRow
  /// Steps from the root.
  public var depth: Int

  /// A member as given.
  public init(row: IdeaRow, depth: Int) {
    self.row = row
    self.depth = depth
  }
}

/// A comment as far as the viewer may see it.
public struct CommentView: Hashable, Sendable, Identifiable {
  public var id: CommentID
  public var number: Int
  /// The idea it was written on: not the shown one when that was merged.
  public var idea: IdeaID
  public var kind: Comment.Kind
  /// Nil when it was withdrawn or hidden; its place stays for the replies.
  public var text: String?
  /// Whether somebody hid it, rather than its author withdrawing it.
  public var isHidden: Bool
  public var author: AuthorView
  /// The number of the comment it answers.
  public var replyTo: Int?
  public var isOwn: Bool
  /// Whether the viewer may change its text, withdraw it and bring it back.
  public var mayEdit: Bool
  /// Whether it names the viewer.
  public var mentionsViewer: Bool
  public var createdAt: Timestamp
  public var revision: Int
  public var seq: Int

  /// A comment as given.
  public init(
    id: CommentID, number: Int, idea: IdeaID, kind: Comment.Kind, text: String?, isHidden: Bool = false,
    author: AuthorView, replyTo: Int?, isOwn: Bool, mayEdit: Bool = false, mentionsViewer: Bool, createdAt: Timestamp,
    revision: Int, seq: Int
  ) {
    self.id = id
    self.number = number
    self.idea = idea
    self.kind = kind
    self.text = text
    self.isHidden = isHidden
    self.author = author
    self.replyTo = replyTo
    self.isOwn = isOwn
    self.mayEdit = mayEdit
    self.mentionsViewer = mentionsViewer
    self.createdAt = createdAt
    self.revision = revision
    self.seq = seq
  }
}

/// A move as far as the viewer may see it.
public struct MoveView: Hashable, Sendable {
  public var from: Stage
  public var to: Stage
  public var reason: String?
  public var overrode: Bool
  public var by: AuthorView
  public var at: Timestamp

  /// A move as given.
  public init(from: Stage, to: Stage, reason: String?, overrode: Bool, by: AuthorView, at: Timestamp) {
    self.from = from
    self.to = to
    self.reason = reason
    self.overrode = overrode
    self.by = by
    self.at = at
  }
}

/// An answer as far as the viewer may see it.
public struct EntryView: Hashable, Sendable {
  public var worksheet: String
  public var field: String
  public var answer: Answer
  public var by: AuthorView
  public var at: Timestamp

  /// An answer as given.
  public init(worksheet: String, field: String, answer: Answer, by: AuthorView, at: Timestamp) {
    self.worksheet = worksheet
    self.field = field
    self.answer = answer
    self.by = by
    self.at = at
  }
}

/// A text that an edit replaced, and whose edit it was, as far as the viewer may know.
public struct RevisionView: Hashable, Sendable {
  public var title: String
  public var body: String
  public var replacedBy: AuthorView
  public var replacedAt: Timestamp

  /// A text as given.
  public init(title: String, body: String, replacedBy: AuthorView, replacedAt: Timestamp) {
    self.title = title
    self.body = body
    self.replacedBy = replacedBy
    self.replacedAt = replacedAt
  }
}

/// An outcome as far as the viewer may see it.
public struct OutcomeView: Hashable, Sendable {
  public var kind: Outcome.Kind
  public var learning: String
  public var by: AuthorView
  public var at: Timestamp

  /// An outcome as given.
  public init(kind: Outcome.Kind, learning: String, by: AuthorView, at: Timestamp) {
    self.kind = kind
    self.learning = learning
    self.by = by
    self.at = at
  }
}

/// The tally of one idea in one round.
public struct RoundTally: Hashable, Sendable {
  public var number: Int
  public var title: String
  public var tally: TallyView

  /// A tally as given.
  public init(number: Int, title: String, tally: TallyView) {
    self.number = number
    self.title = title
    self.tally = tally
  }
}

/// Something the search found.
public struct SearchHit: Hashable, Sendable {
  public var idea: IdeaRow
  /// The comment's number when the words are in a comment.
  public var comment: Int?
  /// The text around the words.
  public var excerpt: String
  /// Where the words are in the excerpt, as grapheme offsets.
  public var ranges: [Range<Int>]

  /// A hit as given.
  public init(idea: IdeaRow, comment: Int?, excerpt: String, ranges: [Range<Int>]) {
    self.idea = idea
    self.comment = comment
    self.excerpt = excerpt
    self.ranges = ranges
  }
}

/// One line of the log as the viewer may see it.
public struct Change: Hashable, Sendable {
  public var seq: Int
  public var id: OperationID
  public var at: Timestamp
  public var actor: AuthorView
  /// Who typed it, when that was somebody else.
  public var enteredBy: AuthorView?
  /// The kind in the log: "idea.post".
  public var kind: String
  public var activity: Activity
  /// Whether it takes an earlier one back.
  public var isUndo: Bool
  /// Whether the viewer did it.
  public var isOwn: Bool

  /// A change as given.
  public init(
    seq: Int, id: OperationID, at: Timestamp, actor: AuthorView, enteredBy: AuthorView? = nil, kind: String,
    activity: Activity, isUndo: Bool, isOwn: Bool
  ) {
    self.seq = seq
    self.id = id
    self.at = at
    self.actor = actor
    self.enteredBy = enteredBy
    self.kind = kind
    self.activity = activity
    self.isUndo = isUndo
    self.isOwn = isOwn
  }
}

/// What "undo" would take back: the viewer's last change of which something is left.
public enum UndoOffer: Hashable, Sendable {
  case change(id: OperationID, at: Timestamp, activity: Activity)
  /// There is nothing, or the last change stays: why, as a sentence.
  case nothing(String)
}
