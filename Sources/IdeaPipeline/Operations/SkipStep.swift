/// Passes over a step that was not started. It stays on the agenda and can still be started.
public struct SkipStep: Operation {
  public static let kind = "step.skip"

  public var step: StepID
  /// False to take it up again.
  public var isSkipped: Bool

  /// A step to pass over, or to take up again.
  public init(step: StepID, isSkipped: Bool = true) {
    self.step = step
    self.isSkipped = isSkipped
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.stepToRun(step, "skip a step", context)
    let wanted: AgendaStep.State = isSkipped ? .planned : .skipped
    guard step.state != wanted else { return }
    if isSkipped {
      throw Refusal(
        .rule, "“\(step.plan.title)” was started already.", instead: "Start the next step instead.", remedy: .startStep)
    }
    throw Refusal(
      .rule, "“\(step.plan.title)” was not skipped.", instead: "Start it whenever you like.", remedy: .startStep)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(step) { $0.state = isSkipped ? .skipped : .planned }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(step)?.state == (isSkipped ? .skipped : .planned) ? SkipStep(step: step, isSkipped: !isSkipped) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("\(isSkipped ? "skipped" : "took up again") \(board.reference(step))")
  }
}
