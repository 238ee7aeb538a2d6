/// What the step the room is in asks of everything that is done meanwhile.
enum StepRules {
  /// Posts this long after a hard stop are still taken: they were sent in time and had a way to go.
  static let grace: Int64 = 15_000

  /// Refuses what the step keeps the asker's role from, comments while people write alone, and posts after a hard stop.
  static func check(_ operation: any Operation, _ context: CheckContext, on board: some BoardAccess) throws(Refusal) {
    guard let deed = operation.stepDeed, let step = board.currentStep else { return }
    let title = step.plan.title
    if deed == .comment, step.plan.isPrivate {
      throw Refusal(
        .rule, "In “\(title)” everyone writes alone: comments come after the reveal.", instead: "Keep yours as a draft."
      )
    }
    guard step.plan.allows(deed, context.role) else {
      throw Refusal(
        .rule, "“\(title)” is not for \(deed.gerund).",
        instead: "It can be done in another step, or a facilitator allows it.",
        remedy: .askFacilitator)
    }
    if deed == .post, step.plan.isHardStop, let left = step.left(at: context.moment), left < -grace {
      throw Refusal(
        .rule, "Time is up in “\(title)”: it takes no more ideas.",
        instead: "Keep yours as a draft, or ask for more minutes.",
        remedy: .askFacilitator)
    }
  }

  /// Refuses a post under a name where none is kept, and one without a name where nobody was promised that.
  /// - Parameters:
  ///   - promised: what the composer said when it was opened; nil for what holds now.
  ///   - step: the step in which it was opened.
  static func checkNaming(
    _ promised: Naming?, in step: StepID?, _ context: CheckContext, on board: some BoardAccess
  ) throws(Refusal) {
    let naming = max(promised ?? .named, board.currentStep?.plan.naming ?? .named)
    switch (naming, context.person) {
    case (.sealed, _?):
      throw Refusal(
        .rule, "No names are kept in this step, and this would be posted with yours.",
        instead: "Post it again without it.",
        remedy: .postWithoutName)
    case (.sealed, nil): try checkPromise(in: step, on: board)
    case (_, nil) where board.openSession != nil:
      throw Refusal(.rule, "This step keeps names.", instead: "Post it with yours, or wait for a step that keeps none.")
    default: break
    }
  }

  private static func checkPromise(in step: StepID?, on board: some BoardAccess) throws(Refusal) {
    let isSealed = { (id: StepID) in board.get(id)?.plan.naming == .sealed }
    if let current = board.currentStep?.id, isSealed(current) { return }
    if let step, isSealed(step) { return }
    throw Refusal(.rule, "This step keeps names.", instead: "Post it with yours, or wait for a step that keeps none.")
  }

  /// The naming under which something is stored.
  static func naming(_ promised: Naming?, _ stamp: Stamp, on board: some BoardAccess) -> Naming {
    if stamp.actor == .sealed { return .sealed }
    return max(promised ?? .named, board.currentStep?.plan.naming ?? .named)
  }

  /// When something was done, as it is stored: of what has no name only the start of its step, or the full hour, so that
  /// nobody can be told by the time.
  static func time(of actor: Actor, _ moment: HostMoment, on board: some BoardAccess) -> Timestamp {
    guard actor == .sealed else { return moment.wall }
    if let started = board.currentStep?.runs.last?.started.wall { return started }
    return Timestamp(milliseconds: moment.wall.milliseconds / 3_600_000 * 3_600_000)
  }
}
