import Foundation
import Synchronization

/// One place in the kernel's queue for a lock. `flock` has no deadline, so a thread of its own blocks in it and hands
/// the lock over; when its caller has given up meanwhile, it lets the lock go at once.
final class LockWaiter: Sendable {
  private enum State {
    case waiting
    case granted
    case failed(Int32)
    case abandoned
  }

  private let state = Mutex(State.waiting)
  private let settled = DispatchSemaphore(value: 0)
  private let descriptor: Int32
  private let path: String

  /// Takes the file over and starts to wait.
  init(_ file: consuming OpenFile) {
    path = file.path
    descriptor = file.release()
    let thread = Thread { [self] in block() }
    thread.name = "hothouse.lock"
    thread.stackSize = 128 << 10
    thread.start()
  }

  private func block() {
    var code: Int32 = 0
    while flock(descriptor, LOCK_EX) != 0 {
      code = errno
      if code != EINTR { break }
      code = 0
    }
    let isWanted = state.withLock { state in
      if case .abandoned = state { return false }
      state = code == 0 ? .granted : .failed(code)
      return true
    }
    if isWanted { settled.signal() } else { close(descriptor) }
  }

  /// Waits until the moment given. True when the lock is ours.
  func wait(until moment: DispatchTime) throws(StoreError) -> Bool {
    guard settled.wait(timeout: moment) == .success else { return false }
    if case .failed(let code) = state.withLock({ $0 }) {
      close(descriptor)
      throw .failed("lock", path, code: code)
    }
    return true
  }

  /// Gives up. Returns the descriptor when the lock came at the last moment.
  func abandon() -> Int32? {
    state.withLock { state in
      switch state {
      case .granted: return descriptor
      case .waiting:
        state = .abandoned
        return nil
      case .failed, .abandoned: return nil
      }
    }
  }

  /// The descriptor, after `wait` has said true.
  var granted: Int32 { descriptor }
}
