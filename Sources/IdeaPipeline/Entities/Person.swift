/// What a person may do on a board, from least to most.
public enum Role: String, Codable, CaseIterable, Sendable, Comparable {
  case observer, participant, coach, facilitator

  /// Orders roles by how much they may do.
  public static func < (lhs: Role, rhs: Role) -> Bool {
    (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
  }
}

/// Somebody on the board.
public struct Person: Entity {
  public static let entityName = "person"
  public let id: PersonID
  public let seq: Int
  /// Unique on the board, without the "@": lower-case letters, digits, "-" and "_", 1–32 of them.
  public var handle: String
  /// The display name, 1–80 characters.
  public var name: String
  public var role: Role
  public var team: TeamID?
  public var organisation: String?
  /// Whose voice this person brings: "residents", "social care" …
  public var perspective: String?
  /// The account on this host that is this person, on a board shared by local accounts.
  public var account: String?
  public var joinedAt: Timestamp
  /// The operation that wrote name, organisation and perspective as they stand now.
  public var textFrom: OperationID
  /// The full team for which this person waits.
  public var waitsFor: TeamID?
  /// The sequence number since which: the order of a waiting list.
  public var waitsSince: Int?

  /// A person as given.
  public init(
    id: PersonID, seq: Int, handle: String, name: String, role: Role, team: TeamID? = nil,
    organisation: String? = nil, perspective: String? = nil, account: String? = nil, joinedAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.handle = handle
    self.name = name
    self.role = role
    self.team = team
    self.organisation = organisation
    self.perspective = perspective
    self.account = account
    self.joinedAt = joinedAt
    textFrom = OperationID(rawValue: id.rawValue)
  }

  public static let indexes: [EntityIndex<Person>] = [
    EntityIndex(["handle"], isUnique: true) { [.text($0.handle)] },
    EntityIndex(["account"]) { $0.account.map { [.text($0)] } },
  ]
}

extension Lookup where E == Person {
  /// The person with this handle (at most one).
  public static func handle(_ handle: String) -> Self { Self(["handle"], [.text(handle)]) }
  /// The persons bound to this account of the host.
  public static func account(_ account: String) -> Self { Self(["account"], [.text(account)]) }
}

/// A group of people, usually of one place.
public struct Team: Entity {
  public static let entityName = "team"
  public let id: TeamID
  public let seq: Int
  public var name: String
  public var place: String?
  /// How many people fit in; nil for as many as come.
  public var seats: Int?

  /// A team as given.
  public init(id: TeamID, seq: Int, name: String, place: String? = nil) {
    self.id = id
    self.seq = seq
    self.name = name
    self.place = place
  }

  public static let indexes: [EntityIndex<Team>] = [
    // Not unique: names that were redacted on one day are equal.
    EntityIndex(["name"]) { [.text($0.name)] }
  ]
}

extension Lookup where E == Team {
  /// The team with this name (at most one, except for names that were redacted).
  public static func name(_ name: String) -> Self { Self(["name"], [.text(name)]) }
}
