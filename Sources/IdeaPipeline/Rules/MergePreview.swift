/// What merging ideas would do to their votes, as far as the viewer may know.
public struct MergePreview: Hashable, Sendable {
  /// The votes on all of them together.
  public var tally: TallyView
  /// Dots over the cap, which would go back to their owners.
  public var refunded: Int
  /// Whether the merge would wait until the round closes.
  public var waits: Bool

  /// A preview as given.
  public init(tally: TallyView = .none, refunded: Int = 0, waits: Bool = false) {
    self.tally = tally
    self.refunded = refunded
    self.waits = waits
  }
}

extension BoardAccess {
  /// What merging `ideas` into `parent` would do to their votes in a round, worked out from the ballots. Nothing is merged.
  /// - Parameter viewer: whose own votes are told apart; in a blind round only those are told.
  public func previewMerge(
    of ideas: [IdeaID], into parent: IdeaID, in round: Round, seenBy viewer: PersonID?
  ) -> MergePreview {
    let family = Set(([parent] + ideas).flatMap { Tallies.family(of: $0, on: self) })
    let ballots = family.flatMap { fetch(.cast(in: round.id, on: $0)) }.filter(\.counts)
    let people = Dictionary(grouping: ballots, by: \.person)
    let own = viewer.flatMap { people[$0] } ?? []
    let cap = round.cap ?? 0
    let ownPosition = own.max { $0.seq < $1.seq }?.position
    if round.isBlind {
      let waits = ideas.contains { round.ballotList?.contains($0) == true }
      return MergePreview(tally: .own(dots: min(cap, own.count), position: ownPosition), waits: waits)
    }
    guard round.budget != nil else {
      let positions = people.values.compactMap { $0.max { $0.seq < $1.seq }?.position }
      let counts = Dictionary(grouping: positions) { $0 }.mapValues(\.count)
      let (agree, disagree, pass) = (counts[.agree] ?? 0, counts[.disagree] ?? 0, counts[.pass] ?? 0)
      return MergePreview(tally: .consensus(agree: agree, disagree: disagree, pass: pass, own: ownPosition))
    }
    let dots = people.values.reduce(0) { $0 + min(cap, $1.count) }
    return MergePreview(
      tally: .dots(dots, own: min(cap, own.count)), refunded: round.isOpen ? ballots.count - dots : 0)
  }
}
