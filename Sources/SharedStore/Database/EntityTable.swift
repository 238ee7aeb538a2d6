import GRDB
import IdeaPipeline
import Synchronization

/// The derived table of one entity: its columns as the file has them, and the statements that read and write them.
struct EntityTable<E: Entity>: Sendable {
  /// Where in a row each column stands.
  let places: [String: Int]
  private let idPlace: Int
  private let selection: String
  private let selectByID: String
  private let upsert: String
  private let deletion: String
  private let lookUps: [[String]: String]
  private let json: JSONTexts

  /// Learns the columns from the file.
  init(_ db: Database, json: JSONTexts) throws {
    let name = E.entityName.quoted
    let columns = try db.columns(in: E.entityName).map(\.name)
    self.json = json
    places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    idPlace = places["id"] ?? 0
    let selection = "SELECT \(columns.map { "\(name).\($0.quoted)" }.joined(separator: ", ")) FROM \(name)"
    self.selection = selection
    selectByID = "\(selection) WHERE id = ?"
    deletion = "DELETE FROM \(name) WHERE id = ?"
    let changes = columns.filter { $0 != "id" }.map { "\($0.quoted) = excluded.\($0.quoted)" }
    upsert = """
      INSERT INTO \(name) (\(columns.map(\.quoted).joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      ON CONFLICT (id) DO UPDATE SET \(changes.joined(separator: ", "))
      """
    let pairs = E.indexes.map { ($0.columns, selection + Self.lookUpClauses($0.columns)) }
    lookUps = Dictionary(pairs) { $1 }
  }

  func put(_ entity: E, _ db: Database) throws {
    let encoder = RowEncoder(places)
    try entity.encode(to: encoder)
    try db.prepared(upsert, encoder.values).execute()
  }

  func remove(_ id: Identifier<E>, _ db: Database) throws {
    try db.prepared(deletion, [id.rawValue.databaseValue]).execute()
  }

  func get(_ id: Identifier<E>, _ db: Database) throws -> E? {
    let rows = try Row.fetchCursor(db.prepared(selectByID, [id.rawValue.databaseValue]))
    return try rows.next().map(decode)
  }

  func all(_ db: Database) throws -> RowCursor {
    try Row.fetchCursor(db.prepared(selection + " ORDER BY seq, id", []))
  }

  func fetch(_ lookup: Lookup<E>, _ db: Database) throws -> RowCursor {
    let sql = lookUps[lookup.columns] ?? selection + Self.lookUpClauses(lookup.columns)
    return try Row.fetchCursor(db.prepared(sql, lookup.values.map(\.databaseValue)))
  }

  /// The question a look-up asks; its plan is tested.
  func lookUpSQL(_ columns: [String]) -> String { selection + Self.lookUpClauses(columns) }

  private static func lookUpClauses(_ columns: [String]) -> String {
    " WHERE \(columns.map { "\($0.quoted) = ?" }.joined(separator: " AND ")) ORDER BY seq, id"
  }

  /// The identity in a row, without reading the rest of it.
  func id(in row: Row) -> Identifier<E> { Identifier(rawValue: row[idPlace]) }

  func decode(_ row: Row) throws -> E { try E(from: RowDecoder(places: places, row: row, json: json)) }
}

/// The tables of one file, looked up once.
final class EntityTables: Sendable {
  /// What was read of JSON columns.
  let json = JSONTexts()
  private let tables = Mutex<[ObjectIdentifier: any Sendable]>([:])

  func table<E: Entity>(_ type: E.Type, _ db: Database) throws -> EntityTable<E> {
    if let known = tables.withLock({ $0[ObjectIdentifier(type)] }) as? EntityTable<E> { return known }
    let table = try EntityTable<E>(db, json: json)
    tables.withLock { $0[ObjectIdentifier(type)] = table }
    return table
  }
}

extension Database {
  /// A statement that is kept for the next time, with its arguments. As many as the SQL asks for: this is not checked.
  func prepared(_ sql: String, _ arguments: [DatabaseValue]) throws -> Statement {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(arguments))
    return statement
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
