/// A theme as the list of them names it.
public struct ThemeListing: Hashable, Sendable {
  public let name: String
  /// One line on what it is like.
  public let about: String

  public init(name: String, about: String) {
    self.name = name
    self.about = about
  }
}

/// The themes to choose from; the selected one is already in use, so that everything behind shows what it is like.
public struct ThemeList: Equatable, Sendable {
  var selected: Int
  /// The theme to go back to.
  let before: String
}
