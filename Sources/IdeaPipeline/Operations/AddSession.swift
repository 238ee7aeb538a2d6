/// Plans a session with its agenda.
public struct AddSession: Operation {
  public static let kind = "session.add"
  public static let cannotUndo: Lasting? = Lasting(
    "A session that was planned stays on the board.", instead: "Leave it unopened.")

  public var title: String
  public var steps: [StepPlan]

  /// A session as given.
  public init(title: String, steps: [StepPlan] = []) {
    self.title = title
    self.steps = steps
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "plan a session")
    try TextRule.name.check(title)
    if steps.count > 60 {
      throw Refusal(
        .badInput, "An agenda has at most 60 steps; this would be \(steps.count).", instead: "Plan a second session.")
    }
    for step in steps { try step.check(on: board) }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let session = SessionID(madeBy: stamp.id)
    board.put(
      Session(id: session, seq: stamp.seq, number: board.takeNumber(NumberSeries.sessions, stamp), title: title))
    for (index, plan) in steps.enumerated() {
      board.put(
        AgendaStep(
          id: AgendaStep.identity(session, place: index + 1), seq: stamp.seq, session: session, place: index + 1,
          plan: plan))
    }
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("planned \(board.reference(SessionID(madeBy: stamp.id)))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] {
    let session = SessionID(madeBy: id)
    return [.session(session)] + steps.indices.map { .step(AgendaStep.identity(session, place: $0 + 1)) }
  }

  public func redacted(_ mark: String) -> Self {
    AddSession(title: mark, steps: steps.map { $0.redacted(mark) })
  }
}

extension AgendaStep {
  /// The identity of a step that came with its session: follows from both, so that replaying makes the same one.
  static func identity(_ session: SessionID, place: Int) -> StepID {
    let mixed = (UInt64(bitPattern: session.rawValue) &+ UInt64(place)) &* 0x9E37_79B9_7F4A_7C15
    return StepID(rawValue: Int64(bitPattern: mixed) & .max)
  }
}

extension StepPlan {
  /// The same plan with its texts replaced.
  func redacted(_ mark: String) -> StepPlan {
    var copy = self
    copy.title = mark
    copy.instruction = ""
    return copy
  }
}
