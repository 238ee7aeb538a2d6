import IdeaPipeline

/// Why what belongs to a session cannot be done now.
extension AppState {
  /// Of commands that are about the session itself.
  func reasonInRoom(_ command: Command) -> String? {
    guard let board else { return "Open a board first: choose one and press Enter." }
    switch command {
    case .whereWeAre:
      return board.room == nil
        ? "No session is open now: a facilitator opens one. Ideas can be posted all the same." : nil
    case .ownPosts:
      return board.sealed.shown.isEmpty
        ? "You have posted nothing without a name in this visit. What has your name: press \(label(.filter)) and type is:mine."
        : nil
    case .askForHelp, .joinTeam: return reasonAgainstWriting
    case .scribe: return reasonAgainstWriting ?? reasonAgainstScribing
    default: break
    }
    if let reason = reasonAgainstWriting { return reason }
    guard let room = board.room else { return "No session is open now: a facilitator opens one." }
    guard command == .ready, room.step == nil else { return nil }
    return "No step is running now: you can say that you are ready once one is."
  }

  /// Notes are entered with the names of those who wrote them.
  private var reasonAgainstScribing: String? {
    guard let board else { return nil }
    if board.role < .coach {
      return "Coaches and facilitators enter notes for others; you write with \(label(.newIdea))."
    }
    guard board.room?.naming == .sealed else { return reasonInStep(.newIdea) }
    return
      "No names are kept in this step, and notes are entered with one. Without it: \(label(.newIdea)) writes an idea."
  }

  /// What has no name can be written anew and withdrawn; everything else would need a name.
  func reasonAgainstSealed(_ command: Command) -> String? {
    guard let row = board?.current, board?.sealed[row.id] != nil, [.tags, .coAuthors, .links].contains(command) else {
      return nil
    }
    return "\(row.name) has no name: \(label(.edit)) changes its text, \(label(.withdraw)) withdraws it."
  }

  /// Of commands that the step the room is in keeps people from.
  func reasonInStep(_ command: Command) -> String? {
    guard let board, let step = board.room?.step, let deed = command.stepDeed else { return nil }
    let title = step.plan.title
    if deed == .comment, step.plan.isPrivate {
      return "In “\(title)” everyone writes alone: comments come after the reveal."
    }
    guard !step.plan.allows(deed, board.role) else { return nil }
    return "“\(title)” is not for \(deed.gerund): it can be done in another step, or a facilitator allows it."
  }
}

extension Command {
  /// What a step can keep people from that this does.
  fileprivate var stepDeed: StepDeed? {
    switch self {
    case .newIdea, .buildOn: .post
    case .comment: .comment
    case .giveDot, .takeBackDot, .agree, .disagree, .pass: .vote
    case .advance, .sendBack: .advance
    case .edit, .tags, .coAuthors, .links, .withdraw: .edit
    case .worksheet: .answer
    default: nil
    }
  }
}
