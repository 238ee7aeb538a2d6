import CellGrid
import IdeaPipeline

/// All that the screens know: one value. `update` changes it, `render` draws it, nothing else touches it.
public struct AppState: Equatable, Sendable {
  /// The present moment as the last tick told it.
  public internal(set) var moment: HostMoment
  /// Cells of the terminal.
  public internal(set) var size: Size
  public let surroundings: Surroundings
  public internal(set) var keymap: Keymap
  /// The name of the theme to draw with.
  public internal(set) var theme: String
  public internal(set) var screen: Screen
  /// What lies over the screen; the last one has the keys.
  public internal(set) var overlays: [Overlay] = []
  /// The answer to the last action, or what somebody else did, for a moment.
  var notice: Notice?
  var isMouseOn: Bool
  /// What was cut or copied in a text last; it can be put into any other.
  var cut = ""

  /// The present moment by the wall clock.
  public var now: Timestamp { moment.wall }

  /// The name of the open board; nil in the lobby.
  public var openBoard: String? { board?.name }

  /// The open board; nil in the lobby.
  var board: OpenBoard? {
    get { if case .board(let board) = screen { board } else { nil } }
    set { if let newValue { screen = .board(newValue) } }
  }

  /// The state of a program that has just begun and what it wants done first.
  /// - Parameter board: the board to open; nil for the lobby.
  public static func starting(
    at moment: HostMoment, size: Size, surroundings: Surroundings, keymap: Keymap = .standard,
    theme: String = "dark", board: String?
  ) -> (AppState, [Effect]) {
    let state = AppState(
      moment: moment, size: size, surroundings: surroundings, keymap: keymap, theme: theme,
      screen: .lobby(Lobby(opening: board)), isMouseOn: surroundings.isMouseOn)
    return (state, board.map { [.openBoard(name: $0)] } ?? [.loadBoards])
  }
}

/// What the screens know of the world around them, and what does not change while they are open.
public struct Surroundings: Equatable, Sendable {
  /// Whether one can go back to a list of boards.
  public var hasLobby: Bool
  /// Over SSH there is no shell to be suspended to.
  public var isHosted: Bool
  /// Whether the mouse is reported at the start.
  public var isMouseOn: Bool
  /// How moments are told.
  public var dates: Dates
  /// The themes one can choose from.
  public var themes: [ThemeListing]
  /// The theme that the configuration names: a visit begins with it, whatever was chosen before.
  public var configuredTheme: String?

  /// Surroundings as given.
  public init(
    hasLobby: Bool = true, isHosted: Bool = false, isMouseOn: Bool = true, dates: Dates = Dates(),
    themes: [ThemeListing] = [], configuredTheme: String? = nil
  ) {
    self.hasLobby = hasLobby
    self.isHosted = isHosted
    self.isMouseOn = isMouseOn
    self.dates = dates
    self.themes = themes
    self.configuredTheme = configuredTheme
  }
}

/// The screen one is on, with all that belongs to it.
public enum Screen: Equatable, Sendable {
  case lobby(Lobby)
  case board(OpenBoard)
}

/// Something laid over the screen that has the keys until it is closed.
public enum Overlay: Equatable, Sendable {
  case composer(Composer)
  case checklist(Checklist)
  case clash(Clash)
  case merge(MergePicker)
  case earlierTexts(EarlierTexts)
  case rounds(RoundList)
  case prompt(Prompt)
  case form(Form)
  case menu(Menu)
  case palette(Palette)
  case activity(ActivityList)
  case search(SearchList)
  case help(Help)
  case themes(ThemeList)
  case catchUp(CatchUp)
  case teams(TeamList)
  case scribe(Scribe)
}

/// A line that answers an action or tells what others did; shown above the footer for a while.
struct Notice: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// What somebody did.
    case told
    /// An answer to what the person did.
    case answer
    /// Something stands in the way.
    case refusal
    /// Something is broken below.
    case trouble
  }

  var kind: Kind
  var text: String
  var since: Timestamp

  /// Seconds it stays.
  var duration: Int64 { kind == .told || kind == .answer ? 8 : 20 }
}

/// The list of boards.
public struct Lobby: Equatable, Sendable {
  /// Nil until it is known.
  var boards: [BoardListing]?
  /// The name of the selected board.
  var selected: String?
  /// The board that is being opened.
  var opening: String?
  /// Why a board did not open.
  var trouble: String?

  init(opening: String? = nil) { self.opening = opening }

  var selectedIndex: Int? { boards?.firstIndex { $0.name == selected } }
}
