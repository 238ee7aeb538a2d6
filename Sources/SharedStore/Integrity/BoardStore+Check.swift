import GRDB
import IdeaPipeline

extension BoardStore {
  /// Examines the whole file: SQLite's own check, the log line by line and to its end, the search, and every table compared
  /// with what replaying the log gives. Changes nothing, but that it ends a redaction that was cut short.
  /// - Parameter limit: how long to wait for the writers' queue, which the search's own check needs.
  /// - Returns: what is wrong; empty when all is well.
  /// - Throws: a `StoreError` when the file cannot be examined at all.
  public func check(waitingAtMost limit: Duration = .seconds(10)) throws -> [Finding] {
    // Before the log is read: others go on writing, and move the mark.
    let mark = SavedMark.last(inLockFile: location.lockFile)
    var findings = try connections.read { db in IntegrityCheck(db).findings() + Self.endFindings(db, mark) }
    findings += LossRecord(location).findings
    if try isNewer() { return findings }
    return try findings + endRedaction(waitingAtMost: limit) + checkTextSearch(waitingAtMost: limit)
  }

  private func endRedaction(waitingAtMost limit: Duration) throws -> [Finding] {
    guard isWipingUnfinished else { return [] }
    let isWiped = try queue.turn(as: Self.accountName, waitingAtMost: limit) { turn in try wipe(turn) }
    let problem = "may still hold text that was redacted, because somebody reads an old state. Check again later."
    return isWiped ? [] : [Finding(place: "the file", problem: problem)]
  }

  /// Whether the log has everything that was ever saved.
  private static func endFindings(_ db: Database, _ mark: SavedMark?) -> [Finding] {
    let last = (try? OperationLog(db: db).lastSeq()) ?? 0
    guard let mark, let lost = mark.lost(after: last), SQLiteBoard(db).board?.id == mark.board else { return [] }
    return [
      Finding(
        place: "the log",
        problem: "ends at \(last); \(LossRecord.sentence(lost)). Go back to a backup, or make them again.")
    ]
  }

  /// Whether a newer Hothouse has written the board, so that this one only reads it.
  public func isNewer() throws -> Bool {
    try connections.read { try Schema.version(of: $0) } > Schema.current
  }

  /// FTS5 is asked to check itself by something that looks like a change; it is taken back.
  private func checkTextSearch(waitingAtMost limit: Duration) throws -> [Finding] {
    try queue.turn(as: Self.accountName, waitingAtMost: limit) { turn in
      try connections.withWriter(turn) { db in
        var findings: [Finding] = []
        for table in Schema.textTables {
          do {
            try db.inTransaction(.immediate) {
              try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
              return .rollback
            }
          } catch let error as DatabaseError {
            findings.append(
              Finding(
                place: "search table \(table)",
                problem: "does not agree with the texts (\(error.message ?? "SQLite error"))"))
          }
        }
        return findings
      }
    }
  }
}
