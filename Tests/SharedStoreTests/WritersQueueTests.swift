import Foundation
import Synchronization
import Testing

@testable import SharedStore

@Suite struct WritersQueueTests {
  let directory: TemporaryDirectory
  let board: BoardLocation

  init() throws {
    directory = try TemporaryDirectory()
    board = try directory.board()
  }

  /// A queue that loses patience within milliseconds.
  private var hasty: WritersQueue {
    var queue = WritersQueue(board)
    queue.patience = .init(
      beforeTelling: .milliseconds(20), beforeLooking: .milliseconds(40), betweenLooks: .milliseconds(40),
      afterResuming: .milliseconds(200))
    return queue
  }

  @Test func oneTurnAtATime() throws {
    let counter = directory.path + "/counter"
    try "0".write(toFile: counter, atomically: false, encoding: .utf8)
    let queue = WritersQueue(board)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<50 {
        try? queue.turn(as: "thread-\(thread)", waitingAtMost: .seconds(60)) { _ in
          let count = try Int(String(contentsOfFile: counter, encoding: .utf8)) ?? -1_000
          try String(count + 1).write(toFile: counter, atomically: false, encoding: .utf8)
        }
      }
    }
    #expect(try String(contentsOfFile: counter, encoding: .utf8) == "400")
  }

  @Test func isBusyAfterTheDeadlineAndNamesTheHolder() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    let error = #expect(throws: StoreError.self) {
      try hasty.turn(as: "ann", waitingAtMost: .milliseconds(100)) { _ in }
    }
    guard case .busy(let named?) = error else { return #expect(error == .busy(holder: nil)) }
    #expect(named.handle == "jo")
    #expect(named.process.pid == holder.pid)
    #expect("\(StoreError.busy(holder: named))".contains("jo is writing"))
    #expect(try hasty.turnIfFree(as: "ann") { _ in true } == nil)
  }

  @Test func whoWaitsIsToldWhoWrites() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    var told: [String?] = []
    let report = { (event: QueueEvent) in
      guard case .waiting(let someone) = event else { return }
      told.append(someone?.handle)
      if told.count == 2 { holder.finish() }
    }
    try hasty.turn(as: "ann", waitingAtMost: .seconds(60), report: report) { _ in }
    #expect(told.prefix(2) == ["jo", "jo"])
  }

  @Test func aKilledHolderLetsTheNextOneIn() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    holder.kill(SIGKILL)
    #expect(try WritersQueue(board).turnIfFree(as: "ann") { _ in true } == true)
  }

  @Test func anAbandonedPlaceInTheQueueHoldsNothing() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    for _ in 0..<3 {
      #expect(throws: StoreError.self) { try hasty.turn(as: "ann", waitingAtMost: .milliseconds(30)) { _ in } }
    }
    holder.finish()
    #expect(try hasty.turn(as: "ann", waitingAtMost: .seconds(60)) { _ in true })
  }

  @Test func aStoppedHolderIsToldToGoOn() throws {
    let holder = try Probe("stop-once", board.path, "jo")
    try holder.awaitReady()
    var events: [QueueEvent] = []
    try hasty.turn(as: "ann", waitingAtMost: .seconds(60), report: { events.append($0) }) { _ in }
    #expect(events.contains { if case .resumed(let who) = $0 { who.handle == "jo" } else { false } })
    #expect(!events.contains { if case .ended = $0 { true } else { false } })
    #expect(holder.awaitEnd() == 0)
  }

  @Test func aHolderThatStaysStoppedIsEnded() throws {
    let holder = try Probe("stop-always", board.path, "jo")
    try holder.awaitReady()
    var events: [QueueEvent] = []
    try hasty.turn(as: "ann", waitingAtMost: .seconds(60), report: { events.append($0) }) { _ in }
    #expect(events.contains { if case .ended(let who) = $0 { who.handle == "jo" } else { false } })
    #expect(holder.awaitEnd() == -SIGKILL)
  }

  @Test func aHolderThatWorksIsLeftAlone() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    var events: [QueueEvent] = []
    #expect(throws: StoreError.self) {
      try hasty.turn(as: "ann", waitingAtMost: .milliseconds(300), report: { events.append($0) }) { _ in }
    }
    #expect(events.allSatisfy { if case .waiting = $0 { true } else { false } })
    #expect(holder.finish() == 0)
  }

  /// Somebody deletes the lock file while others wait: they must not take the old one for the queue.
  @Test func waitersMoveToANewLockFile() throws {
    let holder = try Probe("hold", board.path, "jo")
    try holder.awaitReady()
    let waiting = DispatchSemaphore(value: 0)
    let result = Mutex<Bool?>(nil)
    let done = DispatchSemaphore(value: 0)
    let (queue, board) = (hasty, board)
    Thread.detachNewThread {
      let isHeld = try? queue.turn(as: "ann", waitingAtMost: .seconds(60), report: { _ in waiting.signal() }) { _ in
        try WritersQueue(board).turnIfFree(as: "dee") { _ in true } == nil
      }
      result.withLock { $0 = isHeld }
      done.signal()
    }
    waiting.wait()
    unlink(board.lockFile)
    holder.finish()
    #expect(done.wait(timeout: .now() + 60) == .success)
    #expect(result.withLock { $0 } == true)
  }
}

@Suite struct LockHolderTests {
  @Test func recordReadsBack() {
    let holder = LockHolder(handle: "ann", process: ProcessIdentity(pid: 41, startTime: 9_001))
    #expect(holder.record.count == LockHolder.recordLength)
    #expect(LockHolder(record: String(decoding: holder.record, as: UTF8.self)) == holder)
    let long = LockHolder(handle: String(repeating: "ü", count: 400), process: holder.process)
    #expect(long.record.count == LockHolder.recordLength)
    #expect(LockHolder(record: "garbage") == nil)
    #expect(LockHolder(record: "") == nil)
  }

  @Test func kernelListSaysWhoHoldsAndNotWhoWaits() {
    let locks = """
      1: FLOCK  ADVISORY  WRITE 412 08:01:5678 0 EOF
      1: -> FLOCK  ADVISORY  WRITE 413 08:01:5678 0 EOF
      2: POSIX  ADVISORY  WRITE 414 08:01:5678 0 EOF
      3: FLOCK  ADVISORY  WRITE 415 08:01:15678 0 EOF
      """
    #expect(LockHolder.holders(ofInode: 5678, in: locks) == [412])
  }

  @Test func programsMayHaveBracketsInTheirNames() {
    let line = "77 (a) R (b) T 1 77 77 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 123456 1 1"
    let parsed = ProcessStatus.parse(line)
    #expect(parsed?.state == "T")
    #expect(parsed?.startTime == 123_456)
    #expect(ProcessIdentity.current.status?.startTime == ProcessIdentity.current.startTime)
    #expect(ProcessIdentity(pid: getpid(), startTime: 1).status == nil)
  }
}
