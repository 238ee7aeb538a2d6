import IdeaPipeline
import SharedStore

/// From the start of a program to its first list.
struct Openings {
  let directory: Workplace

  func measure(_ table: inout Table) throws {
    let small = try board(ideas: 1_000)
    let large = try board(ideas: 10_000)
    let one = try milliseconds(large, limit: 10_000)
    let other = try milliseconds(small, limit: 1_000)
    table.add(
      "opening and listing 10,000 ideas", Stopwatch.words(one),
      against: "1,000 ideas, ten times: \(Stopwatch.words(10 * other))",
      one / (10 * other), .atMost(1.5))
    let first = try milliseconds(large, limit: 50)
    let few = try milliseconds(small, limit: 50)
    table.add(
      "opening and the first 50 of 10,000", Stopwatch.words(first), against: "of 1,000: \(Stopwatch.words(few))",
      first / few, .atMost(2))
  }

  private func board(ideas: Int) throws -> String {
    let location = try directory.board("ideas-\(ideas)")
    let board = try BenchBoard(at: location, operations: 60)
    while board.ideas.count < ideas { try board.postSeveral(min(500, ideas - board.ideas.count)) }
    board.store.close()
    return location.path
  }

  /// The median of a few programs, each newly started.
  private func milliseconds(_ path: String, limit: Int) throws -> Double {
    Stopwatch.median(try (0..<9).map { _ in Double(try Worker("list", path, "\(limit)").said()) ?? .infinity })
  }
}
