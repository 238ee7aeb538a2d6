import Foundation
import IdeaPipeline

/// What a person typed, as a question to the full-text tables. The words are split as those tables split them, so
/// nothing typed is read as an operator but quotes and "-", as in the filter.
struct TextQuery {
  /// In small letters, without accents.
  let words: [String]

  /// Every word must occur, each as a beginning, and what is in quotes as it stands; nil when there is none.
  let all: String?
  /// One of these is one too many; nil when there is none.
  let leftOut: String?

  /// The words that carry meaning, each once, endings cut off: "patients" asks for "patient".
  let telling: [String]
  private let tellingBytes: [[UInt8]]

  init(_ text: String) {
    words = Self.words(of: text)
    let terms = FilterTerm.terms(of: text)
    let wanted = terms.filter { !$0.isLeftOut }.compactMap(Self.match)
    let unwanted = terms.filter(\.isLeftOut).compactMap(Self.match)
    all = wanted.isEmpty ? nil : wanted.joined(separator: " AND ")
    leftOut = unwanted.isEmpty ? nil : unwanted.map { "(\($0))" }.joined(separator: " OR ")
    var seen: Set<String> = []
    telling = words.filter { $0.count > 2 && !Self.common.contains($0) }.map(Self.stem)
      .filter { seen.insert($0).inserted }
    tellingBytes = telling.map { Array($0.utf8) }
  }

  /// What a search asks for: all that is wanted and nothing that is not; nil when nothing is wanted.
  var match: String? {
    all.map { all in leftOut.map { "(\(all)) NOT (\($0))" } ?? all }
  }

  /// Quotes that are not closed may be typed on.
  private static func match(_ term: FilterTerm) -> String? {
    let words = words(of: term.text)
    if words.isEmpty { return nil }
    if term.isQuoted { return "\"\(words.joined(separator: " "))\"\(term.isOpen ? "*" : "")" }
    return words.map { "\"\($0)\"*" }.joined(separator: " AND ")
  }

  /// One of the words that carry meaning must occur; nil when there is none.
  var any: String? {
    telling.isEmpty ? nil : telling.map { "\"\($0)\"*" }.joined(separator: " OR ")
  }

  /// How many of the telling words the text has, each as a beginning.
  func matches(in text: String) -> Int {
    let others = Self.words(of: text).map { Array($0.utf8) }
    return tellingBytes.count { word in others.contains { $0.starts(with: word) } }
  }

  static func words(of text: String) -> [String] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let folded =
      isPlain
      ? text.lowercased() : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    if isPlain {
      return folded.utf8.split { !isLetterOrDigit($0) }.map { String(Substring($0)) }
    }
    return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ings", "ing", "ies", "es", "ed", "s", "y"] where word.count - ending.count >= 4 {
      if word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    }
    return word
  }

  private static let common: Set<String> = [
    "and", "are", "but", "can", "could", "for", "from", "had", "has", "have", "how", "into", "its", "let", "make",
    "might", "more", "not", "our", "should", "that", "the", "their", "them", "there", "they", "this", "was", "what",
    "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
  ]
}
