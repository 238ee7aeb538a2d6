import CellGrid
import IdeaPipeline

/// Draws the state. Reads nothing else and changes nothing.
public func render(_ state: AppState, theme: Theme, size: Size) -> Grid {
  var state = state
  state.size = size
  var grid = renderScreen(state, theme: theme)
  guard !size.isEmpty else { return grid }
  let frame = state.frame
  for overlay in state.overlays { draw(overlay, of: state, frame, &grid) }
  NoticeView(state: state).draw(in: frame.notice, &grid)
  FooterView(state: state).draw(in: frame.footer, &grid)
  return grid
}

/// Draws the screen itself, without what lies over it and the lines at its foot.
func renderScreen(_ state: AppState, theme: Theme) -> Grid {
  var grid = Grid(state.size, theme: theme)
  guard !state.size.isEmpty else { return grid }
  let frame = state.frame
  HeaderView(state: state).draw(in: frame.header, &grid)
  RoomLineView(state: state).draw(in: frame.room, &grid)
  BannerView(state: state).draw(in: frame.banner, &grid)
  switch state.screen {
  case .lobby(let lobby): LobbyView(state: state, lobby: lobby).draw(in: frame.body, &grid)
  case .board(let board):
    if let session = board.session {
      SessionView(state: state, board: board, screen: session).draw(in: frame.body, &grid)
    } else if let idea = board.idea {
      IdeaView(state: state, board: board, idea: idea).draw(in: frame.body, &grid)
    } else {
      BoardView(state: state, board: board).draw(&grid)
    }
  }
  return grid
}

private func draw(_ overlay: Overlay, of state: AppState, _ frame: ScreenFrame, _ grid: inout Grid) {
  grid.cursor = nil
  grid.forgetTouches()
  switch overlay {
  case .composer(let composer): ComposerView(state: state, composer: composer).draw(in: frame.dock, &grid)
  case .checklist(let checklist): ChecklistView(state: state, checklist: checklist).draw(in: frame.dock, &grid)
  case .prompt(let prompt): PromptView(state: state, prompt: prompt).draw(in: frame.dock, &grid)
  case .form(let form): FormView(state: state, form: form).draw(in: frame.dock, &grid)
  case .merge(let picker): MergeView(state: state, picker: picker).draw(in: frame.dock, &grid)
  case .rounds(let list): RoundsView(state: state, list: list).draw(in: frame.body, &grid)
  case .earlierTexts(let earlier): EarlierTextsView(state: state, earlier: earlier).draw(in: frame.body, &grid)
  case .clash(let clash): ClashView(state: state, clash: clash).draw(in: frame.body, &grid)
  case .menu(let menu): MenuView(state: state, menu: menu).draw(in: frame.forQuestions, &grid)
  case .palette(let palette): PaletteView(state: state, palette: palette).draw(in: frame.body, &grid)
  case .activity(let list): ActivityView(state: state, list: list).draw(in: frame.body, &grid)
  case .search(let list): SearchView(state: state, list: list).draw(in: frame.body, &grid)
  case .themes(let list):
    ThemesView(
      themes: state.surroundings.themes, list: list, configured: state.surroundings.configuredTheme
    ).draw(in: frame.body, &grid)
  case .help(let help): HelpView(state: state, help: help).draw(in: frame.whole, &grid)
  case .teams(let list): TeamsView(state: state, list: list).draw(in: frame.body, &grid)
  case .scribe(let scribe): ScribeView(state: state, scribe: scribe).draw(in: frame.dock, &grid)
  case .catchUp(let catchUp): CatchUpView(state: state, catchUp: catchUp).draw(in: frame.body, &grid)
  }
}

extension AppState {
  /// Rows the form at the foot of the screen would like to have.
  var dockHeight: Int {
    for overlay in overlays.reversed() {
      switch overlay {
      case .composer(let composer): return composer.wantedHeight(screen: size)
      case .checklist(let checklist): return checklist.wantedHeight(width: size.width)
      case .prompt(let prompt): return prompt.text.isMultiline ? 6 : 4
      case .form(let form): return form.wantedHeight
      case .merge: return MergeView.rows + 4
      case .scribe: return ScribeView.rows
      case .clash, .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams:
        continue
      }
    }
    return 0
  }
}

extension Grid {
  /// A rule with words near its left end and, where there is room, others near its right.
  /// - Parameter keepsRight: whether those at the right come first where there is no room for both.
  mutating func rule(
    _ rect: Rect, _ token: ThemeToken = .rule, left: StyledText, right: StyledText = StyledText(),
    keepsRight: Bool = false
  ) {
    guard !rect.isEmpty else { return }
    rule(rect, token)
    var end = rect.x
    if !left.runs.isEmpty {
      let room = rect.inset(left: 2, right: 2 + (keepsRight ? right.columns + 3 : 0))
      let drawn = draw(StyledText(" ") + left.clipped(to: max(0, room.width - 2)) + StyledText(" "), in: room)
      end = drawn.x
    }
    let width = right.columns + 2
    if !right.runs.isEmpty, rect.maxX - 2 - width > end {
      draw(StyledText(" ") + right + StyledText(" "), at: Point(x: rect.maxX - 2 - width, y: rect.y))
    }
  }

  /// The bar before what is selected, and its ground.
  mutating func select(_ rect: Rect) {
    guard !rect.isEmpty else { return }
    lay(.selected, under: rect)
    for y in rect.rows { draw("▌", at: Point(x: rect.x, y: y), Style(.selectedBar, on: .selected), clip: rect) }
  }
}
