import CellGrid
import Foundation

/// How soon a key is answered and how much is sent for it, on 10,000 ideas against 100: `make bench-screens`. Ends with
/// status 1 when a bound is missed.
@main struct ScreenBench {
  static func main() throws {
    let boards = try Boards()
    defer { boards.remove() }
    print("Building boards of 10,000 and 100 ideas in \(boards.path) …")
    try boards.make("large", ideas: 10_000)
    try boards.make("small", ideas: 100)
    var table = Table()
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      let (large, small) = (try Samples(of: "large", size, boards), try Samples(of: "small", size, boards))
      table.add("\(size.width)×\(size.height)", large, small)
    }
    boards.remove()
    exit(table.isMissed ? 1 : 0)
  }
}

/// What each kind of key led to on one board in a window of one size.
struct Samples {
  /// A row further.
  let moves: [Window.Answer]
  /// A page on and back.
  let pages: [Window.Answer]
  /// The next stage, which is empty, and back to the one with all ideas.
  let stages: [Window.Answer]

  init(of board: String, _ size: Size, _ boards: Boards) throws {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let program = tests.appending(path: "hothouse").path(percentEncoded: false)
    let command = [program, "open", board, "--as", "ann"]
    let window = try Window(size, showing: command, environment: boards.environment)
    defer { window.close() }
    try window.waitFor("shared desk")
    let (up, down, pageUp, pageDown) = ("\u{1B}OA", "\u{1B}OB", "\u{1B}[5~", "\u{1B}[6~")
    // The first few fill caches.
    for key in [down, up, pageDown, pageUp, "l", "h"] { _ = window.press(key) }
    moves = (0..<80).map { _ in window.press(down) }
    _ = window.press("g")
    pages = (0..<10).flatMap { _ in [pageDown, pageDown, pageUp, pageUp].map(window.press) }
    stages = (0..<20).flatMap { _ in ["l", "h"].map(window.press) }
  }
}

/// Prints the figures as they come.
struct Table {
  private(set) var isMissed = false

  init() {
    print("Milliseconds from the key to the first and to the last byte drawn for it, and bytes drawn.")
    print(Self.line("window", "key", "first p50", "last p50", "last p99", "bytes p50", "bytes max", "of 100", "ratio"))
  }

  mutating func add(_ window: String, _ large: Samples, _ small: Samples) {
    add(window, "down", large.moves, small.moves, bytes: window.hasPrefix("80") ? 600 : 1_400)
    add(window, "page", large.pages, small.pages, bytes: .max)
    add(window, "stage", large.stages, small.stages, bytes: .max)
  }

  /// - Parameter bytes: the most that half of the keys may cost.
  private mutating func add(
    _ window: String, _ key: String, _ large: [Window.Answer], _ small: [Window.Answer], bytes: Int
  ) {
    let last = Self.at(0.5, large.map(\.last))
    let other = Self.at(0.5, small.map(\.last))
    let drawn = large.map { Double($0.bytes) }
    // Below two milliseconds it is the machine that is measured.
    let ratio = last / max(2, other)
    let isKept = ratio <= 2 && Self.at(0.5, drawn) <= Double(bytes)
    if !isKept { isMissed = true }
    print(
      Self.line(
        window, key, Self.words(Self.at(0.5, large.map(\.first))), Self.words(last),
        Self.words(Self.at(0.99, large.map(\.last))), "\(Int(Self.at(0.5, drawn)))", "\(Int(Self.at(1, drawn)))",
        Self.words(other), Self.words(ratio)) + (isKept ? "  ok" : "  MISSED"))
  }

  private static func at(_ share: Double, _ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  private static func words(_ value: Double) -> String { String(format: "%.1f", value) }

  private static func line(_ words: String...) -> String {
    words.map { $0 + String(repeating: " ", count: max(0, 10 - $0.count)) }.joined(separator: " ")
  }
}
