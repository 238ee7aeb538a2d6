extension BoardAccess {
  /// Changes a comment and keeps the count of its idea right; nothing happens when there is none.
  func change(_ id: CommentID, _ stamp: Stamp, _ body: (inout Comment) -> Void) {
    guard var comment = get(id) else { return }
    let was = comment.isVisible
    body(&comment)
    comment.updatedAt = stamp.at
    put(comment)
    change(comment.idea, stamp) { $0.comments += (comment.isVisible ? 1 : 0) - (was ? 1 : 0) }
  }

  /// The people named with "@handle" in a text who are on the board by now, each once.
  func mentioned(in text: String) -> [PersonID] {
    Handle.mentions(in: text).compactMap { first(.handle($0))?.id }
  }

  /// What the feed says about a comment: "edited a comment on 14 “Shared triage desk”".
  func activity(_ words: String, _ comment: CommentID) -> Activity {
    let idea = get(comment)?.idea
    return Activity("\(words) \(idea.map { reference($0) } ?? "an idea")", idea: idea)
  }
}
