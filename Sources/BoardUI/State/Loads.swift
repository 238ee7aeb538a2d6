import IdeaPipeline

/// Which reads are under way and which are out of date.
///
/// The screens say what they show (`AppState.wanted`); a read starts when that is not what was read last, or when it went
/// stale, and the one before has been answered. So at most one read of each kind is under way, however fast changes come.
struct Loads: Equatable, Sendable {
  /// What a read is for.
  enum Slot: Hashable, Sendable {
    case summary, own, list(Stage), count(Stage), idea, following, recent, older, similar, undoOffer, search, near,
      candidates,
      numbered, preview, people, rounds, marked, top, sessions, teams, actions, present
  }

  private(set) var answered: [Slot: Load] = [:]
  private(set) var underWay: [Slot: Load] = [:]
  private(set) var stale: Set<Slot> = []
  private var failed: Set<Slot> = []

  /// The reads to start now, given what is shown.
  mutating func start(_ wanted: [(slot: Slot, load: Load)]) -> [Load] {
    var started: [Load] = []
    for (slot, load) in wanted where underWay[slot] == nil && !failed.contains(slot) {
      guard answered[slot] != load || stale.contains(slot) else { continue }
      underWay[slot] = load
      stale.remove(slot)
      started.append(load)
    }
    return started
  }

  /// Records an answer; the slots that were waiting for it.
  mutating func finish(_ load: Load) -> [Slot] {
    let slots = underWay.filter { $0.value == load }.map(\.key)
    for slot in slots {
      underWay[slot] = nil
      answered[slot] = load
    }
    return slots
  }

  /// Records that a read failed: it is tried again after `retry`.
  mutating func fail(_ load: Load) {
    for slot in underWay.filter({ $0.value == load }).map(\.key) {
      underWay[slot] = nil
      answered[slot] = nil
      failed.insert(slot)
    }
  }

  mutating func retry() { failed = [] }

  /// What was read is out of date: read again when it is shown.
  mutating func invalidate(_ slots: some Sequence<Slot>) { stale.formUnion(slots) }

  func isStale(_ slot: Slot) -> Bool { stale.contains(slot) }
  func isUnderWay(_ slot: Slot) -> Bool { underWay[slot] != nil }
}
