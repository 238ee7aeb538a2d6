import CNcurses

/// Wakes a terminal that waits for keys, from any thread.
public struct Waker: Sendable {
  init() {}

  /// Makes `CursesTerminal.nextEvent` return `.woken`, now or at its next call. Several calls may count as one.
  public func wake() {
    cn_wake()
  }
}
