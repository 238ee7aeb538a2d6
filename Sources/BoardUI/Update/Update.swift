import CellGrid
import IdeaPipeline

/// Takes one message in: changes the state and says what is to be done. Touches no terminal, clock, file or database.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  let effects = state.take(message)
  state.keepInSight()
  return effects + state.startLoads() + state.showPresence(after: message)
}

extension AppState {
  mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .tick(let moment): return tick(moment)
    case .boards(let boards): return take(boards)
    case .opened(let opening): return take(opening)
    case .notOpened(let name, let sentence): return notOpened(name, sentence)
    case .summary, .page, .idea, .recent, .found, .similar, .undoOffer, .mergePreview, .people, .rounds, .teams,
      .sessions, .actions, .present, .loadFailed:
      return takeAnswer(message)
    case .changes(let changes): return take(changes)
    case .here(let count):
      board?.here = count
      board?.loads.invalidate([.present])
      return []
    case .stirred:
      board?.loads.invalidate([.summary])
      return []
    case .submitted(let token, let receipt): return submitted(token, receipt)
    case .refused(let token, let refusal): return refused(token, refusal)
    case .notSaved(let token, let sentence): return notSaved(token, sentence)
    case .waiting(let holder):
      board?.saving.wait(for: holder)
      return []
    case .storeTrouble(let sentence):
      say(.trouble, sentence)
      return []
    case .draftsFound(let drafts): return found(drafts)
    case .edited(let text): return takeEdited(text)
    }
  }

  private mutating func tick(_ moment: HostMoment) -> [Effect] {
    let before = self.moment
    self.moment = moment
    let now = moment.wall
    if let notice, now.seconds(since: notice.since) >= notice.duration { self.notice = nil }
    guard board != nil else { return [] }
    board?.loads.retry()
    // Who has gone away shows only in what they do not do.
    if board?.session != nil, now.milliseconds / 1000 % 30 == 0 { board?.loads.invalidate([.present]) }
    if let arrivals = board?.arrivals, !arrivals.isEmpty {
      board?.arrivals = arrivals.filter { now.seconds(since: $0.value) < 6 }
    }
    return countDown(from: before)
  }

  /// Says something in the line above the footer. What others did does not push away an answer that was just given.
  mutating func say(_ kind: Notice.Kind, _ text: String) {
    if kind == .told, let notice, notice.kind != .told, now.seconds(since: notice.since) < 4 { return }
    notice = Notice(kind: kind, text: text, since: now)
  }

  mutating func take(_ boards: [BoardListing]) -> [Effect] {
    guard case .lobby(var lobby) = screen else { return [] }
    lobby.boards = boards
    if lobby.selectedIndex == nil { lobby.selected = boards.first?.name }
    screen = .lobby(lobby)
    return []
  }

  private mutating func take(_ opening: BoardOpening) -> [Effect] {
    guard case .lobby = screen else { return [] }
    screen = .board(OpenBoard(opening))
    overlays = []
    // What is wrong with the terminal or the configuration was said a moment ago, before there was a board.
    if notice?.kind != .trouble { notice = nil }
    if !opening.hasSeenStep, opening.summary.room?.step != nil { openCatchUp(isForLateJoiner: true) }
    return [.loadDrafts]
  }

  private mutating func notOpened(_ name: String, _ sentence: String) -> [Effect] {
    guard case .lobby(var lobby) = screen else { return [] }
    lobby.opening = nil
    lobby.trouble = sentence
    lobby.selected = name
    screen = .lobby(lobby)
    return lobby.boards == nil ? [.loadBoards] : []
  }
}
