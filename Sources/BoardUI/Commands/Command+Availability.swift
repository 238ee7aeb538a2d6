import IdeaPipeline

extension AppState {
  /// Where the keys go.
  public var commandPlace: CommandPlace {
    for overlay in overlays.reversed() {
      switch overlay {
      case .composer, .checklist, .prompt, .clash, .merge, .scribe, .form: return .writing
      case .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams: continue
      }
    }
    return screenPlace
  }

  /// The screen beneath whatever lies over it.
  var screenPlace: CommandPlace {
    guard let board else { return .lobby }
    if board.session != nil { return .session }
    return board.idea == nil ? .board : .idea
  }

  /// Why a command cannot be used now, as a sentence that says the way out; nil when it can.
  public func reason(against command: Command) -> String? {
    let entry = CommandTable.entry(command)
    // What a session needs can be asked for on any screen of the board, in words.
    let isOfSession = Keymap.sessionCommands.contains(command) && board != nil
    guard entry.places.contains(screenPlace) || isOfSession else {
      return reasonElsewhere(entry)
    }
    return reasonHere(command)
  }

  /// Where a command that does nothing here works, and the way there.
  private func reasonElsewhere(_ entry: CommandEntry) -> String {
    if entry.command == .editor, surroundings.isHosted {
      return "There is no editor over SSH: write here, or paste the text."
    }
    if board == nil { return "Open a board first: choose one and press \(label(.open))." }
    if entry.places == [.writing] {
      return "It works while one writes: press \(label(.newIdea)) on the board to write an idea."
    }
    if board?.session != nil { return "It is about ideas: \(label(.back)) goes back to the board." }
    return board?.idea == nil
      ? "It is about an open idea: \(label(.open)) opens the selected one."
      : "It is about the board: \(label(.back)) goes back there."
  }

  private func reasonHere(_ command: Command) -> String? {
    hasMarks && [.advance, .tags, .merge].contains(command)
      ? reasonAgainstWriting ?? (command == .merge ? reasonAgainstMerging : nil) : reasonAboutOne(command)
  }

  private func reasonAboutOne(_ command: Command) -> String? {
    switch command {
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .open, .back, .quit, .nextPane, .previousPane,
      .filter, .palette, .help, .theme, .mouse, .redraw, .leave:
      nil
    case .session, .startStep, .pauseStep, .moreMinutes, .fewerMinutes, .reveal, .skipStep, .addStep, .editStep,
      .moveStepUp, .moveStepDown, .openRound, .broadcast, .spotlight, .blankWall, .takeOver, .planSession, .openSession,
      .closeSession, .helpQueue, .actions, .addAction:
      reasonInSession(command)
    case .post, .nextField, .previousField, .keep, .editor: reasonElsewhere(CommandTable.entry(command))
    case .goToNumber, .activity, .search, .rounds:
      board == nil ? "Open a board first: choose one and press Enter." : nil
    case .suspend: surroundings.isHosted ? "There is no shell behind this screen; leave with \(label(.quit))." : nil
    case .undo: reasonAgainstWriting
    case .newIdea: reasonAgainstWriting ?? reasonInStep(command)
    case .reference: reasonWithoutIdea
    case .whereWeAre, .ready, .hand, .askForHelp, .ownPosts, .joinTeam, .scribe: reasonInRoom(command)
    case .comment, .buildOn, .edit, .tags, .coAuthors, .links, .withdraw, .mark, .merge, .outcome, .hide, .giveDot,
      .takeBackDot, .agree, .disagree, .pass, .advance, .sendBack, .worksheet:
      reasonAgainstWriting ?? reasonInStep(command) ?? reasonAgainstChanging(command)
    }
  }

  /// Of commands that change an idea, for somebody who may write.
  private func reasonAgainstChanging(_ command: Command) -> String? {
    switch command {
    case .withdraw: reasonWithoutIdea ?? reasonAgainstComment(command) ?? reasonAgainstEditing
    case .mark: reasonWithoutIdea
    case .merge: reasonAgainstMerging ?? reasonWithoutIdea ?? reasonAgainstMergingThis
    case .hide: reasonWithoutIdea ?? reasonAgainstHiding
    default: reasonAgainstTouching() ?? reasonAgainstChangingInPlay(command)
    }
  }

  /// Of commands that change an idea which is in play.
  private func reasonAgainstChangingInPlay(_ command: Command) -> String? {
    switch command {
    case .edit: reasonAgainstComment(command) ?? reasonAgainstEditing
    case .tags, .coAuthors: reasonAgainstSealed(command) ?? reasonAgainstEditingIdea
    case .links: reasonAgainstSealed(command) ?? reasonAgainstEditingIdea ?? reasonBeforeReading(command)
    case .outcome: reasonAgainstOutcome
    case .giveDot, .takeBackDot: reasonAgainstDot(command)
    case .agree, .disagree, .pass: reasonAgainstPosition
    case .advance, .sendBack: reasonAgainstMoving(command)
    case .worksheet: reasonWithoutWorksheet
    default: nil
    }
  }

  private func reasonBeforeReading(_ command: Command) -> String? {
    board?.currentDetail == nil ? "The idea is still being read: press \(label(command)) again in a moment." : nil
  }

  func label(_ command: Command) -> String { keymap.label(command) ?? CommandTable.entry(command).name }

  /// Whether the viewer may change anything on this board.
  var mayWrite: Bool { reasonAgainstWriting == nil }

  var reasonAgainstWriting: String? {
    guard let board else { return "Open a board first: choose one and press Enter." }
    if board.summary.needsUpdate {
      return "A newer Hothouse has written this board: here it can be read. To write, ask whoever looks after this "
        + "program to update it."
    }
    if board.role < .participant {
      return "You are an observer: you can read. A facilitator can make you a participant."
    }
    return nil
  }

