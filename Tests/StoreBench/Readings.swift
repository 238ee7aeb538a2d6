import IdeaPipeline
import SharedStore

/// What screens ask for costs what it shows, not what has happened: the same question to a board of 1,000 operations and
/// to one of 20,000.
struct Readings {
  let small: BenchBoard
  let large: BenchBoard

  func measure(_ table: inout Table) throws {
    try add(&table, "first 50 ideas, newest first") { board in
      _ = try board.store.ideas(IdeaQuery(limit: 50), for: .person(board.owner))
    }
    try add(&table, "first 50 ideas, latest change first") { board in
      _ = try board.store.ideas(IdeaQuery(sort: .activity, limit: 50), for: .person(board.owner))
    }
    let pairs = [(small, try small.quietIdea()), (large, try large.quietIdea())]
    try add(&table, "one idea with five comments") { board in
      let idea = pairs.first { $0.0 === board }?.1 ?? board.ideas[0]
      _ = try board.store.idea(.id(idea), for: .person(board.owner))
    }
    try add(&table, "what 10 changes did") { board in
      _ = try board.store.changes(since: board.seq - 10, limit: 100, for: .person(board.owner))
    }
    try add(&table, "200 changes from the middle of the log") { board in
      _ = try board.store.recentChanges(before: board.seq / 2, limit: 200, for: .person(board.owner))
    }
    try add(&table, "header and lobby") { board in _ = try board.store.summary(for: .person(board.owner)) }
  }

  private func add(_ table: inout Table, _ what: String, _ read: (BenchBoard) throws -> Void) throws {
    let (one, other) = try Stopwatch.compare(200) {
      try read(large)
    } _: {
      try read(small)
    }
    table.add(
      what, Stopwatch.words(one), against: "1,000 operations: \(Stopwatch.words(other))", one / other, .atMost(2))
  }
}

extension BenchBoard {
  /// A new idea with five comments.
  func quietIdea() throws -> IdeaID {
    try post()
    let idea = ideas[ideas.count - 1]
    try submit((1...5).map { PostComment(idea: idea, text: "Comment \($0): who pays for it?") })
    return idea
  }
}
