/// A piece of what people type to find something: a word, or several in quotes, perhaps with "-" before it.
public struct FilterTerm: Hashable, Sendable {
  /// Without the quotes and the "-".
  public let text: String
  /// Whether what has it is to be left out.
  public let isLeftOut: Bool
  public let isQuoted: Bool
  /// Whether its quotes are not closed, so that it may be typed on.
  public let isOpen: Bool

  /// The pieces of a text, in order. Quotes may be straight or curly; a "-" by itself is a word.
  public static func terms(of text: String) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return terms }
      let next = rest.dropFirst().first
      let isLeftOut = first == "-" && next.map { !$0.isWhitespace && $0 != "-" } == true
      if isLeftOut { rest = rest.dropFirst() }
      if let quote = rest.first, quotes.contains(quote) {
        rest = rest.dropFirst()
        let inside = rest.prefix { !quotes.contains($0) }
        let isOpen = inside.endIndex == rest.endIndex
        terms.append(FilterTerm(text: String(inside), isLeftOut: isLeftOut, isQuoted: true, isOpen: isOpen))
        rest = rest[inside.endIndex...].dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        terms.append(FilterTerm(text: String(word), isLeftOut: isLeftOut, isQuoted: false, isOpen: false))
        rest = rest[word.endIndex...]
      }
    }
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  /// As one types it.
  public var written: String {
    let end = isOpen ? "" : "\""
    return (isLeftOut ? "-" : "") + (isQuoted ? "\"\(text)\(end)" : text)
  }

  /// "stage" and "define" of "stage:define". Times, proportions and addresses are words: 10:30, https://…
  var keyAndValue: (key: String, value: String)? {
    guard !isQuoted else { return nil }
    let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter), !parts[1].hasPrefix("//") else {
      return nil
    }
    return (parts[0], parts[1])
  }
}
