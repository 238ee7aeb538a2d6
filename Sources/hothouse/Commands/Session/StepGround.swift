import IdeaPipeline

/// The agenda as a command finds it, and the operations that change it.
struct StepGround {
  /// An operation with the identity chosen for it, so that others can name what it makes.
  typealias Chosen = (id: OperationID, operation: any Operation)

  /// What becomes of a private step that ends and was not revealed.
  enum Ending {
    case ask, reveal, leavePrivate
  }

  let visit: Visit
  let hand: Hand
  let moment: HostMoment
  private let row: SessionRow?
  private let room: RoomView?

  /// Looks at the agenda of the session with this number, else of the open one, else of the first that is planned.
  init(_ visit: Visit, _ hand: Hand, session: Int?) throws {
    self.visit = visit
    self.hand = hand
    moment = visit.shell.clock()
    room = try visit.reading.summary(for: hand.viewer).room
    row = try session.map { try visit.session($0, for: hand.viewer) } ?? visit.nearestSession(for: hand.viewer)
  }

  /// The operation under an identity of its own.
  func chosen(_ operation: any Operation) -> Chosen { (visit.shell.newIdentity(), operation) }

  /// The session that steps are added to.
  func sessionToPlan() throws -> SessionRow {
    guard let row else {
      throw Complaint(
        .refused,
        "No session is planned on this board. “hothouse session \(visit.name) add \"Day one\"” plans one.")
    }
    return row
  }

  /// The step with this number on the agenda.
  func step(_ number: Int) throws -> AgendaStep {
    guard let step = row?.agenda.first(where: { $0.place == number }) else {
      throw Complaint(
        .notFound, "There is no step \(number) on the agenda. “hothouse step \(visit.name)” lists what there is.")
    }
    return step
  }

  /// The step another one comes before.
  func before(_ number: Int?) throws -> StepID? { try number.map { try step($0).id } }

  /// The step the room is in.
  func current() throws -> AgendaStep {
    guard let step = try visit.room(for: hand.viewer).step else {
      throw Complaint(.refused, "No step is running. “hothouse step \(visit.name) start” starts one.")
    }
    return step
  }

  /// The private step that was started last.
  func latestPrivate() throws -> AgendaStep {
    let steps = (row?.agenda ?? []).filter { $0.plan.isPrivate && !$0.runs.isEmpty }
    guard
      let step = steps.max(by: {
        ($0.runs.last?.started.wall.milliseconds ?? 0) < ($1.runs.last?.started.wall.milliseconds ?? 0)
      })
    else {
      throw Complaint(.refused, "Nothing was written in private in this session, so there is nothing to reveal.")
    }
    return step
  }

  /// Shows everyone what was posted in the step.
  func reveal(_ step: AgendaStep) -> Chosen {
    chosen(RevealStep(step: step.id, shuffle: Int(visit.shell.newIdentity().rawValue)))
  }

  /// What starts a step: the one with this number, one that is added for it, or the next. Opens a session where none is.
  func start(_ number: Int?, _ plan: StepPlan?, _ ending: Ending) throws -> [Chosen] {
    var all: [Chosen] = []
    let session = try openSession(&all, mayPlan: plan != nil)
    all += try endOfPrivateStep(ending)
    if let plan {
      let addition = chosen(AddStep(session: session, plan: plan, before: next()?.id))
      all.append(addition)
      all.append(chosen(StartStep(step: StepID(madeBy: addition.id), moment: moment)))
    } else {
      let step = try number.map { try self.step($0) } ?? requireNext()
      all.append(chosen(StartStep(step: step.id, moment: moment)))
    }
    return all
  }

  private func openSession(_ all: inout [Chosen], mayPlan: Bool) throws -> SessionID {
    if let room { return room.session }
    if let row, row.session.state == .planned {
      all.append(chosen(OpenSession(session: row.session.id)))
      return row.session.id
    }
    guard mayPlan else {
      throw Complaint(.refused, "No session is open on this board. “hothouse session \(visit.name) open” opens one.")
    }
    let title = "Session of \(Moment.day(moment.wall))"
    let addition = chosen(AddSession(title: title))
    let id = SessionID(madeBy: addition.id)
    all += [addition, chosen(OpenSession(session: id))]
    return id
  }

  /// The step after the one the room is in, also where that was run before; else the first planned one after the last run.
  private func next() -> AgendaStep? {
    guard let row, row.session.state != .closed else { return nil }
    let place = room?.step?.place ?? row.agenda.last { !$0.runs.isEmpty }?.place ?? 0
    return row.agenda.first { $0.place > place && ($0.state == .planned || ($0.state == .done && room?.step != nil)) }
  }

  private func requireNext() throws -> AgendaStep {
    if let step = next() { return step }
    throw Complaint(
      .refused,
      "No step is left on the agenda. Start one by its number, add one, or end: hothouse session \(visit.name) close")
  }

  private func endOfPrivateStep(_ ending: Ending) throws -> [Chosen] {
    guard let room, let step = room.step, step.plan.isPrivate, step.revealedAt == nil, room.posted > 0 else {
      return []
    }
    switch ending {
    case .reveal: return [reveal(step)]
    case .leavePrivate: return []
    case .ask:
      throw Complaint(
        .refused,
        "What was posted in “\(step.plan.title)” is not revealed: \(counted(room.posted, "idea")). Say --reveal to show everyone, or --leave-private to keep it so."
      )
    }
  }
}
