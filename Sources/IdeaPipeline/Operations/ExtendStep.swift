/// Gives the step the room is in more minutes, or takes some away.
public struct ExtendStep: Operation {
  public static let kind = "step.extend"

  public var step: StepID
  /// Negative to take some away.
  public var minutes: Int

  /// More minutes for the step.
  public init(step: StepID, minutes: Int) {
    self.step = step
    self.minutes = minutes
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.currentStep(step, "change the time of the room", context)
    guard minutes != 0, (-120...120).contains(minutes) else {
      throw Refusal(
        .badInput, "A step cannot be extended by \(minutes) minutes.",
        instead: "Extend it by 1 to 120, or shorten it by as many.")
    }
    if let run = step.runs.last, run.minutes + minutes < 0 {
      throw Refusal(
        .badInput, "“\(step.plan.title)” has \(run.minutes) minutes: it cannot be shortened by more.",
        instead: "Start the next step to end it.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) { board.change(step) { $0.extend(by: minutes) } }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(step)?.isCurrent == true ? ExtendStep(step: step, minutes: -minutes) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let step = board.reference(step)
    return minutes > 0
      ? Activity("gave \(step) \(minutes.counted("minute")) more")
      : Activity("took \((-minutes).counted("minute")) from \(step)")
  }
}
