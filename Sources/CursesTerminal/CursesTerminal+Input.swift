import CNcurses
import CellGrid
import Foundation

extension CursesTerminal {
  /// Waits for a key, a call of `Waker.wake()`, or a time; `nil` waits without end, a time that has passed does not
  /// wait. Keys come first, so `.timedOut` means that none is left.
  ///
  /// Once the terminal is gone or the process has been asked to end, every call returns `.key(.hangUp)` at once.
  public func nextEvent(until deadline: ContinuousClock.Instant? = nil) -> Event {
    while true {
      if hasHungUp { return .key(.hangUp) }
      if let key = keys.popFirst() { return .key(key) }
      let signals = cn_signals_take()
      if let event = answer(signals) { return event }
      let now = ContinuousClock.now
      keys = decoder.expire(at: now)[...]
      if !keys.isEmpty { continue }
      let arrived = wait(until: [deadline, decoder.deadline].compactMap(\.self).min())
      if arrived { readKeys() }
      if keys.isEmpty, !hasHungUp, let deadline, ContinuousClock.now >= deadline, !arrived {
        return answer(cn_signals_take()) ?? .timedOut
      }
    }
  }

  /// Does what the signals ask for.
  private func answer(_ signals: Int32) -> Event? {
    if has(signals, CN_ENDED) {
      hasHungUp = true
      return .key(.hangUp)
    }
    if has(signals, CN_STOPPED) { suspend() }
    if has(signals, CN_CONTINUED) {
      cn_screen_pause()
      resume()
    }
    if has(signals, CN_STOPPED | CN_CONTINUED | CN_RESIZED) {
      // Shown again even at the same size, since the screen may hold something else.
      updateSize()
      keys.append(.resize(size))
    }
    if has(signals, CN_WOKEN) { return .woken }
    return keys.popFirst().map { .key($0) }
  }

  private func has(_ signals: Int32, _ bits: Int) -> Bool { signals & Int32(bits) != 0 }

  /// Whether there is something to read.
  private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, nfds_t(descriptors.count), CursesTerminal.milliseconds(until: deadline))
    return count > 0 && descriptors[0].revents != 0
  }

  /// Rounded up, so that the time has come when the wait is over; -1 for no end.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = (deadline - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let milliseconds = min(seconds, 86_400) * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(milliseconds)
  }

  private func readKeys() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      keys = decoder.feed(buffer.prefix(count), at: .now)[...]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // End of input, or EIO: the terminal is gone.
      hasHungUp = true
    }
  }
}
