/// Shows a hidden comment to everyone again.
public struct UnhideComment: Operation {
  public static let kind = "comment.unhide"

  public var comment: CommentID

  /// The comment to show again.
  public init(comment: CommentID) { self.comment = comment }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let comment = try board.existing(comment)
    try context.require(.moderate, "show that comment again")
    if comment.hidden == nil {
      throw Refusal(
        .rule, "That comment is not hidden.", instead: "There is nothing to show again: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(comment, stamp) { comment in
      comment.formerHiding = comment.hidden
      comment.hidden = nil
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let comment = board.get(comment), comment.hidden == nil, let former = comment.formerHiding else {
      return nil
    }
    return HideComment(comment: comment.id, reason: former.reason)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("showed a comment again on", comment)
  }

  // It writes none, but the undo of it writes the reason again.
  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.commentHiding(comment)] }
}
