/// Puts another step on the agenda.
public struct AddStep: Operation {
  public static let kind = "step.add"
  public static let cannotUndo: Lasting? = Lasting(
    "A step that was added stays on the agenda.", instead: "Skip it instead.")

  public var session: SessionID
  public var plan: StepPlan
  /// The step it comes before; nil to come last.
  public var before: StepID?

  /// A step as given.
  public init(session: SessionID, plan: StepPlan, before: StepID? = nil) {
    self.session = session
    self.plan = plan
    self.before = before
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change the agenda")
    let session = try board.existing(session)
    try plan.check(on: board)
    if let before { _ = try board.existing(before) }
    if board.agenda(of: session.id).count >= 60 {
      throw Refusal(.rule, "An agenda has at most 60 steps.", instead: "Change one instead.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    var agenda = board.agenda(of: session)
    let step = AgendaStep(
      id: StepID(madeBy: stamp.id), seq: stamp.seq, session: session, place: agenda.count + 1, plan: plan)
    board.put(step)
    agenda.insert(step, at: agenda.firstIndex { $0.id == before } ?? agenda.count)
    board.renumber(agenda)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("put \(board.reference(StepID(madeBy: stamp.id))) on the agenda")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.step(StepID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self { AddStep(session: session, plan: plan.redacted(mark), before: before) }
}
