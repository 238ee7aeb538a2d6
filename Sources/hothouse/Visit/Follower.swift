import Foundation
import SharedStore

/// Does something each time the board changes, until nobody reads the output any more.
struct Follower {
  let visit: Visit

  /// Does it once, and again whenever the bell rings.
  func run(_ onChange: () throws -> Void) throws {
    unblockEndingSignals()
    let rings = RingPipe()
    let bell = try Bell(visit.store.location) { rings.ring() }
    defer { bell.stop() }
    try onChange()
    while rings.wait(orEndOf: visit.shell.output.descriptor) { try onChange() }
  }
}

/// Lets the signals that end a program through, which whoever started it may have left blocked.
private func unblockEndingSignals() {
  var signals = sigset_t()
  sigemptyset(&signals)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
  sigprocmask(SIG_UNBLOCK, &signals, nil)
}

/// Brings rings from the bell's thread to the one that waits.
private final class RingPipe: Sendable {
  private let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func ring() {
    // A full pipe means that a ring is waiting anyway.
    _ = write(writeEnd, [1], 1)
  }

  /// Waits for rings and takes them all; false when the reader of the output went away.
  func wait(orEndOf output: Int32?) -> Bool {
    var waiting = [pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)]
    // Without asked-for events a pipe or terminal still tells when its other end is closed.
    if let output { waiting.append(pollfd(fd: output, events: 0, revents: 0)) }
    while poll(&waiting, nfds_t(waiting.count), -1) < 0 {
      guard errno == EINTR else { return false }
    }
    if waiting.count > 1, waiting[1].revents != 0 { return false }
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(readEnd, &bytes, bytes.count) > 0 {}
    return true
  }
}
