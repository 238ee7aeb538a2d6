import GRDB
import IdeaPipeline

extension BoardStore {
  /// Carries out operations: all of them in one transaction, or none. An answer means that they are on the disk.
  ///
  /// An operation whose identity is in the log already is not done again; its receipt is the first one.
  /// - Parameters:
  ///   - limit: how long to wait in the writers' queue before `StoreError.busy`.
  ///   - report: called on this thread while waiting, so that the person can be told who is writing.
  /// - Throws: a `Refusal`, or a `StoreError`.
  public func submit(
    _ submissions: [Submission], waitingAtMost limit: Duration = .seconds(10), report: (QueueEvent) -> Void = { _ in }
  ) throws -> [Receipt] {
    try transact(submissions, waitingAtMost: limit, report: report) { try $0.run($1) }.compactMap(\.self)
  }

  /// As `submit`, for an import that may leave out what is refused.
  /// - Parameters:
  ///   - refused: is given the place in the array and why. When it returns, that one is left out; when it throws,
  ///     nothing is done. Others are waiting meanwhile: remember it and go on.
  ///   - progress: is given how many were looked at so far. The same holds.
  /// - Returns: a receipt for each submission; nil for those left out.
  public func submit(
    _ submissions: [Submission], waitingAtMost limit: Duration = .seconds(10),
    report: (QueueEvent) -> Void = { _ in }, refused: (Int, Refusal) throws -> Void,
    progress: (Int) -> Void = { _ in }
  ) throws -> [Receipt?] {
    try transact(submissions, waitingAtMost: limit, report: report) {
      try $0.run($1, refused: refused, progress: progress)
    }
  }

  /// Takes a change back by appending its reverse, worked out on the board as it is at that moment.
  /// - Parameters:
  ///   - operation: the change; nil for the last deed of this person that can be taken back and was not yet: all of it,
  ///     or nothing.
  ///   - id: the identity of the operation that takes it back, chosen by the asker.
  ///   - identity: chooses the identities of the others, where the deed was several changes.
  /// - Returns: what was taken back, the last change first.
  /// - Throws: a `Refusal` when there is nothing to take back.
  public func undo(
    _ operation: OperationID? = nil, by person: PersonID, id: OperationID, others identity: () -> OperationID,
    waitingAtMost limit: Duration = .seconds(10), report: (QueueEvent) -> Void = { _ in }
  ) throws -> [Undone] {
    try inTurn(of: person, waitingAtMost: limit, report: report) { transaction in
      try transaction.undo(operation, by: person, id: id, others: identity)
    }
  }

  private func transact(
    _ submissions: [Submission], waitingAtMost limit: Duration, report: (QueueEvent) -> Void,
    _ body: (Transaction, [PreparedSubmission]) throws -> [Receipt?]
  ) throws -> [Receipt?] {
    guard let asker = submissions.first?.asker else {
      guard submissions.isEmpty else { throw StoreError.boardExists(location.name) }
      return []
    }
    let prepared = try submissions.map(PreparedSubmission.init)
    let isSealed = submissions.contains { $0.actor == .sealed }
    let isUnnamed = try isSealed || hidesNames()
    return try inTurn(of: isUnnamed ? nil : asker, waitingAtMost: limit, report: report) { try body($0, prepared) }
  }

  /// - Parameter person: who writes; nil when that must not be known.
  func inTurn<Result>(
    of person: PersonID?, waitingAtMost limit: Duration, report: (QueueEvent) -> Void,
    _ body: (Transaction) throws -> Result
  ) throws -> Result {
    let handle = try person.map(handle)
    return try queue.turn(as: handle, waitingAtMost: limit, report: report) { turn in
      let before = turn.mark
      let (result, mark) = try connections.write(turn) { db in
        let transaction = Transaction(db, connections.tables, clock: clock)
        try noteLosses(before, transaction)
        return (try body(transaction), try transaction.mark())
      }
      turn.note(mark)
      return result
    }
  }

  /// Writes down, before the mark moves on, what the log has lost since somebody wrote last.
  func noteLosses(_ mark: SavedMark?, _ transaction: Transaction) throws {
    guard let mark, let lost = mark.lost(after: try transaction.log.lastSeq()),
      transaction.board.board?.id == mark.board
    else { return }
    LossRecord(location).add(lost)
  }

  /// Whether the room is in a step where others do not see who writes: then neither do those who wait.
  private func hidesNames() throws -> Bool { try naming() != .named }

  /// Whose names are kept and shown in the step the room is in; `named` where it is in none.
  public func naming() throws -> Naming {
    try connections.read { db in SQLiteBoard(db, connections.tables).currentStep?.plan.naming ?? .named }
  }

  /// The name under which others see us writing.
  func handle(of person: PersonID) throws -> String {
    try connections.read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT handle FROM person WHERE id = ?"), arguments: [person.rawValue])
    } ?? Self.accountName
  }
}
