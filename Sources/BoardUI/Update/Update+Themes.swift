import CellGrid

extension AppState {
  mutating func chooseTheme() {
    guard !surroundings.themes.isEmpty else { return say(.refusal, "There are no themes to choose from.") }
    let selected = surroundings.themes.firstIndex { $0.name == theme } ?? 0
    overlays.append(.themes(ThemeList(selected: selected, before: theme)))
  }

  mutating func press(_ key: Key, in list: ThemeList) -> [Effect] {
    switch keymap.command(for: key) {
    case .up?: preview(list, list.selected - 1)
    case .down?, .theme?: preview(list, list.selected + 1)
    case .first?: preview(list, 0)
    case .last?: preview(list, surroundings.themes.count - 1)
    case .open?:
      closeTop()
      if theme != list.before { say(.answer, "Theme: \(theme), until you leave\(keeping).") }
    case .back?, .quit?:
      theme = list.before
      closeTop()
    default: break
    }
    return []
  }

  /// Over SSH there is no file to write it into.
  private var keeping: String {
    surroundings.isHosted ? "" : "; “theme: \(theme)” in config.yaml keeps it"
  }

  /// Past either end it goes round.
  mutating func preview(_ list: ThemeList, _ place: Int) {
    let count = surroundings.themes.count
    var list = list
    list.selected = (place + count) % count
    theme = surroundings.themes[list.selected].name
    setTop(.themes(list))
  }
}
