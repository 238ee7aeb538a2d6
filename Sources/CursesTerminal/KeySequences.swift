import CellGrid

/// The byte sequences that a kind of terminal sends for its keys, beside those that nearly all of them send.
struct KeySequences: Sendable {
  private(set) var keys: [[UInt8]: Key] = [:]
  /// Every proper beginning of a sequence, to know when to wait for more.
  private var beginnings: Set<[UInt8]> = []

  init() {}

  mutating func add(_ sequence: [UInt8], _ key: Key) {
    // One byte is a character, whatever terminfo says; what does not begin with ESC would take letters away.
    guard sequence.count > 1, sequence[0] == 0x1B else { return }
    keys[sequence] = key
    for length in 1..<sequence.count { beginnings.insert(Array(sequence.prefix(length))) }
  }

  func mayGoOn(_ sequence: [UInt8]) -> Bool { beginnings.contains(sequence) }

  /// The terminfo names of the keys.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kri", .modified(.shift, .up)), ("kind", .modified(.shift, .down)), ("kLFT", .modified(.shift, .left)),
      ("kRIT", .modified(.shift, .right)), ("kHOM", .modified(.shift, .home)), ("kEND", .modified(.shift, .end)),
      ("kDC", .modified(.shift, .delete)), ("kIC", .modified(.shift, .insert)),
      ("kPRV", .modified(.shift, .pageUp)), ("kNXT", .modified(.shift, .pageDown)), ("kent", .enter),
    ] + (1...24).map { ("kf\($0)", .function($0)) }
}
