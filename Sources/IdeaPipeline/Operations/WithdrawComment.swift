/// Takes a comment out of sight; its place stays for the replies.
public struct WithdrawComment: Operation {
  public static let kind = "comment.withdraw"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var comment: CommentID

  /// The comment to withdraw.
  public init(comment: CommentID) { self.comment = comment }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let comment = try board.existing(comment)
    try context.require(.edit(isOwn: context.wrote(comment)), "withdraw that comment")
    if comment.isWithdrawn { throw Refusal(.rule, "That comment is withdrawn already.", remedy: .restore) }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(comment, stamp) { $0.isWithdrawn = true }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(comment)?.isWithdrawn == true ? RestoreComment(comment: comment) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("withdrew a comment on", comment)
  }
}
