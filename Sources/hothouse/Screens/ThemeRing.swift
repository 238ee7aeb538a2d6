import CellGrid
import Settings

/// The themes one can change to, one after the other.
struct ThemeRing {
  private let themes: [Theme]
  private var place: Int
  /// What is wrong with the theme that was asked for, as a sentence.
  let problem: String?

  /// All themes that can be read, beginning with the one of this name.
  init(_ library: ThemeLibrary, first name: String?) {
    let choice = library.choice(named: name)
    problem = choice.problem
    let readable = library.list().compactMap { try? $0.theme.get() }
    let index = readable.firstIndex { $0.name == choice.theme.name }
    themes = index == nil ? [choice.theme] + readable : readable
    place = index ?? 0
  }

  var current: Theme { themes[place] }

  mutating func advance() { place = (place + 1) % themes.count }
}
