import Foundation
import GRDB
import IdeaPipeline

/// One board, opened by this program: the way to change it (`submit`, `undo`) and, as `BoardReading`, to read it.
///
/// Every call may be made from any thread and blocks until it is done, so not from the one that draws a screen. Reading
/// never waits for writing. Errors are a `StoreError`, or a `Refusal` for what a rule of the board does not allow.
public final class BoardStore: Sendable {
  /// Where the board is.
  public let location: BoardLocation
  let connections: BoardConnections
  let queue: WritersQueue
  let clock: @Sendable () -> HostMoment

  init(
    _ location: BoardLocation, _ connections: BoardConnections, clock: @escaping @Sendable () -> HostMoment
  ) {
    self.location = location
    self.connections = connections
    self.clock = clock
    queue = WritersQueue(location)
  }

  /// Ends the use of the board. Calls after it fail. What was acknowledged is on the disk with or without it.
  public func close() {
    connections.close(queue)
  }

}
