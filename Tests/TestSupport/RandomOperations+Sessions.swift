import IdeaPipeline

extension RandomOperations {
  /// Now, as far as an invented day is concerned.
  private mutating func moment() -> HostMoment {
    HostMoment(steady: Timestamp(milliseconds: 1_772_000_000_000 + Int64(roll(200_000))))
  }

  /// How facilitators run sessions.
  mutating func aboutSessions(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    guard let session = choose(board.all(Session.self), { $0.state == .open }) else {
      return choose(board.all(Session.self)).map { OpenSession(session: $0.id) } ?? addSession(board)
    }
    switch roll(16) {
    case 0: return addSession(board)
    case 1: return OpenSession(session: choose(board.all(Session.self))?.id ?? session.id)
    case 2: return random.chance(40) ? CloseSession(session: session.id, moment: moment()) : nil
    case 3: return TakeOverSession(session: session.id)
    case 4: return SendBroadcast(session: session.id, text: random.chance(60) ? text() : nil)
    case 5: return SetSpotlight(session: session.id, idea: random.chance(70) ? idea(board)?.id : nil)
    case 6: return BlankWall(session: session.id, isBlank: random.chance(60))
    default: return aboutSteps(board, of: session)
    }
  }

  private mutating func addSession(_ board: any BoardAccess) -> AddSession {
    AddSession(title: text(), steps: (0..<3).map { _ in plan(board) })
  }

  private mutating func plan(_ board: any BoardAccess) -> StepPlan {
    let rights = StepRight(role: .participant, deeds: StepDeed.allCases.filter { _ in random.chance(80) })
    return StepPlan(
      title: text(), instruction: random.chance(50) ? text() : "", minutes: roll(40),
      kind: choose(StepPlan.Kind.allCases) ?? .work, stages: random.chance(30) ? [stage()] : [],
      challenges: [random.chance(30) ? choose(board.all(Challenge.self))?.id : nil].compactMap(\.self),
      naming: choose(Naming.allCases) ?? .named, hidesOrganisations: random.chance(20),
      isHardStop: random.chance(20), rights: random.chance(30) ? [rights] : [])
  }

  private mutating func aboutSteps(_ board: any BoardAccess, of session: Session) -> (any IdeaPipeline.Operation)? {
    let agenda = board.agenda(of: session.id)
    if roll(8) == 0 { return AddStep(session: session.id, plan: plan(board), before: choose(agenda)?.id) }
    if let paused = agenda.first(where: { $0.state == .paused }), random.chance(30) {
      return ResumeStep(step: paused.id, moment: moment())
    }
    let isAny = roll(3) == 0
    guard let step = choose(agenda, { isAny || $0.isCurrent }) ?? agenda.first else { return nil }
    switch roll(13) {
    case 0: return EditStep(step: step.id, plan: random.chance(20) ? step.plan : plan(board))
    case 1: return MoveStep(step: step.id, before: choose(agenda)?.id)
    case 2, 3, 4: return choose(agenda, { !$0.isCurrent }).map { StartStep(step: $0.id, moment: moment()) }
    case 5, 6: return PauseStep(step: step.id, moment: moment())
    case 7: return ExtendStep(step: step.id, minutes: roll(30) - 10)
    case 8:
      return choose(agenda, { $0.state == .planned || $0.state == .skipped }).map {
        SkipStep(step: $0.id, isSkipped: $0.state != .skipped)
      }
    case 9, 10: return choose(agenda, { $0.plan.isPrivate }).map { RevealStep(step: $0.id, shuffle: roll(1_000)) }
    default: return MarkReady(step: step.id, isReady: random.chance(70))
    }
  }

  /// What else goes on in the room.
  mutating func aboutRoom(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    if let request = help(board, .arrived), random.chance(40) { return closing(request) }
    if let request = help(board, .claimed), random.chance(80) {
      return ArriveToHelp(request: request.id, moment: moment())
    }
    switch roll(13) {
    case 0:
      return choose(board.all(Session.self), { $0.state == .open }).map {
        RaiseHand(session: $0.id, isRaised: random.chance(60), whose: random.chance(20) ? person(board) : nil)
      }
    case 1, 2: return AskForHelp(topic: text(), moment: moment())
    case 3, 12: return help(board, .waiting).map { ClaimHelp(request: $0.id, moment: moment()) }
    case 4 where random.chance(30):
      return help(board, .claimed).map { ClaimHelp(request: $0.id, moment: moment(), isClaimed: false) }
    case 5: return help(board, .claimed).map { ArriveToHelp(request: $0.id, moment: moment()) }
    case 6: return help(board, .arrived).map { closing($0) }
    case 7, 8: return addAction(board)
    case 9: return choose(board.all(Action.self)).map { editing($0, board) }
    case 10: return choose(board.all(Action.self)).map { setting($0) }
    default: return aboutTeams(board)
    }
  }

  private mutating func help(_ board: any BoardAccess, _ state: HelpRequest.State) -> HelpRequest? {
    choose(board.all(HelpRequest.self)) { $0.state == state }
  }

  private mutating func closing(_ request: HelpRequest) -> CloseHelp {
    CloseHelp(request: request.id, note: random.chance(60) ? text() : nil, moment: moment())
  }

  private mutating func addAction(_ board: any BoardAccess) -> AddAction {
    let subjects: [Action.Subject?] = [
      .board, choose(board.all(Challenge.self)).map { .challenge($0.id) }, idea(board).map { .idea($0.id) },
    ]
    return AddAction(
      text: text(), subject: choose(subjects.compactMap(\.self)) ?? .board,
      owner: random.chance(60) ? person(board) : nil, team: random.chance(30) ? choose(board.all(Team.self))?.id : nil,
      due: random.chance(50) ? (random.chance(90) ? "2026-12-01" : "soon") : nil)
  }

  private mutating func editing(_ action: Action, _ board: any BoardAccess) -> EditAction {
    EditAction(
      action: action.id, text: text(), owner: person(board), team: nil, due: random.chance(90) ? nil : "2026-13-01")
  }

  private mutating func setting(_ action: Action) -> SetActionState {
    let old = seen(action.state, otherwise: .dropped)
    return SetActionState(action: action.id, old: old, new: choose(Action.State.allCases, { $0 != old }) ?? .done)
  }

  private mutating func aboutTeams(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    guard let team = choose(board.all(Team.self)) else { return nil }
    if random.chance(40) { return SetSeats(team: team.id, seats: random.chance(80) ? roll(3) : nil) }
    return JoinTeam(team: random.chance(80) ? team.id : nil, person: random.chance(30) ? person(board) : nil)
  }

  /// Whether it is posted without a name: mostly where none are kept.
  public mutating func goesWithoutName(_ operation: any IdeaPipeline.Operation, on board: any BoardAccess) -> Bool {
    guard operation is PostIdea || operation is PostComment else { return false }
    return random.chance(board.currentStep?.plan.naming == .sealed ? 80 : 10)
  }
}
