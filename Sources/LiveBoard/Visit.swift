import BoardUI
import Foundation
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
  /// Whose names are shown in the step the room is in.
  private let naming = Mutex(Naming.named)
  /// What is being written where no names are kept stays here, and nowhere else, until it is posted or discarded.
  private let sealedDrafts = Mutex<[String: String]>([:])
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
    let news = try store.news(since: told.withLock { $0 }, limit: limit, for: viewer)
    told.withLock { $0 = max($0, news.seq) }
    return news.changes
  }

  /// People connected to the board now, each counted once.
  var here: Int { Set(Presence.list(at: store.location).map(\.handle)).count }

  /// Who is connected to the board now, each once.
  var present: [PresentPerson] {
    let all = Dictionary(grouping: Presence.list(at: store.location), by: \.handle)
    return all.map { handle, connections in
      let last = connections.map(\.lastActive.timeIntervalSince1970).max() ?? 0
      return PresentPerson(handle: handle, lastActive: Timestamp(milliseconds: Int64(last * 1000)))
    }
    .sorted { $0.handle < $1.handle }
  }

  /// Shows others that the person does something, but where no names are kept: there the moment could tell who posted.
  func touch(_ now: Timestamp) {
    if naming.withLock({ $0 }) != .sealed { presence?.touch(now: now.date) }
  }

  /// Shows that the person does something, and whether they are writing where names are shown.
  func show(isWriting: Bool, _ now: Timestamp) {
    switch naming.withLock({ $0 }) {
    case .named: presence?.show(isWriting: isWriting, now: now.date)
    case .hidden: presence?.touch(now: now.date)
    case .sealed: break
    }
  }

  /// Takes in what the step the room is in says of names. Nobody was seen while none were kept: all are here when that ends.
  func learn(_ new: Naming, _ now: Timestamp) {
    let old = naming.withLock { naming in
      defer { naming = new }
      return naming
    }
    guard old != new else { return }
    if old == .named || old == .sealed { presence?.show(isWriting: false, now: now.date) }
    if old == .sealed { presence?.touch(now: now.date) }
  }

  /// Keeps a draft in memory where it must not be written down; false where it may.
  func keepsInMemory(_ text: String?, at place: String) -> Bool {
    let isSealed = naming.withLock { $0 } == .sealed
    return sealedDrafts.withLock { drafts in
      guard let text else {
        drafts[place] = nil
        return false
      }
      guard isSealed || drafts[place] != nil else { return false }
      drafts[place] = text
      return true
    }
  }

  /// What is kept in memory, by place.
  var draftsInMemory: [String: String] { sealedDrafts.withLock { $0 } }

  func end() {
    bell.withLock { bell in
      bell?.stop()
      bell = nil
    }
    store.close()
  }
}
