/// Invented people and what they did on a board, told in times before the moment the board is made.
public struct Demonstration: Hashable, Sendable {
  public var people: [DemonstrationPerson]
  public var ideas: [DemonstrationIdea]

  /// A demonstration as given.
  public init(people: [DemonstrationPerson], ideas: [DemonstrationIdea]) {
    self.people = people
    self.ideas = ideas
  }
}

/// An invented person.
public struct DemonstrationPerson: Hashable, Sendable {
  public var handle: String
  public var name: String
  public var role: Role
  /// The name of one of the seed's teams.
  public var team: String?
  public var organisation: String?
  public var perspective: String?

  /// A person as given.
  public init(
    handle: String, name: String, role: Role = .participant, team: String? = nil, organisation: String? = nil,
    perspective: String? = nil
  ) {
    self.handle = handle
    self.name = name
    self.role = role
    self.team = team
    self.organisation = organisation
    self.perspective = perspective
  }
}

/// An idea of an invented person and what became of it.
public struct DemonstrationIdea: Hashable, Sendable {
  /// How other ideas of the demonstration name it.
  public var key: String
  /// A handle.
  public var author: String
  /// Seconds before the board is made.
  public var ago: Int
  public var title: String
  public var body: String
  public var tags: [String]
  /// The place of a challenge in the seed, from 1.
  public var challenge: Int?
  /// The key of the idea it builds on.
  public var buildsOn: String?
  /// What happened to it since, oldest first.
  public var journey: [Step]

  /// An idea as given.
  public init(
    key: String, author: String, ago: Int, title: String, body: String = "", tags: [String] = [],
    challenge: Int? = nil, buildsOn: String? = nil, journey: [Step] = []
  ) {
    self.key = key
    self.author = author
    self.ago = ago
    self.title = title
    self.body = body
    self.tags = tags
    self.challenge = challenge
    self.buildsOn = buildsOn
    self.journey = journey
  }

  /// One thing that somebody did.
  public struct Step: Hashable, Sendable {
    /// A handle.
    public var by: String
    /// Seconds before the board is made.
    public var ago: Int
    public var deed: Deed

    /// A step as given.
    public init(by: String, ago: Int, deed: Deed) {
      self.by = by
      self.ago = ago
      self.deed = deed
    }
  }

  /// What can happen to an idea.
  public enum Deed: Hashable, Sendable {
    case comment(Comment.Kind, String)
    /// Answers the comment before it.
    case reply(String)
    case answer(worksheet: String, field: String, Answer)
    case advance(to: Stage)
    case sendBack(to: Stage, reason: String)
    /// One dot.
    case dot
    case outcome(Outcome.Kind, learning: String)
    /// The key of the idea it is merged into.
    case merge(into: String)
  }
}
