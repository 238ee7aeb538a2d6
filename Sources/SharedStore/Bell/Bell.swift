import CSQLiteShim
import Foundation

/// Wakes this program when somebody may have changed the board, or has come or gone.
///
/// It rings when a lock file that was open for writing is closed: at the end of each turn of the writers' queue, also
/// one that ends by `kill -9`. Where inotify is not to be had (it is limited for each account), a shared FIFO serves.
/// A burst gives few rings, and at least one after its last change. A ring may be idle: look what is newer than the
/// last sequence number you have seen.
public final class Bell: Sendable {
  /// Which of the kernel's means is in use.
  public enum Means: Equatable, Sendable {
    case inotify
    case fifo
  }

  /// The means in use.
  public let means: Means
  private let stopping: OpenPipe

  /// Starts to listen.
  /// - Parameters:
  ///   - board: the board to listen for; its lock file is made if it is missing.
  ///   - gap: the least time between two rings.
  ///   - onRing: called on the bell's own thread.
  public convenience init(
    _ board: BoardLocation, gap: Duration = .milliseconds(33), onRing: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    try self.init(board, preferring: .inotify, gap: gap, onRing: onRing)
  }

  init(
    _ board: BoardLocation, preferring preferred: Means, gap: Duration = .milliseconds(33),
    backstop: Duration = .seconds(1), onRing: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    let source = try BellSource(board, preferring: preferred)
    means = source.means
    stopping = try OpenPipe()
    try source.add(stopping.readEnd)
    let listener = BellListener(source: source, gap: gap, backstop: backstop, stop: stopping, onRing: onRing)
    let thread = Thread { listener.run() }
    thread.name = "hothouse.bell"
    thread.stackSize = 512 << 10
    thread.start()
  }

  deinit { stopping.signal() }

  /// Ends the listening. A ring that is under way is finished.
  public func stop() { stopping.signal() }
}

/// A pipe through which one thread tells another to end.
final class OpenPipe: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  init() throws(StoreError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .failed("open", "a pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func signal() {
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }
}
