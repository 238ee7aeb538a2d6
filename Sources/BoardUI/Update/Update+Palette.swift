import CellGrid

extension AppState {
  mutating func press(_ key: Key, in palette: Palette) -> [Effect] {
    var palette = palette
    let matches = palette.matches(in: CommandTable.entries, keymap: keymap)
    switch key {
    case .escape:
      closeTop()
      return []
    case .up: palette.selected = max(0, palette.selected - 1)
    case .down: palette.selected = min(max(0, matches.count - 1), palette.selected + 1)
    case .pageUp: palette.selected = max(0, palette.selected - 10)
    case .pageDown: palette.selected = min(max(0, matches.count - 1), palette.selected + 10)
    case .enter: return runSelected(in: palette, matches)
    default:
      if palette.query.handle(key) == .changed { palette.selected = 0 }
    }
    setTop(.palette(palette))
    return []
  }

  private mutating func runSelected(in palette: Palette, _ matches: [Palette.Match]) -> [Effect] {
    guard matches.indices.contains(palette.selected) else { return [] }
    let command = matches[palette.selected].entry.command
    if let reason = reason(against: command) {
      say(.refusal, reason)
      return []
    }
    closeTop()
    return run(command)
  }
}
