import GRDB
import IdeaPipeline

/// Examines one snapshot of a board's file.
struct IntegrityCheck {
  let db: Database
  let tables = EntityTables()

  init(_ db: Database) { self.db = db }

  func findings() -> [Finding] {
    let replayed = MemoryBoard()
    var findings = attempt("the file", fileFindings)
    findings += attempt("foreign keys", foreignKeyFindings)
    let log = attempt("the log") { try logFindings(replayingOn: replayed) }
    findings += log
    findings += attempt("tags, voters and counts", sideTableFindings)
    for type in EntityCatalogue.all {
      findings += attempt("table \(type.entityName)") { try tableFindings(type, replayed) }
    }
    return findings
  }

  /// A damaged page ends one examination, not all of them.
  private func attempt(_ place: String, _ examine: () throws -> [Finding]) -> [Finding] {
    do {
      return try examine()
    } catch let error as DatabaseError {
      return [Finding(place: place, problem: "cannot be read (\(error.message ?? "SQLite error"))")]
    } catch {
      return [Finding(place: place, problem: "cannot be read (\(error))")]
    }
  }

  private func fileFindings() throws -> [Finding] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(50)").filter { $0 != "ok" }
      .map { Finding(place: "the file", problem: $0) }
  }

  private func foreignKeyFindings() throws -> [Finding] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      let (table, parent) = (row[0] as String? ?? "?", row[2] as String? ?? "?")
      return Finding(
        place: "table \(table), row \(Self.name(row[1] ?? 0))", problem: "points at a \(parent) that is not there")
    }
  }

  /// Each line: the next number, its own digest, a kind and a payload that this program can read; then it is replayed.
  private func logFindings(replayingOn board: MemoryBoard) throws -> [Finding] {
    var findings: [Finding] = []
    var expected = 1
    let rows = try Row.fetchCursor(db, sql: "\(OperationLog.columns) ORDER BY seq")
    while let row = try rows.next() {
      let logged = OperationLog.logged(row)
      let place = "operation \(logged.stamp.seq)"
      if logged.stamp.seq != expected {
        findings.append(Finding(place: place, problem: "the log has a gap: number \(expected) was to come"))
      }
      expected = logged.stamp.seq + 1
      let (kind, payload) = (row[5] as String, row[6] as String)
      let digest = OperationLog.digest(
        logged.stamp, kind: kind, payload: payload, undoes: logged.undoes, deed: logged.deed)
      if digest != row[8] { findings.append(Finding(place: place, problem: "is not as it was written")) }
      if case .unknown = logged.payload {
        findings.append(Finding(place: place, problem: "“\(kind)” cannot be read by this program"))
      }
      OperationRules.replay(logged, on: board)
    }
    return findings
  }

  /// `idea_tag`, `voter` and `idea_count` follow other tables by triggers.
  func sideTableFindings() throws -> [Finding] {
    let tags = try compare(
      "SELECT idea.id, value FROM idea, json_each(idea.tags)", with: "SELECT idea, tag FROM idea_tag", "idea_tag")
    let voters = try compare(
      "SELECT person, count(*) FROM ballot WHERE counts = 1 GROUP BY round, person",
      with: "SELECT person, ballots FROM voter WHERE ballots > 0", "voter")
    let counts = try compare(
      "SELECT coalesce(challenge, 0), state || ' ' || stage || ' ' || count(*) FROM idea GROUP BY state, stage, challenge",
      with: "SELECT max(challenge, 0), state || ' ' || stage || ' ' || ideas FROM idea_count WHERE ideas > 0",
      "idea_count")
    return tags + voters + counts
  }

  private func compare(_ truth: String, with copy: String, _ table: String) throws -> [Finding] {
    let missing = try Row.fetchAll(db, sql: "\(truth) EXCEPT \(copy)")
    let extra = try Row.fetchAll(db, sql: "\(copy) EXCEPT \(truth)")
    return missing.map { Finding(place: "table \(table)", problem: "lacks \(Self.words($0))") }
      + extra.map { Finding(place: "table \(table)", problem: "has \(Self.words($0)), which should not be there") }
  }

  /// "“carers” of 0000abc…".
  private static func words(_ row: Row) -> String {
    let value = row[1] as DatabaseValue
    return "“\(String.fromDatabaseValue(value) ?? "\(value)")” of \(name(row[0]))"
  }

  /// As identities are written elsewhere.
  static func name(_ id: Int64) -> String { Identifier<Board>(rawValue: id).description }
}
