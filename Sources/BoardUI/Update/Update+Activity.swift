import CellGrid
import IdeaPipeline

extension AppState {
  mutating func press(_ key: Key, in list: ActivityList) -> [Effect] {
    var list = list
    switch movement(key) {
    case .up?: list.move(by: -1)
    case .down?: list.move(by: 1)
    case .pageUp?: list.move(by: -10)
    case .pageDown?: list.move(by: 10)
    case .first?: list.move(by: -ActivityList.limit)
    case .last?: list.move(by: ActivityList.limit)
    case .back?, .quit?:
      closeTop()
      return []
    case .open?: return openSelected(in: list)
    default:
      if keymap.command(for: key) == .activity { closeTop() }
      return []
    }
    setTop(.activity(list))
    return []
  }

  private mutating func openSelected(in list: ActivityList) -> [Effect] {
    guard let change = list.changes?.first(where: { $0.seq == list.selected }) else { return [] }
    guard let id = change.activity.idea else {
      say(.answer, "That is about the board, not about an idea.")
      return []
    }
    closeTop()
    open(board?.row(id).map { IdeaScreen($0) } ?? IdeaScreen(reference: .id(id), trail: []))
    return []
  }
}
