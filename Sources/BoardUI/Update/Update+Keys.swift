import CellGrid

extension AppState {
  /// Takes a key to whoever has the keys: what lies on top, else the line being typed, else the screen.
  mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .resize(let size):
      self.size = size
      return []
    case .hangUp: return end()
    case .mouse(let mouse): return point(mouse)
    default: break
    }
    switch keymap.command(for: key) {
    case .leave?: return askToLeave()
    case .redraw?: return [.redraw]
    default: break
    }
    return pressWriting(key) { state in
      if let overlay = state.overlays.last { return state.press(key, in: overlay) }
      if let entry = state.board?.entry { return state.press(key, in: entry) }
      return state.pressOnScreen(key)
    }
  }

  private mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
    switch overlay {
    case .composer(let composer): press(key, in: composer)
    case .checklist(let checklist): press(key, in: checklist)
    case .prompt(let prompt): press(key, in: prompt)
    case .form(let form): press(key, in: form)
    case .merge(let picker): press(key, in: picker)
    case .rounds(let list): press(key, in: list)
    case .earlierTexts(let earlier): press(key, in: earlier)
    case .clash(let clash): press(key, in: clash)
    case .menu(let menu): press(key, in: menu)
    case .palette(let palette): press(key, in: palette)
    case .activity(let list): press(key, in: list)
    case .search(let list): press(key, in: list)
    case .help(let help): press(key, in: help)
    case .themes(let list): press(key, in: list)
    case .catchUp(let catchUp): press(key, in: catchUp)
    case .teams(let list): press(key, in: list)
    case .scribe(let scribe): press(key, in: scribe)
    }
  }

  mutating func pressOnScreen(_ key: Key) -> [Effect] {
    if let effects = answerBanner(keymap.command(for: key)) { return effects }
    if case .character(let digit) = key, beginNumber(digit) { return [] }
    if case .paste = key {
      say(.refusal, "Text is pasted into a form: press \(label(.newIdea)) to write an idea, then paste.")
      return []
    }
    let meant = screenPlace == .session ? keymap.sessionCommand(for: key) : keymap.command(for: key)
    guard let command = meant else {
      if let name = Keymap.label(key) {
        say(.refusal, "\(name) means nothing here. \(label(.help)) explains this screen.")
      }
      return []
    }
    return run(command)
  }

  /// Runs a command, or says why it cannot be run now.
  mutating func run(_ command: Command) -> [Effect] {
    if let reason = reason(against: command) {
      say(.refusal, reason)
      return []
    }
    if notice?.kind != .told { notice = nil }
    switch screenPlace {
    case .lobby: return performInLobby(command) ?? performAnywhere(command)
    case .board: return performOnBoard(command) ?? performAnywhere(command)
    case .idea: return performOnIdea(command) ?? performAnywhere(command)
    case .session: return performOnSession(command) ?? performAnywhere(command)
    case .writing: return []
    }
  }

  /// What a command does on every screen; the screens have looked at it before.
  private mutating func performAnywhere(_ command: Command) -> [Effect] {
    switch command {
    case .undo: return undoLast()
    case .palette: overlays.append(.palette(Palette()))
    case .rounds: openRounds()
    case .activity: openActivity()
    case .search: openSearch()
    case .help: overlays.append(.help(Help(place: commandPlace)))
    case .theme: chooseTheme()
    case .mouse: return toggleMouse()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .leave: return askToLeave()
    case .newIdea, .edit, .comment, .buildOn: return write(command)
    case .giveDot, .takeBackDot, .agree, .disagree, .pass: return vote(command)
    case .advance, .sendBack, .worksheet, .tags, .withdraw, .hide, .merge, .outcome, .coAuthors, .links:
      return hasMarks && [.advance, .tags, .merge].contains(command) ? changeMarked(command) : change(command)
    case .reference: return showReference()
    case .whereWeAre: openCatchUp()
    case .ready, .hand, .askForHelp: return signal(command)
    case .ownPosts: openOwnPosts()
    case .joinTeam: openTeams()
    case .scribe: openScribe()
    case .session, .startStep, .pauseStep, .moreMinutes, .fewerMinutes, .reveal, .skipStep, .addStep, .editStep,
      .moveStepUp, .moveStepDown, .openRound, .broadcast, .spotlight, .blankWall, .takeOver, .planSession, .openSession,
      .closeSession, .helpQueue, .actions, .addAction:
      return performInSession(command)
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .goToNumber, .open, .back, .quit, .nextPane,
      .previousPane, .filter, .mark, .post, .nextField, .previousField, .keep, .editor:
      break
    }
    return []
  }

  private mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    say(.answer, isMouseOn ? "The mouse points here." : "The mouse is the terminal’s: text can be selected with it.")
    return [.setMouse(on: isMouseOn)]
  }

  private mutating func showReference() -> [Effect] {
    guard let board, let row = board.current else { return [] }
    let author = row.author == .sealed || row.author == .hidden ? "" : " (\(row.author.words))"
    let line = "\(board.summary.title), idea \(row.name): \(row.title)\(author)"
    say(.answer, "\(line) · offered to the clipboard")
    return [.offerClipboard(line)]
  }

  /// Replaces what lies on top.
  mutating func setTop(_ overlay: Overlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }

  mutating func closeTop() {
    if !overlays.isEmpty { overlays.removeLast() }
  }
}
