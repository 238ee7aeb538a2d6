import IdeaPipeline

/// Why what coaches and facilitators do cannot be done now.
extension AppState {
  var reasonAgainstHiding: String? {
    guard let board, board.role < .coach else { return nil }
    return
      "Only coaches and facilitators hide; what is yours you withdraw with \(label(.withdraw))."
  }

  var reasonAgainstMerging: String? {
    guard let board, board.role < .coach else { return nil }
    let more = board.current?.number.map { "“same as \($0)”" } ?? "which idea it is like"
    return "Only coaches and facilitators merge. You can build on it with \(label(.buildOn)), or say \(more) "
      + "in a comment with \(label(.comment))."
  }

  /// A merged idea can be taken out again; what is out of sight has to come back first.
  var reasonAgainstMergingThis: String? { board?.current?.state == .merged ? nil : reasonAgainstTouching() }

  var reasonAgainstOutcome: String? {
    guard let board, let row = board.current else { return nil }
    if board.role < .coach {
      return "Only coaches and facilitators decide how an idea ended. "
        + "You can say what you learned in a comment with \(label(.comment))."
    }
    guard row.stage != .test else { return nil }
    return "\(row.name) is in \(row.stage.title): its outcome is decided at Test. \(label(.advance)) advances it."
  }
}
