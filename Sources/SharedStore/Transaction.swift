import GRDB
import IdeaPipeline

/// A submission made ready before the writers' queue is entered.
struct PreparedSubmission: Sendable {
  let submission: Submission
  let json: String

  init(_ submission: Submission) throws {
    self.submission = submission
    json = try OperationCatalogue.json(submission.operation)
  }
}

/// What the store answers to a submission.
public struct Receipt: Hashable, Sendable {
  /// What the store stamped it with.
  public let stamp: Stamp
  /// Whether this operation was in the log already, so that nothing was done now: the answer to an earlier try got lost.
  public let wasThereBefore: Bool
}

/// Carries out submissions within one transaction: stamp, check, append, apply.
struct Transaction {
  let log: OperationLog
  let board: SQLiteBoard
  let clock: () -> HostMoment

  init(_ db: Database, _ tables: EntityTables = EntityTables(), clock: @escaping () -> HostMoment) {
    log = OperationLog(db: db)
    board = SQLiteBoard(db, tables)
    self.clock = clock
  }

  /// - Parameters:
  ///   - refused: called with the place in the array and why; when it returns, that submission is left out.
  ///   - progress: called with how many were looked at.
  /// - Returns: a receipt for each submission; nil for those left out.
  func run(
    _ submissions: [PreparedSubmission], refused: (Int, Refusal) throws -> Void = { throw $1 },
    progress: (Int) -> Void = { _ in }
  ) throws -> [Receipt?] {
    let version = try Schema.version(of: log.db)
    guard version <= Schema.current else {
      throw StoreError.newerBoard(version: version, understood: Schema.current)
    }
    var seq = try log.lastSeq()
    return try submissions.enumerated().map { place, prepared in
      let submission = prepared.submission
      defer { progress(place + 1) }
      if let earlier = try log.stamp(of: submission.id) { return Receipt(stamp: earlier, wasThereBefore: true) }
      let moment = clock()
      let stamp = OperationRules.stamp(submission, seq: seq + 1, at: moment, on: board)
      try board.confirm()
      do {
        try check(submission, stamp, moment)
      } catch let refusal as Refusal {
        try refused(place, refusal)
        return nil
      }
      try carryOut(prepared, stamp)
      seq += 1
      return Receipt(stamp: stamp, wasThereBefore: false)
    }
  }

  private func check(_ submission: Submission, _ stamp: Stamp, _ moment: HostMoment) throws {
    let verdict = Result { () throws(Refusal) in
      try OperationRules.check(submission, stamp, at: moment, on: board)
    }
    // A refusal that a failed reading led to is none.
    try board.confirm()
    try verdict.get()
  }

  private func carryOut(_ prepared: PreparedSubmission, _ stamp: Stamp) throws {
    let submission = prepared.submission
    try log.append(
      stamp, kind: type(of: submission.operation).kind, payload: prepared.json, undoes: submission.undoes,
      deed: submission.deed)
    submission.operation.apply(to: board, stamp)
    try board.confirm()
  }
}
