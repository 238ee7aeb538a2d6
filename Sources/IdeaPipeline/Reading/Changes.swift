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

/// What happened after a place in the log.
public struct News: Hashable, Sendable {
  /// Oldest first.
  public var changes: [Change]
  /// The last sequence number that was looked at.
  public var seq: Int

  /// News as given.
  public init(changes: [Change], seq: Int) {
    self.changes = changes
    self.seq = seq
  }
}

/// What "undo" would take back: the viewer's last deed of which something is left.
public enum UndoOffer: Hashable, Sendable {
  /// Its changes, in the order in which they were made.
  case deed([OperationID], at: Timestamp, activity: Activity)
  /// There is nothing, or the last change stays: why, as a sentence.
  case nothing(String)
}
