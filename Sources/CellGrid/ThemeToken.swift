/// What a piece of a screen *is*. Views name tokens, never colours; a theme says what each looks like.
///
/// The raw value is the scope that a theme file names. A token that a theme leaves out looks like the scope it is
/// part of: `text.dim` like `text`. Every appearance is laid on that of `screen`.
public enum ThemeToken: String, CaseIterable, Hashable, Sendable {
  /// The whole screen, under everything else.
  case screen
  case text
  /// Titles of ideas, names that matter.
  case strong = "text.strong"
  /// What may be overlooked: authors, ages, hints.
  case dim = "text.dim"
  /// Text that a person wrote, quoted elsewhere.
  case quote = "text.quote"
  /// The number by which people call an idea.
  case number = "text.number"
  case tag = "text.tag"
  case mention = "text.mention"
  /// The one colour for what is selected or live.
  case accent
  /// The ground of what is selected; lay it over a row after drawing it.
  case selected
  case selectedBar = "selected.bar"
  case rule
  case ruleStrong = "rule.strong"
  case header
  case headerTitle = "header.title"
  case headerClock = "header.clock"
  case headerClockLate = "header.clock.late"
  case footer
  case footerKey = "footer.key"
  case tab
  case tabSelected = "tab.selected"
  /// Someone is here, or something goes on now.
  case live
  /// What came since the last visit.
  case new
  /// What the viewer wrote.
  case own
  case dot
  case dotLeft = "dot.left"
  /// What a filter found, inside a text.
  case highlight
  case success = "status.success"
  case saving = "status.saving"
  case waiting = "status.waiting"
  case warning = "status.warning"
  case danger = "status.danger"
  case stage
  case stageEmpathise = "stage.empathise"
  case stageDefine = "stage.define"
  case stageIdeate = "stage.ideate"
  case stagePrototype = "stage.prototype"
  case stageTest = "stage.test"
  case field
  case fieldActive = "field.active"
  case fieldLabel = "field.label"
  case placeholder = "field.placeholder"
  case counter = "field.counter"
  case counterLow = "field.counter.low"
  case button
  case buttonActive = "button.active"
  /// The ground of a box laid over a screen: help, palette, a question.
  case overlay
  case overlayTitle = "overlay.title"
  /// The large digits of the wall's clock.
  case clock
  case clockLate = "clock.late"
  case series
  case series1 = "series.1"
  case series2 = "series.2"
  case series3 = "series.3"
  case series4 = "series.4"
  case series5 = "series.5"
  case series6 = "series.6"

  /// The scope of which this one is part, nearest first: `header.clock.late` is part of `header.clock`. A scope
  /// without a token of its own (`status`) is left out.
  public var parent: ThemeToken? {
    var scope = Substring(rawValue)
    while let dot = scope.lastIndex(of: ".") {
      scope = scope[..<dot]
      if let token = ThemeToken(rawValue: String(scope)) { return token }
    }
    return nil
  }
}

/// What a cell is: a token, and the token it lies on where that is not the bare screen.
///
/// `Style(.dim, on: .selected)` is dim text in the selected row: the row's background with the dim foreground.
public struct Style: Hashable, Sendable {
  public var token: ThemeToken
  public var ground: ThemeToken?

  public init(_ token: ThemeToken, on ground: ThemeToken? = nil) {
    self.token = token
    self.ground = ground
  }

  /// The bare screen.
  public static let blank = Style(.screen)
}
