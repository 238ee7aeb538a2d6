/// Where an idea came in a round.
public struct RoundRank: Hashable, Sendable {
  /// 1 for the most; ideas with the same count share a rank, and the next one comes after all of them.
  public var place: Int
  /// Whether another idea has the same place.
  public var isTied: Bool
  public var result: RoundResult

  /// "2", and "2=" where others have the same place.
  public var words: String { isTied ? "\(place)=" : "\(place)" }
}

extension RoundRow {
  /// The results with their places.
  public var ranking: [RoundRank] {
    results.map { result in
      let better = results.count { $0.comesBefore(result) }
      let equal = results.count { !$0.comesBefore(result) && !result.comesBefore($0) }
      return RoundRank(place: better + 1, isTied: equal > 1, result: result)
    }
  }

  /// How far the votes lie apart, in a sentence; nil while nothing can be said.
  public var spread: String? {
    let votes = results.map { round.budget == nil ? $0.tally.agree + $0.tally.disagree : $0.tally.dots }
    let all = votes.reduce(0, +)
    guard all > 0 else { return nil }
    return round.budget == nil ? consensusSpread : dotSpread(votes, all)
  }

  private func dotSpread(_ votes: [Int], _ all: Int) -> String {
    let voted = votes.count { $0 > 0 }
    let top = votes.sorted(by: >).prefix(3).reduce(0, +)
    let share = (top * 100 + all / 2) / all
    return "\(all.counted("dot")) on \(voted.counted("idea")); the first \(min(3, voted)) have \(share) in a hundred."
  }

  /// Agreed: at least four in five of those who took a side. Divided: fewer than three in five.
  private var consensusSpread: String {
    let shares = results.compactMap { result -> Double? in
      let (agree, disagree) = (result.tally.agree, result.tally.disagree)
      return agree + disagree == 0 ? nil : Double(max(agree, disagree)) / Double(agree + disagree)
    }
    let (agreed, divided) = (shares.count { $0 >= 0.8 }, shares.count { $0 < 0.6 })
    return "Of \(shares.count.counted("idea")), people are of one mind on \(agreed) and divided on \(divided)."
  }
}

extension RoundResult {
  fileprivate func comesBefore(_ other: RoundResult) -> Bool {
    let (own, others) = (tally.dots + tally.agree, other.tally.dots + other.tally.agree)
    return own > others || (own == others && tally.disagree < other.tally.disagree)
  }
}
