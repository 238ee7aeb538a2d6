import Foundation

extension WritersQueue {
  /// Waits until the lock comes or the deadline passes, tells who is in the way, and looks at them when it takes long.
  func wait(
    _ waiter: LockWaiter, deadline: ContinuousClock.Instant, report: (QueueEvent) -> Void
  ) throws(StoreError) -> OpenFile {
    let began = ContinuousClock.now
    var nextTelling = began.advanced(by: patience.beforeTelling)
    var nextLook = began.advanced(by: patience.beforeLooking)
    var resumed: LockHolder?
    while true {
      let moment = min(deadline, nextTelling, nextLook)
      if try waiter.wait(until: moment.dispatchTime) { return OpenFile(adopting: waiter.granted, lockFile) }
      let now = ContinuousClock.now
      if now >= deadline { break }
      if now >= nextTelling {
        report(.waiting(LockHolder.presumed(inLockFile: lockFile)))
        nextTelling = now.advanced(by: patience.beforeTelling)
      }
      if now >= nextLook {
        nextLook = now.advanced(by: patience.betweenLooks)
        guard let holder = stoppedHolder() else { continue }
        if resumed == holder {
          if holder.signal(SIGKILL) { report(.ended(holder)) }
        } else if holder.signal(SIGCONT) {
          resumed = holder
          nextLook = now.advanced(by: patience.afterResuming)
          report(.resumed(holder))
        }
      }
    }
    if let late = waiter.abandon() { return OpenFile(adopting: late, lockFile) }
    throw .busy(holder: LockHolder.presumed(inLockFile: lockFile))
  }

  /// The holder, when it is a stopped program of this account. One that runs is doing its work, however slowly, and is
  /// left alone; so is one that a debugger has stopped ("t").
  private func stoppedHolder() -> LockHolder? {
    guard let holder = LockHolder.confirmed(lockFile: lockFile), let status = holder.process.status,
      status.isStopped, status.account == geteuid()
    else { return nil }
    return holder
  }
}

extension LockHolder {
  /// Sends a signal to the holder's program, having looked once more that the number is still its own.
  fileprivate func signal(_ number: Int32) -> Bool {
    process.status != nil && kill(process.pid, number) == 0
  }
}

extension ContinuousClock.Instant {
  fileprivate var dispatchTime: DispatchTime {
    let left = ContinuousClock.now.duration(to: self).components
    let nanoseconds = left.seconds * 1_000_000_000 + left.attoseconds / 1_000_000_000
    return .now() + .nanoseconds(Int(max(0, nanoseconds)))
  }
}
