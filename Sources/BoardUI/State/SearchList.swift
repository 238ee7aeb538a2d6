import CellGrid
import IdeaPipeline

/// A search over everything that was written: ideas in every stage and state, and what was said about them.
public struct SearchList: Equatable, Sendable {
  /// What one result is about, so that a new reading moves nothing.
  struct Spot: Equatable, Sendable {
    let idea: IdeaID
    let comment: Int?
  }

  var query: TextBuffer
  /// What was found; nil until it was read.
  private(set) var hits: [SearchHit]?
  /// The words for which it was.
  private(set) var answered = ""
  private var selected: Spot?

  /// How many are read.
  public static let limit = 100

  init(_ words: String = "") { query = TextBuffer(words, limit: 100) }

  /// The words to search for; nil when there are none.
  var words: String? {
    if query.excess > 0 { return nil }
    let words = query.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.contains { $0.isLetter || $0.isNumber } ? words : nil
  }

  var place: Int { hits?.firstIndex { Spot($0) == selected } ?? 0 }

  var selectedHit: SearchHit? { hits.flatMap { $0.indices.contains(place) ? $0[place] : nil } }

  mutating func take(_ hits: [SearchHit], of words: String) {
    guard words == self.words else { return }
    if words != answered { selected = nil }
    self.hits = hits
    answered = words
  }

  mutating func move(by rows: Int) { select(place + rows) }

  mutating func select(_ place: Int) {
    guard let hits, !hits.isEmpty else { return }
    selected = Spot(hits[min(max(0, place), hits.count - 1)])
  }
}

extension SearchList.Spot {
  init(_ hit: SearchHit) { self.init(idea: hit.idea.id, comment: hit.comment) }
}
