/// What a new board starts with: plain data, read from a file that people write.
///
/// A seed only says what is there when the board opens; `submissions` turns it into the operations that make it so.
public struct BoardSeed: Hashable, Sendable {
  /// What people call it on the command line: "neighbourhoods-first".
  public var name: String
  /// One line for a list of seeds: what it is good for.
  public var about: String
  /// The title of the board, unless whoever makes it gives another.
  public var title: String
  public var purpose: String
  public var entryStage: Stage
  /// One for each stage, in order.
  public var guides: [StageGuide]
  public var worksheets: [Worksheet]
  public var challenges: [ChallengeSeed]
  public var teams: [TeamSeed]
  /// Sessions that are planned, in this order; none of them is open.
  public var sessions: [SessionSeed]
  /// The voices that should be in the room.
  public var perspectives: [String]
  /// Dots each person has in the standing round, and how many of them may go to one idea.
  public var dots: Int
  public var cap: Int
  /// Invented people and what they did, for a board that shows what one looks like in use.
  public var demonstration: Demonstration?

  /// A seed as given; without arguments besides the names, a bare board.
  public init(
    name: String, about: String = "", title: String, purpose: String = "", entryStage: Stage = .empathise,
    guides: [StageGuide] = [], worksheets: [Worksheet] = [], challenges: [ChallengeSeed] = [],
    teams: [TeamSeed] = [], sessions: [SessionSeed] = [], perspectives: [String] = [], dots: Int = 5, cap: Int = 3,
    demonstration: Demonstration? = nil
  ) {
    self.name = name
    self.about = about
    self.title = title
    self.purpose = purpose
    self.entryStage = entryStage
    self.guides = guides
    self.worksheets = worksheets
    self.challenges = challenges
    self.teams = teams
    self.sessions = sessions
    self.perspectives = perspectives
    self.dots = dots
    self.cap = cap
    self.demonstration = demonstration
  }
}

/// A challenge that a seed poses.
public struct ChallengeSeed: Hashable, Sendable {
  public var question: String
  public var detail: String
  public var sponsor: String?
  /// The name of one of the seed's teams.
  public var team: String?
  public var place: String?
  public var stage: Stage

  /// A challenge as given.
  public init(
    question: String, detail: String = "", sponsor: String? = nil, team: String? = nil, place: String? = nil,
    stage: Stage = .empathise
  ) {
    self.question = question
    self.detail = detail
    self.sponsor = sponsor
    self.team = team
    self.place = place
    self.stage = stage
  }
}

/// A team that a seed brings.
public struct TeamSeed: Hashable, Sendable {
  public var name: String
  public var place: String?

  /// A team as given.
  public init(name: String, place: String? = nil) {
    self.name = name
    self.place = place
  }
}

/// Who makes a board, and owns it.
public struct BoardFounder: Hashable, Sendable {
  public var handle: String
  public var name: String
  /// The founder's account on this host.
  public var account: String?

  /// A founder as given.
  public init(handle: String, name: String, account: String? = nil) {
    self.handle = handle
    self.name = name
    self.account = account
  }
}
