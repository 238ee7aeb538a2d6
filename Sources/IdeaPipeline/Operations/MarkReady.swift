/// Says that somebody is ready in the step the room is in, or not yet after all.
public struct MarkReady: Operation {
  public static let kind = "step.ready"

  public var step: StepID
  public var isReady: Bool

  /// A mark as given.
  public init(step: StepID, isReady: Bool = true) {
    self.step = step
    self.isReady = isReady
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "say that you are ready")
    guard let person = context.person else {
      throw Refusal(.rule, "Whoever is ready has a name.", instead: "Say it with yours.")
    }
    let step = try board.existing(step)
    if !step.isCurrent {
      throw Refusal(
        .rule, "The room has left “\(step.plan.title)”.", instead: "Say that you are ready in the step it is in now.")
    }
    if (board.first(.ready(in: step.id, person)) != nil) == isReady {
      throw Refusal.unchanged(isReady ? "you are marked as ready" : "you are not marked as ready")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let person = stamp.actor.person else { return }
    let mark = board.first(.ready(in: step, person))
    if let mark, !isReady { board.remove(mark.id) }
    if mark == nil, isReady {
      board.put(ReadyMark(id: Identifier(madeBy: stamp.id), seq: stamp.seq, step: step, person: person))
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let person = stamp.actor.person, board.get(step)?.isCurrent == true,
      (board.first(.ready(in: step, person)) != nil) == isReady
    else { return nil }
    return MarkReady(step: step, isReady: !isReady)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("\(isReady ? "is ready" : "is not ready yet") in \(board.reference(step))")
  }
}
