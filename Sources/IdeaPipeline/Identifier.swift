/// The identity of one entity: a random 63-bit number, written as 13 characters of Crockford's base 32 in text and JSON.
///
/// Every entity is made by exactly one operation and takes that operation's identifier as its own, so an identity is
/// known before the operation is submitted, and replaying the log makes the same identities again.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  /// Non-negative; fits SQLite's integer primary key.
  public let rawValue: Int64

  /// An identifier with the given number; the sign bit is dropped.
  public init(rawValue: Int64) {
    self.rawValue = rawValue & Int64.max
  }

  /// A new identifier from the given source of randomness.
  public init(using generator: inout some RandomNumberGenerator) {
    self.init(rawValue: Int64.random(in: 1...Int64.max, using: &generator))
  }

  /// The identity of the entity that `operation` makes.
  public init(madeBy operation: OperationID) {
    self.init(rawValue: operation.rawValue)
  }

  /// Orders identifiers by number; the order means nothing to people.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Identifier: LosslessStringConvertible {
  /// 13 lower-case base-32 characters.
  public var description: String {
    String(unsafeUninitializedCapacity: 13) { buffer in
      for place in 0..<13 { buffer[place] = base32[Int((rawValue >> (60 - 5 * Int64(place))) & 31)] }
      return 13
    }
  }

  /// Reads what `description` wrote; nil for anything else.
  public init?(_ description: String) {
    guard description.utf8.count == 13 else { return nil }
    var value: UInt64 = 0
    for byte in description.utf8 {
      guard let digit = base32.firstIndex(of: byte) else { return nil }
      value = value << 5 | UInt64(digit)
    }
    guard value <= UInt64(Int64.max) else { return nil }
    self.init(rawValue: Int64(value))
  }
}

/// Crockford's digits: no i, l, o or u, which are mistaken for others.
private let base32 = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension Identifier: Codable {
  /// Reads the 13-character form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identifier = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not an identifier")
    }
    self = identifier
  }

  /// Writes the 13-character form, which JavaScript and jq keep exactly.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The identity of an operation in the log.
public typealias OperationID = Identifier<LoggedOperation>
/// The identity of a person.
public typealias PersonID = Identifier<Person>
/// The identity of a team.
public typealias TeamID = Identifier<Team>
/// The identity of a challenge.
public typealias ChallengeID = Identifier<Challenge>
/// The identity of an idea.
public typealias IdeaID = Identifier<Idea>
/// The identity of a comment.
public typealias CommentID = Identifier<Comment>
/// The identity of a round.
public typealias RoundID = Identifier<Round>
/// The identity of a session.
public typealias SessionID = Identifier<Session>
/// The identity of a step of an agenda.
public typealias StepID = Identifier<AgendaStep>
/// The identity of a help request.
public typealias HelpID = Identifier<HelpRequest>
/// The identity of an action.
public typealias ActionID = Identifier<Action>
