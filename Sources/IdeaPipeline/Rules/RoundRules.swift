extension Round.Kind {
  /// Refuses budgets outside 1–100 and caps outside 1 to the budget.
  func check() throws(Refusal) {
    guard case .dots(let budget, let cap) = self else { return }
    guard (1...100).contains(budget) else {
      throw Refusal(
        .badInput, "A round has 1 to 100 dots for each person; this would be \(budget).",
        instead: "Choose a number between.")
    }
    guard (1...budget).contains(cap) else {
      throw Refusal(
        .badInput, "One idea can take 1 to \(budget) dots of a person; this would be \(cap).",
        instead: "Choose a number between.")
    }
  }
}

extension CheckContext {
  /// The person who votes; refuses when no name is stored, because a vote counts once a person.
  func voter() throws(Refusal) -> PersonID {
    guard let person else {
      throw Refusal(.rule, "A vote needs a name, so that everyone has the same say.", instead: "Vote as yourself.")
    }
    return person
  }
}

extension BoardAccess {
  /// The round while it is open; refuses naming the one that is.
  func openRound(_ id: RoundID) throws(Refusal) -> Round {
    let round = try existing(id)
    if round.isOpen { return round }
    guard let open = first(.open) else {
      throw Refusal(
        .rule, "Round \(round.number) is closed and no other is open.", instead: "A facilitator can open one.",
        remedy: .openRound)
    }
    throw Refusal(
      .rule, "Round \(round.number) is closed.",
      instead: "Round \(open.number) “\(open.title)” is open now: vote in that one.")
  }

  /// The idea while it can be voted on in the round.
  func votable(_ id: IdeaID, in round: Round, for what: String) throws(Refusal) -> Idea {
    let idea = try ideaInPlay(id, for: what)
    if let list = round.ballotList, !list.contains(id) {
      throw Refusal(
        .rule, "\(idea.reference) is not on the list of round \(round.number), which was fixed when the round opened.",
        instead: "A facilitator can open another round.")
    }
    return idea
  }

  /// How a sentence names the round: "round 2 “Dots”".
  func reference(_ id: RoundID) -> String { get(id).map { "round \($0.number) “\($0.title)”" } ?? "a round" }

  /// What the feed says about a vote. Only the standing round tells for which idea: elsewhere a vote is the voter's own
  /// affair, during the round and after.
  func activity(
    _ words: String, to: IdeaID? = nil, from: IdeaID? = nil, in round: RoundID
  ) -> Activity {
    guard get(round)?.isStanding == true, let idea = to ?? from else {
      return Activity("\(words) in \(reference(round))")
    }
    return Activity("\(words) \(to == nil ? "from" : "to") \(reference(idea))", idea: idea)
  }
}

extension Int {
  /// "1 dot", "2 dots".
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
