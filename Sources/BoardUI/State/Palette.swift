import CellGrid

/// Every command in words, found by typing.
public struct Palette: Equatable, Sendable {
  /// A command that matches what was typed.
  struct Match: Equatable, Sendable {
    let entry: CommandEntry
    /// The letters of its name that were typed, by their places.
    var letters: [Int] = []
  }

  var query = TextBuffer(limit: 60)
  var selected = 0

  /// The commands that match, the best first: the one that has the typed key, then those whose names hold the words as
  /// words or as their beginnings, then those whose help has them, then those with the letters in this order anywhere.
  /// Equals stay in the order of the table.
  func matches(in entries: [CommandEntry], keymap: Keymap) -> [Match] {
    // Nothing is called that, and looking for it would take long.
    if query.excess > 0 { return [] }
    let words = query.text.lowercased().split(separator: " ").map(Array.init)
    guard !words.isEmpty else { return entries.map { Match(entry: $0) } }
    let ranked = entries.enumerated().compactMap { place, entry in
      rank(entry, words, keymap).map { (match: $0.match, rank: $0.rank, score: $0.score, place: place) }
    }
    return ranked.sorted { ($0.rank, -$0.score, $0.place) < ($1.rank, -$1.score, $1.place) }.map(\.match)
  }

  private func rank(
    _ entry: CommandEntry, _ words: [[Character]], _ keymap: Keymap
  ) -> (match: Match, rank: Int, score: Int)? {
    let name = FuzzyName(entry.name)
    let found = words.compactMap(name.match)
    let letters = Set(found.flatMap(\.letters)).sorted()
    let isWhole = found.count == words.count
    let match = Match(entry: entry, letters: isWhole ? letters : [])
    let score = found.map(\.score).reduce(0, +)
    if hasKey(entry, keymap) { return (match, 0, score) }
    if isWhole, found.allSatisfy(\.isTight) { return (match, 1, score) }
    let help = "\(entry.name) \(entry.help)".lowercased()
    if words.allSatisfy({ help.contains(String($0)) }) { return (match, 2, 0) }
    return isWhole ? (match, 3, score) : nil
  }

  /// Whether what was typed is the name of a key of it. Letters are what they are: `v` is not `V`.
  private func hasKey(_ entry: CommandEntry, _ keymap: Keymap) -> Bool {
    let typed = query.text.split(separator: " ").joined(separator: " ")
    return keymap.labels(entry.command).contains { label in
      label == typed || (label.count > 1 && label.lowercased() == typed.lowercased())
    }
  }
}

/// A name that is searched for letters in their order.
struct FuzzyName {
  struct Found: Equatable {
    var letters: [Int]
    var score: Int
    /// Whether every letter begins a word or follows the one before it at once.
    var isTight: Bool
  }

  private let letters: [Character]
  private let begins: [Bool]

  init(_ name: String) {
    letters = Array(name.lowercased())
    begins = letters.indices.map { [letters] place in
      letters[place].isLetter && (place == 0 || !letters[place - 1].isLetter)
    }
  }

  /// The letters where they count most: at the beginnings of words, and one after another; nil where they do not occur in
  /// this order.
  func match(_ typed: [Character]) -> Found? {
    guard !typed.isEmpty, typed.count <= letters.count else { return nil }
    // The best way to place the typed letters so far so that the last one is at each place of the name.
    var best: [Found?] = letters.indices.map {
      letters[$0] == typed[0] ? found([], at: $0, score: 0, isTight: true) : nil
    }
    for letter in typed.dropFirst() {
      best = letters.indices.map { place in
        guard letters[place] == letter else { return nil }
        return best[..<place].compactMap(\.self).map {
          found($0.letters, at: place, score: $0.score, isTight: $0.isTight)
        }
        .max { $0.score < $1.score }
      }
    }
    return best.compactMap(\.self).max { ($0.score, -$0.letters[0]) < ($1.score, -$1.letters[0]) }
  }

  private func found(_ before: [Int], at place: Int, score: Int, isTight: Bool) -> Found {
    let follows = before.last == place - 1
    let worth = follows ? 6 : begins[place] ? (place == 0 ? 6 : 5) : 1
    return Found(
      letters: before + [place], score: score + worth, isTight: isTight && (follows || begins[place]))
  }
}
