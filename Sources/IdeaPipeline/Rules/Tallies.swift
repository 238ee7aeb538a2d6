/// How ballots become tallies, and which dots count.
///
/// A *family* is an idea with everything merged into it. Each person's dots on a family cost and show at most the cap, so
/// merging refunds the excess. While a round is open, `Ballot.counts` says which dots are spent; once it is closed, that
/// stays as it was.
enum Tallies {
  /// The idea at the top of the merges that `idea` is part of; itself when it was not merged.
  static func root(of idea: IdeaID, on board: some BoardAccess) -> IdeaID {
    var current = idea
    while let parent = board.get(current)?.mergedInto { current = parent }
    return current
  }

  /// The idea and everything merged into it, directly or not.
  static func family(of root: IdeaID, on board: some BoardAccess) -> [IdeaID] {
    [root] + board.fetch(.merged(into: root)).flatMap { family(of: $0.id, on: board) }
  }

  /// Dots the person has spent in the round.
  static func spent(by person: PersonID, in round: Round, on board: some BoardAccess) -> Int {
    let cap = round.cap ?? 0
    let counting = board.fetch(.cast(in: round.id, by: person)).filter(\.counts)
    let byFamily = Dictionary(grouping: counting) { root(of: $0.idea, on: board) }
    return byFamily.values.reduce(0) { $0 + min(cap, $1.count) }
  }

  /// The person's counting dots on the idea's family.
  static func dots(
    of person: PersonID, on idea: IdeaID, in round: Round, on board: some BoardAccess
  ) -> [Ballot] {
    family(of: root(of: idea, on: board), on: board)
      .flatMap { board.fetch(.cast(in: round.id, by: person, on: $0)) }
      .filter(\.counts)
      .sorted { $0.seq < $1.seq }
  }

  /// After an idea left or entered play, or families changed while a dot round is open: gives dots back or takes them up
  /// again for everybody who has some around there. Dots that count have precedence over dots that came back; among each,
  /// the earlier cast. So taking the change back restores exactly what was, unless the owner spent the dot meanwhile.
  static func settleOpenRound(_ board: some BoardAccess, around ideas: IdeaID..., stamp: Stamp) {
    guard let round = board.first(.open) else { return }
    let families = Set(ideas.flatMap { family(of: root(of: $0, on: board), on: board) })
    let people = Set(families.flatMap { board.fetch(.cast(in: round.id, on: $0)).map(\.person) })
    var touched = Set(ideas.map { root(of: $0, on: board) })
    if round.budget != nil {
      for person in people.sorted() { touched.formUnion(settle(person, in: round, on: board)) }
    }
    for root in touched.sorted() { recount(root, in: round, on: board, stamp) }
  }

  /// Recounts an idea in every round: for when its family changed.
  static func recountEverywhere(_ idea: IdeaID, on board: some BoardAccess, _ stamp: Stamp) {
    for round in board.all(Round.self) { recount(idea, in: round, on: board, stamp) }
  }

  /// Works out the tally of one idea from the ballots; one that is merged into another has none of its own.
  static func recount(_ idea: IdeaID, in round: Round, on board: some BoardAccess, _ stamp: Stamp) {
    let identity = Tally.identity(round: round.id, idea: idea)
    guard root(of: idea, on: board) == idea else { return board.remove(identity) }
    let ballots = family(of: idea, on: board)
      .flatMap { board.fetch(.cast(in: round.id, on: $0)) }
      .filter(\.counts)
    guard !ballots.isEmpty else { return board.remove(identity) }
    var tally = Tally(round: round.id, idea: idea, seq: board.get(identity)?.seq ?? stamp.seq)
    for (_, own) in Dictionary(grouping: ballots, by: \.person) {
      tally.people += 1
      switch own.max(by: { $0.seq < $1.seq })?.position {
      case nil: tally.dots += min(round.cap ?? 0, own.count)
      case .agree: tally.agree += 1
      case .disagree: tally.disagree += 1
      case .pass: tally.pass += 1
      }
    }
    board.put(tally)
  }

  /// Brings a tally up to date after one person's position changed: in constant time unless ideas were merged into it.
  static func positionChanged(
    from old: Ballot?, to new: Ballot?, in round: Round, on board: some BoardAccess, _ stamp: Stamp
  ) {
    guard let idea = (new ?? old)?.idea else { return }
    let top = root(of: idea, on: board)
    guard top == idea, board.fetch(.merged(into: idea)).isEmpty else {
      return recount(top, in: round, on: board, stamp)
    }
    let identity = Tally.identity(round: round.id, idea: idea)
    var tally = board.get(identity) ?? Tally(round: round.id, idea: idea, seq: stamp.seq)
    if let old { tally.add(old, -1) }
    if let new { tally.add(new, 1) }
    if tally.people == 0 { board.remove(identity) } else { board.put(tally) }
  }

  /// Settles one person; returns the roots whose tally changed.
  private static func settle(_ person: PersonID, in round: Round, on board: some BoardAccess) -> Set<IdeaID> {
    let ballots = board.fetch(.cast(in: round.id, by: person))
    let inOrder = ballots.filter(\.counts) + ballots.filter { !$0.counts }
    let (budget, cap) = (round.budget ?? 0, round.cap ?? 0)
    var onFamily: [IdeaID: Int] = [:]
    var spent = 0
    var touched: Set<IdeaID> = []
    for var ballot in inOrder {
      let root = root(of: ballot.idea, on: board)
      let cost = onFamily[root, default: 0] < cap ? 1 : 0
      let counts = isInPlay(ballot.idea, root, on: board) && spent + cost <= budget
      if counts {
        onFamily[root, default: 0] += 1
        spent += cost
      }
      if counts != ballot.counts {
        ballot.counts = counts
        board.put(ballot)
        touched.insert(root)
      }
    }
    return touched
  }

  private static func isInPlay(_ idea: IdeaID, _ root: IdeaID, on board: some BoardAccess) -> Bool {
    [idea, root].allSatisfy { id in
      guard let idea = board.get(id) else { return false }
      return !idea.isWithdrawn && idea.hidden == nil
    }
  }
}

extension Tally {
  /// Adds `count` (1 or −1) of the ballot's position.
  fileprivate mutating func add(_ ballot: Ballot, _ count: Int) {
    people += count
    switch ballot.position {
    case nil: dots += count
    case .agree: agree += count
    case .disagree: disagree += count
    case .pass: pass += count
    }
  }
}
