import CellGrid
import IdeaPipeline

extension AppState {
  /// What the mouse means: a press selects or presses what is drawn there, a second one opens it, the wheel scrolls.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return roll(.up, at: mouse.point)
    case .wheelDown: return roll(.down, at: mouse.point)
    case .press where mouse.button == .left: break
    case .press, .release: return []
    }
    switch touch(at: mouse.point) {
    case .key(let key)?: return press(key)
    case .button(let place)?:
      select(place, list: 0)
      return press(.enter)
    case .place(let place, let list)?:
      select(place, list: list)
      return mouse.clicks == 2 && place != nil ? press(.enter) : []
    case .text(let field, let window)?:
      putCaret(at: mouse.point, field, window)
      return []
    case .option(let option, let field)?: return choose(option, of: field)
    case nil: return []
    }
  }

  /// Puts the caret where somebody points in a text, which then has the keys.
  private mutating func putCaret(at point: Point, _ field: Int?, _ window: TextWindow) {
    if !overlays.isEmpty { overlays[overlays.count - 1].giveKeys(to: field, hasChallenges: hasChallenges) }
    guard var text = textField else { return }
    text.moveCaret(to: point, in: window)
    textField = text
  }

  /// What is drawn at a place answers for itself, so that what one sees and what one points at are the same.
  private func touch(at point: Point) -> Touch? { render(self, theme: .plain, size: size).touch(at: point) }

  private mutating func select(_ place: Int?, list number: Int) {
    guard let overlay = overlays.last else { return selectOnScreen(place, list: number) }
    guard let place else { return }
    switch overlay {
    case .composer, .checklist, .form: overlays[overlays.count - 1].giveKeys(to: place, hasChallenges: hasChallenges)
    case .clash(var clash):
      clash.choice = Clash.Choice(rawValue: place) ?? clash.choice
      setTop(.clash(clash))
    default: selectInList(place, overlay)
    }
  }

  private mutating func selectInList(_ place: Int, _ overlay: Overlay) {
    switch overlay {
    case .merge(var picker):
      picker.select(place)
      setTop(.merge(picker))
    case .rounds(var list):
      list.selected = place
      setTop(.rounds(list))
    case .teams(var list):
      list.selected = place
      setTop(.teams(list))
    case .menu(var menu):
      menu.selected = place
      setTop(.menu(menu))
    case .palette(var palette):
      palette.selected = place
      setTop(.palette(palette))
    case .activity(var list):
      list.select(place)
      setTop(.activity(list))
    case .search(var list):
      list.select(place)
      setTop(.search(list))
    case .themes(let list): preview(list, place)
    case .composer, .checklist, .clash, .prompt, .earlierTexts, .help, .catchUp, .scribe, .form: break
    }
  }

  private mutating func selectOnScreen(_ place: Int?, list number: Int) {
    if case .lobby = screen { return place.map { selectBoard(number: $0 + 1) } ?? () }
    if board?.session != nil { return selectOnSession(place, part: number) }
    guard var board else { return }
    if var idea = board.idea {
      idea.pane = number == 0 ? .conversation : .journey
      let rect = IdeaLayout(frame.body, pane: idea.pane)[idea.pane]
      if let place, let blocks = pane(idea.pane, in: rect)?.blocks, blocks.indices.contains(place) {
        idea.place.spot = blocks[place].spot
      }
      board.idea = idea
    } else if Stage.allCases.indices.contains(number) {
      board.following = nil
      board.stage = Stage.allCases[number]
      if let place { board.select(place: place) }
    }
    self.board = board
  }

  /// A tab of the session screen, or a place in one of its parts.
  private mutating func selectOnSession(_ place: Int?, part number: Int) {
    if let part = SessionScreen.Part(rawValue: number), sessionParts.contains(part) { board?.session?.part = part }
    if let place { selectInSession(place: place) }
  }

  /// The wheel scrolls what it is over: a text, a list on top, or what a form leaves in sight of the screen.
  private mutating func roll(_ command: Command, at point: Point) -> [Effect] {
    if case .text(let field, let window)? = touch(at: point), roll(command, field, window) { return [] }
    let key: Key = command == .up ? .up : .down
    switch overlays.last {
    case .composer, .checklist, .prompt, .form, .merge:
      if frame.body.contains(point) { return rollScreen(command, at: point) }
    case nil: return rollScreen(command, at: point)
    default: return press(key)
    }
    // In a form it moves within what is longer than its room, never from field to field.
    switch overlays.last {
    case .merge: return press(key)
    case .checklist(var checklist) where checklist.phase == .writing:
      checklist.moveFocus(key)
      setTop(.checklist(checklist))
    default: break
    }
    return []
  }

  /// Scrolls a text over several rows, whether it has the keys or not; false for one in a single row.
  private mutating func roll(_ command: Command, _ field: Int?, _ window: TextWindow) -> Bool {
    guard var overlay = overlays.last else { return false }
    let before = overlay
    overlay.giveKeys(to: field, hasChallenges: hasChallenges)
    guard var text = overlay.textField, text.isMultiline else { return false }
    text.roll(by: command == .up ? -1 : 1, in: window)
    overlay.textField = text
    // The keys stay where they are.
    if case .composer(let composer) = before, case .composer(var rolled) = overlay {
      rolled.focus = composer.focus
      overlay = .composer(rolled)
    }
    setTop(overlay)
    return true
  }

  private mutating func rollScreen(_ command: Command, at point: Point) -> [Effect] {
    if case .place(_, let list)? = touchUnderForm(at: point) { selectOnScreen(nil, list: list) }
    return rollScreen(command)
  }

  /// What a place of the screen beneath a form stands for.
  private func touchUnderForm(at point: Point) -> Touch? { renderScreen(self, theme: .plain).touch(at: point) }

  private mutating func rollScreen(_ command: Command) -> [Effect] {
    switch screenPlace {
    case .lobby: performInLobby(command) ?? []
    case .board: performOnBoard(command) ?? []
    case .idea: performOnIdea(command) ?? []
    case .session: performOnSession(command) ?? []
    case .writing: []
    }
  }
}
