import GRDB
import IdeaPipeline
import TestSupport

@testable import SharedStore

/// Lends an empty board in SQLite, for the time of one transaction, which is taken back. What would keep it from being
/// committed shows all the same.
enum BareBoard {
  /// - Parameter remembering: whether rows are kept in memory, as in every transaction; otherwise each question and each
  ///   change goes to the tables, so that what they hold is what is looked at.
  static func lend(remembering: Bool, _ body: (any BoardAccess) throws -> Void) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in Schema.defineFunctions(db, redaction: RedactionSwitch()) }
    try DatabaseQueue(configuration: configuration).writeWithoutTransaction { db in
      try Schema.migrate(db)
      try db.inTransaction(.immediate) {
        if remembering {
          let board = SQLiteBoard(db)
          try body(board)
          try board.confirm()
        } else {
          let board = ForgetfulBoard(db)
          try body(board)
          if let failure = board.failure { throw failure }
        }
        try look(db)
        return .rollback
      }
    }
  }

  /// What a commit looks at, and what follows the tables by itself.
  private static func look(_ db: Database) throws {
    // The rows here were put without a log.
    let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").filter { $0[2] != "operation" }
    try BoardProperties.require(dangling.isEmpty, "rows point nowhere: \(dangling)")
    let beside = try IntegrityCheck(db).sideTableFindings()
    try BoardProperties.require(beside.isEmpty, "\(beside)")
    for table in Schema.textTables {
      try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
    }
  }
}

/// The tables without the memory that a transaction has of them.
private final class ForgetfulBoard: BoardAccess {
  private(set) var failure: (any Error)?
  private let db: Database
  private let tables = EntityTables()

  init(_ db: Database) { self.db = db }

  func get<E: Entity>(_ id: Identifier<E>) -> E? { ask { $0.get(id) } }
  func put<E: Entity>(_ entity: E) { ask { $0.put(entity) } }
  func remove<E: Entity>(_ id: Identifier<E>) { ask { $0.remove(id) } }
  func fetch<E: Entity>(_ lookup: Lookup<E>) -> [E] { ask { $0.fetch(lookup) } }
  func all<E: Entity>(_ type: E.Type) -> [E] { ask { $0.all(type) } }

  private func ask<Answer>(_ question: (SQLiteBoard) -> Answer) -> Answer {
    let board = SQLiteBoard(db, tables)
    let answer = question(board)
    if let first = board.failure, failure == nil { failure = first }
    return answer
  }
}
