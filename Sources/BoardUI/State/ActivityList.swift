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

  /// How many are read at once, and how near the end of them the next are read.
  static let page = 200
  private static let margin = 40

  var place: Int { shown.firstIndex { $0.seq == selected } ?? 0 }

  var selectedChange: Change? { shown.indices.contains(place) ? shown[place] : nil }

  /// The sequence number before which to read on; nil while there are enough, or no more.
  var wantedBefore: Int? {
    guard let last = changes?.last, !hasAll, place + Self.margin >= shown.count else { return nil }
    return last.seq
  }

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
      hasAll = isShort
    } else {
      let older = keeps(page) ? (changes ?? []).filter { $0.seq < page.last?.seq ?? 0 } : []
      changes = page + older
      if older.isEmpty { hasAll = isShort }
    }
    narrow()
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

  mutating func clearFilter() {
    filter = TextBuffer(limit: 100)
    isTyping = false
    narrow()
  }

  private mutating func narrow() {
    let wanted = ActivityFilter(filter.text)
    shown = (changes ?? []).filter(wanted.takes)
    if !shown.contains(where: { $0.seq == selected }) { selected = shown.first?.seq }
  }

  mutating func move(by rows: Int) { select(place + rows) }

  mutating func select(_ place: Int) {
    guard !shown.isEmpty else { return }
    selected = shown[min(max(0, place), shown.count - 1)].seq
  }
}

/// Words that a line of the feed must have, and handles of which one must have done it.
struct ActivityFilter {
  let words: [String]
  let handles: [String]

  init(_ text: String) {
    let parts = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    handles = parts.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }.filter { !$0.isEmpty }
    words = parts.filter { !$0.hasPrefix("@") }
  }

  func takes(_ change: Change) -> Bool {
    let text = "\(change.isOwn ? "you " : "")\(change.actor.subject) \(change.activity.words)".lowercased()
    guard words.allSatisfy(text.contains) else { return false }
    guard !handles.isEmpty else { return true }
    guard case .named(_, let handle, _) = change.actor else { return false }
    return handles.contains { handle.lowercased().hasPrefix($0) }
  }
}
