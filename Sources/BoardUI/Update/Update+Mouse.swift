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
    case nil: return []
    }
  }

  /// What is drawn at a place answers for itself, so that what one sees and what one points at are the same.
  private func touch(at point: Point) -> Touch? { render(self, theme: .plain, size: size).touch(at: point) }

  private mutating func select(_ place: Int?, list number: Int) {
    guard let overlay = overlays.last else { return selectOnScreen(place, list: number) }
    guard let place else { return }
    switch overlay {
    case .composer(var composer):
      let fields = composer.fields(hasChallenges: hasChallenges)
      guard composer.phase == .writing, fields.indices.contains(place) else { return }
      composer.focus = fields[place]
      setTop(.composer(composer))
    case .checklist(var checklist):
      guard checklist.phase == .writing, checklist.order.indices.contains(place) else { return }
      checklist.focus = checklist.order[place]
      setTop(.checklist(checklist))
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
    case .composer, .checklist, .clash, .prompt, .earlierTexts, .help: break
    }
  }

  private mutating func selectOnScreen(_ place: Int?, list number: Int) {
    if case .lobby = screen { return place.map { selectBoard(number: $0 + 1) } ?? () }
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

  /// The wheel scrolls what is on top, or under the pointer where a form leaves the screen in sight.
  private mutating func roll(_ command: Command, at point: Point) -> [Effect] {
    let key: Key = command == .up ? .up : .down
    switch overlays.last {
    case .composer, .checklist, .prompt, .merge:
      if frame.body.contains(point) { return rollScreen(command) }
    case nil:
      if case .place(_, let list)? = touch(at: point) { selectOnScreen(nil, list: list) }
      return rollScreen(command)
    default: return press(key)
    }
    // In a form it moves within what is longer than its room, never from field to field.
    if case .composer(let composer)? = overlays.last, composer.focus != .body { return [] }
    if case .prompt? = overlays.last { return [] }
    return press(key)
  }

  private mutating func rollScreen(_ command: Command) -> [Effect] {
    switch screenPlace {
    case .lobby: performInLobby(command) ?? []
    case .board: performOnBoard(command) ?? []
    case .idea: performOnIdea(command) ?? []
    case .writing: []
    }
  }
}
