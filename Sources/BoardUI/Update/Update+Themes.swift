import CellGrid

extension AppState {
  mutating func chooseTheme() {
    guard !surroundings.themes.isEmpty else {
      let way =
        surroundings.isHosted
        ? "ask whoever looks after this program." : "“hothouse paths” shows where they are looked for."
      return say(.refusal, "There are no themes: \(way)")
    }
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
      return keepTheme()
    case .back?, .quit?:
      theme = list.before
      closeTop()
    default: break
    }
    return []
  }

  /// Over SSH there is no place of the person's own to keep it in, and what the configuration says goes before.
  private mutating func keepTheme() -> [Effect] {
    if surroundings.isHosted {
      say(.answer, "Theme: \(theme), until you leave.")
      return []
    }
    if let configured = surroundings.configuredTheme {
      say(.answer, "Theme: \(theme), until you leave; change “theme: \(configured)” in config.yaml.")
      return []
    }
    say(.answer, "Theme: \(theme), from now on.")
    return [.keepTheme(theme)]
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
