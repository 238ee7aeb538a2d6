import Foundation

/// Prints one line for each ratio as it comes.
struct Table {
  enum Bound {
    case atMost(Double)
    case atLeast(Double)
  }

  private(set) var isMissed = false

  init() {
    print(Self.line("what", "figure", "compared with", "ratio", "bound", ""))
  }

  mutating func add(_ what: String, _ figure: String, against other: String, _ ratio: Double, _ bound: Bound) {
    let (words, isKept) =
      switch bound {
      case .atMost(let most): ("at most \(most)", ratio <= most)
      case .atLeast(let least): ("at least \(least)", ratio >= least)
      }
    if !isKept { isMissed = true }
    print(Self.line(what, figure, other, String(format: "%.2f", ratio), words, isKept ? "ok" : "MISSED"))
  }

  private static func line(_ words: String...) -> String {
    zip(words, [42, 14, 40, 6, 14, 0]).map { word, width in
      word + String(repeating: " ", count: max(0, width - word.count))
    }.joined(separator: "  ")
  }
}

/// How long something takes.
enum Stopwatch {
  /// The medians of two things in milliseconds, done in turn so that a busy moment meets both.
  static func compare(
    _ runs: Int, _ one: () throws -> Void, _ other: () throws -> Void
  ) rethrows -> (one: Double, other: Double) {
    var times: (one: [Double], other: [Double]) = ([], [])
    for run in 0..<runs + 5 {
      let (first, second) = (try milliseconds(one), try milliseconds(other))
      // The first few fill caches.
      if run < 5 { continue }
      times.one.append(first)
      times.other.append(second)
    }
    return (median(times.one), median(times.other))
  }

  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let took = try ContinuousClock().measure(work).components
    return Double(took.seconds) * 1e3 + Double(took.attoseconds) / 1e15
  }

  static func median(_ times: [Double]) -> Double { times.isEmpty ? 0 : times.sorted()[times.count / 2] }

  static func words(_ milliseconds: Double) -> String { String(format: "%.3f ms", milliseconds) }
}
