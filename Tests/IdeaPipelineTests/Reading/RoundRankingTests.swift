import IdeaPipeline
import Testing

/// What a closed round tells.
@Suite struct RoundRankingTests {
  private func row(budget: Int?, _ votes: [(dots: Int, agree: Int, disagree: Int)]) -> RoundRow {
    let kind = budget.map { Round.Kind.dots(budget: $0, cap: 3) } ?? .consensus
    let round = Round(
      id: RoundID(rawValue: 1), seq: 1, number: 1, title: "Dots", kind: kind, isStanding: false, ballotList: [],
      openedAt: Timestamp(milliseconds: 0))
    let results = votes.enumerated().map { index, vote in
      var tally = Tally(round: round, idea: IdeaID(rawValue: Int64(index)))
      (tally.dots, tally.agree, tally.disagree) = vote
      return RoundResult(idea: tally.idea, number: index + 1, title: "Idea", tally: tally)
    }
    return RoundRow(round: round, ownSpent: 0, ownPositions: 0, done: 0, voters: 9, results: results)
  }

  @Test func equalCountsShareAPlace() {
    let ranking = row(budget: 5, [(5, 0, 0), (3, 0, 0), (3, 0, 0), (1, 0, 0)]).ranking
    #expect(ranking.map(\.words) == ["1", "2=", "2=", "4"])
  }

  @Test func ofEquallyManyWhoAgreeThoseWithFewerWhoDisagreeComeFirst() {
    let ranking = row(budget: nil, [(0, 4, 0), (0, 4, 2), (0, 1, 3)]).ranking
    #expect(ranking.map(\.words) == ["1", "2", "3"])
  }

  @Test func theSpreadOfDotsIsTold() {
    #expect(
      row(budget: 5, [(5, 0, 0), (3, 0, 0), (1, 0, 0), (1, 0, 0), (0, 0, 0)]).spread
        == "10 dots on 4 ideas; the first 3 have 90 in a hundred.")
    #expect(row(budget: 5, [(0, 0, 0)]).spread == nil)
  }

  @Test func theSpreadOfPositionsTellsWhereThereIsOneMind() {
    #expect(
      row(budget: nil, [(0, 9, 1), (0, 1, 9), (0, 5, 5), (0, 7, 3), (0, 0, 0)]).spread
        == "Of 4 ideas, people are of one mind on 2 and divided on 1.")
  }
}
