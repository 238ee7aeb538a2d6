import IdeaPipeline

extension AppState {
  /// Takes in what was read. An answer to a question that is not asked any more is dropped.
  mutating func takeAnswer(_ message: Message) -> [Effect] {
    guard board != nil else { return [] }
    switch message {
    case .summary(let summary):
      guard finish(.summary).isEmpty == false else { return [] }
      let before = board?.room
      board?.summary = summary
      return take(room: summary.room, after: before)
    case .page(let query, let page):
      for slot in finish(.page(query)) { take(page, query, for: slot) }
    case .idea(let reference, let detail):
      return finish(.idea(reference)).reduce(into: []) { $0 += take(detail, reference, for: $1) }
    case .recent(let changes, let seq):
      if !finish(.recent(before: seq, limit: ActivityList.page)).isEmpty { take(changes, before: seq) }
    case .found(let hits, let words):
      if !finish(.search(words: words)).isEmpty { take(hits, of: words) }
    case .similar(let rows, let title):
      for slot in finish(.similar(title: title)) where slot == .near { changePicker { $0.near = rows } }
      showSimilar(rows, to: title)
    case .people(let people):
      _ = finish(.people)
      board?.people = people
    case .teams(let teams):
      _ = finish(.teams)
      board?.teams = teams
    case .rounds(let rounds):
      _ = finish(.rounds)
      take(rounds)
      changeCatchUp { $0.rounds = rounds }
    case .sessions(let sessions):
      _ = finish(.sessions)
      board?.sessions = sessions
    case .actions(let actions):
      _ = finish(.actions)
      board?.actions = actions
    case .present(let present):
      _ = finish(.present)
      board?.present = present
    case .mergePreview(let votes, let ideas, let parent):
      if !finish(.mergePreview(ideas, into: parent)).isEmpty { take(votes, of: ideas, into: parent) }
    case .undoOffer(let offer):
      _ = finish(.undoOffer)
      take(offer)
    case .loadFailed(let load, let sentence):
      board?.loads.fail(load)
      if load == .undoOffer { board?.isLookingBack = false }
      say(.trouble, sentence)
    default: break
    }
    return []
  }

  private mutating func finish(_ load: Load) -> [Loads.Slot] { board?.loads.finish(load) ?? [] }

  private mutating func take(_ page: IdeaPage, _ query: IdeaQuery, for slot: Loads.Slot) {
    if slot == .candidates { return changePicker { $0.found = page.rows } }
    if slot == .top { return changeCatchUp { $0.ideas = page.rows } }
    guard var board else { return }
    board.marks.refresh(page.rows)
    switch slot {
    case .own: board.ownIdeas = page.total
    case .count(let stage): if board.matches(query, stage) { board.filteredCounts[stage] = page.total }
    case .list(let stage):
      guard board.matches(query, stage) else { break }
      let arrived = board[list: stage].take(page, offset: query.offset)
      board.filteredCounts[stage] = page.total
      for id in arrived where board.row(id)?.isOwn == false { board.arrivals[id] = now }
      if let id = board.following, board[list: stage].rows.contains(where: { $0.id == id }) {
        board[list: stage].selected = id
        if board.idea == nil { board.stage = stage }
        board.following = nil
      }
    default: break
    }
    self.board = board
  }

  private mutating func take(_ detail: IdeaDetail?, _ reference: IdeaReference, for slot: Loads.Slot) -> [Effect] {
    switch slot {
    case .following: follow(detail)
    case .marked: markAgain(detail?.row)
    case .numbered: changePicker { $0.numbered = detail?.row }
    default:
      if let idea = board?.idea, idea.reference == reference { return show(detail) }
      guard let detail else { return [] }
      board?.preview = detail
      fillChecklist(from: detail)
    }
    return []
  }

  /// Goes to the stage of an idea of one's own that was just posted.
  private mutating func follow(_ detail: IdeaDetail?) {
    guard var board else { return }
    guard let detail, board.idea == nil, !board.filter.narrows else {
      board.following = nil
      self.board = board
      return
    }
    board.stage = detail.row.stage
    self.board = board
  }

  /// Shows the open idea as it is now, or says that there is none.
  private mutating func show(_ detail: IdeaDetail?) -> [Effect] {
    guard var board, var idea = board.idea else { return [] }
    guard let detail else {
      board.idea = nil
      let place = board.resuming
      board.resuming = nil
      self.board = board
      if let place, let effects = rescue(place) { return effects }
      let name = if case .number(let number) = idea.reference { "idea \(number)" } else { "such idea" }
      say(.refusal, "There is no \(name) on this board, or it is not for you to see.")
      return []
    }
    idea.detail = detail
    idea.row = detail.row
    idea.pointAtWantedComment()
    board.idea = idea
    board.seen.insert(detail.row.id)
    self.board = board
    fillChecklist(from: detail)
    guard let place = board.resuming, place.idea == detail.row.id else { return [] }
    self.board?.resuming = nil
    return resume(place)
  }

  private mutating func showSimilar(_ rows: [IdeaRow], to title: String) {
    guard let place = overlays.lastIndex(where: { if case .composer = $0 { true } else { false } }),
      case .composer(var composer) = overlays[place], composer.purpose == .newIdea
    else { return }
    composer.show(Array(rows.prefix(3)), near: title)
    overlays[place] = .composer(composer)
  }
}

extension OpenBoard {
  /// Whether a page answers what is asked of the stage now, whichever part of the list it is.
  func matches(_ query: IdeaQuery, _ stage: Stage) -> Bool {
    var asked = self.query(for: stage)
    asked?.offset = query.offset
    asked?.limit = query.limit
    return asked == query
  }
}
