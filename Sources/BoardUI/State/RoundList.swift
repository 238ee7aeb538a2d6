import IdeaPipeline

/// What was voted on, and what came of it.
public struct RoundList: Equatable, Sendable {
  /// The newest first; nil until they were read.
  var rounds: [RoundRow]?
  /// The place among all results, from the top.
  var selected = 0

  /// Every result, in the order in which they are shown.
  var results: [RoundResult] { (rounds ?? []).flatMap(\.results) }

  mutating func move(by rows: Int) { selected = min(max(0, selected + rows), max(0, results.count - 1)) }
}
