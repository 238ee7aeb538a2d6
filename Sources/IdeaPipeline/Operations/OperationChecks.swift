/// What must hold for every operation, whatever it does.
public enum OperationRules {
  /// Works out who asks, then refuses what nobody may do, then lets the operation refuse.
  ///
  /// Only who creates the board or joins it need not be on it.
  /// - Parameter moment: now, by the clocks of the host.
  public static func check(
    _ submission: Submission, _ stamp: Stamp, at moment: HostMoment, on board: some BoardAccess
  ) throws(Refusal) {
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
    let context = CheckContext(
      stamp: stamp, role: asker.role, isOwner: board.board?.owner == asker.id, moment: moment, holds: submission.holds)
    try checkActor(submission, context, on: board)
    // What one did can always be taken back, whatever the step is for.
    if submission.undoes == nil { try StepRules.check(submission.operation, context, on: board) }
    try submission.operation.check(board, context)
    if submission.actor == .sealed { try checkSealed(submission.operation) }
  }

  /// The stamp that the store gives a submission.
  /// - Parameter moment: now, by the clocks of the host.
  public static func stamp(
    _ submission: Submission, seq: Int, at moment: HostMoment, on board: some BoardAccess
  ) -> Stamp {
    Stamp(
      seq: seq, id: submission.id,
      at: submission.at ?? StepRules.time(of: submission.actor, moment, on: board), actor: submission.actor,
      enteredBy: submission.enteredBy)
  }

  /// Who enters something for somebody else is a facilitator, of ideas also a coach, and is named in the log.
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
    guard actor != submission.asker else { return }
    // Notes from paper are entered by whoever sits with a table; what decides anything only by who runs the room.
    let isNote = submission.operation is PostIdea || (submission.undoes != nil && submission.operation is WithdrawIdea)
    try context.require(isNote ? .curate : .facilitate, "enter something for somebody else")
  }

  private static func checkSealed(_ operation: any Operation) throws(Refusal) {
    guard !type(of: operation).mayBeSealed else { return }
    throw Refusal(.rule, "This needs a name: only what one writes can be without.", instead: "Do it with yours.")
  }

  /// Replays one line of a log.
  public static func replay(_ logged: LoggedOperation, on board: some BoardAccess) {
    guard case .known(let operation) = logged.payload else { return }
    operation.apply(to: board, logged.stamp)
  }
}
