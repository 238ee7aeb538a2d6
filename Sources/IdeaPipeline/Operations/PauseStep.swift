/// Stops the clock of the step the room is in: everybody looks up.
public struct PauseStep: Operation {
  public static let kind = "step.pause"
  public static let cannotUndo: Lasting? = Lasting("A pause is not taken back by undo.", instead: "Let the step go on.")

  public var step: StepID
  public var moment: HostMoment

  /// The step to pause.
  public init(step: StepID, moment: HostMoment) {
    self.step = step
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.currentStep(step, "pause the room", context)
    if step.state == .paused { throw Refusal.unchanged("the room is paused already") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) { board.change(step) { $0.pause(moment) } }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("paused \(board.reference(step))")
  }
}
