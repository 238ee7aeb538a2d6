import CellGrid

/// The explanation of where one is.
public struct Help: Equatable, Sendable {
  let place: CommandPlace
  /// Lines above the first in sight.
  var top = 0
  /// What is searched for; nil until somebody does.
  var search: Search?

  struct Search: Equatable, Sendable {
    var query = TextBuffer(limit: 60)
    /// Whether the keys go into the query.
    var isTyping = true
    /// The match one is at, counted from the first.
    var place = 0
  }

  /// The lines that have what is searched for.
  func found(in lines: [StyledText]) -> [Int] {
    guard let query = search?.query.text, !query.isEmpty else { return [] }
    return lines.indices.filter { !lines[$0].text.places(of: query).isEmpty }
  }
}
