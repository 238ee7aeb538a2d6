extension BoardAccess {
  /// The session that is open.
  public var openSession: Session? { first(.openSession) }

  /// The step the room is in: running or paused, in the open session.
  public var currentStep: AgendaStep? {
    openSession?.currentStep.flatMap { get($0) }.flatMap { $0.isCurrent ? $0 : nil }
  }

  /// The agenda of a session in its order.
  public func agenda(of session: SessionID) -> [AgendaStep] {
    fetch(.of(session)).sorted { ($0.place, $0.seq) < ($1.place, $1.seq) }
  }

  /// The session; refuses when there is none.
  func existing(_ id: SessionID) throws(Refusal) -> Session {
    guard let session = get(id) else {
      throw Refusal(
        .notFound, "There is no such session on this board.", instead: "Look at the sessions there are, or plan one.")
    }
    return session
  }

  /// The session while it is open; refuses with the way out.
  func open(_ id: SessionID) throws(Refusal) -> Session {
    let session = try existing(id)
    if session.state == .open { return session }
    throw Refusal(
      .rule, "Session \(session.number) “\(session.title)” is not open.", instead: "Open it first.",
      remedy: .openSession)
  }

  /// The step; refuses when there is none.
  func existing(_ id: StepID) throws(Refusal) -> AgendaStep {
    guard let step = get(id) else {
      throw Refusal(.notFound, "There is no such step on the agenda.", instead: "Look at the agenda, or add one.")
    }
    return step
  }

  /// The step with its session, for whoever runs the room; refuses others with the way out.
  func stepToRun(_ id: StepID, _ what: String, _ context: CheckContext) throws(Refusal) -> AgendaStep {
    let step = try existing(id)
    try context.requireLead(of: open(step.session), what, on: self)
    return step
  }

  /// The step while the room is in it; refuses with the way out.
  func currentStep(_ id: StepID, _ what: String, _ context: CheckContext) throws(Refusal) -> AgendaStep {
    let step = try stepToRun(id, what, context)
    if step.isCurrent { return step }
    throw Refusal(
      .rule, "“\(step.plan.title)” is not the step the room is in.", instead: "Start it first.", remedy: .startStep)
  }

  /// Changes a step; nothing happens when there is none.
  func change(_ id: StepID, _ body: (inout AgendaStep) -> Void) {
    guard var step = get(id) else { return }
    body(&step)
    put(step)
  }

  /// Changes a session; nothing happens when there is none.
  func change(_ id: SessionID, _ body: (inout Session) -> Void) {
    guard var session = get(id) else { return }
    body(&session)
    put(session)
  }

  /// How a sentence names the session: "session 2 “Day one”".
  func reference(_ id: SessionID) -> String { get(id).map { "session \($0.number) “\($0.title)”" } ?? "a session" }

  /// How a sentence names the step: "the step “Gallery”".
  func reference(_ id: StepID) -> String { get(id).map { "the step “\($0.plan.title)”" } ?? "a step" }

  /// Gives the steps of an agenda, in this order, the places from 1.
  func renumber(_ steps: [AgendaStep]) {
    for (index, step) in steps.enumerated() where step.place != index + 1 {
      change(step.id) { $0.place = index + 1 }
    }
  }

  /// Ends the run of the step the session is in.
  func endCurrentStep(of session: SessionID, _ moment: HostMoment) {
    guard let current = get(session)?.currentStep else { return }
    change(current) { $0.end(moment) }
    change(session) { $0.currentStep = nil }
  }
}

extension AgendaStep {
  /// Begins another run.
  mutating func start(_ moment: HostMoment) {
    runs.append(StepRun(started: moment, minutes: plan.minutes))
    state = .running
    deadline = moment.adding(Int64(plan.minutes) * 60_000)
    left = nil
  }

  /// Stops the clock; what is left stays.
  mutating func pause(_ moment: HostMoment) {
    guard state == .running else { return }
    left = left(at: moment)
    deadline = nil
    if var run = runs.popLast() {
      run.worked = run.taken(at: moment, isRunning: true)
      runs.append(run)
    }
    state = .paused
  }

  /// Lets the clock go on.
  mutating func resume(_ moment: HostMoment) {
    guard state == .paused, let left else { return }
    deadline = moment.adding(left)
    self.left = nil
    if !runs.isEmpty { runs[runs.count - 1].resumed = moment }
    state = .running
  }

  /// Ends the run.
  mutating func end(_ moment: HostMoment) {
    guard isCurrent else { return }
    if !runs.isEmpty {
      runs[runs.count - 1].worked = runs[runs.count - 1].taken(at: moment, isRunning: state == .running)
      runs[runs.count - 1].ended = moment
    }
    state = .done
    deadline = nil
    left = nil
  }

  /// Gives it more minutes, or fewer where negative.
  mutating func extend(by minutes: Int) {
    deadline = deadline?.adding(Int64(minutes) * 60_000)
    left = left.map { $0 + Int64(minutes) * 60_000 }
    if !runs.isEmpty { runs[runs.count - 1].minutes += minutes }
  }
}

extension CheckContext {
  /// Refuses unless the asker is a facilitator who runs the room; anybody named a facilitator may start where nobody does.
  func requireLead(of session: Session, _ what: String, on board: some BoardAccess) throws(Refusal) {
    try require(.facilitate, what)
    guard let lead = session.lead, lead != person else { return }
    throw Refusal(
      .notPermitted,
      "You cannot \(what): \(board.reference(lead)) runs the room.",
      instead: "Take over first, so that everybody knows.",
      remedy: .takeOver)
  }
}

extension StepPlan {
  /// Refuses unclean texts, impossible minutes and challenges that are not there.
  func check(on board: some BoardAccess) throws(Refusal) {
    try TextRule.name.check(title)
    try TextRule.reason.check(instruction, mayBeEmpty: true)
    guard (1...600).contains(minutes) else {
      throw Refusal(.badInput, "A step cannot take \(minutes) minutes.", instead: "Give it 1 to 600.")
    }
    for challenge in challenges { _ = try board.existing(challenge) }
    if naming == .sealed, kind == .round {
      throw Refusal(
        .badInput, "A round needs names, so that everyone has the same say.", instead: "Choose named or hidden.")
    }
  }
}
