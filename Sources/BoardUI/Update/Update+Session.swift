import CellGrid
import IdeaPipeline

extension AppState {
  /// What a command does on the session screen; nil where that is what it does everywhere.
  mutating func performOnSession(_ command: Command) -> [Effect]? {
    switch command {
    case .up: moveInSession(by: -1)
    case .down: moveInSession(by: 1)
    case .pageUp: moveInSession(by: -8)
    case .pageDown: moveInSession(by: 8)
    case .first: moveInSession(by: -.max / 2)
    case .last: moveInSession(by: .max / 2)
    case .left, .previousPane: goToPart(by: -1)
    case .right, .nextPane: goToPart(by: 1)
    case .open: return openInSession()
    case .back, .quit, .session: board?.session = nil
    case .helpQueue where board?.session?.part == .help: board?.session = nil
    case .actions where board?.session?.part == .actions: board?.session = nil
    default: return nil
    }
    return []
  }

  /// What the commands of a session do, wherever they are asked for.
  mutating func performInSession(_ command: Command) -> [Effect] {
    switch command {
    case .session: openSession(.agenda)
    case .helpQueue: openSession(.help)
    case .actions: openSession(.actions)
    case .planSession: return openForm(.planSession)
    case .addStep: return openNewStep()
    case .editStep: if let step = board?.selectedStep { return openForm(.editStep(step)) }
    case .openRound: return openOrCloseRound()
    case .broadcast:
      if let room = board?.room { return openForm(.broadcast(room.session, isShown: room.line != nil)) }
    case .addAction: return openNewAction()
    case .openSession:
      if let session = board?.shownSession?.session.id { return submit([OpenSession(session: session)]) }
    case .closeSession: return askToClose()
    case .takeOver: return askToTakeOver()
    default: return runRoom(command)
    }
    return []
  }

  /// Shows the session screen, or goes to another part of it.
  private mutating func openSession(_ part: SessionScreen.Part) {
    board?.entry = nil
    board?.loads.invalidate([.sessions, .teams, .actions, .present, .people])
    if board?.session == nil { board?.session = SessionScreen() }
    board?.session?.part = part
  }

  /// What changes the room with a single key.
  private mutating func runRoom(_ command: Command) -> [Effect] {
    guard let board else { return [] }
    switch command {
    case .startStep: return start(board.stepToStart)
    case .skipStep:
      if let step = board.selectedStep { return submit([SkipStep(step: step.id, isSkipped: step.state != .skipped)]) }
    case .reveal: if let step = board.selectedStep { return submit([RevealStep(step: step.id, shuffle: 0)]) }
    case .moveStepUp: return moveStep(up: true)
    case .moveStepDown: return moveStep(up: false)
    case .pauseStep, .moreMinutes, .fewerMinutes: if let step = board.room?.step { return time(step, command) }
    case .spotlight: return setSpotlight()
    case .blankWall:
      if let room = board.room { return submit([BlankWall(session: room.session, isBlank: !room.isWallBlank)]) }
    default: break
    }
    return []
  }

  private mutating func time(_ step: AgendaStep, _ command: Command) -> [Effect] {
    switch command {
    case .moreMinutes: submit([ExtendStep(step: step.id, minutes: 5)])
    case .fewerMinutes: submit([ExtendStep(step: step.id, minutes: -5)])
    default:
      step.state == .paused
        ? submit([ResumeStep(step: step.id, moment: moment)]) : submit([PauseStep(step: step.id, moment: moment)])
    }
  }

  private mutating func setSpotlight() -> [Effect] {
    guard let board, let room = board.room, let row = board.current else { return [] }
    let isOn = room.spotlight?.idea == row.id
    return submit([SetSpotlight(session: room.session, idea: isOn ? nil : row.id)])
  }

  private mutating func moveStep(up: Bool) -> [Effect] {
    guard let board, let step = board.selectedStep else { return [] }
    let agenda = board.shownAgenda
    guard let place = agenda.firstIndex(where: { $0.id == step.id }) else { return [] }
    guard agenda.indices.contains(place + (up ? -1 : 1)) else {
      say(.answer, up ? "It is the first step already." : "It is the last step already.")
      return []
    }
    keepBar(on: step.id)
    let next = up ? agenda[place - 1].id : agenda.indices.contains(place + 2) ? agenda[place + 2].id : nil
    return submit([MoveStep(step: step.id, before: next)])
  }

  private mutating func keepBar(on step: StepID?) { if board?.session != nil { board?.session?.step = step } }

