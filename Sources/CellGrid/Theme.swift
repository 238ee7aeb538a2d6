/// Plain data: what each token looks like.
public struct Theme: Hashable, Sendable {
  public let name: String
  /// Whether the theme is made for a light background.
  public let isLight: Bool
  /// What the theme itself says; tokens not in it look like the scope they are part of.
  public let appearances: [ThemeToken: Appearance]

  public init(name: String, isLight: Bool, appearances: [ThemeToken: Appearance]) {
    self.name = name
    self.isLight = isLight
    self.appearances = appearances
  }

  /// What the theme says of a token or, failing that, of the nearest scope it is part of. Colours may be nil.
  public subscript(token: ThemeToken) -> Appearance {
    var scope: ThemeToken? = token
    while let current = scope {
      if let appearance = appearances[current] { return appearance }
      scope = current.parent
    }
    return Appearance()
  }

  /// What is drawn: the token laid on its ground and both on the screen. Neither colour is nil.
  public func resolve(_ style: Style) -> Appearance {
    let bare = Appearance(foreground: .terminalDefault, background: .terminalDefault)
    var result = self[.screen].laid(on: bare)
    if let ground = style.ground { result = self[ground].laid(on: result) }
    if style.token != .screen { result = self[style.token].laid(on: result) }
    return result
  }

  /// Attributes only: legible on any terminal, used when there is no colour or no theme can be read.
  public static let plain = Theme(
    name: "plain", isLight: false,
    appearances: [
      .strong: Appearance(attributes: .bold),
      .dim: Appearance(attributes: .dim),
      .accent: Appearance(attributes: .bold),
      .selected: Appearance(attributes: .bold),
      .headerTitle: Appearance(attributes: .bold),
      .headerClockLate: Appearance(attributes: [.bold, .reverse]),
      .footerKey: Appearance(attributes: .bold),
      .tabSelected: Appearance(attributes: [.bold, .reverse]),
      .live: Appearance(attributes: .bold),
      .new: Appearance(attributes: .bold),
      .own: Appearance(attributes: .italic),
      .highlight: Appearance(attributes: .underline),
      .warning: Appearance(attributes: .bold),
      .danger: Appearance(attributes: [.bold, .reverse]),
      .placeholder: Appearance(attributes: .dim),
      .fieldActive: Appearance(attributes: .underline),
      .counterLow: Appearance(attributes: .bold),
      .buttonActive: Appearance(attributes: [.bold, .reverse]),
      .overlayTitle: Appearance(attributes: .bold),
      .clock: Appearance(attributes: .bold),
      .clockLate: Appearance(attributes: [.bold, .reverse]),
    ])
}
