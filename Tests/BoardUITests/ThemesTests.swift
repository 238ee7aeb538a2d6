import CellGrid
import IdeaPipeline
import Testing

@testable import BoardUI

@Suite("Choosing a theme")
struct ThemesTests {
  private static let themes = ["dark", "light", "nord"].map { ThemeListing(name: $0, about: "About \($0).") }

  private func state(_ themes: [ThemeListing] = themes, isHosted: Bool = false) -> AppState {
    AppState.starting(
      at: HostMoment(steady: Timestamp(milliseconds: 0)), size: Size(width: 80, height: 24),
      surroundings: Surroundings(isHosted: isHosted, themes: themes), board: nil
    ).0
  }

  private func kept(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .keepTheme(let name) = $0 { name } else { nil } }
  }

  private func screen(_ state: AppState) -> String {
    render(state, theme: .plain, size: state.size).text
  }

  @Test("The list shows each theme while one goes through it, and keeps the one chosen")
  func preview() {
    var state = state()
    _ = update(&state, .key(.character("T")))
    #expect(state.theme == "dark")
    #expect(screen(state).contains("About nord."))
    _ = update(&state, .key(.down))
    #expect(state.theme == "light")
    _ = update(&state, .key(.character("T")))
    #expect(state.theme == "nord")
    _ = update(&state, .key(.down))
    #expect(state.theme == "dark", "past the end it goes round")
    _ = update(&state, .key(.up))
    #expect(kept(update(&state, .key(.enter))) == ["nord"])
    #expect(state.theme == "nord")
    #expect(state.overlays.isEmpty)
    #expect(screen(state).contains("Theme: nord, from now on."))
  }

  @Test("Esc leaves it as it was")
  func back() {
    var state = state()
    let effects = [Key.character("T"), .down, .down, .escape].flatMap { update(&state, .key($0)) }
    #expect(state.theme == "dark" && kept(effects).isEmpty)
    #expect(state.overlays.isEmpty)
  }

  @Test("Without themes it says so; over SSH it names no file")
  func surroundings() {
    var none = state([])
    _ = update(&none, .key(.character("T")))
    #expect(
      screen(none).contains("There are no themes: “hothouse paths” shows where they are looked for."))
    var hosted = state(isHosted: true)
    for key: Key in [.character("T"), .down, .enter] { _ = update(&hosted, .key(key)) }
    #expect(screen(hosted).contains("Theme: light, until you leave."))
    #expect(!screen(hosted).contains("config.yaml"))
    var hostedWithout = state([], isHosted: true)
    _ = update(&hostedWithout, .key(.character("T")))
    #expect(screen(hostedWithout).contains("ask whoever looks after this program."))
  }

  @Test("What the configuration names goes before, and the list says so")
  func configured() {
    var state = AppState.starting(
      at: HostMoment(steady: Timestamp(milliseconds: 0)), size: Size(width: 80, height: 24),
      surroundings: Surroundings(themes: Self.themes, configuredTheme: "light"), board: nil
    ).0
    _ = update(&state, .key(.character("T")))
    #expect(screen(state).contains("config.yaml says “theme: light”: a choice here lasts until you leave."))
    _ = update(&state, .key(.down))
    #expect(kept(update(&state, .key(.enter))).isEmpty)
    #expect(screen(state).contains("until you leave; change “theme: light” in config.yaml."))
  }
}
