import CellGrid

/// What a command prints for people: lines that fit the terminal, harmless whatever is written on the board.
struct Page {
  /// The whole text so far; each line ends with a line break.
  private(set) var text = ""
  private let columns: Int?
  private let isStyled: Bool

  /// An empty page for this destination.
  init(for outlet: Outlet) {
    columns = outlet.columns
    isStyled = outlet.isStyled
  }

  /// One line, clipped at the edge of the terminal.
  mutating func line(_ spans: Span...) { line(spans) }

  /// One line, clipped at the edge of the terminal.
  mutating func line(_ spans: [Span]) {
    var room = columns ?? .max
    for span in spans {
      let clipped = Span(columns == nil ? span.text : TextLayout.clip(span.text, width: room), span.emphasis)
      text += clipped.drawn(styled: isStyled)
      room -= columns == nil ? 0 : TextWidth.columns(of: clipped.text)
      if room <= 0 { break }
    }
    while text.last == " " { text.removeLast() }
    text += "\n"
  }

  /// A text of several lines, wrapped at the edge of the terminal; in a pipe its lines stay as they are.
  mutating func paragraph(_ words: String, indent: Int = 0, _ emphasis: Span.Emphasis = .plain) {
    let margin = String(repeating: " ", count: indent)
    let lines = HarmlessText.lines(words).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.map(String.init) {
      let pieces = columns.map { TextLayout.wrap(line, width: max(20, min($0, 100) - indent)) } ?? [line]
      for piece in pieces { self.line(Span(margin), Span(piece, emphasis)) }
    }
  }

  /// An empty line between two parts; nothing at the beginning.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// A table in aligned columns.
  mutating func table(_ table: Table) {
    for row in table.lines(fitting: columns) { line(row) }
  }
}

extension Shell {
  /// Prints a page at once.
  func print(_ build: (inout Page) throws -> Void) throws {
    var page = Page(for: output)
    try build(&page)
    try output.send(page.text)
  }

  /// Prints one line.
  func say(_ spans: Span...) throws {
    try print { $0.line(spans) }
  }
}
