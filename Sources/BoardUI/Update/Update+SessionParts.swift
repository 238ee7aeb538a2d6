import CellGrid
import IdeaPipeline

/// Moving about the session screen, and what can be done with what is in its lists.
extension AppState {
  /// The parts one can go to: the room stands beside the agenda where there is room for both.
  var sessionParts: [SessionScreen.Part] {
    SessionScreen.Part.allCases.filter { $0 != .room || !SessionLayout(frame.body).isWide }
  }

  mutating func goToPart(by steps: Int) {
    let parts = sessionParts
    guard let part = board?.session?.part else { return }
    let place = (parts.firstIndex(of: part) ?? 0) + steps
    board?.session?.part = parts[(place + parts.count) % parts.count]
  }

  /// Moves the bar of the part that has the keys.
  mutating func moveInSession(by rows: Int) {
    guard let place = placeInSession else { return }
    selectInSession(place: place.place + rows)
  }

  /// Where the bar is in the part that has the keys, and how many there are.
  private var placeInSession: (place: Int, count: Int)? {
    guard let board, let screen = board.session else { return nil }
    switch screen.part {
    case .agenda, .room: return place(of: board.selectedStep?.id, in: board.shownAgenda.map(\.id))
    case .help: return place(of: board.selectedHelp?.request.id, in: board.room?.help.map(\.request.id) ?? [])
    case .teams: return place(of: board.selectedTeamSpot, in: board.teamSpots)
    case .actions: return place(of: board.selectedAction?.action.id, in: (board.actions ?? []).map(\.action.id))
    case .sessions: return place(of: board.selectedSession?.session.id, in: (board.sessions ?? []).map(\.session.id))
    }
  }

  private func place<ID: Equatable>(of id: ID?, in ids: [ID]) -> (place: Int, count: Int)? {
    ids.isEmpty ? nil : (ids.firstIndex { $0 == id } ?? 0, ids.count)
  }

  /// Puts the bar of the part with the keys on a place, or on the nearest there is.
  mutating func selectInSession(place wanted: Int) {
    guard let board, var screen = board.session, let count = placeInSession?.count else { return }
    let place = min(max(0, wanted), count - 1)
    switch screen.part {
    case .agenda, .room: screen.step = board.shownAgenda[place].id
    case .help: screen.help = board.room?.help[place].request.id
    case .teams: screen.team = board.teamSpots[place]
    case .actions: screen.action = board.actions?[place].action.id
    case .sessions: screen.session = board.sessions?[place].session.id
    }
    self.board?.session = screen
  }

  /// What Enter does with what has the bar.
  mutating func openInSession() -> [Effect] {
    guard let board, let screen = board.session else { return [] }
    switch screen.part {
    case .agenda, .room:
      if board.shownAgenda.isEmpty || !board.showsOpenSession { return openShownSession() }
      return run(.startStep)
    case .help: if let help = board.selectedHelp { return offer(help) }
    case .teams: if let spot = board.selectedTeamSpot { return offer(spot) }
    case .actions:
      guard let action = board.selectedAction else { return run(.addAction) }
      return offer(action)
    case .sessions:
      guard let row = board.selectedSession else { return run(.planSession) }
      return offer(row)
    }
    return []
  }

  /// Of an agenda nobody runs, Enter begins its session.
  private mutating func openShownSession() -> [Effect] {
    guard let row = board?.shownSession, board?.room == nil else {
      return run(board?.shownSession == nil ? .planSession : .addStep)
    }
    return offer(row)
  }

  private mutating func offer(_ row: SessionRow) -> [Effect] {
    let session = row.session
    let shows = board?.shownSession?.session.id == session.id && board?.session?.part == .agenda
    var options: [Menu.Option] = []
    if !shows {
      options.append(Menu.Option(words: "Show its agenda", choice: .session(.show(session.id)), letter: "a"))
    }
    if session.state != .open {
      let reason = board?.room.map {
        "Session \($0.number) “\($0.title)” is open: \(label(.closeSession)) closes it first."
      }
      let role = board?.role == .facilitator ? nil : "Only a facilitator opens a session."
      options.append(
        Menu.Option(
          words: session.state == .closed ? "Open it again" : "Open it: the session begins",
          choice: .session(.open(session.id)), reason: role ?? reason, letter: "o"))
    }
    return show("Session \(session.number) “\(session.title)”", options)
  }

  private mutating func show(_ title: String, _ options: [Menu.Option], words: String = "") -> [Effect] {
    let stay = Menu.Option(words: "Leave it as it is", choice: .stay)
    overlays.append(.menu(Menu(title: title, words: words, options: options + [stay])))
    notice = nil
    return []
  }
}

// MARK: - Help, teams, actions

