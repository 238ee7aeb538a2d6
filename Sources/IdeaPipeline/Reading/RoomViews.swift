/// Where the open session stands, as far as the viewer may know: what the header, the session screen and the wall show.
public struct RoomView: Hashable, Sendable {
  public var session: SessionID
  public var number: Int
  public var title: String
  /// Who runs the room.
  public var lead: PersonRow?
  /// Whether that is the viewer.
  public var isLead: Bool
  /// In its order. Plans and times are for everybody.
  public var agenda: [AgendaStep]
  /// The step the room is in, running or paused.
  public var step: AgendaStep?
  /// The line to everybody, and who sent it.
  public var line: LineView?
  public var spotlight: SpotlightView?
  public var isWallBlank: Bool
  public var ready: Share
  public var isReady: Bool
  /// Hands in the order in which they went up.
  public var hands: [HandView]
  /// Open help requests, oldest first, then those closed in this session.
  public var help: [HelpView]
  /// Ideas posted in the step the room is in.
  public var posted: Int
  /// How many of those who may post have, in the step the room is in; nil where no names are kept.
  public var voices: Share?
  /// The same by team, for coaches and facilitators; empty where no names are kept.
  public var teams: [TeamVoices]

  /// The room of a session; the rest is filled in by whoever reads it.
  public init(_ session: Session, lead: PersonRow?, isLead: Bool, agenda: [AgendaStep]) {
    self.session = session.id
    number = session.number
    title = session.title
    self.lead = lead
    self.isLead = isLead
    self.agenda = agenda
    step = agenda.first { $0.id == session.currentStep && $0.isCurrent }
    isWallBlank = session.isWallBlank
    ready = Share(count: 0, of: 0)
    isReady = false
    hands = []
    help = []
    posted = 0
    teams = []
  }

  /// Whose names are under what is posted now.
  public var naming: Naming { step?.plan.naming ?? .named }

  /// Whether each sees only their own posts now.
  public var isPrivate: Bool { step?.plan.isPrivate ?? false }
}

/// So many of so many.
public struct Share: Hashable, Sendable {
  public var count: Int
  public var of: Int

  /// A share as given.
  public init(count: Int, of: Int) {
    self.count = count
    self.of = of
  }
}

/// A line that a facilitator shows to everybody.
public struct LineView: Hashable, Sendable {
  public var text: String
  public var by: AuthorView
  public var at: Timestamp
  /// Tells one line from the next.
  public var id: OperationID

  /// A line as given.
  public init(text: String, by: AuthorView, at: Timestamp, id: OperationID) {
    self.text = text
    self.by = by
    self.at = at
    self.id = id
  }
}

/// The idea everybody is asked to look at.
public struct SpotlightView: Hashable, Sendable {
  public var idea: IdeaID
  public var number: Int?
  public var title: String

  /// A spotlight as given.
  public init(idea: IdeaID, number: Int?, title: String) {
    self.idea = idea
    self.number = number
    self.title = title
  }
}

/// A raised hand.
public struct HandView: Hashable, Sendable {
  public var person: PersonID
  public var name: String
  public var team: String?
  public var at: Timestamp
  public var isOwn: Bool

  /// A hand as given.
  public init(person: PersonID, name: String, team: String?, at: Timestamp, isOwn: Bool) {
    self.person = person
    self.name = name
    self.team = team
    self.at = at
    self.isOwn = isOwn
  }
}

/// A help request as the queue shows it.
public struct HelpView: Hashable, Sendable {
  public var request: HelpRequest
  public var asker: String
  public var team: String?
  public var expert: String?
  /// Whether the viewer asked for it, alone or with the team.
  public var isOwn: Bool
  /// Whether the viewer is who comes.
  public var isMine: Bool

  /// A request as given.
  public init(
    request: HelpRequest, asker: String, team: String?, expert: String?, isOwn: Bool, isMine: Bool
  ) {
    self.request = request
    self.asker = asker
    self.team = team
    self.expert = expert
    self.isOwn = isOwn
    self.isMine = isMine
  }
}

/// How many of a team have posted.
public struct TeamVoices: Hashable, Sendable {
  /// Nil for people without a team.
  public var team: TeamID?
  public var name: String
  public var posted: Share
  /// When an expert was with the team last in this session.
  public var visited: Bool

  /// Voices as given.
  public init(team: TeamID?, name: String, posted: Share, visited: Bool) {
    self.team = team
    self.name = name
    self.posted = posted
    self.visited = visited
  }
}

/// A session as lists show it.
public struct SessionRow: Hashable, Sendable {
  public var session: Session
  public var lead: String?
  public var agenda: [AgendaStep]

  /// A row as given.
  public init(session: Session, lead: String?, agenda: [AgendaStep]) {
    self.session = session
    self.lead = lead
    self.agenda = agenda
  }
}

/// An action as lists show it.
public struct ActionRow: Hashable, Sendable {
  public var action: Action
  public var owner: String?
  public var team: String?
  /// What it is about: "idea 14", "challenge 2"; nil for the board.
  public var subject: String?
  /// Whether the viewer may change it.
  public var mayChange: Bool

  /// A row as given.
  public init(action: Action, owner: String?, team: String?, subject: String?, mayChange: Bool) {
    self.action = action
    self.owner = owner
    self.team = team
    self.subject = subject
    self.mayChange = mayChange
  }
}

/// A team with who is in it and who waits.
public struct TeamRow: Hashable, Sendable {
  public var team: Team
  public var members: [PersonRow]
  /// Who waits for a seat, first come first.
  public var waiting: [PersonRow]

  /// A row as given.
  public init(team: Team, members: [PersonRow], waiting: [PersonRow]) {
    self.team = team
    self.members = members
    self.waiting = waiting
  }
}
