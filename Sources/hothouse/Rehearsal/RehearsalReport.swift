/// What simulated people did, and how it went. One process writes one; the rehearsal adds them up.
struct RehearsalReport: Codable, Sendable {
  /// Microseconds that each operation took from asking until it was saved, by its kind.
  var taken: [String: [Int]] = [:]
  /// Refused because the room had moved on between looking and doing, as happens to people.
  var overtaken = 0
  /// Refusals that should not have been, and how often.
  var unexpected: [String: Int] = [:]
  /// What the list of ideas comes to at the end, by role: equal where screens are.
  var screens: [String: [String]] = [:]

  /// Keeps how long an operation took that has just been saved.
  mutating func note(_ kind: String, since start: ContinuousClock.Instant) {
    let length = start.duration(to: .now).components
    taken[kind, default: []].append(Int(length.seconds) * 1_000_000 + Int(length.attoseconds / 1_000_000_000_000))
  }

  /// Adds what others did.
  mutating func add(_ other: RehearsalReport) {
    taken.merge(other.taken) { $0 + $1 }
    overtaken += other.overtaken
    unexpected.merge(other.unexpected) { $0 + $1 }
    screens.merge(other.screens) { $0 + $1 }
  }

  /// Everything that was done.
  var operations: Int { taken.values.reduce(0) { $0 + $1.count } }

  /// Whether everybody of a role saw the same at the end.
  var areScreensEqual: Bool { screens.values.allSatisfy { Set($0).count == 1 } }

  /// Milliseconds within which so many in a hundred of a kind were done; nil where there were none.
  func percentile(_ percent: Int, of kind: String) -> Double? {
    guard let sorted = taken[kind]?.sorted(), !sorted.isEmpty else { return nil }
    let index = min(sorted.count - 1, (sorted.count * percent + 99) / 100 - 1)
    return Double(sorted[max(0, index)]) / 1_000
  }
}
