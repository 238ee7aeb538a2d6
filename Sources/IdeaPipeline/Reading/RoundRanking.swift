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
    let equals = Dictionary(grouping: results, by: \.standing).mapValues(\.count)
    var better: [RoundResult.Standing: Int] = [:]
    var before = 0
    for (standing, count) in equals.sorted(by: { $0.key.comesBefore($1.key) }) {
      better[standing] = before
      before += count
    }
    return results.map { result in
      RoundRank(
        place: better[result.standing, default: 0] + 1, isTied: equals[result.standing, default: 1] > 1, result: result)
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
  /// What decides about the place.
  fileprivate struct Standing: Hashable {
    let votes: Int
    let against: Int

    func comesBefore(_ other: Standing) -> Bool {
      votes > other.votes || (votes == other.votes && against < other.against)
    }
  }

  fileprivate var standing: Standing { Standing(votes: tally.dots + tally.agree, against: tally.disagree) }
}
