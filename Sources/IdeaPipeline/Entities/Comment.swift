/// Something said about an idea. Comments have one level of replies.
public struct Comment: Entity {
  /// What a comment is for.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case comment, question, evidence
    case coachNote = "coach-note"

    /// In words.
    public var title: String { self == .coachNote ? "coach’s note" : rawValue }
  }

  public static let entityName = "comment"
  public let id: CommentID
  public let seq: Int
  public var idea: IdeaID
  /// Counts from 1 on each idea.
  public var number: Int
  public var kind: Kind
  /// 1–2,000 graphemes.
  public var text: String
  /// Nil when no name was stored.
  public var author: PersonID?
  /// The comment this one answers; that one answers none itself.
  public var replyTo: CommentID?
  /// The people named with "@handle" who are on the board.
  public var mentions: [PersonID]
  public var isWithdrawn: Bool
  public var hidden: Hiding?
  /// How it was hidden before it was shown again, so that showing it can be taken back.
  public var formerHiding: Hiding?
  /// 1 for the text as posted; each edit adds one.
  public var revision: Int
  /// The operation that wrote the text as it stands now.
  public var textFrom: OperationID
  public var createdAt: Timestamp
  public var updatedAt: Timestamp
  /// Who may see whose it is. Never changes.
  public var naming: Naming

  /// A comment as it is posted.
  public init(
    id: CommentID, seq: Int, idea: IdeaID, number: Int, kind: Kind, text: String, author: PersonID?,
    replyTo: CommentID?, mentions: [PersonID], createdAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.idea = idea
    self.number = number
    self.kind = kind
    self.text = text
    self.author = author
    self.replyTo = replyTo
    self.mentions = mentions
    isWithdrawn = false
    revision = 1
    textFrom = OperationID(rawValue: id.rawValue)
    self.createdAt = createdAt
    updatedAt = createdAt
    naming = .named
  }

  /// Whether it is neither withdrawn nor hidden.
  public var isVisible: Bool { !isWithdrawn && hidden == nil }

  public static let indexes: [EntityIndex<Comment>] = [
    EntityIndex(["idea"]) { [.id($0.idea.rawValue)] },
    EntityIndex(["idea", "number"], isUnique: true) { [.id($0.idea.rawValue), .number($0.number)] },
    EntityIndex(["author"]) { $0.author.map { [.id($0.rawValue)] } },
  ]
}

extension Lookup where E == Comment {
  /// Everything said about an idea, oldest first.
  public static func on(_ idea: IdeaID) -> Self { Self(["idea"], [.id(idea.rawValue)]) }
  /// The comment with this number on an idea (at most one).
  public static func on(_ idea: IdeaID, number: Int) -> Self {
    Self(["idea", "number"], [.id(idea.rawValue), .number(number)])
  }
  /// Everything this person said.
  public static func said(by person: PersonID) -> Self { Self(["author"], [.id(person.rawValue)]) }
}

/// The text of a comment before an edit.
public struct CommentRevision: Entity {
  public static let entityName = "comment_revision"
  /// That of the operation whose edit replaced this text.
  public let id: Identifier<CommentRevision>
  public let seq: Int
  public var comment: CommentID
  /// The revision this text was: 1 for the text as posted.
  public var number: Int
  public var text: String
  /// The operation that had written this text.
  public var textFrom: OperationID
  public var replacedAt: Timestamp

  /// A revision as given.
  public init(
    id: Identifier<CommentRevision>, seq: Int, comment: CommentID, number: Int, text: String, textFrom: OperationID,
    replacedAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.comment = comment
    self.number = number
    self.text = text
    self.textFrom = textFrom
    self.replacedAt = replacedAt
  }

  public static let indexes: [EntityIndex<CommentRevision>] = [
    EntityIndex(["comment"]) { [.id($0.comment.rawValue)] }
  ]
}

extension Lookup where E == CommentRevision {
  /// The earlier texts of a comment, oldest first.
  public static func of(_ comment: CommentID) -> Self { Self(["comment"], [.id(comment.rawValue)]) }
}
