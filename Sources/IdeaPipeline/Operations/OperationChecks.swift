/// What must hold for every operation, whatever it does.
public enum OperationRules {
  /// Works out who asks, then refuses what nobody may do, then lets the operation refuse.
  ///
  /// Only who creates the board or joins it need not be on it.
  public static func check(_ submission: Submission, _ stamp: Stamp, on board: some BoardAccess) throws(Refusal) {
    if board.board == nil {
      guard submission.operation is CreateBoard else {
        throw Refusal(.notFound, "This board was never created.", instead: "Start one with “hothouse new”.")
      }
      return try submission.operation.check(board, CheckContext(stamp: stamp, role: .facilitator, isOwner: true))
    }
    if submission.operation is JoinBoard, submission.asker == PersonID(madeBy: submission.id) {
      return try submission.operation.check(board, CheckContext(stamp: stamp, role: .observer, isOwner: false))
    }
    guard let asker = submission.asker.flatMap({ board.get($0) }) else {
      throw Refusal(
        .notPermitted, "You are not on this board yet.", instead: "Join it first, or ask a facilitator to add you.")
    }
    let context = CheckContext(stamp: stamp, role: asker.role, isOwner: board.board?.owner == asker.id)
    try checkActor(submission, context, on: board)
    try submission.operation.check(board, context)
  }

  /// Who enters something for somebody else is a facilitator and is named in the log.
  private static func checkActor(
    _ submission: Submission, _ context: CheckContext, on board: some BoardAccess
  ) throws(Refusal) {
    guard let actor = submission.actor.person else {
      if submission.enteredBy == nil { return }
      throw Refusal(
        .notPermitted, "A post without a name cannot say who entered it: that would tell who wrote it.",
        instead: "Leave out who enters it.")
    }
    if actor == submission.asker, submission.enteredBy == nil { return }
    guard board.get(actor) != nil else {
      throw Refusal(.notFound, "The person this is entered for is not on the board.", instead: "Add them first.")
    }
    guard submission.enteredBy == submission.asker else {
      throw Refusal(
        .notPermitted, "Something entered for somebody else says who enters it.",
        instead: "Enter it as yourself for them.")
    }
    if actor != submission.asker { try context.require(.facilitate, "enter something for somebody else") }
  }

  /// Replays one line of a log.
  public static func replay(_ logged: LoggedOperation, on board: some BoardAccess) {
    guard case .known(let operation) = logged.payload else { return }
    operation.apply(to: board, logged.stamp)
  }
}
