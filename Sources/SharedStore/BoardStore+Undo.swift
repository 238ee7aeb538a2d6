import IdeaPipeline

extension BoardStore {
  /// Takes several changes of one person back, the last one given first: all of them or none.
  /// - Parameters:
  ///   - operations: the changes, in the order in which they were made.
  ///   - identity: chooses the identities of the operations that take them back.
  public func undo(
    _ operations: [OperationID], by person: PersonID, identity: () -> OperationID,
    waitingAtMost limit: Duration = .seconds(10), report: (QueueEvent) -> Void = { _ in }
  ) throws -> [Receipt] {
    let pairs = operations.reversed().map { (change: $0, id: identity()) }
    return try inTurn(of: person, waitingAtMost: limit, report: report) { transaction in
      try pairs.flatMap { try transaction.undo($0.change, by: person, id: $0.id, others: identity).map(\.receipt) }
    }
  }

  /// The board's identity, which stays the same when its file is moved or renamed.
  public func identity() throws -> String {
    try connections.read { db in
      guard let board = SQLiteBoard(db).board else {
        throw StoreError.notABoard(path: location.path, because: "it was never finished")
      }
      return board.id.description
    }
  }
}