  private var reasonWithoutIdea: String? {
    guard let board, board.current == nil else { return nil }
    if board.idea != nil { return "The idea is still being read; \(label(.back)) goes back." }
    return "There is no idea here yet: press \(label(.newIdea)) to write one."
  }

  /// Refuses what needs an idea that is in play.
  func reasonAgainstTouching() -> String? {
    guard let row = board?.current else { return reasonWithoutIdea }
    switch row.state {
    case .active: return nil
    case .unrevealed: return "\(row.name) is private until the reveal: then it can be done."
    case .withdrawn: return "\(row.name) is withdrawn: press \(label(.withdraw)) to bring it back."
    case .hidden: return "\(row.name) is hidden from everyone: \(label(.hide)) shows it again."
    case .merged:
      guard let parent = row.mergedInto else {
        return "\(row.name) was merged into another. A coach or a facilitator can take it out again."
      }
      return "\(row.name) was merged into \(parent): type \(parent) and press \(label(.open)) to go there."
    }
  }

  /// Refuses to change the comment that has the bar where it is not the viewer's to change; nil without one.
  private func reasonAgainstComment(_ command: Command) -> String? {
    guard let comment = board?.idea?.selectedComment else { return nil }
    if !comment.mayEdit {
      return "\(comment.author.words) wrote that comment: \(label(.open)) replies to it."
    }
    if comment.text != nil || (command == .withdraw && !comment.isHidden) { return nil }
    return comment.isHidden
      ? "That comment is hidden from everyone. A coach or a facilitator can show it again."
      : "That comment is withdrawn: \(label(.withdraw)) brings it back."
  }

  private var reasonAgainstEditing: String? {
    board?.idea?.selectedComment == nil ? reasonAgainstEditingIdea : nil
  }

  private var reasonAgainstEditingIdea: String? {
    guard let board, let row = board.current, board.sealed[row.id] == nil else { return nil }
    let mayEdit = board.currentDetail?.mayEdit ?? (row.isOwn || board.role == .facilitator)
    if mayEdit || row.isOwn || board.role == .facilitator { return nil }
    return "Somebody else wrote \(row.name): comment with \(label(.comment)), or build on it with \(label(.buildOn))."
  }

  private func reasonAgainstMoving(_ command: Command) -> String? {
    guard let board, let row = board.current else { return nil }
    if command == .advance, row.stage.next == nil {
      let way = board.role < .coach ? "a coach or a facilitator says" : "\(label(.outcome)) says"
      return "\(row.name) is in Test, the last stage: \(way) how it ended."
    }
    if command == .sendBack, row.stage.previous == nil {
      return "\(row.name) is in Empathise, the first stage: \(label(.advance)) advances it."
    }
    if board.currentDetail?.mayMove == false {
      return "\(row.name) is not yours or your team’s. A coach or a facilitator can move it."
    }
    return nil
  }

  private var reasonWithoutWorksheet: String? {
    guard let board, let row = board.current else { return nil }
    let guide = board.summary.guides.first { $0.stage == row.stage }
    if guide?.worksheet == nil {
      return "\(row.stage.title) asks no questions on this board: \(label(.comment)) says what you found out."
    }
    if board.currentDetail?.mayMove == false {
      return "\(row.name) is not yours or your team’s. A coach or a facilitator can answer for it."
    }
    return nil
  }

  private func reasonAgainstDot(_ command: Command) -> String? {
    guard let board, let row = board.current else { return nil }
    guard let round = board.round, round.round.isOpen else {
      return "No round is open. A facilitator can open one."
    }
    guard let budget = round.round.budget, let cap = round.round.cap else {
      return "This round asks whether you agree: press \(label(.agree)), \(label(.disagree)) or \(label(.pass))."
    }
    if let list = round.round.ballotList, !list.contains(row.id) {
      return "\(row.name) came after this round was opened; it takes no dots in it. A facilitator can open another."
    }
    let own = row.tally.ownDots
    if command == .takeBackDot {
      return own > 0 ? nil : "None of your dots is on \(row.name): \(label(.giveDot)) gives one."
    }
    if own >= cap {
      return "\(row.name) has \(cap) of your dots, the most for one idea: \(label(.takeBackDot)) takes one back."
    }
    if round.ownSpent >= budget {
      return "All \(budget) of your dots are given: \(label(.takeBackDot)) takes one back from an idea."
    }
    return nil
  }

  private var reasonAgainstPosition: String? {
    guard let board, let row = board.current else { return nil }
    guard let round = board.round?.round, round.isOpen else { return "No round is open. A facilitator can open one." }
    if round.budget != nil { return "This is a round of dots: press \(label(.giveDot)) to give one." }
    if let list = round.ballotList, !list.contains(row.id) {
      return "\(row.name) came after this round was opened; it is not on its list. A facilitator can open another."
    }
    return nil
  }
}

extension IdeaRow {
  /// How a sentence names it: its number, else its title.
  var name: String { number.map { "\($0)" } ?? "“\(title.prefix(40))”" }
}

extension TallyView {
  /// The viewer's own dots.
  var ownDots: Int {
    switch self {
    case .own(let dots, _): dots
    case .dots(_, let own): own
    case .none, .consensus: 0
    }
  }

  /// Where the viewer stands in a consensus round.
  var ownPosition: Ballot.Position? {
    switch self {
    case .own(_, let position): position
    case .consensus(_, _, _, let own): own
    case .none, .dots: nil
    }
  }
}
