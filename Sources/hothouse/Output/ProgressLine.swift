import Foundation
import Synchronization

/// Shows at a terminal how far something long has come. It is drawn by a thread of its own, because whoever does the
/// work may hold the board meanwhile and must not wait for a terminal.
final class ProgressLine: Sendable {
  private let outlet: Outlet
  private let total: Int
  private let done = Atomic<Int>(0)
  private let isOver = DispatchSemaphore(value: 0)
  private let isCleared = DispatchSemaphore(value: 0)

  /// Starts to show; nothing where there is no terminal.
  init(of total: Int, on outlet: Outlet) {
    self.total = total
    self.outlet = outlet
    guard outlet.isTerminal else { return }
    let thread = Thread { [self] in show() }
    thread.name = "hothouse.progress"
    thread.start()
  }

  /// Remembers how many are done. Costs next to nothing.
  func reached(_ count: Int) { done.store(count, ordering: .relaxed) }

  /// Takes the line off the terminal.
  func end() {
    guard outlet.isTerminal else { return }
    isOver.signal()
    isCleared.wait()
  }

  private func show() {
    // What is over within a moment needs no line.
    while isOver.wait(timeout: .now() + .milliseconds(150)) == .timedOut {
      let count = done.load(ordering: .relaxed)
      // Until our turn comes there is another line, which says who is writing.
      if count == 0 { continue }
      try? outlet.send("\r\(total == 0 ? 100 : count * 100 / total) % of \(counted(total, "change")) ")
    }
    try? outlet.send("\r" + String(repeating: " ", count: 40) + "\r")
    isCleared.signal()
  }
}
