import GRDB
import IdeaPipeline

/// A change that was taken back, and what the store answered to that.
public struct Undone: Hashable, Sendable {
  public let change: LoggedOperation
  public let receipt: Receipt
}

extension Transaction {
  /// Takes back one change, or all that is left of the last deed, its last change first.
  func undo(
    _ wanted: OperationID?, by person: PersonID, id: OperationID, others identity: () -> OperationID
  ) throws -> [Undone] {
    if let earlier = try log.operation(id), let undone = try earlier.undoes.flatMap(log.operation) {
      return try again(undone, by: person)
    }
    let search = UndoSearch(log: log, board: board)
    guard wanted == nil else { return [try undo(search.undoing(wanted ?? id), by: person, id: id)] }
    let last = try search.last(of: person)
    var done = [try undo(last, by: person, id: id)]
    // Each reverse is worked out on the board as the one before has left it.
    for change in try search.rest(of: last, by: person) {
      guard let undoing = try search.left(of: change) else { continue }
      done.append(try undo(undoing, by: person, id: identity()))
    }
    return done
  }

  private func undo(_ undoing: Undoing, by person: PersonID, id: OperationID) throws -> Undone {
    guard let receipt = try run([PreparedSubmission(undoing.submission(id: id, by: person))]).first ?? nil,
      let change = try log.operation(undoing.stamp.id)
    else { throw UndoSearch.nothingLeft }
    return Undone(change: change, receipt: receipt)
  }

  /// The answer to an earlier try got lost: what it took back.
  private func again(_ undone: LoggedOperation, by person: PersonID) throws -> [Undone] {
    let deed = try undone.deed.map { try log.undone(deed: $0) } ?? []
    let pairs = try deed.isEmpty ? log.undone(undone.stamp.id) : deed
    return pairs.map { Undone(change: $0, receipt: Receipt(stamp: $1, wasThereBefore: true)) }
  }
}

/// Looks for what can be taken back on the board as it is now.
struct UndoSearch {
  let log: OperationLog
  let board: SQLiteBoard

  private static let undoneAlready = Refusal(
    .rule, "That has been taken back already.", instead: "Look at the board as it is now.")
  static let nothingLeft = Refusal(
    .rule, "There is nothing left of that to take back.", instead: "Look at the board as it is now.")

  func undoing(_ id: OperationID) throws -> Undoing {
    guard let logged = try log.operation(id) else {
      throw Refusal(
        .notFound, "There is no such change on this board.", instead: "“hothouse log” lists those there are.")
    }
    if try log.isUndone(id) { throw Self.undoneAlready }
    return try last(of: CollectionOfOne(logged), undone: [])
  }

  /// All that is left of the person's last deed, as it would be told: its last change first.
  func lastDeed(of person: PersonID) throws -> [Undoing] {
    let last = try last(of: person)
    return try [last] + rest(of: last, by: person).compactMap(left)
  }

  /// What was done in one go with a change, the last first.
  func rest(of undoing: Undoing, by person: PersonID) throws -> [LoggedOperation] {
    guard let deed = undoing.deed else { return [] }
    return try log.deed(deed, of: person).filter { $0.stamp.seq < undoing.stamp.seq }
  }

  /// What takes a change back; nil when nothing of it is left.
  func left(of change: LoggedOperation) throws -> Undoing? {
    let found = Result { () throws(Refusal) in try UndoRule.undoing(change, on: board) }
    try board.confirm()
    return try found.get()
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

  static let undoneDeedSQL = "\(columns) WHERE undoes IN (SELECT id FROM operation WHERE deed = ?) ORDER BY seq"
  static let undoneSQL = "\(columns) WHERE undoes = ? ORDER BY seq"

  /// What was done in one go and taken back, with what took it back.
  fileprivate func undone(deed: OperationID) throws -> [(LoggedOperation, Stamp)] {
    try undone(Self.undoneDeedSQL, deed)
  }

  /// The change that was taken back, with what took it back.
  fileprivate func undone(_ change: OperationID) throws -> [(LoggedOperation, Stamp)] {
    try undone(Self.undoneSQL, change)
  }

  private func undone(_ sql: String, _ id: OperationID) throws -> [(LoggedOperation, Stamp)] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id.rawValue])
    return try rows.map(Self.logged).compactMap { reverse in
      try reverse.undoes.flatMap(operation).map { ($0, reverse.stamp) }
    }
  }
}
