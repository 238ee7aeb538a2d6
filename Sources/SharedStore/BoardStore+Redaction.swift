import Foundation
import GRDB
import IdeaPipeline

/// What a redaction takes the text from.
public enum RedactionSubject: Hashable, Sendable {
  /// What one operation wrote.
  case operation(OperationID)
  /// Everything written about an idea, its comments included.
  case idea(IdeaID)
}

/// What became of a redaction.
public struct RedactionReport: Hashable, Sendable {
  public let receipt: Receipt
  /// Whether nothing of the old text is left in the board's files. If not, somebody was reading an old state all the
  /// while; it goes with the next `check`, or the next redaction.
  public let isWiped: Bool
}

extension BoardStore {
  /// Replaces text by a mark that says when: in the log, in the tables, in the search, and in what the files still hold of
  /// it. Backups keep what they hold; the person has to be warned of them.
  /// - Parameters:
  ///   - person: who asks; only the owner may.
  ///   - id: the identity of the operation that records it, chosen by the asker.
  /// - Throws: a `Refusal`, or a `StoreError`.
  public func redact(
    _ subject: RedactionSubject, reason: String, by person: PersonID, id: OperationID,
    waitingAtMost limit: Duration = .seconds(10), report: (QueueEvent) -> Void = { _ in }
  ) throws -> RedactionReport {
    let handle = try handle(of: person)
    return try queue.turn(as: handle, waitingAtMost: limit, report: report) { turn in
      let wasUnfinished = isWipingUnfinished
      try queue.access.createFile(location.wipeFile)
      do {
        let receipt = try connections.withWriter(turn) { db in
          // What is deleted is overwritten with zeros from here on.
          try db.execute(sql: "PRAGMA secure_delete = ON")
          defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
          return try redact(turn, db, subject, reason, by: person, id: id)
        }
        return RedactionReport(receipt: receipt, isWiped: try wipe(turn))
      } catch let refusal as Refusal {
        if !wasUnfinished { unlink(location.wipeFile) }
        throw refusal
      }
    }
  }

  /// Whether a redaction was cut short, by `kill -9` or by somebody who was reading, when the log had it already.
  var isWipingUnfinished: Bool { fileStatus(location.wipeFile) != nil }

  /// Writes the whole file anew, so that no page keeps old text between its rows, and empties the WAL.
  /// - Returns: whether nothing of the old text is left.
  func wipe(_ turn: borrowing WritersQueue.Turn) throws -> Bool {
    try connections.withWriter(turn) { db in
      try db.execute(sql: "VACUUM")
      // Waits for readers of the old state, for as long as the connection waits for anything.
      guard try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else { return false }
      unlink(location.wipeFile)
      return true
    }
  }

  private func redact(
    _ turn: borrowing WritersQueue.Turn, _ db: Database, _ subject: RedactionSubject, _ reason: String,
    by person: PersonID, id: OperationID
  ) throws -> Receipt {
    let before = turn.mark
    var receipt: Receipt?
    var mark: SavedMark?
    try db.inTransaction(.immediate) {
      let transaction = Transaction(db, connections.tables, clock: clock)
      try noteLosses(before, transaction)
      let done = try transaction.redact(subject, reason, by: person, id: id, redaction: connections.redaction)
      for table in Schema.textTables {
        try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
      }
      (receipt, mark) = (done, try transaction.mark())
      return .commit
    }
    turn.note(mark)
    guard let receipt else { throw StoreError.closed }
    return receipt
  }

}

extension Transaction {
  fileprivate func redact(
    _ subject: RedactionSubject, _ reason: String, by person: PersonID, id: OperationID, redaction: RedactionSwitch
  ) throws -> Receipt {
    let whole = try log.after(0)
    let operation = Redaction.of(chosen(subject, in: whole), in: whole, reason: reason)
    try board.confirm()
    let submission = try PreparedSubmission(Submission(id: id, operation, by: .person(person)))
    guard let receipt = try run([submission]).first ?? nil else { throw StoreError.closed }
    guard !receipt.wasThereBefore else { return receipt }
    try redaction.whileOn {
      for logged in whole {
        guard case .known(let old) = logged.payload,
          let new = operation.rewritten(old, logged.stamp.id, at: receipt.stamp.at)
        else { continue }
        try log.rewrite(logged, as: new)
      }
    }
    return receipt
  }

  private func chosen(_ subject: RedactionSubject, in whole: [LoggedOperation]) -> [OperationID] {
    switch subject {
    case .operation(let id): [id]
    case .idea(let idea):
      Redaction.operations(about: idea, comments: board.fetch(.on(idea)).map(\.id), in: whole)
    }
  }
}

extension OperationLog {
  fileprivate func rewrite(_ logged: LoggedOperation, as operation: any IdeaPipeline.Operation) throws {
    let (stamp, json) = (logged.stamp, try OperationCatalogue.json(operation))
    let digest = Self.digest(
      stamp, kind: logged.payload.kind, payload: json, undoes: logged.undoes, deed: logged.deed)
    try db.execute(
      sql: "UPDATE operation SET payload = ?, digest = ? WHERE id = ?", arguments: [json, digest, stamp.id.rawValue])
  }
}
