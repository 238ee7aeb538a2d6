extension Grid {
  /// The grid as lines of text, without the spaces at their ends.
  public var text: String {
    (0..<size.height).map { y in
      Grid.trimmed(row(y).compactMap(\.glyph).map(\.text).joined())
    }.joined(separator: "\n")
  }

  /// What each cell is: a letter for each style, in the order of their first appearance, and a legend. Plain text
  /// is "." and the bare screen a space.
  public var styleMap: String {
    var letters: [Style: Character] = [.blank: " ", Style(.text): "."]
    var legend: [String] = []
    let names = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let lines = (0..<size.height).map { y in
      Grid.trimmed(
        String(
          row(y).map { cell in
            if let letter = letters[cell.style] { return letter }
            let letter = legend.count < names.count ? names[legend.count] : "?"
            letters[cell.style] = letter
            legend.append("\(letter) \(cell.style.description)")
            return letter
          }))
    }
    return (lines + legend).joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension Style: CustomStringConvertible {
  /// The token's scope, and its ground's: `text.dim on selected`.
  public var description: String {
    ground.map { "\(token.rawValue) on \($0.rawValue)" } ?? token.rawValue
  }
}
