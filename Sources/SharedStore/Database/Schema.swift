import GRDB

/// The versions of the board file. A version that has been shipped is never changed: a change is a new one.
enum Schema {
  /// "Hoth", so that file(1) and we know a board from another SQLite file.
  static let applicationID = 0x486F_7468

  /// The tables of the full-text search.
  static let textTables = ["idea_text", "comment_text"]

  /// One step to a newer file.
  struct Version: Sendable {
    let number: Int
    let make: @Sendable (Database) throws -> Void
  }

  static let versions = [
    Version(number: 1) { try $0.execute(sql: version1) },
    Version(number: 2) { try $0.execute(sql: version2) },
    Version(number: 3) { try $0.execute(sql: version3) },
    Version(number: 4, make: version4),
  ]

  /// The version this program writes.
  static var current: Int { versions.last?.number ?? 0 }

  static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Brings the file to the current version; each step is one transaction.
  static func migrate(_ db: Database) throws {
    let from = try version(of: db)
    // A table that others refer to can only be made anew while nobody looks whether they still do.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
    for version in versions where version.number > from {
      try db.inTransaction(.immediate) {
        try version.make(db)
        try db.checkForeignKeys()
        try db.execute(sql: "PRAGMA user_version = \(version.number)")
        return .commit
      }
    }
  }

  /// The functions that triggers call. Only a program that knows a version defines its function, so an older program's
  /// writing stops with an error, while its reading goes on.
  static func defineFunctions(_ db: Database, redaction: RedactionSwitch) {
    for version in versions {
      db.add(function: DatabaseFunction("hothouse_writes_version_\(version.number)", argumentCount: 0) { _ in 1 })
    }
    db.add(function: DatabaseFunction("hothouse_redacts", argumentCount: 0) { _ in redaction.isOn ? 1 : 0 })
  }
}
