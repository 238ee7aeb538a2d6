import Synchronization

/// Whether the one exception to "the log is never rewritten" is in force on a connection: only while the store redacts.
final class RedactionSwitch: Sendable {
  private let state = Mutex(false)

  var isOn: Bool { state.withLock { $0 } }

  func whileOn<Result>(_ work: () throws -> Result) rethrows -> Result {
    state.withLock { $0 = true }
    defer { state.withLock { $0 = false } }
    return try work()
  }
}
