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
  /// 1 for the text as posted; each edit adds one.
  public var revision: Int
  /// The operation that wrote the text as it stands now.
  public var textFrom: OperationID
  public var createdAt: Timestamp
  public var updatedAt: Timestamp

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
