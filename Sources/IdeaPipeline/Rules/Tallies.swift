/// How ballots become tallies, and which dots count.
///
/// A *family* is an idea with everything merged into it. While a dot round is open, a dot counts when its idea and the
/// idea at the top of the family are in play and it is among the person's first dots on that family, up to the cap. So a
/// merge gives the excess back, an unmerge takes it up again, and both follow from the ballots alone. A dot that would
/// come back into play when its owner has spent it elsewhere is gone for good. Closed rounds keep what counted.
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
  static func spent(by person: PersonID, in round: RoundID, on board: some BoardAccess) -> Int {
    board.fetch(.cast(in: round, by: person)).count { $0.counts }
  }

  /// The person's dots on the idea's family, earliest first, those that came back among them.
  static func dots(
    of person: PersonID, around idea: IdeaID, in round: RoundID, on board: some BoardAccess
  ) -> [Ballot] {
    family(of: root(of: idea, on: board), on: board)
      .flatMap { board.fetch(.cast(in: round, by: person, on: $0)) }
      .sorted { $0.seq < $1.seq }
  }

  /// After an idea left or entered play: settles and recounts in the open round. Closed rounds stay as they were.
  static func playChanged(around idea: IdeaID, on board: some BoardAccess) {
    guard let round = board.first(.open) else { return }
    settle(round, around: [idea], on: board)
    recount(root(of: idea, on: board), in: round, on: board)
  }

  /// After `idea` was merged into `parent` or unmerged from it: settles the open round and recounts all of them.
  static func familyChanged(_ idea: IdeaID, _ parent: IdeaID, on board: some BoardAccess) {
    for round in board.all(Round.self) {
      if round.isOpen {
        settle(round, around: [idea, parent], on: board)
      } else {
        takeUpExcess(in: round, around: [idea, parent], on: board)
      }
      for changed in Set([idea, root(of: idea, on: board), root(of: parent, on: board)]) {
        recount(changed, in: round, on: board)
      }
    }
  }

  /// Closes a round. Dots that are back with their owners stay there; ballots that a merge put over the cap are kept, so
  /// that an unmerge finds them.
  static func close(_ round: inout Round, _ stamp: Stamp, on board: some BoardAccess) {
    if round.budget != nil {
      for idea in board.all(Idea.self) where !isInPlay(idea.id, on: board) {
        for ballot in board.fetch(.cast(in: round.id, on: idea.id)) where !ballot.counts { board.remove(ballot.id) }
      }
    }
    round.isOpen = false
    round.closedAt = stamp.at
    board.put(round)
  }

  /// Works out the tally of one idea from the ballots; one that is merged into another has none of its own.
  static func recount(_ idea: IdeaID, in round: Round, on board: some BoardAccess) {
    let tally = counted(idea, in: round, on: board)
    if tally.people == 0 { board.remove(tally.id) } else { board.put(tally) }
  }

  /// The tally of one idea as the ballots have it.
  static func counted(_ idea: IdeaID, in round: Round, on board: some BoardAccess) -> Tally {
    var tally = Tally(round: round, idea: idea)
    guard root(of: idea, on: board) == idea else { return tally }
    let ballots = family(of: idea, on: board)
      .flatMap { board.fetch(.cast(in: round.id, on: $0)) }
      .filter(\.counts)
    for (_, own) in Dictionary(grouping: ballots, by: \.person) {
      tally.people += 1
      switch own.max(by: { $0.seq < $1.seq })?.position {
      case nil: tally.dots += min(round.cap ?? 0, own.count)
      case .agree: tally.agree += 1
      case .disagree: tally.disagree += 1
      case .pass: tally.pass += 1
      }
    }
    return tally
  }

  /// Brings a tally up to date after one person's position changed: in constant time unless ideas were merged into it.
  static func positionChanged(from old: Ballot?, to new: Ballot?, in round: Round, on board: some BoardAccess) {
    guard let idea = (new ?? old)?.idea else { return }
    let top = root(of: idea, on: board)
    guard top == idea, board.fetch(.merged(into: idea)).isEmpty else { return recount(top, in: round, on: board) }
    var tally = board.get(Tally.identity(round: round.id, idea: idea)) ?? Tally(round: round, idea: idea)
    if let old { tally.add(old, -1) }
    if let new { tally.add(new, 1) }
    if tally.people == 0 { board.remove(tally.id) } else { board.put(tally) }
  }
}

