import CellGrid
import IdeaPipeline

/// The screen that says where the room is.
extension AppState {
  mutating func openCatchUp(isForLateJoiner: Bool = false) {
    board?.loads.invalidate([.rounds, .top])
    overlays.append(.catchUp(CatchUp(isForLateJoiner: isForLateJoiner)))
    notice = nil
    board?.news.forget(.step)
  }

  /// Any key goes on; up and down scroll where there is more than fits.
  mutating func press(_ key: Key, in catchUp: CatchUp) -> [Effect] {
    var catchUp = catchUp
    let most = CatchUpView(state: self, catchUp: catchUp).hidden(in: frame.body)
    switch keymap.command(for: key) {
    case .up? where catchUp.scroll > 0: catchUp.scroll -= 1
    case .down? where catchUp.scroll < most: catchUp.scroll += 1
    default:
      closeTop()
      return []
    }
    setTop(.catchUp(catchUp))
    return []
  }

  /// Takes in what was read for it.
  mutating func changeCatchUp(_ body: (inout CatchUp) -> Void) {
    for (place, overlay) in overlays.enumerated() {
      guard case .catchUp(var catchUp) = overlay else { continue }
      body(&catchUp)
      overlays[place] = .catchUp(catchUp)
    }
  }
}