  private mutating func openNewStep() -> [Effect] {
    guard let board, let session = board.shownSession?.session.id ?? board.room?.session else { return [] }
    let agenda = board.shownAgenda
    let place = agenda.firstIndex { $0.id == board.selectedStep?.id }
    let next = place.flatMap { agenda.indices.contains($0 + 1) ? agenda[$0 + 1].id : nil }
    return openForm(.addStep(session, before: next))
  }
}

// MARK: - Starting, with what stands in the way of going on

extension AppState {
  /// Starts a step. Asks first where that leaves private posts behind, or runs a step again.
  mutating func start(_ step: AgendaStep?) -> [Effect] {
    guard let board, let step else { return [] }
    if board.hasUnrevealed, let current = board.room?.step { return askToReveal(current, before: step) }
    if step.state == .done {
      return ask(
        "Run “\(step.plan.title)” again?", "It was run before; what was done in it stays as it is.",
        [("Run it again", .start(step.id), "y")])
    }
    return carryOut(.start(step.id))
  }

  private mutating func askToReveal(_ current: AgendaStep, before next: AgendaStep) -> [Effect] {
    ask(
      "\(board?.unrevealedWords ?? "").", "“\(next.plan.title)” comes next. What stays private can be revealed later.",
      [
        ("Reveal and go on", .revealAndStart(current.id, next.id), "r"),
        ("Go on, keep them private", .start(next.id), "g"),
      ])
  }

  private mutating func askToClose() -> [Effect] {
    guard let board, let room = board.room else { return [] }
    var options: [(String, SessionDeed, Character)] = []
    if board.hasUnrevealed, let step = room.step {
      options.append(("Reveal them and close", .revealAndClose(step.id, room.session), "r"))
    }
    options.append((options.isEmpty ? "Close it" : "Close, keep them private", .close(room.session), "y"))
    var words = board.hasUnrevealed ? "\(board.unrevealedWords). " : ""
    if board.round?.round.isBlind == true { words += "A round is open and stays so. " }
    return ask("Close session \(room.number) “\(room.title)”?", words + "It can be opened again.", options)
  }

  private mutating func askToTakeOver() -> [Effect] {
    guard let room = board?.room else { return [] }
    guard let lead = room.lead else { return submit([TakeOverSession(session: room.session)]) }
    return ask(
      "Take over from \(lead.name)?", "You run the room from then on. Everybody is told.",
      [("Take over", .takeOver(room.session), "y")])
  }

  /// Closes the round that is open, or asks for what a new one needs.
  private mutating func openOrCloseRound() -> [Effect] {
    guard let row = board?.round, row.round.isBlind else { return openForm(.openRound) }
    return ask(
      "Close round \(row.round.number) “\(row.round.title)”?",
      "\(row.done) of \(row.voters) are done. Everybody sees the results then.",
      [("Close it and show the results", .closeRound(row.round.id), "y")])
  }

  /// A question with a few answers; the last one leaves everything as it is.
  mutating func ask(_ title: String, _ words: String, _ options: [(String, SessionDeed, Character)]) -> [Effect] {
    let choices = options.map { Menu.Option(words: $0.0, choice: .session($0.1), letter: $0.2) }
    let stay = Menu.Option(words: "Leave it as it is", choice: .stay)
    overlays.append(.menu(Menu(title: title, words: words, options: choices + [stay])))
    notice = nil
    return []
  }

  /// Does what was chosen.
  mutating func carryOut(_ deed: SessionDeed) -> [Effect] {
    switch deed {
    case .start(let step):
      keepBar(on: nil)
      return submit([StartStep(step: step, moment: moment)])
    case .revealAndStart(let step, let next):
      keepBar(on: nil)
      return submit([RevealStep(step: step, shuffle: 0), StartStep(step: next, moment: moment)])
    case .close(let session): return submit([CloseSession(session: session, moment: moment)])
    case .revealAndClose(let step, let session):
      return submit([RevealStep(step: step, shuffle: 0), CloseSession(session: session, moment: moment)])
    case .takeOver(let session): return submit([TakeOverSession(session: session)])
    case .open(let session): return submit([OpenSession(session: session)])
    case .show(let session):
      board?.session?.chosen = session
      board?.session?.step = nil
      board?.session?.part = .agenda
      return []
    case .closeRound(let round):
      let effects = submit([CloseRound(round: round)])
      openRounds()
      return effects
    default: return carryOutForPeople(deed)
    }
  }
}
