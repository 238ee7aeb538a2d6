import CellGrid
import IdeaPipeline

extension AppState {
  /// What a command does on the board; nil where that is what it does everywhere.
  mutating func performOnBoard(_ command: Command) -> [Effect]? {
    guard var board else { return nil }
    let page = max(1, boardLayout.visible)
    switch command {
    case .up: board.move(by: -1)
    case .down: board.move(by: 1)
    case .pageUp: board.move(by: -page)
    case .pageDown: board.move(by: page)
    case .first: board.select(place: 0)
    case .last: board.select(place: .max)
    case .left: board.go(to: board.stage.previous)
    case .right: board.go(to: board.stage.next)
    case .nextPane: board.go(to: board.stage.next ?? .empathise)
    case .previousPane: board.go(to: board.stage.previous ?? .test)
    case .open: return openSelected()
    case .mark:
      mark()
      return []
    case .filter: board.entry = .filter(TextBuffer(board.filter.text, limit: 200))
    case .back: return leaveBoard(clearingFilter: true)
    case .quit: return leaveBoard(clearingFilter: false)
    default: return nil
    }
    self.board = board
    return []
  }

  private mutating func openSelected() -> [Effect] {
    guard let row = board?.list.selectedRow else {
      say(.answer, reason(against: .comment) ?? "There is no idea here yet.")
      return []
    }
    open(IdeaScreen(row, detail: board?.preview?.row.id == row.id ? board?.preview : nil))
    return []
  }

  /// Opens an idea over the lists.
  mutating func open(_ opened: IdeaScreen) {
    var idea = opened
    if !idea.trail.isEmpty, idea.cameFrom == nil { idea.cameFrom = board?.idea?.cameFrom }
    board?.idea = idea
    board?.entry = nil
    board?.session = nil
    // It may have been read for the preview already; then that would count as known.
    if idea.detail == nil { board?.loads.invalidate([.idea]) }
    if let id = idea.row?.id { board?.seen.insert(id) }
  }

  /// Goes to an idea that some list names, from wherever one is; Esc comes back there.
  mutating func go(to id: IdeaID, comment: Int? = nil, from search: SearchList? = nil) {
    let here = board?.idea
    var idea = board?.row(id).map { IdeaScreen($0) } ?? IdeaScreen(reference: .id(id), trail: [])
    idea.trail = here.map { $0.row?.id == id ? $0.trail : $0.trail + [$0.reference] } ?? []
    idea.wantedComment = comment
    idea.cameFrom = search
    open(idea)
  }

  /// Goes to an idea by the number people say.
  mutating func open(number: Int) {
    let known = board?.lists.lazy.flatMap(\.rows).first { $0.number == number }
    open(known.map { IdeaScreen($0) } ?? IdeaScreen(number: number))
  }

  private mutating func leaveBoard(clearingFilter: Bool) -> [Effect] {
    if clearingFilter, board?.marks.isEmpty == false {
      board?.marks = Marks()
      return []
    }
    if clearingFilter, board?.filter.isEmpty == false {
      setFilter("")
      return []
    }
    guard surroundings.hasLobby, let board else {
      // Esc goes back a level, and here is none: whoever presses it once too often is not asked to go.
      guard clearingFilter else { return askToLeave() }
      say(.answer, "This is the board itself; \(keymap.label(.quit) ?? "q") leaves.")
      return []
    }
    screen = .lobby(Lobby())
    notice = nil
    return [.markVisited(seq: board.seq), .closeBoard, .loadBoards]
  }

  /// Narrows the lists. The selection stays where its idea is still listed.
  mutating func setFilter(_ text: String) {
    guard var board, board.filter.text != text else { return }
    board.filter = IdeaFilter(text, now: now)
    for stage in Stage.allCases { board[list: stage].forget() }
    board.filteredCounts = [:]
    board.invalidateLists()
    if let stage = board.filter.stage { board.stage = stage }
    self.board = board
  }
}

extension OpenBoard {
  mutating func move(by rows: Int) {
    following = nil
    list.select(place: (list.place ?? 0) + rows)
  }

  mutating func select(place: Int) {
    following = nil
    list.select(place: place)
  }

  mutating func go(to stage: Stage?) {
    following = nil
    if let stage { self.stage = stage }
  }
}

// MARK: - The line above the footer

extension AppState {
  /// Begins to type a number where a digit has no meaning of its own.
  mutating func beginNumber(_ digit: Character) -> Bool {
    guard digit.isASCII, digit.isNumber, digit != "0", keymap.command(for: .character(digit)) == nil else {
      return false
    }
    if case .lobby = screen {
      selectBoard(number: digit.wholeNumberValue ?? 0)
      return true
    }
    notice = nil
    board?.entry = .number(String(digit))
    return true
  }

  mutating func press(_ key: Key, in entry: ListEntry) -> [Effect] {
    switch entry {
    case .number(let digits): return press(key, digits)
    case .filter(let buffer): return press(key, buffer)
    }
  }

  private mutating func press(_ key: Key, _ digits: String) -> [Effect] {
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      if digits.count < 7 { board?.entry = .number(digits + String(digit)) }
    case .backspace:
      board?.entry = digits.count > 1 ? .number(String(digits.dropLast())) : nil
    case .enter:
      board?.entry = nil
      if let number = Int(digits) { open(number: number) }
    case .escape: board?.entry = nil
    default:
      board?.entry = nil
      return pressOnScreen(key)
    }
    return []
  }

  private mutating func press(_ key: Key, _ buffer: TextBuffer) -> [Effect] {
    var buffer = buffer
    switch key {
    case .escape:
      board?.entry = nil
      setFilter("")
    case .enter: if buffer.excess == 0 { board?.entry = nil }
    case .tab:
      board?.entry = nil
      openSearch(buffer.text)
    case .up, .down, .pageUp, .pageDown:
      return keymap.command(for: key).flatMap { performOnBoard($0) } ?? []
    default:
      _ = buffer.handle(key)
      board?.entry = .filter(buffer)
      // What is too long stays to be shortened; meanwhile the lists are as they were.
      if buffer.excess == 0 { setFilter(buffer.text) }
    }
    return []
  }
}
