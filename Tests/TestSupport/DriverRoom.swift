import Foundation
import IdeaPipeline
import LiveBoard
import SharedStore
import Synchronization

/// A clock that stands still until it is moved.
public final class ManualClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// A clock that shows this moment; by default one in November 2026.
  public init(at moment: Timestamp = Timestamp(milliseconds: 1_795_000_000_000)) {
    milliseconds = Mutex(moment.milliseconds)
  }

  /// The same, by both clocks of a host.
  public var moment: HostMoment { HostMoment(steady: now) }

  /// What it shows.
  public var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  /// Moves it on.
  public func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// A directory with boards and drafts, gone when the test ends.
public final class DriverRoom: Sendable {
  public let directory: URL
  public let clock = ManualClock()

  /// An empty room.
  public init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "hothouse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// As a process would see it.
  public var environment: [String: String] {
    [
      "HOTHOUSE_HOME": directory.appending(path: "boards").path,
      "XDG_STATE_HOME": directory.appending(path: "state").path, "HOME": directory.path,
    ]
  }

  /// Where the board of this name is.
  public func location(_ name: String) throws -> BoardLocation {
    try BoardLocation(name, environment: environment)
  }

  /// Makes a board with these operations and closes it.
  public func makeBoard(_ name: String, _ submissions: [Submission]) throws {
    let clock = clock
    try BoardStore.create(location(name), submissions, clock: { clock.moment }).close()
  }

  /// Opens a board to work on it directly.
  public func store(_ name: String) throws -> BoardStore {
    let clock = clock
    return try BoardStore.open(location(name), clock: { clock.moment })
  }

  /// What the screens of this person see. The person must be on every board that is opened.
  func world(as handle: String) -> LiveBoard.World {
    let environment = environment
    let clock = clock
    return LiveBoard.World(
      boards: { BoardLocation.all(in: BoardLocation.home(environment: environment)) },
      locate: { try BoardLocation($0, environment: environment) },
      identify: { store in
        guard let person = try store.person(handle: handle) else {
          throw Refusal(.notPermitted, "There is no @\(handle) on this board.", instead: "Join it first.")
        }
        return person
      },
      identity: {
        var generator = SystemRandomNumberGenerator()
        return OperationID(using: &generator)
      },
      clock: { clock.moment }, environment: environment)
  }
}
