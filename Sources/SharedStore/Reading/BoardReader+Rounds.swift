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
      voters: try Int.fetchOne(db.cachedStatement(sql: Self.votersSQL), arguments: [round.id.rawValue]) ?? 0,
      away: try away(round))
  }

  private static let votes = """
    (person.role IN ('participant', 'coach') OR (person.role = 'facilitator'
      AND EXISTS (SELECT 1 FROM ballot WHERE ballot.round = ? AND ballot.person = person.id)))
    """
  static let votersSQL = "SELECT count(*) FROM person WHERE \(votes)"
  static let undoneSQL = """
    SELECT handle FROM person WHERE \(votes)
      AND (SELECT count(*) FROM ballot WHERE ballot.round = ? AND ballot.person = person.id) < ?
    """

  /// Where no names are kept nobody's presence moves, so nobody can be told to be away.
  private func away(_ round: Round) throws -> Int {
    guard round.isBlind, board.currentStep?.plan.naming != .sealed else { return 0 }
    let all = round.budget ?? round.ballotList?.count ?? 0
    let waiting = try String.fetchAll(
      db.cachedStatement(sql: Self.undoneSQL), arguments: [round.id.rawValue, round.id.rawValue, all])
    let here = handlesHere()
    return waiting.count { !here.contains($0) }
  }

  static let doneSQL = "SELECT count(*) FROM voter WHERE round = ? AND ballots >= ?"

  /// Counts dots that came back too: else withdrawing an idea would show how many had given theirs to it.
  static let doneBlindSQL = """
    SELECT count(*) FROM (SELECT 1 FROM ballot WHERE round = ? GROUP BY person HAVING count(*) >= ?)
    """

  /// People who have used up their dots or taken a position on every idea of the list.
  private func done(_ round: Round) throws -> Int {
    let all = round.budget ?? round.ballotList?.count ?? 0
    guard all > 0 else { return 0 }
    let statement = try db.cachedStatement(sql: round.isBlind ? Self.doneBlindSQL : Self.doneSQL)
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
