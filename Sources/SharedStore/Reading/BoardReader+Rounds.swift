import GRDB
import IdeaPipeline

extension BoardReader {
  func rounds() throws -> [RoundRow] {
    try board.all(Round.self).reversed().map { round in
      var row = try row(round)
      if !round.isBlind { row.results = try results(of: round) }
      return row
    }
  }

  /// Without results.
  func row(_ round: Round) throws -> RoundRow {
    let own = sight.person.map { board.fetch(.cast(in: round.id, by: $0.id)) } ?? []
    return RoundRow(
      round: round, ownSpent: own.count { $0.counts && $0.position == nil },
      ownPositions: own.count { $0.position != nil }, done: try done(round),
      voters: try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM person WHERE role <> 'observer'")) ?? 0)
  }

  static let doneSQL = "SELECT count(*) FROM voter WHERE round = ? AND ballots >= ?"

  /// People who have used up their dots or taken a position on every idea of the list.
  private func done(_ round: Round) throws -> Int {
    let all = round.budget ?? round.ballotList?.count ?? 0
    guard all > 0 else { return 0 }
    let statement = try db.cachedStatement(sql: Self.doneSQL)
    return try Int.fetchOne(statement, arguments: [round.id.rawValue, all]) ?? 0
  }

  static let resultsSQL = """
    SELECT idea FROM tally WHERE round = ? ORDER BY dots + agree DESC, disagree, idea
    """

  private func results(of round: Round) throws -> [RoundResult] {
    let ideas = try Int64.fetchAll(db.cachedStatement(sql: Self.resultsSQL), arguments: [round.id.rawValue])
    return ideas.compactMap { id in
      let id = IdeaID(rawValue: id)
      guard let idea = board.get(id), sight.sees(idea),
        let tally = board.get(Tally.identity(round: round.id, idea: id))
      else { return nil }
      return RoundResult(idea: id, number: idea.number, title: idea.title, tally: tally)
    }
  }
}
