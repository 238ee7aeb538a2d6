/// Starts a step, for the first time or again; the step the room was in ends.
public struct StartStep: Operation {
  public static let kind = "step.start"
  public static let cannotUndo: Lasting? = Lasting(
    "A step that was started stays so.", instead: "Start the one before it again.")

  public var step: StepID
  public var moment: HostMoment

  /// The step to start.
  public init(step: StepID, moment: HostMoment) {
    self.step = step
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.stepToRun(step, "start a step", context)
    if step.isCurrent { throw Refusal.unchanged("the room is in “\(step.plan.title)” already") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let session = board.get(step)?.session else { return }
    board.endCurrentStep(of: session, moment)
    // A step that is run again and was revealed is private anew: what is posted now waits for the next reveal.
    board.change(step) { step in
      step.start(moment)
      step.revealedAt = nil
    }
    board.change(session) { session in
      session.currentStep = step
      session.lead = session.lead ?? stamp.actor.person
    }
    for mark in board.fetch(.ready(in: step)) { board.remove(mark.id) }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("started \(board.reference(step))")
  }
}
