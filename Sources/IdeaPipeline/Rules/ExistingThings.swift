extension BoardAccess {
  /// The person; refuses when there is none.
  func existing(_ id: PersonID) throws(Refusal) -> Person {
    guard let person = get(id) else {
      throw Refusal(
        .notFound, "There is no such person on this board.",
        instead: "Choose one of those who are, or ask a facilitator to add them.")
    }
    return person
  }

  /// The team; refuses when there is none.
  func existing(_ id: TeamID) throws(Refusal) -> Team {
    guard let team = get(id) else {
      throw Refusal(
        .notFound, "There is no such team on this board.",
        instead: "Choose one that is, or ask a facilitator to add it.")
    }
    return team
  }

  /// The challenge; refuses when there is none.
  func existing(_ id: ChallengeID) throws(Refusal) -> Challenge {
    guard let challenge = get(id) else {
      throw Refusal(
        .notFound, "There is no such challenge on this board.",
        instead: "Choose one that is, or ask a facilitator to pose it.")
    }
    return challenge
  }

  /// The comment, whatever its state; refuses when there is none.
  func existing(_ id: CommentID) throws(Refusal) -> Comment {
    guard let comment = get(id) else {
      throw Refusal(
        .notFound, "There is no such comment on this board.",
        instead: "Look at the idea as it is now and choose another.")
    }
    return comment
  }

  /// The round; refuses when there is none.
  func existing(_ id: RoundID) throws(Refusal) -> Round {
    guard let round = get(id) else {
      throw Refusal(
        .notFound, "There is no such round on this board.",
        instead: "Look at the rounds there are, or ask a facilitator to open one.")
    }
    return round
  }

  /// How a sentence names the person: "@ann".
  func reference(_ id: PersonID) -> String { get(id).map { "@\($0.handle)" } ?? "somebody" }

  /// How a sentence names the challenge: "challenge 2".
  func reference(_ id: ChallengeID?) -> String {
    id.map { get($0).map { "challenge \($0.number)" } ?? "a challenge" } ?? "no challenge"
  }
}

extension Refusal {
  /// Nothing would change.
  static func unchanged(_ what: String) -> Refusal {
    Refusal(.rule, "Nothing changed: \(what).", instead: "Change something first, or leave it as it is.")
  }

  /// What the asker saw is not what the board has now.
  static func overtaken(_ what: String) -> Refusal {
    Refusal(.rule, "\(what) meanwhile.", instead: "Look at it as it is now and try again.")
  }
}
