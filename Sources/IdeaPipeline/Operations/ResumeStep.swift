/// Lets the clock of a paused step go on.
public struct ResumeStep: Operation {
  public static let kind = "step.resume"
  public static let cannotUndo: Lasting? = Lasting(
    "Going on is not taken back by undo.", instead: "Pause the step again.")

  public var step: StepID
  public var moment: HostMoment

  /// The step to go on with.
  public init(step: StepID, moment: HostMoment) {
    self.step = step
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.currentStep(step, "let the room go on", context)
    if step.state == .running { throw Refusal.unchanged("the clock runs already") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) { board.change(step) { $0.resume(moment) } }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("let \(board.reference(step)) go on")
  }
}
