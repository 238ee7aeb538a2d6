/// Finds what somebody probably meant.
public enum Spelling {
  /// The word nearest to `word`, if it is near enough to be what was meant: about one letter in three may differ.
  public static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let wanted = folded(word)
    let allowed = max(1, min(3, wanted.count / 3))
    let near = words.map { (word: $0, distance: distance(wanted, folded($0))) }
      .filter { $0.distance <= allowed && $0.distance < wanted.count }
    return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// The least number of letters to add, leave out, change or swap with a neighbour.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let changed = previous[column] + (letter == other ? 0 : 1)
        var best = min(changed, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count]
  }

  /// Capitals and the choice between space, "-" and "_" are no difference.
  private static func folded(_ word: String) -> [Character] {
    word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }
}
