import CellGrid
import IdeaPipeline

extension AppState {
  mutating func openRounds() {
    board?.loads.invalidate([.rounds])
    overlays.append(.rounds(RoundList()))
  }

  mutating func press(_ key: Key, in list: RoundList) -> [Effect] {
    var list = list
    switch keymap.command(for: key) {
    case .up?: list.move(by: -1)
    case .down?: list.move(by: 1)
    case .pageUp?: list.move(by: -10)
    case .pageDown?: list.move(by: 10)
    case .first?: list.selected = 0
    case .last?: list.move(by: list.results.count)
    case .back?, .quit?, .rounds?:
      closeTop()
      return []
    case .open?:
      guard list.results.indices.contains(list.selected) else { return [] }
      let id = list.results[list.selected].idea
      closeTop()
      go(to: id)
      return []
    default: return []
    }
    setTop(.rounds(list))
    return []
  }

  /// Takes the rounds in where they are being looked at.
  mutating func take(_ rounds: [RoundRow]) {
    for (place, overlay) in overlays.enumerated() {
      guard case .rounds(var list) = overlay else { continue }
      list.rounds = rounds
      list.move(by: 0)
      overlays[place] = .rounds(list)
    }
  }
}
