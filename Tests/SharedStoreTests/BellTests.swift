import Foundation
import Synchronization
import Testing

@testable import SharedStore

@Suite struct BellTests {
  let directory: TemporaryDirectory
  let board: BoardLocation

  init() throws {
    directory = try TemporaryDirectory()
    board = try directory.board()
  }

  /// Counts rings and lets a test wait for one.
  final class Ear: Sendable {
    private let heard = DispatchSemaphore(value: 0)
    private let rings = Mutex(0)

    var count: Int { rings.withLock { $0 } }

    func hear() {
      rings.withLock { $0 += 1 }
      heard.signal()
    }

    func awaitRing() -> Bool { heard.wait(timeout: .now() + 60) == .success }

    func isSilent(for milliseconds: Int) -> Bool {
      heard.wait(timeout: .now() + .milliseconds(milliseconds)) == .timedOut
    }
  }

  private func turn(_ body: () -> Void = {}) throws {
    try WritersQueue(board).turn(as: "jo", waitingAtMost: .seconds(60)) { _ in body() }
  }

  /// A FIFO that others have used rings once at the start.
  private func bell(_ means: Bell.Means, _ ear: Ear, backstop: Duration = .seconds(60)) throws -> Bell {
    let bell = try Bell(board, preferring: means, backstop: backstop) { ear.hear() }
    try #require(bell.means == means)
    return bell
  }

  @Test(arguments: [Bell.Means.inotify, .fifo]) func ringsAfterATurn(_ means: Bell.Means) throws {
    let ear = Ear()
    let bell = try bell(means, ear)
    try turn()
    #expect(ear.awaitRing())
    try turn()
    #expect(ear.awaitRing())
    bell.stop()
  }

  /// The backstop is out of the way: what wakes is the bell.
  @Test(arguments: [Bell.Means.inotify, .fifo])
  func aBurstGivesFewRingsAndOneAfterItsLastChange(_ means: Bell.Means) throws {
    let changes = Mutex(0)
    let seen = Mutex(0)
    let ear = Ear()
    let board = board
    let bell = try Bell(board, preferring: means, backstop: .seconds(60)) {
      let now = changes.withLock { $0 }
      seen.withLock { $0 = now }
      ear.hear()
    }
    for _ in 0..<300 { try turn { changes.withLock { $0 += 1 } } }
    while seen.withLock({ $0 }) < 300 { try #require(ear.awaitRing(), "the last change was missed") }
    #expect(ear.count < 100)
    bell.stop()
  }

  @Test func ringsForAWriterThatWasKilled() throws {
    let writer = try Probe("hold", board.path, "jo")
    try writer.awaitReady()
    let ear = Ear()
    let bell = try bell(.inotify, ear)
    writer.kill(SIGKILL)
    #expect(ear.awaitRing())
    bell.stop()
  }

  /// Nobody writes the byte for a writer that was killed: here the look once in a while finds it.
  @Test func theBackstopFindsWhatTheFifoDidNotRing() throws {
    let ear = Ear()
    let bell = try bell(.fifo, ear, backstop: .milliseconds(50))
    let writer = try Probe("hold", board.path, "jo")
    try writer.awaitReady()
    writer.kill(SIGKILL)
    #expect(ear.awaitRing())
    bell.stop()
  }

  @Test func theBackstopIsSilentWhenNobodyWrites() throws {
    let ear = Ear()
    try turn()
    let modified = try #require(fileStatus(board.lockFile)?.modified)
    while Date().timeIntervalSince1970 < modified + 0.05 { usleep(5_000) }
    let bell = try bell(.fifo, ear, backstop: .milliseconds(20))
    #expect(ear.isSilent(for: 300))
    bell.stop()
  }

  @Test func aFullFifoStillRings() throws {
    let ear = Ear()
    let listening = try FifoBell.listen(board.fifo, access: .ownerOnly)
    let crumbs = [UInt8](repeating: 0, count: 1 << 20)
    #expect(write(listening.descriptor, crumbs, crumbs.count) > 0)
    let bell = try bell(.fifo, ear)
    #expect(ear.awaitRing())
    try turn()
    #expect(ear.awaitRing())
    bell.stop()
  }

  @Test func everyListenerHears() throws {
    for means in [Bell.Means.inotify, .fifo] {
      let ears = (0..<20).map { _ in Ear() }
      let bells = try ears.map { try bell(means, $0) }
      try turn()
      #expect(ears.allSatisfy { $0.awaitRing() })
      bells.forEach { $0.stop() }
    }
  }

  @Test func ringsWhenSomebodyComesAndGoes() throws {
    try FileAccess.ownerOnly.createDirectory(board.presenceDirectory)
    let ear = Ear()
    let bell = try bell(.inotify, ear)
    let guest = try Probe("here", board.path, "jo")
    try guest.awaitReady()
    #expect(ear.awaitRing())
    while !ear.isSilent(for: 100) {}
    guest.kill(SIGKILL)
    #expect(ear.awaitRing())
    bell.stop()
  }

  @Test func findsTheNewLockFileWhenTheOldOneWasDeleted() throws {
    let ear = Ear()
    let bell = try bell(.inotify, ear, backstop: .milliseconds(20))
    unlink(board.lockFile)
    try turn()
    #expect(ear.awaitRing())
    while !ear.isSilent(for: 100) {}
    try turn()
    #expect(ear.awaitRing())
    bell.stop()
  }

  @Test func isSilentAfterStop() throws {
    let ear = Ear()
    let bell = try bell(.inotify, ear)
    bell.stop()
    while !ear.isSilent(for: 100) {}
    try turn()
    #expect(ear.isSilent(for: 200))
  }

  @Test func fallsBackToTheFifoWhenInotifyIsUsedUp() throws {
    chmod(directory.path, 0o777)
    let listener = try Probe("bell-without-inotify", board.path)
    #expect(listener.line() == "fifo")
    try listener.awaitReady()
    try turn()
    #expect(listener.line() == "rang")
    #expect(listener.finish() == 0)
  }
}
