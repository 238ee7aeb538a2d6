import IdeaPipeline

/// Where the room is, what is asked and what happened so far: for whoever comes late, or looks up.
public struct CatchUp: Equatable, Sendable {
  /// Ideas shown of the top of the board.
  static let top = 3
  /// What is asked of the store for them.
  static let query = IdeaQuery(sort: .dots, limit: top)

  /// Whether it came by itself, because one had not seen this step.
  var isForLateJoiner = false
  /// The ideas most people are for; nil until they were read.
  var ideas: [IdeaRow]?
  /// Rounds that are over, newest first; nil until they were read.
  var rounds: [RoundRow]?
  /// Lines above the first in sight.
  var scroll = 0
}
