import CellGrid
import IdeaPipeline

extension AppState {
  mutating func openSearch(_ words: String = "") {
    board?.loads.invalidate([.search])
    overlays.append(.search(SearchList(words)))
    notice = nil
  }

  mutating func press(_ key: Key, in list: SearchList) -> [Effect] {
    var list = list
    switch key {
    case .escape:
      closeTop()
      return []
    case .function(1): return openHelp()
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.move(by: -10)
    case .pageDown: list.move(by: 10)
    case .enter: return openSelected(in: list)
    default: _ = list.query.handle(key)
    }
    setTop(.search(list))
    return []
  }

  private mutating func openSelected(in list: SearchList) -> [Effect] {
    guard let hit = list.selectedHit, list.words != nil else { return [] }
    closeTop()
    go(to: hit.idea.id, comment: hit.comment, from: board?.idea == nil ? list : nil)
    return []
  }

  mutating func take(_ hits: [SearchHit], of words: String) {
    for (place, overlay) in overlays.enumerated() {
      guard case .search(var list) = overlay else { continue }
      list.take(hits, of: words)
      overlays[place] = .search(list)
    }
  }
}
