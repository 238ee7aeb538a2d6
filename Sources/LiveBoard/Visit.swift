import IdeaPipeline
import SharedStore
import Synchronization

/// One board while it is open: the store, who one is on it, and the bell that tells of changes.
final class Visit: Sendable {
  let store: BoardStore
  let person: PersonID
  let drafts: DraftStore
  let lastVisit: LastVisit
  private let presence: PresenceHolder?
  private let bell = Mutex<Bell?>(nil)
  /// The last sequence number that was told.
  private let told: Mutex<Int>
  /// What was posted from here without a name; nowhere else does anything say so.
  private let held = Mutex<Set<OperationID>>([])

  init(
    _ store: BoardStore, person: PersonID, drafts: DraftStore, lastVisit: LastVisit, presence: PresenceHolder?,
    seq: Int
  ) {
    self.store = store
    self.person = person
    self.drafts = drafts
    self.lastVisit = lastVisit
    self.presence = presence
    told = Mutex(seq)
  }

  var viewer: Viewer {
    let held = held.withLock { $0 }
    return held.isEmpty ? .person(person) : .holder(person, of: held)
  }

  /// Remembers, until the board is closed, what was posted without a name.
  func hold(_ operations: [OperationID]) { held.withLock { $0.formUnion(operations) } }

  func listen(with bell: Bell) { self.bell.withLock { $0 = bell } }

  /// What nobody has been told yet, oldest first. Called on the reading queue only.
  func news(limit: Int) throws -> [Change] {
    let changes = try store.changes(since: told.withLock { $0 }, limit: limit, for: viewer)
    if let last = changes.last { told.withLock { $0 = max($0, last.seq) } }
    return changes
  }

  /// People connected to the board now, each counted once.
  var here: Int { Set(Presence.list(at: store.location).map(\.handle)).count }

  /// Shows others that the person does something.
  func touch(_ now: Timestamp) { presence?.touch(now: now.date) }

  func end() {
    bell.withLock { bell in
      bell?.stop()
      bell = nil
    }
    store.close()
  }
}
