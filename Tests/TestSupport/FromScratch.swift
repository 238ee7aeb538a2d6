import IdeaPipeline

/// Works out from the bare rows what the board keeps ready, in the plainest way, to compare the two.
public enum FromScratch {
  /// The idea at the top of the merges.
  public static func root(of idea: IdeaID, on board: any BoardAccess) -> IdeaID {
    board.get(idea)?.mergedInto.map { root(of: $0, on: board) } ?? idea
  }

  /// The tallies that the ballots come to.
  public static func tallies(on board: any BoardAccess) -> [Tally] {
    board.all(Round.self).flatMap { round -> [Tally] in
      let ballots = board.all(Ballot.self).filter { $0.round == round.id && $0.counts }
      let byRoot = Dictionary(grouping: ballots) { root(of: $0.idea, on: board) }
      return byRoot.map { idea, ballots in
        var tally = Tally(round: round, idea: idea)
        let byPerson = Dictionary(grouping: ballots, by: \.person).values
        tally.people = byPerson.count
        for own in byPerson {
          if let cap = round.cap {
            tally.dots += min(cap, own.count)
          } else {
            let last = own.sorted { $0.seq < $1.seq }.last?.position
            tally.agree += last == .agree ? 1 : 0
            tally.disagree += last == .disagree ? 1 : 0
            tally.pass += last == .pass ? 1 : 0
          }
        }
        return tally
      }
    }
  }
}
