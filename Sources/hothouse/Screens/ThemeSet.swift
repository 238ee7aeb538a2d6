import BoardUI
import CellGrid
import Settings
import SharedStore

/// The themes that can be read, by name.
struct ThemeSet {
  /// The one to begin with.
  let first: String
  let listings: [ThemeListing]
  /// What is wrong with the theme that was asked for, as a sentence.
  let problem: String?
  private let themes: [String: Theme]
  private let fallBack: Theme

  /// All themes of the library, beginning with the one that was asked for, else the one that the configuration names, else
  /// the one chosen in an earlier visit.
  init(_ library: ThemeLibrary, asked: String?, configured: String?, chosen: ChosenTheme) {
    let known = asked == nil && configured == nil ? chosen.read() : .nothing
    let last: String? = if case .name(let name) = known { name } else { nil }
    let choice = library.choice(named: asked ?? configured ?? last)
    var themes = [choice.theme.name: choice.theme]
    var listings: [ThemeListing] = []
    for listing in library.list() {
      guard let theme = try? listing.theme.get() else { continue }
      themes[listing.name] = theme
      listings.append(ThemeListing(name: listing.name, about: listing.about))
    }
    first = choice.theme.name
    problem =
      switch known {
      case .broken(let sentence): sentence
      case .name: choice.problem.map { "\($0)\nIt is the name in \(chosen.path): choose a theme to write that anew." }
      case .nothing: choice.problem
      }
    fallBack = choice.theme
    self.themes = themes
    self.listings = listings
  }

  subscript(name: String) -> Theme { themes[name] ?? fallBack }
}
