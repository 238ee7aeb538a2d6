import GRDB
import IdeaPipeline

extension Transaction {
  func undo(
    _ wanted: OperationID?, by person: PersonID, id: OperationID
  ) throws -> (undone: LoggedOperation, receipt: Receipt) {
    if let earlier = try log.operation(id), let undone = try earlier.undoes.flatMap(log.operation) {
      return (undone, Receipt(stamp: earlier.stamp, wasThereBefore: true))
    }
    let search = UndoSearch(log: log, board: board)
    let undoing = try wanted.map(search.undoing) ?? search.last(of: person)
    let submission = undoing.submission(id: id, by: person)
    guard let receipt = try run([PreparedSubmission(submission)]).first ?? nil,
      let undone = try log.operation(undoing.stamp.id)
    else { throw Refusal(.rule, "There is nothing left of that to take back.") }
    return (undone, receipt)
  }
}

/// Looks for what can be taken back on the board as it is now.
struct UndoSearch {
  let log: OperationLog
  let board: SQLiteBoard

  func undoing(_ id: OperationID) throws -> Undoing {
    guard let logged = try log.operation(id) else {
      throw Refusal(.notFound, "There is no such change on this board.")
    }
    if try log.isUndone(id) { throw Refusal(.rule, "That has been taken back already.") }
    return try last(of: CollectionOfOne(logged), undone: [])
  }

  /// Looks back over the person's own changes, one by one, as far as it takes.
  func last(of person: PersonID) throws -> Undoing {
    var before = Int.max
    var failure: (any Error)?
    let changes = AnyIterator<LoggedOperation> {
      do {
        let logged = try log.last(of: person, before: before)
        before = logged?.stamp.seq ?? 0
        return logged
      } catch {
        failure = error
        return nil
      }
    }
    let found = Result { try last(of: changes, undone: []) }
    if let failure { throw failure }
    return try found.get()
  }

  private func last(of changes: some Sequence<LoggedOperation>, undone: Set<OperationID>) throws -> Undoing {
    let found = Result { () throws(Refusal) in try UndoRule.last(of: changes, undone: undone, on: board) }
    // A refusal that a failed reading led to is none.
    try board.confirm()
    return try found.get()
  }
}

extension OperationLog {
  static let lastSQL = """
    \(columns) WHERE actor = ? AND seq < ? AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.undoes = operation.id)
    ORDER BY seq DESC LIMIT 1
    """

  /// The person's last operation before a sequence number that nothing took back.
  fileprivate func last(of person: PersonID, before seq: Int) throws -> LoggedOperation? {
    let statement = try db.cachedStatement(sql: Self.lastSQL)
    return try Row.fetchOne(statement, arguments: [person.rawValue, seq]).map(Self.logged)
  }

  fileprivate func isUndone(_ id: OperationID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM operation WHERE undoes = ?)"), arguments: [id.rawValue])
      ?? false
  }
}
