import Foundation
import IdeaPipeline
import SharedStore
import Synchronization
import TestSupport

@testable import hothouse

/// A shell within this process whose clock stands still until a test moves it: for what takes minutes otherwise.
final class ShellInMemory: Sendable {
  private let home: BoardsHome
  private let clock = Mutex(BoardStore.hostClock())

  init(_ home: BoardsHome) { self.home = home }

  /// Lets so many minutes go by.
  func wait(minutes: Int) { clock.withLock { $0 = $0.adding(Int64(minutes) * 60_000) } }

  /// Runs a command; its output and what it says on standard error.
  func run(_ arguments: String...) -> (status: ExitStatus, output: String) {
    let text = Mutex("")
    let outlet = Outlet { bytes in
      text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return bytes.count
    }
    let shell = Shell(
      output: outlet, errors: outlet, input: Inlet(""), environment: home.environment, account: .ofThisProcess(),
      clock: { [self] in clock.withLock { $0 } },
      randomness: Randomness { UInt64.random(in: .min ... .max) })
    let status = Program(shell: shell).run(arguments)
    return (status, text.withLock { $0 })
  }
}
