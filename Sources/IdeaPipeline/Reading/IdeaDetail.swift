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
