import CellGrid

extension AppState {
  mutating func press(_ key: Key, in help: Help) -> [Effect] {
    if help.search?.isTyping == true { return type(key, in: help) }
    var help = help
    let height = max(1, frame.whole.height - 2)
    switch movement(key) {
    case .up?: help.top -= 1
    case .down?: help.top += 1
    case .pageUp?: help.top -= height
    case .pageDown?: help.top += height
    case .first?: help.top = 0
    case .last?: help.top = .max
    default:
      guard search(key, in: &help) else {
        // Any other key is done with reading.
        closeTop()
        return []
      }
    }
    show(help)
    return []
  }

  /// What a key does about a search in help; false where it has nothing to do with one.
  private func search(_ key: Key, in help: inout Help) -> Bool {
    if keymap.command(for: key) == .filter {
      help.search = Help.Search()
      return true
    }
    guard help.search != nil else { return false }
    switch key {
    case .character("n"), .enter: go(to: 1, in: &help)
    case .character("N"): go(to: -1, in: &help)
    case .escape: help.search = nil
    default: return false
    }
    return true
  }

  private mutating func type(_ key: Key, in help: Help) -> [Effect] {
    var help = help
    switch key {
    case .escape: help.search = nil
    case .enter: help.search?.isTyping = false
    case .up: go(to: -1, in: &help)
    case .down: go(to: 1, in: &help)
    default:
      if help.search?.query.handle(key) == .changed {
        help.search?.place = 0
        go(to: 0, in: &help)
      }
    }
    if help.search?.query.isEmpty == true, help.search?.isTyping == false { help.search = nil }
    show(help)
    return []
  }

  /// Goes on to another match and brings it into sight; past either end it goes round.
  private func go(to step: Int, in help: inout Help) {
    let found = help.found(in: helpLines(help))
    guard !found.isEmpty, let place = help.search?.place else { return }
    let next = (place + step + found.count) % found.count
    help.search?.place = next
    let height = max(1, frame.whole.height - 2)
    if found[next] < help.top || found[next] >= help.top + height { help.top = found[next] - height / 3 }
  }

  private func helpLines(_ help: Help) -> [StyledText] {
    HelpText(help.place, keymap: keymap, width: helpWidth, isHosted: surroundings.isHosted).lines
  }

  private mutating func show(_ help: Help) {
    var help = help
    help.top = min(max(0, help.top), max(0, helpLines(help).count - max(1, frame.whole.height - 2)))
    setTop(.help(help))
  }
}
