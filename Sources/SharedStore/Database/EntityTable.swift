import GRDB
import IdeaPipeline
import Synchronization

/// The tables of one file, looked up once.
final class EntityTables: Sendable {
  private let tables = Mutex<[ObjectIdentifier: EntityTable]>([:])

  func table<E: Entity>(_ type: E.Type, _ db: Database) throws -> EntityTable {
    if let known = tables.withLock({ $0[ObjectIdentifier(type)] }) { return known }
    let table = try EntityTable(E.entityName, db)
    tables.withLock { $0[ObjectIdentifier(type)] = table }
    return table
  }
}

/// The derived table of one entity: its columns as the file has them, and the statements that read and write them.
struct EntityTable: Sendable {
  /// Where in a row each column stands.
  let places: [String: Int]
  let name: String
  private let columns: String
  private let upsert: String

  /// Learns the columns from the file.
  init(_ name: String, _ db: Database) throws {
    let names = try db.columns(in: name).map(\.name)
    self.name = name
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    columns = names.map { "\(name.quoted).\($0.quoted)" }.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let changes = names.filter { $0 != "id" }.map { "\($0.quoted) = excluded.\($0.quoted)" }
    upsert = """
      INSERT INTO \(name.quoted) (\(names.map(\.quoted).joined(separator: ", "))) VALUES (\(marks))
      ON CONFLICT (id) DO UPDATE SET \(changes.joined(separator: ", "))
      """
  }

  func put<E: Entity>(_ entity: E, _ db: Database) throws {
    let encoder = RowEncoder(places)
    try entity.encode(to: encoder)
    let statement = try db.cachedStatement(sql: upsert)
    statement.setUncheckedArguments(StatementArguments(encoder.values))
    try statement.execute()
  }

  func remove(_ id: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM \(name.quoted) WHERE id = ?").execute(arguments: [id])
  }

  func get(_ id: Int64, _ db: Database) throws -> Row? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(name.quoted) WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id])
  }

  func all(_ db: Database) throws -> RowCursor {
    try Row.fetchCursor(db.cachedStatement(sql: "SELECT \(columns) FROM \(name.quoted) ORDER BY seq, id"))
  }

  func fetch(_ lookup: [String], _ values: [IndexValue], _ db: Database) throws -> RowCursor {
    try Row.fetchCursor(
      db.cachedStatement(sql: fetchSQL(lookup)), arguments: StatementArguments(values.map(\.databaseValue)))
  }

  /// The question a look-up asks; its plan is tested.
  func fetchSQL(_ lookup: [String]) -> String {
    let conditions = lookup.map { "\($0.quoted) = ?" }.joined(separator: " AND ")
    return selectSQL("WHERE \(conditions) ORDER BY seq, id")
  }

  /// The rows that joins, conditions and an order pick; other tables may have columns of the same names.
  func selectSQL(_ clauses: String) -> String { "SELECT \(columns) FROM \(name.quoted) \(clauses)" }

  func select(_ clauses: String, _ values: [DatabaseValue], _ db: Database) throws -> RowCursor {
    try Row.fetchCursor(db.cachedStatement(sql: selectSQL(clauses)), arguments: StatementArguments(values))
  }

  /// The identity in a row, without reading the rest of it.
  func id(in row: Row) -> Int64 { places["id"].map { row[$0] } ?? 0 }

  func decode<E: Entity>(_ row: Row, _ type: E.Type) throws -> E {
    try E(from: RowDecoder(places: places, row: row))
  }
}

extension IndexValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .id(let id): id.databaseValue
    }
  }
}

extension String {
  /// As an SQL identifier.
  var quoted: String { "\"\(replacing("\"", with: "\"\""))\"" }
}
