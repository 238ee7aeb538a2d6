/// Brings back a comment that was withdrawn.
public struct RestoreComment: Operation {
  public static let kind = "comment.restore"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var comment: CommentID

  /// The comment to bring back.
  public init(comment: CommentID) { self.comment = comment }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let comment = try board.existing(comment)
    try context.require(.edit(isOwn: context.wrote(comment)), "restore that comment")
    if !comment.isWithdrawn {
      throw Refusal(
        .rule, "That comment is not withdrawn.", instead: "There is nothing to bring back: look at it as it is now.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(comment, stamp) { $0.isWithdrawn = false }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(comment)?.isWithdrawn == false ? WithdrawComment(comment: comment) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("brought back a comment on", comment)
  }
}
