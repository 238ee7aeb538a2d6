/// Hides a comment from everyone but those who can show it again; its place stays for the replies.
public struct HideComment: Operation {
  public static let kind = "comment.hide"

  public var comment: CommentID
  public var reason: String

  /// The comment to hide, and why.
  public init(comment: CommentID, reason: String) {
    self.comment = comment
    self.reason = reason
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let comment = try board.existing(comment)
    try context.require(.moderate, "hide that comment")
    try TextRule.reason.checkGiven(reason)
    if comment.hidden != nil { throw Refusal(.rule, "That comment is hidden already.", remedy: .restore) }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(comment, stamp) { comment in
      comment.hidden = Hiding(reason: reason, by: stamp.actor.person, at: stamp.at, hiddenIn: stamp.id)
      comment.formerHiding = nil
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(comment)?.hidden?.hiddenIn == stamp.id ? UnhideComment(comment: comment) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("hid a comment on", comment)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.commentHiding(comment)] }
  public func redacted(_ mark: String) -> Self { HideComment(comment: comment, reason: mark) }
}
