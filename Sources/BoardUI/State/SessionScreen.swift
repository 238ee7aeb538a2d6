import IdeaPipeline

/// The session screen: which of its parts has the keys, and what is selected in each. Identities, so that a reload moves
/// nothing.
struct SessionScreen: Equatable, Sendable {
  /// What the screen consists of, in the order of the tabs.
  enum Part: Int, CaseIterable, Sendable {
    case agenda
    /// The step the room is in; beside the agenda where there is room for both.
    case room
    case help, teams, actions, sessions

    var title: String {
      switch self {
      case .agenda: "Agenda"
      case .room: "Room"
      case .help: "Help"
      case .teams: "Teams"
      case .actions: "Actions"
      case .sessions: "Sessions"
      }
    }
  }

  /// What one can point at among teams and perspectives.
  enum TeamSpot: Hashable, Sendable {
    case team(TeamID)
    /// Somebody on the waiting list.
    case waiting(PersonID, TeamID)
    case perspective(String)
  }

  var part = Part.agenda
  /// The session whose agenda is shown; nil for the open one, else the one that comes next.
  var chosen: SessionID?
  var step: StepID?
  var help: HelpID?
  var team: TeamSpot?
  var action: ActionID?
  /// The bar in the list of sessions.
  var session: SessionID?
}

/// Somebody who is connected to the board.
public struct PresentPerson: Hashable, Sendable {
  public var handle: String
  /// When they last did something, to the minute.
  public var lastActive: Timestamp

  /// A person as given.
  public init(handle: String, lastActive: Timestamp) {
    self.handle = handle
    self.lastActive = lastActive
  }
}

extension OpenBoard {
  /// The session whose agenda the session screen shows.
  var shownSession: SessionRow? {
    let all = sessions ?? []
    if let chosen = screen.chosen, let row = all.first(where: { $0.session.id == chosen }) { return row }
    return all.first { $0.session.state == .open } ?? all.first { $0.session.state == .planned } ?? all.last
  }

  /// Whether that is the open one; also while the list of sessions is still being read.
  var showsOpenSession: Bool {
    guard let room else { return false }
    return shownSession.map { $0.session.id == room.session } ?? true
  }

  /// The agenda that is shown. Of the open session it comes with the summary, so that it is never older than the header.
  var shownAgenda: [AgendaStep] {
    if showsOpenSession, let room { return room.agenda }
    return shownSession?.agenda ?? []
  }

  /// The step that has the bar: the one the room is in unless another was chosen.
  var selectedStep: AgendaStep? {
    let agenda = shownAgenda
    return agenda.first { $0.id == screen.step } ?? agenda.first(where: \.isCurrent)
      ?? agenda.first { $0.state == .planned } ?? agenda.last
  }

  /// What "start" would start: the selected step, or the one after the step the room is in.
  var stepToStart: AgendaStep? {
    guard let selected = selectedStep else { return nil }
    guard selected.isCurrent else { return selected }
    return shownAgenda.first { $0.place > selected.place && $0.state == .planned }
  }

  /// Whether posts of the step the room is in wait for a reveal.
  var hasUnrevealed: Bool {
    guard let room, let step = room.step else { return false }
    return step.plan.isPrivate && step.revealedAt == nil && room.posted > 0
  }

  /// Their number in words: "23 posts are not revealed".
  var unrevealedWords: String {
    guard let room, let step = room.step else { return "" }
    // Those of an earlier run have been revealed and are counted all the same.
    if step.runs.count > 1 { return "What was posted in “\(step.plan.title)” is not revealed" }
    return room.posted == 1 ? "1 post is not revealed" : "\(Phrases.grouped(room.posted)) posts are not revealed"
  }

  /// The request that has the bar.
  var selectedHelp: HelpRequestView? {
    let all = room?.help ?? []
    return all.first { $0.request.id == screen.help } ?? all.first
  }

  /// The action that has the bar.
  var selectedAction: ActionRow? {
    let all = actions ?? []
    return all.first { $0.action.id == screen.action } ?? all.first { $0.action.state == .open } ?? all.first
  }

  /// The session that has the bar in the list of them.
  var selectedSession: SessionRow? {
    (sessions ?? []).first { $0.session.id == screen.session } ?? shownSession
  }

  /// What can be pointed at among teams: each team with those who wait for a seat, then the required perspectives.
  var teamSpots: [SessionScreen.TeamSpot] {
    (teams ?? []).flatMap { row in
      [.team(row.team.id)] + row.waiting.map { .waiting($0.id, row.team.id) }
    } + summary.perspectives.map { .perspective($0) }
  }

  /// The one that has the bar.
  var selectedTeamSpot: SessionScreen.TeamSpot? {
    let spots = teamSpots
    return spots.first { $0 == screen.team } ?? spots.first
  }

  /// The session screen as it is, or as it would open.
  var screen: SessionScreen {
    get { session ?? SessionScreen() }
    set { session = newValue }
  }
}

/// Who is here of those who were asked to be.
struct Attendance {
  private let here: Set<String>
  private let people: [PersonRow]
  private let perspectives: [String]

  init(_ board: OpenBoard) {
    here = Set((board.present ?? []).map(\.handle))
    people = board.people ?? []
    perspectives = board.summary.perspectives
  }

  func isHere(_ person: PersonRow) -> Bool { here.contains(person.handle) }

  /// People here who bring a perspective.
  func count(of perspective: String) -> Int { people.count { $0.perspective == perspective && isHere($0) } }

  /// The perspectives that nobody of a team who is here brings.
  func missing(in team: TeamRow) -> [String] {
    perspectives.filter { perspective in !team.members.contains { $0.perspective == perspective && isHere($0) } }
  }

  /// How many teams lack a perspective.
  func teamsWithout(_ perspective: String, among teams: [TeamRow]) -> Int {
    teams.count { missing(in: $0).contains(perspective) }
  }

  /// "residents (7 teams)", one for each perspective that is missing in a team of which somebody is here; where none is,
  /// those nobody brings.
  func gaps(among teams: [TeamRow]) -> [String] {
    let teams = teams.filter { $0.members.contains(where: isHere) }
    return perspectives.compactMap { perspective in
      if teams.isEmpty { return count(of: perspective) == 0 ? perspective : nil }
      let lacking = teamsWithout(perspective, among: teams)
      return lacking == 0 ? nil : "\(perspective) (\(Phrases.count(lacking, "team")))"
    }
  }
}

// MARK: - Actions

extension OpenBoard {
  /// Whether the room is in a step that asks for actions.
  var isAtActions: Bool { room?.step?.plan.kind == .actions }

  /// Actions that the viewer's team has in this session; without a team, the viewer's own.
  var ownActions: Int {
    (actions ?? []).count { row in
      let action = row.action
      guard action.session == room?.session, action.state != .dropped else { return false }
      guard let team = viewer?.team else { return action.owner == viewer?.id || action.addedBy == viewer?.id }
      return row.team == team
    }
  }
}
