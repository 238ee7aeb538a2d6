import BoardUI
import Foundation
import Synchronization

/// Where messages from other threads wait for the one that draws.
public final class Mailbox: Sendable {
  private struct Contents {
    var messages: [Message] = []
    var wake: (@Sendable () -> Void)?
  }

  private let contents = Mutex(Contents())

  /// An empty mailbox.
  public init() {}

  /// Calls `wake` whenever a message arrives at an empty mailbox, on the thread that brought it.
  public func onArrival(_ wake: @escaping @Sendable () -> Void) {
    let hasMail = contents.withLock { contents in
      contents.wake = wake
      return !contents.messages.isEmpty
    }
    if hasMail { wake() }
  }

  /// Puts a message in.
  public func post(_ message: Message) {
    let wake = contents.withLock { contents in
      contents.messages.append(message)
      return contents.messages.count == 1 ? contents.wake : nil
    }
    wake?()
  }

  /// Takes everything out, in the order in which it came.
  public func takeAll() -> [Message] {
    contents.withLock { contents in
      defer { contents.messages = [] }
      return contents.messages
    }
  }
}
