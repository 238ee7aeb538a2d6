import CellGrid

extension AppState {
  /// What a command does in the lobby; nil where that is what it does everywhere.
  mutating func performInLobby(_ command: Command) -> [Effect]? {
    guard case .lobby(var lobby) = screen else { return nil }
    let page = max(1, lobbyVisible)
    switch command {
    case .up: lobby.move(by: -1)
    case .down: lobby.move(by: 1)
    case .pageUp: lobby.move(by: -page)
    case .pageDown: lobby.move(by: page)
    case .first: lobby.move(by: -.max / 2)
    case .last: lobby.move(by: .max / 2)
    case .open: return openSelected(in: lobby)
    case .back, .quit: return askToLeave()
    default: return nil
    }
    screen = .lobby(lobby)
    return []
  }

  private mutating func openSelected(in lobby: Lobby) -> [Effect] {
    var lobby = lobby
    guard lobby.opening == nil, let listing = lobby.boards?.first(where: { $0.name == lobby.selected }) else {
      return []
    }
    if let trouble = listing.trouble {
      lobby.trouble = trouble
      screen = .lobby(lobby)
      return []
    }
    lobby.opening = listing.name
    lobby.trouble = nil
    screen = .lobby(lobby)
    return [.openBoard(name: listing.name)]
  }

  /// Selects the board with this number in the list.
  mutating func selectBoard(number: Int) {
    guard case .lobby(var lobby) = screen, let boards = lobby.boards else { return }
    guard boards.indices.contains(number - 1) else {
      return say(.refusal, "There are \(boards.count) boards here; \(number) is none of them.")
    }
    lobby.selected = boards[number - 1].name
    screen = .lobby(lobby)
  }

  /// Boards that fit on the screen.
  var lobbyVisible: Int { max(1, (frame.body.height - 2) / 2) }
}

extension Lobby {
  mutating func move(by rows: Int) {
    guard let boards, !boards.isEmpty else { return }
    let place = (selectedIndex ?? 0) + rows
    selected = boards[min(max(0, place), boards.count - 1)].name
    trouble = nil
  }
}
