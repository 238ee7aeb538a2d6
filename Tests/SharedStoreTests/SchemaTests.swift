import Foundation
import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

@Suite struct SchemaTests {
  /// Boards of this version are out in the world. To change anything, add a version; never edit one that was shipped.
  @Test func shippedVersionsAreFrozen() throws {
    #expect(
      [Schema.version1, Schema.version2, Schema.version3].map(digest) == [
        3_196_930_148_690_930_922, 15_385_000_643_599_063_165, 15_668_358_576_123_564_761,
      ])
    let room = try Room()
    let definitions = try room.store.connections.read { db in
      try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
    }
    #expect(
      digest(definitions.joined(separator: "\n")) == 14_854_337_346_608_041_122, "version 4, which is made by a program"
    )
  }

  /// FNV-1a.
  private func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  @Test func everyEntityHasASampleWithNothingLeftOut() {
    #expect(Samples.all.map { type(of: $0).entityName } == EntityCatalogue.all.map { $0.entityName })
    for sample in Samples.all {
      for property in Mirror(reflecting: sample).children {
        let isNil = Mirror(reflecting: property.value).displayStyle == .optional && "\(property.value)" == "nil"
        #expect(!isNil, "\(type(of: sample)).\(property.label ?? "")")
      }
    }
  }

  @Test(arguments: Samples.all.indices) func rowsReadBackExactly(_ place: Int) throws {
    let room = try Room()
    try room.withWriter { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      func check<E: Entity>(_ entity: E) throws {
        let board = SQLiteBoard(db)
        board.remove(entity.id)
        for handle in board.all(Person.self) { board.remove(handle.id) }
        for round in board.all(Round.self) { board.remove(round.id) }
        board.put(entity)
        board.put(entity)
        try board.confirm()
        let again = SQLiteBoard(db)
        #expect(again.get(entity.id) == entity)
        for index in E.indexes {
          let values = try #require(index.key(entity))
          #expect(again.fetch(Lookup(index.columns, values)).contains(entity), "\(index.columns)")
        }
        try again.confirm()
        again.remove(entity.id)
        #expect(SQLiteBoard(db).get(entity.id) == nil)
      }
      try check(Samples.all[place])
    }
  }

  /// Look-ups cost what they return: each is answered by an index, in order, without sorting.
  @Test func everyLookUpHasItsIndex() throws {
    let room = try Room()
    let plans = try room.store.connections.read { db in
      try EntityCatalogue.all.flatMap { type in try lookUps(of: type, db) }
    }
    #expect(plans.count > 20)
    for (question, plan) in plans {
      #expect(plan.contains("USING INDEX") || plan.contains("USING INTEGER PRIMARY KEY"), "\(question): \(plan)")
      #expect(!plan.contains("SCAN"), "\(question): \(plan)")
      #expect(!plan.contains("TEMP B-TREE FOR ORDER BY"), "\(question): \(plan)")
    }
  }

  private func lookUps<E: Entity>(of type: E.Type, _ db: Database) throws -> [(String, String)] {
    let table = try EntityTables().table(type, db)
    return try E.indexes.map { index in
      let sql = table.lookUpSQL(index.columns)
      return ("\(E.entityName) by \(index.columns)", try queryPlan(db, sql))
    }
  }

  @Test func aLookUpNeverFindsWhatHasNoValue() throws {
    let room = try Room()
    try room.post("One")
    let built = try room.store.connections.read { db in SQLiteBoard(db).fetch(.builds(on: IdeaID(rawValue: 0))) }
    #expect(built.isEmpty)
  }

  @Test func aFailureIsKeptAndNothingIsBelievedAfterIt() throws {
    let room = try Room()
    let id = try room.post("One")
    try room.withWriter { db in
      let board = SQLiteBoard(db)
      try db.execute(sql: "ALTER TABLE team RENAME TO elsewhere")
      #expect(board.first(.name("Oldham")) == nil)
      #expect(board.get(id) == nil)
      #expect(throws: (any Error).self) { try board.confirm() }
      try db.execute(sql: "ALTER TABLE elsewhere RENAME TO team")
    }
  }
}

/// How SQLite would answer, a step a line.
func queryPlan(_ db: Database, _ sql: String) throws -> String {
  let nothing = StatementArguments(sql.filter { $0 == "?" }.map { _ in DatabaseValue.null })
  return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: nothing)
    .map { $0["detail"] as String }.joined(separator: "\n")
}
