/// A piece of one line and how it looks.
struct Span: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// How much a piece stands out, where the terminal can show it. Nothing is said by this alone.
  enum Emphasis: Sendable {
    case plain, strong, faint
  }

  /// One line of harmless text.
  let text: String
  let emphasis: Emphasis

  /// A piece with what could disturb a terminal taken out.
  init(_ text: String, _ emphasis: Emphasis = .plain) {
    self.text = HarmlessText.line(text)
    self.emphasis = emphasis
  }

  init(stringLiteral text: String) { self.init(text) }

  static func strong(_ text: String) -> Span { Span(text, .strong) }
  static func faint(_ text: String) -> Span { Span(text, .faint) }

  /// The piece with the terminal's sequences around it, where these are wanted.
  func drawn(styled: Bool) -> String {
    guard styled, !text.isEmpty else { return text }
    switch emphasis {
    case .plain: return text
    case .strong: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .faint: return "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}