extension AppState {
  private mutating func offer(_ help: HelpRequestView) -> [Effect] {
    let request = help.request
    let role = board?.role ?? .observer
    let mayGiveBack = help.isMine || role == .facilitator
    func option(_ words: String, _ deed: SessionDeed, _ letter: Character, _ reason: String?) -> Menu.Option {
      Menu.Option(words: words, choice: .session(deed), reason: reasonAgainstWriting ?? reason, letter: letter)
    }
    let taken = "Somebody helps with it already: choose another request."
    let notYours = "Only who comes, or a facilitator, says so."
    var options: [Menu.Option] = []
    switch request.state {
    case .waiting:
      let own = request.asker == board?.viewer?.id ? "You asked for this help yourself: somebody else comes." : nil
      options = [option("I am coming: claim it", .claim(request.id), "c", own)]
    case .claimed:
      options = [
        option("I am there", .arrive(request.id), "i", mayGiveBack || help.isOwn ? nil : notYours),
        option("Claim it", .claim(request.id), "c", taken),
      ]
    case .arrived: break
    case .closed:
      return show(
        "Request \(request.number) “\(request.topic)”", [], words: request.note.map { "Note: \($0)" } ?? "It is closed."
      )
    }
    if request.state != .waiting {
      options.append(option("Give it back to the queue", .giveBack(request.id), "b", mayGiveBack ? nil : notYours))
    }
    let mayClose = mayGiveBack || help.isOwn
    options.append(option("Close it, with a note …", .closeHelp(request.id), "n", mayClose ? nil : notYours))
    return show("Request \(request.number) “\(request.topic)”", options, words: SessionPhrases.whoseHelp(help))
  }

  private mutating func offer(_ spot: SessionScreen.TeamSpot) -> [Effect] {
    guard let board else { return [] }
    let onlyFacilitators = board.role == .facilitator ? nil : "Only a facilitator does that."
    switch spot {
    case .perspective(let name): return carryOut(.invite(name))
    case .waiting(let person, let team):
      guard let row = board.teams?.first(where: { $0.team.id == team }),
        let waiting = row.waiting.first(where: { $0.id == person })
      else { return [] }
      return show(
        "\(waiting.name) waits for a seat",
        [
          Menu.Option(
            words: "Give \(waiting.name) a seat in \(row.team.name)", choice: .session(.promote(person, team)),
            reason: onlyFacilitators, letter: "y")
        ])
    case .team(let id):
      guard let row = board.teams?.first(where: { $0.team.id == id }) else { return [] }
      let isOwn = row.members.contains { $0.id == board.viewer?.id }
      let waits = row.waiting.contains { $0.id == board.viewer?.id }
      let join = waits ? "Leave the waiting list" : isOwn ? "Leave this team" : "Join this team"
      return show(
        "\(row.team.name): \(Phrases.count(row.members.count, "person", "people"))",
        [
          Menu.Option(
            words: join, choice: .session(.join(isOwn || waits ? nil : id)), reason: reasonAgainstWriting, letter: "j"),
          Menu.Option(
            words: "Change its seats …", choice: .session(.seats(id)), reason: onlyFacilitators, letter: "s"),
        ], words: row.members.map(\.name).joined(separator: ", "))
    }
  }

  private mutating func offer(_ row: ActionRow) -> [Effect] {
    let action = row.action
    let others = Action.State.allCases.filter { $0 != action.state }
    let reason =
      reasonAgainstWriting ?? (row.mayChange ? nil : "It is not yours or your team’s. A coach or a facilitator can.")
    let states = others.map { state in
      Menu.Option(
        words: SessionPhrases.deed(state), choice: .session(.mark(action.id, state)), reason: reason,
        letter: SessionPhrases.letter(state))
    }
    let edit = Menu.Option(words: "Edit it …", choice: .session(.edit(action.id)), reason: reason, letter: "e")
    return show("Action \(action.number)", states + [edit], words: action.text)
  }

  /// What is done about people and their things.
  mutating func carryOutForPeople(_ deed: SessionDeed) -> [Effect] {
    switch deed {
    case .claim(let request): return submit([ClaimHelp(request: request, moment: moment)])
    case .arrive(let request): return submit([ArriveToHelp(request: request, moment: moment)])
    case .giveBack(let request): return submit([ClaimHelp(request: request, moment: moment, isClaimed: false)])
    case .closeHelp(let request):
      let topic = board?.room?.help.first { $0.request.id == request }?.request.topic ?? ""
      return openForm(.closeHelp(request, topic: topic))
    case .join(let team): return submit([JoinTeam(team: team)])
    case .promote(let person, let team): return submit([JoinTeam(team: team, person: person)])
    case .seats(let team):
      if let row = board?.teams?.first(where: { $0.team.id == team }) { return openForm(.seats(row.team)) }
    case .invite(let perspective): return invite(perspective)
    case .mark(let id, let state):
      guard let old = board?.actions?.first(where: { $0.action.id == id })?.action.state else { return [] }
      return submit([SetActionState(action: id, old: old, new: state)])
    case .edit(let id):
      if let row = board?.actions?.first(where: { $0.action.id == id }) { return openForm(.editAction(row.action)) }
    default: break
    }
    return []
  }

  /// A new action: of a perspective that is missing, an invitation; else about the idea one comes from.
  mutating func openNewAction() -> [Effect] {
    if board?.session?.part == .teams, case .perspective(let name)? = board?.selectedTeamSpot { return invite(name) }
    return openForm(.addAction(about: board?.current.map { Composer.Subject($0) }))
  }

  private mutating func invite(_ perspective: String) -> [Effect] {
    let place = board?.summary.perspectives.firstIndex(of: perspective) ?? 0
    return openForm(.invite(perspective, place: place))
  }
}
