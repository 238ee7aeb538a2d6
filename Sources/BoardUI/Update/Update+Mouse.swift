import CellGrid
import IdeaPipeline

extension AppState {
  /// What the mouse means: the wheel moves, a press selects, a second one opens.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return press(.up)
    case .wheelDown: return press(.down)
    case .press where mouse.button == .left && overlays.isEmpty: return select(at: mouse)
    case .press, .release: return []
    }
  }

  private mutating func select(at mouse: Mouse) -> [Effect] {
    guard var board, board.idea == nil, let hit = boardLayout.hit(mouse.point, board) else { return [] }
    board.following = nil
    board.stage = hit.stage
    if let place = hit.place { board[list: hit.stage].select(place: place) }
    self.board = board
    return mouse.clicks == 2 && hit.place != nil ? run(.open) : []
  }
}
