import IdeaPipeline

/// Why what is done in a session cannot be done now.
extension AppState {
  func reasonInSession(_ command: Command) -> String? {
    switch command {
    case .session, .helpQueue, .actions: nil
    case .addAction: reasonAgainstWriting
    case .planSession: reasonAgainstRunning
    case .openSession: reasonAgainstRunning ?? reasonAgainstOpening
    case .addStep: reasonAgainstRunning ?? reasonWithoutAgenda
    case .editStep, .moveStepUp, .moveStepDown: reasonAgainstRunning ?? reasonWithoutAgenda ?? reasonWithoutStep
    case .startStep: reasonAgainstLeading ?? reasonWithoutStep ?? reasonAgainstStarting
    case .skipStep: reasonAgainstLeading ?? reasonWithoutStep ?? reasonAgainstSkipping
    case .reveal: reasonAgainstLeading ?? reasonWithoutStep ?? reasonAgainstRevealing
    case .pauseStep, .moreMinutes, .fewerMinutes: reasonAgainstLeading ?? reasonAgainstTiming(command)
    case .closeSession: reasonAgainstRunning ?? reasonWithoutOpen ?? reasonWithoutLead
    case .openRound: reasonAgainstRunning
    case .broadcast: reasonAgainstRunning ?? reasonWithoutOpen
    case .spotlight: reasonAgainstRunning ?? reasonWithoutOpen ?? reasonAgainstSpotlight
    case .takeOver: reasonAgainstTakingOver
    case .blankWall: reasonAgainstBlanking
    default: nil
    }
  }

  private var reasonAgainstRunning: String? {
    if let reason = reasonAgainstWriting { return reason }
    if board?.role == .facilitator { return nil }
    return "Only a facilitator runs the session. You can read all of it here."
  }

  private var reasonWithoutOpen: String? {
    board?.room == nil ? "No session is open: \(label(.session)) shows them, \(label(.openSession)) begins one." : nil
  }

  /// Of what only the facilitator does who runs the room.
  private var reasonAgainstLeading: String? {
    guard let board else { return nil }
    if let reason = reasonAgainstRunning ?? reasonWithoutOpen { return reason }
    if !board.showsOpenSession, let shown = board.shownSession {
      return "“\(shown.session.title)” is not open: \(label(.openSession)) begins it."
    }
    return reasonWithoutLead
  }

  private var reasonWithoutLead: String? {
    guard let room = board?.room, let lead = room.lead, !room.isLead else { return nil }
    return "\(lead.name) runs the room. \(label(.takeOver)) takes over, and everybody is told."
  }

  private var reasonAgainstOpening: String? {
    if let room = board?.room {
      return "Session \(room.number) “\(room.title)” is open: \(label(.closeSession)) closes it first."
    }
    return reasonWithoutAgenda
  }

  private var reasonWithoutAgenda: String? {
    guard let board, board.room == nil, board.shownSession == nil else { return nil }
    return board.sessions == nil
      ? "The sessions are still being read: \(label(.session)) shows them."
      : "No session is planned yet: \(label(.planSession)) plans one."
  }

  private var reasonWithoutStep: String? {
    board?.selectedStep == nil ? "The agenda is empty: \(label(.addStep)) adds a step." : nil
  }

  private var reasonAgainstStarting: String? {
    board?.stepToStart == nil
      ? "That was the last step: \(label(.addStep)) adds another, \(label(.closeSession)) closes the session." : nil
  }

  private var reasonAgainstSkipping: String? {
    guard let step = board?.selectedStep, ![.planned, .skipped].contains(step.state) else { return nil }
    return "“\(step.plan.title)” was started already: \(label(.startStep)) starts the next one."
  }

  private var reasonAgainstRevealing: String? {
    guard let step = board?.selectedStep else { return nil }
    if !step.plan.isPrivate {
      return "Nothing is written in private in “\(step.plan.title)”: \(label(.up)) goes to another step."
    }
    if step.runs.isEmpty { return "“\(step.plan.title)” was not started yet: \(label(.startStep)) starts it." }
    if step.revealedAt != nil, !step.isCurrent {
      return "Everyone sees what was posted in “\(step.plan.title)” already: \(label(.back)) shows it on the board."
    }
    return nil
  }

  private func reasonAgainstTiming(_ command: Command) -> String? {
    guard let step = board?.room?.step else { return "No step is running: \(label(.startStep)) starts one." }
    guard command == .fewerMinutes, let minutes = step.runs.last?.minutes, minutes < 5 else { return nil }
    return "“\(step.plan.title)” has only \(minutes) min: \(label(.startStep)) starts the next step."
  }

  private var reasonAgainstSpotlight: String? {
    guard let row = board?.current else {
      return "No idea is selected on the board: \(label(.back)) goes there."
    }
    if board?.room?.spotlight?.idea == row.id { return nil }
    return row.state == .active ? nil : reasonAgainstTouching()
  }

  private var reasonAgainstTakingOver: String? {
    guard let board else { return nil }
    if let reason = reasonAgainstWriting { return reason }
    if board.role != .facilitator, !board.summary.isOwner {
      return "Only a facilitator takes over; a facilitator runs it now."
    }
    if let reason = reasonWithoutOpen { return reason }
    return board.room?.isLead == true ? "You run the room already: \(label(.startStep)) starts the next step." : nil
  }

  private var reasonAgainstBlanking: String? {
    if let reason = reasonAgainstWriting { return reason }
    if board?.role ?? .observer < .coach { return "Only coaches and facilitators blank the wall." }
    return reasonWithoutOpen
  }
}
