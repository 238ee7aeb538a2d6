import GRDB
import IdeaPipeline

/// The log of a board: every change in order, never shortened, never rewritten but by redaction.
struct OperationLog {
  let db: Database

  /// The last sequence number; 0 before the first operation.
  func lastSeq() throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM operation")) ?? 0
  }

  func stamp(of id: OperationID) throws -> Stamp? {
    let statement = try db.cachedStatement(
      sql: "SELECT seq, id, at, actor, enteredBy FROM operation WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.rawValue]).map(Self.stamp)
  }

  func append(_ stamp: Stamp, kind: String, payload: String, undoes: OperationID?, deed: OperationID?) throws {
    let digest = Self.digest(stamp, kind: kind, payload: payload, undoes: undoes, deed: deed)
    try db.cachedStatement(
      sql: """
        INSERT INTO operation (seq, id, at, actor, enteredBy, kind, payload, undoes, digest, deed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      stamp.seq, stamp.id.rawValue, stamp.at.milliseconds, stamp.actor.person?.rawValue, stamp.enteredBy?.rawValue,
      kind, payload, undoes?.rawValue, digest, deed?.rawValue,
    ])
  }

  /// Operations after `seq`, oldest first.
  func after(_ seq: Int, limit: Int = .max) throws -> [LoggedOperation] {
    let statement = try db.cachedStatement(sql: "\(Self.columns) WHERE seq > ? ORDER BY seq LIMIT ?")
    return try Row.fetchAll(statement, arguments: [seq, limit]).map(Self.logged)
  }

  /// The last operations before a sequence number, newest first.
  func last(_ limit: Int, before seq: Int = .max) throws -> [LoggedOperation] {
    let statement = try db.cachedStatement(sql: "\(Self.columns) WHERE seq < ? ORDER BY seq DESC LIMIT ?")
    return try Row.fetchAll(statement, arguments: [seq, limit]).map(Self.logged)
  }

  func operation(_ id: OperationID) throws -> LoggedOperation? {
    let statement = try db.cachedStatement(sql: "\(Self.columns) WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.rawValue]).map(Self.logged)
  }

  /// What one person did in one go and nothing took back, the last first.
  func deed(_ deed: OperationID, of person: PersonID) throws -> [LoggedOperation] {
    let statement = try db.cachedStatement(sql: Self.deedSQL)
    return try Row.fetchAll(statement, arguments: [deed.rawValue, person.rawValue]).map(Self.logged)
  }

  static let deedSQL = """
    \(columns) WHERE deed = ? AND actor = ? AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.undoes = operation.id)
    ORDER BY seq DESC
    """

  static let columns = "SELECT seq, id, at, actor, enteredBy, kind, payload, undoes, digest, deed FROM operation"

  static func stamp(_ row: Row) -> Stamp {
    Stamp(
      seq: row[0], id: OperationID(rawValue: row[1]), at: Timestamp(milliseconds: row[2]),
      actor: (row[3] as Int64?).map { .person(PersonID(rawValue: $0)) } ?? .sealed,
      enteredBy: (row[4] as Int64?).map { PersonID(rawValue: $0) })
  }

  static func logged(_ row: Row) -> LoggedOperation {
    LoggedOperation(
      stamp: stamp(row), payload: OperationCatalogue.payload(kind: row[5], json: row[6]),
      undoes: (row[7] as Int64?).map { OperationID(rawValue: $0) },
      deed: (row[9] as Int64?).map { OperationID(rawValue: $0) })
  }

  /// FNV-1a over a whole line: a bit that turned on the disk shows. No protection against intent. A line without a deed has
  /// the digest that it had before there were deeds.
  static func digest(
    _ stamp: Stamp, kind: String, payload: String, undoes: OperationID?, deed: OperationID?
  ) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    func mix(_ number: Int64?) {
      mix(number == nil ? 0 : 1)
      for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: (number ?? 0) >> Int64(shift))) }
    }
    mix(Int64(stamp.seq))
    mix(stamp.id.rawValue)
    mix(stamp.at.milliseconds)
    mix(stamp.actor.person?.rawValue)
    mix(stamp.enteredBy?.rawValue)
    mix(undoes?.rawValue)
    if let deed { mix(deed.rawValue) }
    kind.utf8.forEach(mix)
    mix(0)
    payload.utf8.forEach(mix)
    return Int64(bitPattern: hash)
  }
}
