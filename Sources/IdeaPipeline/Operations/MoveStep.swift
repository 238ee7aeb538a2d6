/// Puts a step elsewhere on its agenda.
public struct MoveStep: Operation {
  public static let kind = "step.move"

  public var step: StepID
  /// The step it comes before; nil to come last.
  public var before: StepID?

  /// Another place for the step.
  public init(step: StepID, before: StepID?) {
    self.step = step
    self.before = before
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change the agenda")
    let step = try board.existing(step)
    if let before, try board.existing(before).session != step.session {
      throw Refusal(.badInput, "That step is on another agenda.", instead: "Choose one of the same session.")
    }
    if before == step.id || next(on: board) == before { throw Refusal.unchanged("the step stands there already") }
  }

  /// The step that comes after it now.
  private func next(on board: some BoardAccess) -> StepID? {
    guard let step = board.get(step) else { return nil }
    return board.agenda(of: step.session).first { $0.place > step.place }?.id
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let moved = board.get(step) else { return }
    var agenda = board.agenda(of: moved.session)
    agenda.removeAll { $0.id == step }
    agenda.insert(moved, at: agenda.firstIndex { $0.id == before } ?? agenda.count)
    board.renumber(agenda)
  }

  public static var cannotUndo: Lasting? {
    Lasting("A change of the agenda is not taken back by undo.", instead: "Move the step again.")
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("moved \(board.reference(step)) on the agenda")
  }
}
