import GRDB
import IdeaPipeline

extension Transaction {
  func undo(
    _ wanted: OperationID?, by person: PersonID, id: OperationID
  ) throws -> (undone: LoggedOperation, receipt: Receipt) {
    if let earlier = try log.operation(id), let undone = try earlier.undoes.flatMap(log.operation) {
      return (undone, Receipt(stamp: earlier.stamp, wasThereBefore: true))
    }
    let (undone, reverse) = try wanted.map(reversible) ?? lastReversible(by: person)
    let submission = Submission(id: id, reverse, by: .person(person), undoes: undone.stamp.id)
    guard let receipt = try run([PreparedSubmission(submission)]).first ?? nil else { throw Self.nothingToUndo }
    return (undone, receipt)
  }

  private func reversible(_ id: OperationID) throws -> (LoggedOperation, any Operation) {
    guard let logged = try log.operation(id) else {
      throw Refusal(.notFound, "There is no such change on this board.")
    }
    if try isUndone(id) { throw Refusal(.rule, "That has been taken back already.") }
    guard let reverse = try reverse(of: logged) else {
      throw Refusal(.rule, logged.payload.cannotUndo ?? "There is nothing left of that to take back.")
    }
    return (logged, reverse)
  }

  /// Looks back over the person's own changes. What took something back is not taken back again: pressing the key twice
  /// takes back two changes.
  private func lastReversible(by person: PersonID) throws -> (LoggedOperation, any Operation) {
    var before = Int.max
    for _ in 0..<Self.lookBack {
      guard let logged = try log.last(of: person, before: before) else { break }
      before = logged.stamp.seq
      guard logged.undoes == nil, try !isUndone(logged.stamp.id) else { continue }
      if let reverse = try reverse(of: logged) { return (logged, reverse) }
    }
    throw Self.nothingToUndo
  }

  private func reverse(of logged: LoggedOperation) throws -> (any Operation)? {
    guard case .known(let operation) = logged.payload else { return nil }
    let reverse = operation.reverse(on: board, of: logged.stamp)
    try board.confirm()
    return reverse
  }

  /// Whether something took it back, and nothing took that back.
  private func isUndone(_ id: OperationID) throws -> Bool {
    for undoing in try log.undoing(id) where try !isUndone(undoing) { return true }
    return false
  }

  /// Changes looked at before giving up.
  private static let lookBack = 1_000

  private static let nothingToUndo = Refusal(.rule, "You have nothing on this board to take back.")
}

extension LoggedOperation.Payload {
  /// Why it can never be taken back.
  fileprivate var cannotUndo: String? {
    switch self {
    case .known(let operation): type(of: operation).cannotUndo
    case .unknown: "A newer Hothouse made that change; this program cannot take it back."
    }
  }
}

extension OperationLog {
  /// The person's last operation before a sequence number.
  fileprivate func last(of person: PersonID, before seq: Int) throws -> LoggedOperation? {
    let statement = try db.cachedStatement(
      sql: "\(Self.columns) WHERE actor = ? AND seq < ? ORDER BY seq DESC LIMIT 1")
    return try Row.fetchOne(statement, arguments: [person.rawValue, seq]).map(Self.logged)
  }

  /// The operations that took this one back.
  fileprivate func undoing(_ id: OperationID) throws -> [OperationID] {
    let statement = try db.cachedStatement(sql: "SELECT id FROM operation WHERE undoes = ?")
    return try Int64.fetchAll(statement, arguments: [id.rawValue]).map { OperationID(rawValue: $0) }
  }
}
