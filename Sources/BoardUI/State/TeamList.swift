import IdeaPipeline

/// The teams one can join, with their seats.
public struct TeamList: Equatable, Sendable {
  /// The place among the teams and, after them, the way out of one's own.
  var selected = 0
}
