import CSQLiteShim
import Foundation

/// The descriptors a bell waits on.
final class BellSource: Sendable {
  let means: Bell.Means
  var lockFile: String { board.lockFile }
  private let board: BoardLocation
  private let epoll: Int32
  private let input: Int32

  init(_ board: BoardLocation, preferring preferred: Bell.Means) throws(StoreError) {
    let access = FileAccess.of(directory: board.directory)
    try access.createFile(board.lockFile)
    let notifier = preferred == .inotify ? Self.openInotify(board) : nil
    means = notifier == nil ? .fifo : .inotify
    if let notifier {
      input = notifier
    } else {
      input = try FifoBell.listen(board.fifo, access: access).release()
    }
    self.board = board
    epoll = hothouse_epoll_create()
    guard epoll >= 0 else {
      let failure = StoreError.failed("listen at", board.path)
      close(input)
      throw failure
    }
    try add(input, edge: means == .fifo)
  }

  deinit {
    close(epoll)
    close(input)
  }

  func add(_ descriptor: Int32, edge: Bool = false) throws(StoreError) {
    let code = hothouse_epoll_add(epoll, descriptor, edge)
    guard code == 0 else { throw .failed("listen at", board.path, code: code) }
  }

  /// Waits for one descriptor to have something; nil when the time is over.
  func wait(_ time: Duration) -> Int32? {
    let ready = hothouse_epoll_wait(epoll, Int32(clamping: time.milliseconds))
    return ready < 0 ? nil : ready
  }

  /// Takes what inotify has to tell, before the ring: what comes during it gives another. A FIFO is left full.
  func drain() {
    guard means == .inotify else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(input, &bytes, bytes.count) > 0 {}
  }

  /// Watches again what may have been replaced by a new file of the same name.
  func renew() {
    if means == .inotify { _ = Self.watch(board, with: input) }
  }

  /// inotify may be refused: EMFILE (128 for each account is usual), ENOSPC, ENOSYS.
  private static func openInotify(_ board: BoardLocation) -> Int32? {
    let notifier = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard notifier >= 0 else { return nil }
    if watch(board, with: notifier) { return notifier }
    close(notifier)
    return nil
  }

  private static func watch(_ board: BoardLocation, with notifier: Int32) -> Bool {
    // People who come rename a file into the directory; those who go close theirs.
    let comingsAndGoings = UInt32(IN_MOVED_TO | IN_CLOSE_WRITE)
    _ = inotify_add_watch(notifier, board.presenceDirectory, comingsAndGoings)
    return inotify_add_watch(notifier, board.lockFile, UInt32(IN_CLOSE_WRITE)) >= 0
  }
}

extension Duration {
  var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
