import BoardUI
import CellGrid
import Settings

/// The themes that can be read, by name.
struct ThemeSet {
  /// The one to begin with.
  let first: String
  let listings: [ThemeListing]
  /// What is wrong with the theme that was asked for, as a sentence.
  let problem: String?
  private let themes: [String: Theme]
  private let fallBack: Theme

  /// All themes of the library, beginning with the one of this name.
  init(_ library: ThemeLibrary, first name: String?) {
    let choice = library.choice(named: name)
    var themes = [choice.theme.name: choice.theme]
    var listings: [ThemeListing] = []
    for listing in library.list() {
      guard let theme = try? listing.theme.get() else { continue }
      themes[listing.name] = theme
      listings.append(ThemeListing(name: listing.name, about: listing.about))
    }
    first = choice.theme.name
    problem = choice.problem
    fallBack = choice.theme
    self.themes = themes
    self.listings = listings
  }

  subscript(name: String) -> Theme { themes[name] ?? fallBack }
}
