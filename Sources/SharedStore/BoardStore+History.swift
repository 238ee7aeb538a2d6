import GRDB
import IdeaPipeline

extension BoardStore {
  /// The whole log, oldest first. Nothing is held back in it, names that screens hide included, so only the owner may
  /// have it.
  /// - Throws: a `Refusal` for anybody else.
  public func history(for person: PersonID) throws -> [LoggedOperation] {
    try connections.read { db in
      guard SQLiteBoard(db, connections.tables).board?.owner == person else {
        throw Refusal(
          .notPermitted, "The history holds what the board hides from others.",
          instead: "Only the owner of the board can have it.")
      }
      return try OperationLog(db: db).after(0)
    }
  }

  /// Makes a new board by replaying the log of another: both are equal in every table. All of it or nothing.
  @discardableResult public static func create(
    _ location: BoardLocation, replaying log: [LoggedOperation], waitingAtMost limit: Duration = .seconds(10),
    clock: @escaping @Sendable () -> HostMoment = BoardStore.hostClock
  ) throws -> BoardStore {
    try create(location, safety: FileSystemSafety(), waitingAtMost: limit, clock: clock) { transaction in
      for logged in log { try transaction.replay(logged) }
    }
  }
}

extension Transaction {
  /// Appends a line as it stands and applies it: it was checked when it was first made.
  fileprivate func replay(_ logged: LoggedOperation) throws {
    let payload =
      switch logged.payload {
      case .known(let operation): try OperationCatalogue.json(operation)
      case .unknown(_, let json): json
      }
    try log.append(
      logged.stamp, kind: logged.payload.kind, payload: payload, undoes: logged.undoes, deed: logged.deed)
    OperationRules.replay(logged, on: board)
    try board.confirm()
  }
}
