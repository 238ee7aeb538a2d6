/// Changes what a step is meant to be. A clock that runs is not moved: see `ExtendStep`.
public struct EditStep: Operation {
  public static let kind = "step.edit"

  public var step: StepID
  public var plan: StepPlan

  /// A new plan for the step.
  public init(step: StepID, plan: StepPlan) {
    self.step = step
    self.plan = plan
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change the agenda")
    let step = try board.existing(step)
    try plan.check(on: board)
    if step.plan == plan { throw Refusal.unchanged("the step is like that already") }
    if step.isCurrent, plan.naming < step.plan.naming || (step.plan.isPrivate && !plan.isPrivate) {
      throw Refusal(
        .rule, "People are writing under what “\(step.plan.title)” promised.",
        instead: "Start another step to change that.",
        remedy: .startStep)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(step) { step in
      step.plan = plan
      step.textFrom = stamp.id
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed \(board.reference(step))")
  }

  public static var cannotUndo: Lasting? {
    Lasting("A change of the agenda is not taken back by undo.", instead: "Change the step again.")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.step(step)] }

  public func redacted(_ mark: String) -> Self { EditStep(step: step, plan: plan.redacted(mark)) }
}
