/// One line of text in pieces, each with its style.
///
/// `StyledText("14", .number) + "  " + StyledText(title, .strong)`
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A piece of one style.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: Style
  }

  public private(set) var runs: [Run]

  public init() {
    runs = []
  }

  public init(_ text: String, _ style: Style) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  public init(_ text: String, _ token: ThemeToken = .text, on ground: ThemeToken? = nil) {
    self.init(text, Style(token, on: ground))
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The pieces joined with a separator between them; empty ones are left out.
  public init(joining parts: [StyledText], separator: StyledText) {
    self.init()
    for part in parts where !part.runs.isEmpty {
      if !runs.isEmpty { self += separator }
      self += part
    }
  }

  /// The text without its styles.
  public var text: String { runs.map(\.text).joined() }

  /// Terminal columns.
  public var columns: Int { runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  public static func + (first: StyledText, second: StyledText) -> StyledText {
    var joined = first
    joined += second
    return joined
  }

  public static func += (first: inout StyledText, second: StyledText) {
    first.runs += second.runs
  }

  /// Appends text of one style.
  public mutating func append(_ text: String, _ token: ThemeToken = .text) {
    self += StyledText(text, token)
  }

  /// At most `width` columns; a longer text ends in "…".
  public func clipped(to width: Int) -> StyledText {
    guard columns > width else { return self }
    guard width > 0 else { return StyledText() }
    var result = StyledText()
    var room = width
    for run in runs {
      let text = TextLayout.clip(run.text, width: room, ellipsis: "")
      result += StyledText(text, run.style)
      room -= TextWidth.columns(of: text)
      if text != run.text || room == 0 { break }
    }
    return result.endingInEllipsis(width: width)
  }

  /// Room is made for the "…" by shortening the last piece that has any.
  private func endingInEllipsis(width: Int) -> StyledText {
    var result = self
    guard let style = runs.last?.style else { return StyledText("…") }
    while let last = result.runs.last, result.columns + 1 > width {
      result.runs.removeLast()
      let room = width - 1 - result.columns
      if room > 0 { result += StyledText(TextLayout.clip(last.text, width: room, ellipsis: ""), last.style) }
    }
    return result + StyledText("…", result.runs.last?.style ?? style)
  }

  /// The text with spaces of its last style added, or clipped, to exactly `width` columns.
  public func padded(to width: Int, align: Alignment = .left) -> StyledText {
    let clipped = clipped(to: width)
    let free = max(0, width - clipped.columns)
    let style = clipped.runs.last?.style ?? Style(.text)
    let before =
      switch align {
      case .left: 0
      case .centre: free / 2
      case .right: free
      }
    return StyledText(String(repeating: " ", count: before), style) + clipped
      + StyledText(String(repeating: " ", count: free - before), style)
  }
}
