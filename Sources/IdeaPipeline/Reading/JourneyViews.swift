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
