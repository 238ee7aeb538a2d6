import Foundation
import GRDB
import IdeaPipeline
import Synchronization
import Testing

@testable import SharedStore

/// A board in a directory of its own, with an owner, and a clock that moves a second at each look.
final class Room {
  let directory: TemporaryDirectory
  let location: BoardLocation
  let store: BoardStore
  let owner: PersonID
  private var random = SystemRandomNumberGenerator()

  init(_ directory: TemporaryDirectory? = nil, worksheets: [Worksheet] = [], guides: [StageGuide] = []) throws {
    let directory = try directory ?? TemporaryDirectory()
    self.directory = directory
    location = try directory.board()
    let id = OperationID(using: &random)
    owner = PersonID(madeBy: id)
    let creation = CreateBoard(
      title: "Day", guides: guides, worksheets: worksheets, ownerHandle: "ann", ownerName: "Ann")
    store = try BoardStore.create(
      location, [Submission(id: id, creation, by: .person(owner))], clock: Self.tickingClock())
  }

  static func tickingClock() -> @Sendable () -> HostMoment {
    let now = SharedNumber(1_700_000_000_000)
    return { HostMoment(steady: Timestamp(milliseconds: Int64(now.add(1_000)))) }
  }

  func newID() -> OperationID { OperationID(using: &random) }

  @discardableResult func submit(_ operation: some IdeaPipeline.Operation, by person: PersonID? = nil) throws -> Receipt
  {
    let submission = Submission(id: newID(), operation, by: .person(person ?? owner))
    return try #require(store.submit([submission]).first)
  }

  @discardableResult func post(_ title: String, body: String = "", by person: PersonID? = nil) throws -> IdeaID {
    IdeaID(madeBy: try submit(PostIdea(title: title, body: body), by: person).stamp.id)
  }

  /// Uses the writing connection during a turn.
  func withWriter<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try store.queue.turn(as: "ann", waitingAtMost: .seconds(60)) { turn in
      try store.connections.withWriter(turn, body)
    }
  }

  func reopen() throws -> BoardStore { try BoardStore.open(location) }
}

/// A number that threads share.
final class SharedNumber: Sendable {
  private let value: Mutex<Int>

  init(_ value: Int) { self.value = Mutex(value) }

  @discardableResult func add(_ amount: Int) -> Int {
    value.withLock {
      $0 += amount
      return $0
    }
  }

  var current: Int { value.withLock { $0 } }
}
