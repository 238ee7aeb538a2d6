import Foundation

/// The loop of a bell's thread.
struct BellListener: Sendable {
  let source: BellSource
  let gap: Duration
  let backstop: Duration
  let stop: OpenPipe
  let onRing: @Sendable () -> Void
  let lockFile: String

  init(
    source: BellSource, gap: Duration, backstop: Duration, stop: OpenPipe, onRing: @escaping @Sendable () -> Void
  ) {
    self.source = source
    self.gap = gap
    self.backstop = backstop
    self.stop = stop
    self.onRing = onRing
    lockFile = source.lockFile
  }

  func run() {
    var lastLook = Date().timeIntervalSince1970
    while true {
      let ready = source.wait(backstop)
      if ready == stop.readEnd { return }
      if ready == nil {
        source.renew()
        guard mayHaveMissedARing(since: lastLook) else { continue }
      }
      source.drain()
      lastLook = Date().timeIntervalSince1970
      onRing()
      if isStoppedDuringGap() { return }
    }
  }

  /// Everybody who has the queue writes their name into the lock file. Modification times move in steps of a few
  /// milliseconds, so one that is about as old as our last look counts as newer.
  private func mayHaveMissedARing(since lastLook: Double) -> Bool {
    guard let modified = fileStatus(lockFile)?.modified else { return true }
    return modified >= lastLook - 0.02
  }

  /// Lets a burst gather. What comes meanwhile stays in the kernel and rings once afterwards.
  private func isStoppedDuringGap() -> Bool {
    var waiting = pollfd(fd: stop.readEnd, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, Int32(clamping: gap.milliseconds)) > 0
  }
}
