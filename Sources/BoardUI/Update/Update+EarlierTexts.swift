import CellGrid

extension AppState {
  mutating func press(_ key: Key, in earlier: EarlierTexts) -> [Effect] {
    var earlier = earlier
    switch keymap.command(for: key) {
    case .left?: earlier.move(by: -1)
    case .right?: earlier.move(by: 1)
    case .up?: earlier.top = max(0, earlier.top - 1)
    case .down?: earlier.top += 1
    case .pageUp?: earlier.top = max(0, earlier.top - 10)
    case .pageDown?: earlier.top += 10
    case .back?, .quit?, .open?:
      closeTop()
      return []
    default: return []
    }
    let width = min(frame.body.width - 6, 92)
    let rows = max(1, frame.body.height - 4)
    earlier.top = min(earlier.top, max(0, EarlierTextsView.lines(earlier, width: width).count - rows))
    setTop(.earlierTexts(earlier))
    return []
  }
}
