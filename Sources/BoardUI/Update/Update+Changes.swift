import IdeaPipeline

extension AppState {
  /// What anyone wrote to the board: says who did what, and has what is shown read again. Moves nothing.
  mutating func take(_ changes: [Change]) -> [Effect] {
    guard var board, !changes.isEmpty else { return [] }
    let news = changes.filter { $0.seq > board.seq }
    board.seq = max(board.seq, changes.map(\.seq).max() ?? 0)
    board.invalidateLists()
    if changes.contains(where: { $0.isOwn && board.ownIdeas == 0 }) { board.loads.invalidate([.own]) }
    let shown = board.shownIdeas
    if changes.contains(where: { $0.activity.idea.map(shown.contains) ?? true }) { board.loads.invalidate([.idea]) }
    self.board = board
    tell(news)
    return []
  }

  /// Tells the last of what happened: others' deeds as they come, one's own as the answer to one's key.
  private mutating func tell(_ changes: [Change]) {
    // What is done with several ideas is told once, with what came of it.
    if board?.batch != nil || changes.contains(where: { board?.toldInBatch.contains($0.id) == true }) { return }
    if let own = changes.last(where: \.isOwn), board?.role ?? .observer >= .participant {
      let undo = own.isUndo || !OperationCatalogue.canUndo(own.kind) ? "" : " · \(label(.undo)) takes it back"
      return say(.answer, "You \(own.activity.words)\(undo)")
    }
    guard let last = changes.last(where: { !$0.isOwn }) else { return }
    let others = changes.count { !$0.isOwn } - 1
    let more = others > 0 ? " · and \(others) more" : ""
    say(.told, "\(last.actor.subject) \(last.activity.words)\(more)")
  }
}

extension OpenBoard {
  /// Everything that a change may have made untrue; what is not shown is read when it is.
  mutating func invalidateLists() {
    loads.invalidate(
      [
        .summary, .recent, .search, .candidates, .preview, .rounds, .sessions, .teams, .actions, .people, .top,
      ] + Stage.allCases.flatMap { [.list($0), .count($0)] })
  }

  /// The idea shown with everything around it, and those around it.
  var shownIdeas: Set<IdeaID> {
    guard let detail = idea?.detail ?? preview else { return Set([idea?.row?.id].compactMap(\.self)) }
    return Set([detail.row.id] + (detail.builds + detail.merged + [detail.parent].compactMap(\.self)).map(\.id))
  }
}

extension AuthorView {
  /// At the beginning of a sentence.
  public var subject: String {
    switch self {
    case .named(_, _, let name): name
    case .hidden, .sealed: "Somebody"
    }
  }
}
