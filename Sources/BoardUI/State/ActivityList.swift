import CellGrid
import IdeaPipeline

/// What happened, newest first: read a page at a time as one scrolls down.
public struct ActivityList: Equatable, Sendable {
  /// All that were read, one after another without a gap; nil until the first were.
  private(set) var changes: [Change]?
  /// Those that the filter leaves.
  private(set) var shown: [Change] = []
  /// Whether nothing happened before the oldest of them.
  private(set) var hasAll = false
  /// A sequence number, so that what happens meanwhile moves nothing.
  private(set) var selected: Int?
  var filter = TextBuffer(limit: 100)
  /// Whether the keys go into the filter.
  var isTyping = false

  /// How far back the filter looks: so many of those that happened last.
  private var reach = Self.stretch

  /// How many are read at once, and how near the end of them the next are read.
  static let page = 200
  private static let margin = 40
  /// How many a filter looks through before it asks whether to go on: what matches little must not read the whole log.
  static let stretch = 1_000

  var place: Int { shown.firstIndex { $0.seq == selected } ?? 0 }

  var selectedChange: Change? { shown.indices.contains(place) ? shown[place] : nil }

  /// The sequence number before which to read on; nil while there are enough, or no more.
  var wantedBefore: Int? {
    guard let last = changes?.last, !hasAll, !hasStopped, place + Self.margin >= shown.count else { return nil }
    return last.seq
  }

  /// Whether the filter has looked as far back as it was to, and there is more.
  var hasStopped: Bool { !filter.isEmpty && !hasAll && looked >= reach }

  /// How many have been looked through.
  var looked: Int { changes?.count ?? 0 }

  /// The place of the first shown change that is not after a sequence number, where some are after it.
  func firstPlace(notAfter seq: Int) -> Int? {
    guard let first = shown.first, first.seq > seq else { return nil }
    return shown.firstIndex { $0.seq <= seq }
  }

  /// Takes in a page: the newest, or those before a sequence number.
  mutating func take(_ page: [Change], before seq: Int?) {
    let isShort = page.count < Self.page
    if let seq {
      guard changes?.last?.seq == seq else { return }
      changes?.append(contentsOf: page)
      shown += matching(page)
      hasAll = isShort
    } else {
      let oldest = page.last?.seq ?? 0
      let older = keeps(page) ? (changes ?? []).filter { $0.seq < oldest } : []
      shown = matching(page) + (older.isEmpty ? [] : shown.filter { $0.seq < oldest })
      changes = page + older
      if older.isEmpty { hasAll = isShort }
    }
    keepSelection()
  }

  /// Whether what was read before goes on where a newest page ends. Redaction may have changed any of it.
  private func keeps(_ page: [Change]) -> Bool {
    guard let known = changes?.first, let oldest = page.last else { return false }
    return known.seq >= oldest.seq - 1 && !page.contains { $0.seq > known.seq && $0.kind == Redact.kind }
  }

  /// Narrows what is shown by a key typed into the filter.
  mutating func type(_ key: Key) {
    if filter.handle(key) == .changed { narrow() }
  }

  private func matching(_ changes: [Change]) -> [Change] {
    filter.isEmpty ? changes : changes.filter(ActivityFilter(filter.text).takes)
  }

  mutating func clearFilter() {
    filter = TextBuffer(limit: 100)
    isTyping = false
    narrow()
  }

  private mutating func narrow() {
    shown = matching(changes ?? [])
    reach = max(looked, Self.stretch)
    keepSelection()
  }

  private mutating func keepSelection() {
    if !shown.contains(where: { $0.seq == selected }) { selected = shown.first?.seq }
  }

  /// Goes on; at the end of what a filter found, looks further back.
  mutating func move(by rows: Int) {
    if rows > 0, hasStopped, place + 1 >= shown.count { return reach = looked + Self.stretch }
    select(place + rows)
  }

  mutating func select(_ place: Int) {
    guard !shown.isEmpty else { return }
    selected = shown[min(max(0, place), shown.count - 1)].seq
  }
}

/// Words that a line of the feed must have, and handles of which one must have done it; "-" before one leaves out what has
/// it, and quotes hold words together.
struct ActivityFilter {
  let words: [String]
  let handles: [String]
  private let wordsLeftOut: [String]
  private let handlesLeftOut: [String]

  init(_ text: String) {
    let terms = FilterTerm.terms(of: text.lowercased())
    func isHandle(_ term: FilterTerm) -> Bool { !term.isQuoted && term.text.hasPrefix("@") }
    func words(isLeftOut: Bool) -> [String] {
      terms.filter { !isHandle($0) && $0.isLeftOut == isLeftOut && !$0.text.isEmpty }.map(\.text)
    }
    func handles(isLeftOut: Bool) -> [String] {
      terms.filter { isHandle($0) && $0.isLeftOut == isLeftOut && $0.text.count > 1 }.map {
        String($0.text.dropFirst())
      }
    }
    self.words = words(isLeftOut: false)
    self.handles = handles(isLeftOut: false)
    wordsLeftOut = words(isLeftOut: true)
    handlesLeftOut = handles(isLeftOut: true)
  }

  func takes(_ change: Change) -> Bool {
    let text = "\(change.isOwn ? "you " : "")\(change.actor.subject) \(change.activity.words)".lowercased()
    guard words.allSatisfy(text.contains), !wordsLeftOut.contains(where: text.contains) else { return false }
    guard case .named(_, let name, _) = change.actor else { return handles.isEmpty }
    let handle = name.lowercased()
    return !handlesLeftOut.contains { handle.hasPrefix($0) }
      && (handles.isEmpty || handles.contains { handle.hasPrefix($0) })
  }
}
