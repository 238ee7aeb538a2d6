import IdeaPipeline

/// Invents operations: mostly such as the board will take, some it has to refuse. Says the same again from the same seed.
public struct RandomOperations {
  public var random: SplitMix64
  private var words = 0

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// An operation and whoever attempts it.
  public typealias Attempt = (operation: any IdeaPipeline.Operation, person: PersonID)

  /// The next attempt.
  public mutating func next(on board: any BoardAccess) -> Attempt {
    while true {
      let subject = Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)]
      let operation: (any IdeaPipeline.Operation)? =
        switch subject {
        case .ideas: aboutIdeas(board)
        case .journeys: aboutJourneys(board)
        case .comments: aboutComments(board)
        case .votes: aboutVotes(board)
        case .rounds: aboutRounds(board)
        case .settings: aboutSettings(board)
        case .sessions: aboutSessions(board)
        case .room: aboutRoom(board)
        }
      if let operation { return (operation, actor(for: operation, on: board)) }
    }
  }

  private enum Subject { case ideas, journeys, comments, votes, rounds, settings, sessions, room }

  /// What moves a board along occurs more often.
  private static let subjects: [Subject] = [
    .ideas, .ideas, .ideas, .ideas, .ideas, .journeys, .journeys, .journeys, .comments, .comments, .comments, .votes,
    .votes, .votes, .votes, .rounds, .settings, .settings, .sessions, .sessions, .sessions, .sessions, .room, .room,
    .room, .room,
  ]

  /// A whole number below `count`.
  mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// Somebody on the board.
  public mutating func anybody(on board: any BoardAccess) -> PersonID { person(board) }

  /// Mostly somebody who may: the owner for what only the owner may do, the author for what is an author's.
  private mutating func actor(for operation: any IdeaPipeline.Operation, on board: any BoardAccess) -> PersonID {
    let owner = board.board?.owner ?? PersonID(rawValue: 0)
    if operation is TakeOverSession { return person(board) }
    let usual =
      switch operation {
      case is GiveDot, is TakeBackDot, is CastPosition, is PostIdea, is PostComment: 10
      default: 65
      }
    return random.chance(usual) ? owner : board.all(Person.self).randomElement(using: &random)?.id ?? owner
  }
}

// MARK: - Choosing

extension RandomOperations {
  /// A text that occurs nowhere else; once in a while one that cannot be accepted.
  mutating func text() -> String {
    words += 1
    if random.chance(3) { return ["", "   ", "bell\u{7}", String(repeating: "long", count: 1_100)].randomElement()! }
    return "word\(words)x about care"
  }

  mutating func tag() -> String {
    words += 1
    return random.chance(3) ? "Not A Tag" : "tag\(words)x"
  }

  /// One that meets the condition, or now and then any.
  mutating func idea(_ board: any BoardAccess, _ suits: (Idea) -> Bool = { $0.state == .active }) -> Idea? {
    choose(board.all(Idea.self), suits)
  }

  mutating func choose<Element>(_ all: [Element], _ suits: (Element) -> Bool = { _ in true }) -> Element? {
    (random.chance(88) ? all.filter(suits) : all).randomElement(using: &random)
  }

  mutating func person(_ board: any BoardAccess) -> PersonID {
    board.all(Person.self).randomElement(using: &random)?.id ?? PersonID(rawValue: 0)
  }

  mutating func stage() -> Stage { Stage.allCases.randomElement(using: &random) ?? .empathise }

  /// What is there now, or now and then something else: the asker looked at an old screen.
  mutating func seen<Value>(_ now: Value, otherwise: Value) -> Value { random.chance(93) ? now : otherwise }
}
