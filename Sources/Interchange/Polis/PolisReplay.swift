import IdeaPipeline

/// A conversation to be said again, person by person: who stated what, and where everybody stood in the end.
public struct PolisReplay: Sendable {
  /// What somebody said.
  public struct Statement: Sendable {
    /// The place of the person among all of them.
    public let person: Int
    public let title: String
    public let body: String
  }

  /// Somebody's last vote on a statement.
  public struct Vote: Sendable {
    /// The place of the person among all of them.
    public let person: Int
    /// The place of the statement among all of them.
    public let statement: Int
    public let position: Ballot.Position
  }

  /// A challenge's question.
  public let topic: String
  /// How many people take part.
  public let people: Int
  /// In the order of their times.
  public let statements: [Statement]
  /// In the order of their times.
  public let votes: [Vote]

  /// What a recorded conversation comes to.
  public init(_ conversation: PolisConversation) {
    topic = ClippedTitle(conversation.topic ?? "A recorded conversation", limit: TextRule.question.limit).title
    let numbers = Set(conversation.statements.map(\.author) + conversation.votes.map(\.person)).sorted()
    let people = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    self.people = numbers.count
    statements = conversation.statements.map { statement in
      let text = ClippedTitle(statement.text, limit: TextRule.title.limit)
      return Statement(
        person: people[statement.author] ?? 0, title: text.title, body: text.isClipped ? statement.text : "")
    }
    let places = Dictionary(uniqueKeysWithValues: conversation.statements.enumerated().map { ($1.id, $0) })
    let agree = conversation.agreeSign
    votes = conversation.votes.compactMap { vote in
      guard let statement = places[vote.statement] else { return nil }
      return Vote(
        person: people[vote.person] ?? 0, statement: statement,
        position: vote.sign == 0 ? .pass : vote.sign == agree ? .agree : .disagree)
    }
  }

  /// Agree, disagree and pass on each statement, by everybody's last vote.
  public var tallies: [[Int]] {
    votes.reduce(into: Array(repeating: [0, 0, 0], count: statements.count)) { tallies, vote in
      tallies[vote.statement][Ballot.Position.allCases.firstIndex(of: vote.position) ?? 2] += 1
    }
  }
}
