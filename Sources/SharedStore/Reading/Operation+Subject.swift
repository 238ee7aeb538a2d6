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

  /// The action that the operation changes.
  var changedAction: ActionID? {
    switch self {
    case let edit as EditAction: edit.action
    case let change as SetActionState: change.action
    default: nil
    }
  }

  /// The round in which it is a vote.
  var votedIn: RoundID? {
    switch self {
    case let dot as GiveDot: dot.round
    case let dot as TakeBackDot: dot.round
    case let vote as CastPosition: vote.round
    default: nil
    }
  }

  /// Whether it is something that those who wrote an idea or a comment may do because they did. Where their names are hidden so is who
  /// does such a thing; for what only coaches and facilitators do a hidden name would tell that the author is one of them.
  var isForAuthors: Bool {
    switch self {
    case is PostIdea, is EditIdea, is TagIdea, is LinkEvidence, is SetCoAuthors, is WithdrawIdea, is RestoreIdea,
      is AnswerField, is AdvanceIdea, is SendBackIdea, is RetractMove, is ReassignIdea,
      is PostComment, is EditComment, is WithdrawComment, is RestoreComment:
      true
    default: false
    }
  }
}