// MARK: - Settling

extension Tallies {
  /// Whether the idea and the one it shows in are neither withdrawn nor hidden.
  static func isInPlay(_ idea: IdeaID, on board: some BoardAccess) -> Bool {
    [idea, root(of: idea, on: board)].allSatisfy { id in
      guard let idea = board.get(id) else { return false }
      return !idea.isWithdrawn && idea.hidden == nil
    }
  }

  /// Works out anew which dots count on the families of these ideas.
  private static func settle(_ round: Round, around ideas: [IdeaID], on board: some BoardAccess) {
    guard round.budget != nil else { return }
    var roots: [IdeaID: IdeaID] = [:]
    for root in Set(ideas.map { root(of: $0, on: board) }) {
      for idea in family(of: root, on: board) { roots[idea] = root }
    }
    let people = Set(roots.keys.flatMap { board.fetch(.cast(in: round.id, on: $0)).map(\.person) })
    for person in people { settle(person, in: round, roots, on: board) }
  }

  private static func settle(
    _ person: PersonID, in round: Round, _ roots: [IdeaID: IdeaID], on board: some BoardAccess
  ) {
    let ballots = board.fetch(.cast(in: round.id, by: person))
    let room = (round.budget ?? 0) - ballots.count { $0.counts && roots[$0.idea] == nil }
    let here = ballots.filter { roots[$0.idea] != nil }
    var inPlay = here.filter { isInPlay($0.idea, on: board) }
    var counting = first(round.cap ?? 0, ofEachFamily: roots, in: inPlay)
    // What counted before fits by itself, so only what newly counts can be too much; the latest of it goes.
    while counting.count > room, let excess = counting.last(where: { !$0.counts }) {
      board.remove(excess.id)
      inPlay.removeAll { $0.id == excess.id }
      counting = first(round.cap ?? 0, ofEachFamily: roots, in: inPlay)
    }
    let ids = Set(counting.map(\.id))
    for var ballot in here where board.get(ballot.id) != nil && ballot.counts != ids.contains(ballot.id) {
      ballot.counts.toggle()
      board.put(ballot)
    }
  }

  private static func first(
    _ cap: Int, ofEachFamily roots: [IdeaID: IdeaID], in ballots: [Ballot]
  ) -> [Ballot] {
    var onFamily: [IdeaID: Int] = [:]
    return ballots.filter { ballot in
      guard let root = roots[ballot.idea] else { return false }
      onFamily[root, default: 0] += 1
      return onFamily[root, default: 0] <= cap
    }
  }

  /// In a closed round: dots that a merge put over the cap count again where an unmerge made room for them.
  private static func takeUpExcess(in round: Round, around ideas: [IdeaID], on board: some BoardAccess) {
    guard let budget = round.budget, let cap = round.cap else { return }
    for root in Set(ideas.map { root(of: $0, on: board) }).sorted() {
      let ballots = family(of: root, on: board).flatMap { board.fetch(.cast(in: round.id, on: $0)) }
      for (person, own) in Dictionary(grouping: ballots, by: \.person) {
        var free = min(budget - spent(by: person, in: round.id, on: board), cap - own.count { $0.counts })
        for var ballot in own.sorted(by: { $0.seq < $1.seq }) where !ballot.counts && free > 0 {
          ballot.counts = true
          board.put(ballot)
          free -= 1
        }
      }
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
