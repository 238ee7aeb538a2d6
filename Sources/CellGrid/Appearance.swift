/// What a token looks like: two colours and the attributes. A colour that is nil lets what lies beneath show.
public struct Appearance: Hashable, Sendable {
  public var foreground: Colour?
  public var background: Colour?
  public var attributes: Attributes

  public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This appearance laid on another: its colours where it names them, the attributes of both.
  public func laid(on ground: Appearance) -> Appearance {
    Appearance(
      foreground: foreground ?? ground.foreground,
      background: background ?? ground.background,
      attributes: attributes.union(ground.attributes))
  }
}

/// How a glyph is drawn beside its colours. Blinking does not exist here.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)

  /// The attributes by the names that themes use.
  public static let named: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
  ]
}
