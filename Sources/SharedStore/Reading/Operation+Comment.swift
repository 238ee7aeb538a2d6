import IdeaPipeline

extension IdeaPipeline.Operation {
  /// The comment that the operation makes or changes; `id` is its own.
  func comment(_ id: OperationID) -> CommentID? {
    switch self {
    case is PostComment: CommentID(madeBy: id)
    case let edit as EditComment: edit.comment
    case let withdrawal as WithdrawComment: withdrawal.comment
    case let restoration as RestoreComment: restoration.comment
    case let hiding as HideComment: hiding.comment
    case let showing as UnhideComment: showing.comment
    default: nil
    }
  }
}
