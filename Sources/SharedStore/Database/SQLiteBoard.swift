import GRDB
import IdeaPipeline

/// The tables of a board in its file, for the length of one transaction or one reading.
///
/// What was read or written stays in memory: within a transaction nobody else can change it, and a large import asks for
/// the same few entities again and again.
final class SQLiteBoard: BoardAccess {
  /// The first failure. Every call after it does nothing and answers with nothing; whoever drives operations looks here
  /// before believing a refusal or committing.
  private(set) var failure: (any Error)?

  private let db: Database
  private let tables: EntityTables
  private var known: [ObjectIdentifier: [Int64: any Entity]] = [:]
  private var whole: [ObjectIdentifier: [any Entity]] = [:]

  init(_ db: Database, _ tables: EntityTables = EntityTables()) {
    self.db = db
    self.tables = tables
  }

  /// Throws the first failure, if there was one.
  func confirm() throws { if let failure { throw failure } }

  func get<E: Entity>(_ id: Identifier<E>) -> E? {
    let type = ObjectIdentifier(E.self)
    if let entity = known[type]?[id.rawValue] as? E { return entity }
    return attempt(otherwise: nil) {
      let entity = try table(E.self).get(id, db)
      known[type, default: [:]][id.rawValue] = entity
      return entity
    }
  }

  func put<E: Entity>(_ entity: E) {
    attempt(otherwise: ()) {
      try table(E.self).put(entity, db)
      known[ObjectIdentifier(E.self), default: [:]][entity.id.rawValue] = entity
      whole[ObjectIdentifier(E.self)] = nil
    }
  }

  func remove<E: Entity>(_ id: Identifier<E>) {
    attempt(otherwise: ()) {
      try table(E.self).remove(id, db)
      known[ObjectIdentifier(E.self)]?[id.rawValue] = nil
      whole[ObjectIdentifier(E.self)] = nil
    }
  }

  func fetch<E: Entity>(_ lookup: Lookup<E>) -> [E] {
    attempt(otherwise: []) {
      let table = try table(E.self)
      return try entities(of: table, try table.fetch(lookup, db))
    }
  }

  func all<E: Entity>(_ type: E.Type) -> [E] {
    if let entities = whole[ObjectIdentifier(E.self)] as? [E] { return entities }
    return attempt(otherwise: []) {
      let table = try table(E.self)
      let entities: [E] = try entities(of: table, try table.all(db))
      // The board itself and its number series: a row or a few, asked for by every operation.
      if E.indexes.isEmpty { whole[ObjectIdentifier(E.self)] = entities }
      return entities
    }
  }

  private func entities<E: Entity>(of table: EntityTable<E>, _ rows: RowCursor) throws -> [E] {
    let type = ObjectIdentifier(E.self)
    var entities: [E] = []
    while let row = try rows.next() {
      let id = table.id(in: row)
      if let entity = known[type]?[id.rawValue] as? E {
        entities.append(entity)
      } else {
        let entity = try table.decode(row)
        known[type, default: [:]][id.rawValue] = entity
        entities.append(entity)
      }
    }
    return entities
  }

  private func table<E: Entity>(_ type: E.Type) throws -> EntityTable<E> { try tables.table(type, db) }

  private func attempt<Result>(otherwise nothing: Result, _ work: () throws -> Result) -> Result {
    guard failure == nil else { return nothing }
    do {
      return try work()
    } catch {
      failure = error
      return nothing
    }
  }
}
