import CellGrid
import IdeaPipeline

extension AppState {
  mutating func openActivity() {
    board?.loads.invalidate([.recent, .older])
    overlays.append(.activity(ActivityList()))
  }

  mutating func press(_ key: Key, in list: ActivityList) -> [Effect] {
    var list = list
    if list.isTyping, type(key, in: &list) {
      setTop(.activity(list))
      return []
    }
    if list.go(movement(key)) {
      setTop(.activity(list))
      return []
    }
    switch movement(key) {
    case .back? where !list.filter.isEmpty: list.clearFilter()
    case .back?, .quit?: return closeActivity()
    case .open?: return openSelected(in: list)
    default:
      switch keymap.command(for: key) {
      case .filter?: list.isTyping = true
      case .activity?: return closeActivity()
      default: return []
      }
    }
    setTop(.activity(list))
    return []
  }

  private mutating func closeActivity() -> [Effect] {
    closeTop()
    return []
  }

  /// Takes a key into the filter; false for one that moves about in the list.
  private func type(_ key: Key, in list: inout ActivityList) -> Bool {
    switch key {
    case .up, .down, .pageUp, .pageDown: return false
    case .enter: list.isTyping = false
    case .escape: list.clearFilter()
    default: list.type(key)
    }
    return true
  }

  private mutating func openSelected(in list: ActivityList) -> [Effect] {
    guard let change = list.selectedChange else { return [] }
    guard let id = change.activity.idea else {
      say(.answer, "That is about the board, not about an idea.")
      return []
    }
    closeTop()
    go(to: id)
    return []
  }

  /// The newest page, and the next older one where one has scrolled near the end.
  func wantedLoads(_ list: ActivityList) -> [(slot: Loads.Slot, load: Load)] {
    let older = list.wantedBefore.map {
      (slot: Loads.Slot.older, load: Load.recent(before: $0, limit: ActivityList.page))
    }
    return [(.recent, .recent(before: nil, limit: ActivityList.page))] + [older].compactMap(\.self)
  }

  mutating func take(_ changes: [Change], before seq: Int?) {
    for (place, overlay) in overlays.enumerated() {
      guard case .activity(var list) = overlay else { continue }
      list.take(changes, before: seq)
      overlays[place] = .activity(list)
    }
  }
}

extension ActivityList {
  /// Moves about; false for a command that does not.
  fileprivate mutating func go(_ command: Command?) -> Bool {
    switch command {
    case .up?: move(by: -1)
    case .down?: move(by: 1)
    case .pageUp?: move(by: -10)
    case .pageDown?: move(by: 10)
    case .first?: select(0)
    case .last?: select(.max)
    default: return false
    }
    return true
  }
}
