/// Where the board stands.
public struct BoardSummary: Hashable, Sendable {
  public var title: String
  public var purpose: String
  /// The viewer; nil for everyone.
  public var viewer: PersonRow?
  public var isOwner: Bool
  /// Where new ideas enter.
  public var entryStage: Stage
  public var guides: [StageGuide]
  public var worksheets: [Worksheet]
  public var challenges: [ChallengeRow]
  public var teams: [Team]
  public var perspectives: [String]
  /// Active ideas in each stage.
  public var counts: [Stage: Int]
  public var people: Int
  /// The round that lists show: the open one, else the one closed last.
  public var round: RoundRow?
  /// Where the open session stands; nil when none is.
  public var room: RoomView?
  /// The last sequence number of the log.
  public var seq: Int
  /// The program is older than the one that wrote the board: it can read, not write.
  public var needsUpdate: Bool

  /// A summary as given.
  public init(
    title: String, purpose: String, viewer: PersonRow?, isOwner: Bool, entryStage: Stage = .empathise,
    guides: [StageGuide], worksheets: [Worksheet], challenges: [ChallengeRow], teams: [Team],
    perspectives: [String], counts: [Stage: Int], people: Int, round: RoundRow?, room: RoomView? = nil, seq: Int,
    needsUpdate: Bool
  ) {
    self.title = title
    self.purpose = purpose
    self.viewer = viewer
    self.isOwner = isOwner
    self.entryStage = entryStage
    self.guides = guides
    self.worksheets = worksheets
    self.challenges = challenges
    self.teams = teams
    self.perspectives = perspectives
    self.counts = counts
    self.people = people
    self.round = round
    self.room = room
    self.seq = seq
    self.needsUpdate = needsUpdate
  }
}

/// A challenge as lists show it.
public struct ChallengeRow: Hashable, Sendable {
  public var challenge: Challenge
  /// Active ideas that answer it.
  public var ideas: Int

  /// A row as given.
  public init(challenge: Challenge, ideas: Int) {
    self.challenge = challenge
    self.ideas = ideas
  }
}

/// A person as lists show them.
public struct PersonRow: Hashable, Sendable, Identifiable {
  public var id: PersonID
  public var handle: String
  public var name: String
  public var role: Role
  public var team: String?
  public var organisation: String?
  public var perspective: String?

  /// A row as given.
  public init(
    id: PersonID, handle: String, name: String, role: Role, team: String?, organisation: String?, perspective: String?
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.role = role
    self.team = team
    self.organisation = organisation
    self.perspective = perspective
  }
}

/// A round as lists show it.
public struct RoundRow: Hashable, Sendable {
  public var round: Round
  /// Dots the viewer has spent.
  public var ownSpent: Int
  /// Ideas the viewer has taken a position on.
  public var ownPositions: Int
  /// People who have used up their dots or taken a position on every idea.
  public var done: Int
  /// People who may vote, but for facilitators who have not: they only run the room.
  public var voters: Int
  /// How many of those who are not done yet have been away for more than two minutes; 0 once the round is closed.
  public var away: Int
  /// Most first; empty while the round is blind to the viewer, and in a summary.
  public var results: [RoundResult]

  /// A row as given.
  public init(
    round: Round, ownSpent: Int, ownPositions: Int, done: Int, voters: Int, away: Int = 0,
    results: [RoundResult] = []
  ) {
    self.round = round
    self.ownSpent = ownSpent
    self.ownPositions = ownPositions
    self.done = done
    self.voters = voters
    self.away = away
    self.results = results
  }
}

/// What one idea came to in a round.
public struct RoundResult: Hashable, Sendable {
  public var idea: IdeaID
  public var number: Int?
  public var title: String
  public var tally: Tally

  /// A result as given.
  public init(idea: IdeaID, number: Int?, title: String, tally: Tally) {
    self.idea = idea
    self.number = number
    self.title = title
    self.tally = tally
  }
}
