/// A set of questions with typed fields, answered by someone about something.
public struct Worksheet: Codable, Sendable, Hashable {
  /// Unique on the board: "define".
  public var key: String
  public var title: String
  public var fields: [Field]

  /// A worksheet as given.
  public init(key: String, title: String, fields: [Field]) {
    self.key = key
    self.title = title
    self.fields = fields
  }

  /// The field with this key.
  public func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// One question of a worksheet.
public struct Field: Codable, Sendable, Hashable {
  /// What kind of answer a field takes.
  public enum Kind: Codable, Sendable, Hashable {
    /// Free text, up to 2,000 characters.
    case text
    /// Exactly one of the options.
    case choice(options: [String])
    /// Yes or no.
    case yesNo
  }

  /// Unique in its worksheet: "how_might_we".
  public var key: String
  /// What people are asked, in words: "How might we …?".
  public var question: String
  /// A short name for lists: "a How might we".
  public var label: String
  public var kind: Kind

  /// A field as given.
  public init(key: String, question: String, label: String, kind: Kind) {
    self.key = key
    self.question = question
    self.label = label
    self.kind = kind
  }
}

/// What somebody answered to a field.
public enum Answer: Codable, Sendable, Hashable {
  case text(String)
  case choice(String)
  case yesNo(Bool)

  /// The answer in words.
  public var words: String {
    switch self {
    case .text(let text): text
    case .choice(let option): option
    case .yesNo(let isYes): isYes ? "yes" : "no"
    }
  }
}

/// The answer an idea has to one field of a worksheet, as it stands now; earlier answers are in the log.
public struct Entry: Entity {
  public static let entityName = "entry"
  /// That of the operation that first answered the field.
  public let id: Identifier<Entry>
  public let seq: Int
  public var idea: IdeaID
  /// The key of the worksheet.
  public var worksheet: String
  /// The key of the field.
  public var field: String
  public var answer: Answer
  /// Nil when it was answered without a name.
  public var answeredBy: PersonID?
  public var answeredAt: Timestamp
  /// The operation that gave the answer as it stands now.
  public var answeredIn: OperationID

  /// An entry as given.
  public init(
    id: Identifier<Entry>, seq: Int, idea: IdeaID, worksheet: String, field: String, answer: Answer,
    answeredBy: PersonID?, answeredAt: Timestamp, answeredIn: OperationID
  ) {
    self.id = id
    self.seq = seq
    self.idea = idea
    self.worksheet = worksheet
    self.field = field
    self.answer = answer
    self.answeredBy = answeredBy
    self.answeredAt = answeredAt
    self.answeredIn = answeredIn
  }

  public static let indexes: [EntityIndex<Entry>] = [
    EntityIndex(["idea", "worksheet", "field"], isUnique: true) {
      [.id($0.idea.rawValue), .text($0.worksheet), .text($0.field)]
    },
    EntityIndex(["idea", "worksheet"]) { [.id($0.idea.rawValue), .text($0.worksheet)] },
    EntityIndex(["idea"]) { [.id($0.idea.rawValue)] },
  ]
}

extension Lookup where E == Entry {
  /// Everything answered about an idea.
  public static func about(_ idea: IdeaID) -> Self { Self(["idea"], [.id(idea.rawValue)]) }
  /// Everything answered about an idea in one worksheet.
  public static func about(_ idea: IdeaID, worksheet: String) -> Self {
    Self(["idea", "worksheet"], [.id(idea.rawValue), .text(worksheet)])
  }
  /// The answer to one field (at most one).
  public static func about(_ idea: IdeaID, worksheet: String, field: String) -> Self {
    Self(["idea", "worksheet", "field"], [.id(idea.rawValue), .text(worksheet), .text(field)])
  }
}
