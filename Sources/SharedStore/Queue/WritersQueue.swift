import Foundation

/// What a person who waits for the writers' queue may be told, and what should be logged.
public enum QueueEvent: Equatable, Sendable {
  /// After a second, and each second from then on: somebody is writing.
  case waiting(LockHolder?)
  /// The holder had been stopped (Ctrl-Z, a dead link); it was told to go on.
  case resumed(LockHolder)
  /// The holder stayed stopped and was ended; SQLite takes back what it had not committed.
  case ended(LockHolder)
}

extension QueueEvent: CustomStringConvertible {
  /// What happened, in words without a full stop.
  public var description: String {
    switch self {
    case .waiting(let holder?): "waiting for the board (\(holder.handle) is writing)"
    case .waiting(nil): "waiting for the board"
    case .resumed(let holder): "\(holder.handle)’s program had been stopped while it was writing; told it to go on"
    case .ended(let holder): "\(holder.handle)’s program stayed stopped while it was writing; ended it"
    }
  }
}

/// The line in which everybody who changes a board's file waits: an exclusive `flock` on its lock file.
///
/// SQLite's own waiting starves some writers, and its releases up to 3.51.2 can damage a file when one process writes
/// while another checkpoints. So commits, migrations and checkpoints happen only during a `Turn`.
/// Closing the lock file, opened for writing, is also the bell that wakes everybody's `Bell`.
package struct WritersQueue: Sendable {
  /// Proof that the writers' queue is ours. Ends, and rings the bell, when it goes out of scope.
  package struct Turn: ~Copyable {
    fileprivate let file: OpenFile
    fileprivate let fifo: String
    fileprivate let isSealed: Bool

    /// How far the log had come when somebody wrote last.
    var mark: SavedMark? { SavedMark(lockFile: file.descriptor) }

    /// Notes how far the log has come. Call it when that is committed.
    func note(_ mark: SavedMark?) { mark?.write(lockFile: file.descriptor) }

    /// Rings for those who listen at the FIFO; closing the lock file then rings for the others.
    fileprivate consuming func end() {
      if isSealed { LockHolder.write(LockHolder.nobody, to: file.descriptor) }
      FifoBell.ring(fifo)
    }
  }

  let lockFile: String
  let fifo: String
  let access: FileAccess
  var patience = Patience()

  /// When a waiter does what.
  struct Patience: Sendable {
    var beforeTelling: Duration = .seconds(1)
    var beforeLooking: Duration = .seconds(2)
    var betweenLooks: Duration = .seconds(1)
    var afterResuming: Duration = .milliseconds(300)
  }

  package init(_ board: BoardLocation) {
    lockFile = board.lockFile
    fifo = board.fifo
    access = .of(directory: board.directory)
  }

  /// Waits for the queue, does the work, lets the next one in and rings the bell.
  ///
  /// Prepare everything before: nothing in `body` may wait for a person, a terminal or a network.
  /// - Parameters:
  ///   - handle: who writes, for those who wait; nil for what has no name: then nothing that names the program is written.
  ///   - limit: how long to wait before `StoreError.busy`.
  ///   - report: called on this thread while waiting.
  package func turn<Result>(
    as handle: String?, waitingAtMost limit: Duration, report: (QueueEvent) -> Void = { _ in },
    _ body: (borrowing Turn) throws -> Result
  ) throws -> Result {
    let turn = try take(as: handle, deadline: .now.advanced(by: limit), report: report)
    return try use(turn, body)
  }

  /// Does the work when nobody is in the way; nil when somebody is.
  package func turnIfFree<Result>(
    as handle: String?, _ body: (borrowing Turn) throws -> Result
  ) throws -> Result? {
    let file = try openLockFile()
    guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    guard try isStillTheLockFile(file) else { return nil }
    return try use(begin(file, as: handle), body)
  }

  private func use<Result>(_ turn: consuming Turn, _ body: (borrowing Turn) throws -> Result) throws -> Result {
    let outcome = Swift.Result { try body(turn) }
    turn.end()
    return try outcome.get()
  }

  private func take(
    as handle: String?, deadline: ContinuousClock.Instant, report: (QueueEvent) -> Void
  ) throws(StoreError) -> Turn {
    while true {
      let file = try openLockFile()
      if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 {
        if try isStillTheLockFile(file) { return begin(file, as: handle) }
        continue
      }
      let granted = try wait(LockWaiter(file), deadline: deadline, report: report)
      if try isStillTheLockFile(granted) { return begin(granted, as: handle) }
    }
  }

  private func begin(_ file: consuming OpenFile, as handle: String?) -> Turn {
    let record = handle.map { LockHolder(handle: $0).record } ?? LockHolder.unnamed.record
    LockHolder.write(record, to: file.descriptor)
    return Turn(file: file, fifo: fifo, isSealed: handle == nil)
  }

  private func openLockFile() throws(StoreError) -> OpenFile {
    try access.createFile(lockFile)
    return try OpenFile(lockFile, O_RDWR | O_NOFOLLOW, doing: "lock")
  }

  /// Somebody may have deleted the lock file while we waited; then others wait at a new one.
  private func isStillTheLockFile(_ file: borrowing OpenFile) throws(StoreError) -> Bool {
    guard let now = fileStatus(lockFile) else { return false }
    return try now.isSameFile(as: file.status())
  }
}
