/// A row of the board: one type is one derived table. Each is made by one operation.
public protocol Entity: Codable, Sendable, Hashable {
  /// The table's name; never changes once a board was written.
  static var entityName: String { get }
  /// The ways this entity is looked up besides by identity; the store keeps an index for each.
  static var indexes: [EntityIndex<Self>] { get }
  /// The identity.
  var id: Identifier<Self> { get }
  /// The sequence number of the operation that made it: the order in which look-ups return entities.
  var seq: Int { get }
}

/// A value an entity is looked up by.
public enum IndexValue: Hashable, Sendable {
  case number(Int)
  case text(String)
  /// The raw value of an identifier.
  case id(Int64)
}

/// A way an entity is looked up: by the values of some of its columns (property names as in Swift).
public struct EntityIndex<E: Entity>: Sendable {
  public let columns: [String]
  /// Whether at most one entity may have the same values.
  public let isUnique: Bool
  /// The values of the columns, in order; nil when the entity is not found this way.
  public let key: @Sendable (E) -> [IndexValue]?

  /// An index over `columns`, with the function that reads them.
  public init(_ columns: [String], isUnique: Bool = false, key: @escaping @Sendable (E) -> [IndexValue]?) {
    self.columns = columns
    self.isUnique = isUnique
    self.key = key
  }
}

/// A question to the board: the entities whose indexed columns have these values.
public struct Lookup<E: Entity>: Sendable {
  public let columns: [String]
  public let values: [IndexValue]

  /// A question for one of the entity's `indexes`; the columns are written as in the index.
  public init(_ columns: [String], _ values: [IndexValue]) {
    self.columns = columns
    self.values = values
  }
}
