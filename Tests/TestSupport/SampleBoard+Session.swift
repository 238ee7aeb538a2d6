import BoardUI
import IdeaPipeline

/// A board in the middle of a session.
extension SampleBoard {
  /// Minutes after which a step was begun, before `now`.
  private static func moment(minutesAgo: Int) -> HostMoment { HostMoment(steady: before(minutes: minutesAgo)) }

  public static let sessionID = SessionID(rawValue: 900)

  /// The identity of the step at a place of the agenda, counting from 1.
  public static func step(_ place: Int) -> StepID { StepID(rawValue: Int64(900 + place)) }

  static func step(_ place: Int, _ plan: StepPlan, took minutes: Int? = nil) -> AgendaStep {
    var step = AgendaStep(id: step(place), seq: place, session: sessionID, place: place, plan: plan)
    guard let minutes else { return step }
    var run = StepRun(started: moment(minutesAgo: 60), minutes: plan.minutes)
    run.worked = Int64(minutes) * 60_000
    run.ended = moment(minutesAgo: 10)
    step.runs = [run]
    step.state = .done
    return step
  }

  /// The agenda of a workshop, its third step running since some minutes.
  static func workshop(runningFor minutes: Int) -> [AgendaStep] {
    var writing = step(
      3,
      StepPlan(
        title: "Private writing", instruction: "Write for yourself what would help people to stay well at home.",
        minutes: 12, kind: .privateWriting, naming: .hidden))
    writing.state = .running
    writing.runs = [StepRun(started: moment(minutesAgo: minutes), minutes: 12)]
    writing.deadline = moment(minutesAgo: minutes - 12).adding(42_000)
    var warm = step(2, StepPlan(title: "Whose voices are here", minutes: 10))
    warm.state = .skipped
    return [
      step(1, StepPlan(title: "Welcome and panel", minutes: 20, kind: .pitch), took: 24), warm, writing,
      step(4, StepPlan(title: "Gallery", instruction: "Read what others wrote.", minutes: 10, kind: .gallery)),
      step(5, StepPlan(title: "Dots, five each", minutes: 8, kind: .round)),
      step(6, StepPlan(title: "Actions", minutes: 15, kind: .actions)),
    ]
  }

  static func session(_ number: Int, _ title: String, _ state: Session.State) -> Session {
    let id = SessionID(rawValue: 899 + Int64(number))
    var session = Session(id: id, seq: number, number: number, title: title)
    session.state = state
    if state != .planned { session.openedAt = before(minutes: 70) }
    if state == .closed { session.closedAt = before(minutes: 3) }
    return session
  }

  /// Ann runs the room; seventeen minutes of help and two teams that nobody visited.
  public static func inSession(runningFor minutes: Int = 5, as role: Role = .facilitator) -> SampleBoard {
    var board = SampleBoard.typical.seen(as: role)
    var open = session(1, "Day one", .open)
    open.currentStep = step(3)
    var room = RoomView(
      open, lead: role == .facilitator ? everyone[0] : everyone[4], isLead: role == .facilitator,
      agenda: workshop(runningFor: minutes))
    room.posted = 23
    room.voices = Share(count: 38, of: 41)
    room.ready = Share(count: 12, of: 41)
    room.hands = [HandView(person: everyone[1].id, name: "Jo Birch", team: "Wirral", at: now, isOwn: false)]
    room.teams =
      role < .coach
      ? [] : [voices(1, "Oldham", 6, 7, visited: true), voices(2, "Wirral", 4, 4), voices(3, "Stockport", 2, 3)]
    room.help = [
      help(1, "sharing data", team: "Wirral", minutesAgo: 17, .waiting),
      help(2, "who signs off", team: "Salford", minutesAgo: 2, .claimed),
    ]
    board.summary.room = room
    board.sessions = [SessionRow(session: open, lead: "Ann Marlow", agenda: room.agenda)]
    board.people[0].role = role
    board.people[4].role = .facilitator
    board.seat()
    return board
  }

  /// Three teams, one of them full with somebody waiting, and two of five people connected.
  mutating func seat() {
    let names = ["Oldham", "Wirral", "Stockport"]
    for index in people.indices {
      people[index].team = names[index % 3]
      people[index].perspective = ["community nurses", "residents", "social care", nil, "residents"][index]
    }
    teams = names.enumerated().map { place, name in
      var team = Team(id: TeamID(rawValue: Int64(50 + place)), seq: place + 1, name: name)
      team.seats = place == 1 ? 2 : nil
      return TeamRow(
        team: team, members: people.filter { $0.team == name }, waiting: place == 1 ? [people[3]] : [])
    }
    summary.teams = teams.map(\.team)
    present = ["ann", "jo"].map { PresentPerson(handle: $0, lastActive: Self.now) }
    actions = [
      action(1, "Ask the landlord about the key", owner: "Jo Birch", team: "Wirral", due: "2026-05-21", .open),
      action(2, "Draft a data agreement with the practice manager", owner: nil, team: "Oldham", due: nil, .done),
    ]
  }

  private func action(
    _ number: Int, _ text: String, owner: String?, team: String?, due: String?, _ state: Action.State
  ) -> ActionRow {
    var action = Action(
      id: ActionID(rawValue: Int64(70 + number)), seq: number, number: number, text: text, subject: .board, owner: nil,
      team: nil, due: due, session: Self.sessionID, addedBy: nil, addedAt: Self.now)
    action.state = state
    return ActionRow(
      action: action, owner: owner, team: team, subject: number == 1 ? "idea 14" : nil, mayChange: true)
  }

  static func voices(_ number: Int, _ name: String, _ count: Int, _ of: Int, visited: Bool = false) -> TeamVoices {
    TeamVoices(
      team: TeamID(rawValue: Int64(49 + number)), name: name, posted: Share(count: count, of: of), visited: visited)
  }

  static func help(
    _ number: Int, _ topic: String, team: String, minutesAgo: Int, _ state: HelpRequest.State
  ) -> HelpView {
    var request = HelpRequest(
      id: HelpID(rawValue: Int64(80 + number)), seq: number, number: number, topic: topic, asker: PersonID(rawValue: 2),
      team: TeamID(rawValue: 51), askedAt: moment(minutesAgo: minutesAgo))
    request.state = state
    if state == .closed {
      request.closedAt = moment(minutesAgo: 1)
      request.note = "Ask the information governance lead first."
    }
    return HelpView(
      request: request, asker: "Jo Birch", team: team, expert: state == .waiting ? nil : "Dee Ahmed", isOwn: false,
      isMine: false)
  }
}

// MARK: - What is seldom

extension SampleBoard {
  /// The same with the room paused.
  public static var paused: SampleBoard {
    var board = inSession()
    board.changeStep { step in
      step.left = 462_000
      step.deadline = nil
      step.state = .paused
    }
    return board
  }

  /// Nothing is open: a session is planned and one is over.
  public static var betweenSessions: SampleBoard {
    var board = inSession()
    var done = workshop(runningFor: 5)
    done[2] = step(3, done[2].plan, took: 14)
    let next = session(2, "Day two", .planned)
    var plan = step(1, StepPlan(title: "What came of it", minutes: 30))
    plan.session = next.id
    board.sessions = [
      SessionRow(session: session(1, "Day one", .closed), lead: "Ann Marlow", agenda: done),
      SessionRow(session: next, lead: nil, agenda: [plan]),
    ]
    board.summary.room = nil
    return board
  }

  /// Fifty steps, thirty teams and texts that are hard to draw.
  public static var crowded: SampleBoard {
    var board = inSession()
    var agenda = workshop(runningFor: 5)
    for place in 7...50 {
      agenda.append(step(place, StepPlan(title: hardTexts[place % hardTexts.count], minutes: place % 3 * 45 + 5)))
    }
    agenda[2].plan.title = hardTexts[1]
    agenda[2].plan.instruction = hardTexts.joined(separator: " ")
    board.summary.room?.agenda = agenda
    board.summary.room?.step = agenda[2]
    board.summary.room?.title = hardTexts[2]
    board.sessions[0].session.title = hardTexts[2]
    board.sessions[0].agenda = agenda
    board.summary.room?.teams = (1...30).map {
      voices($0, hardTexts[$0 % hardTexts.count], $0 % 9, $0 % 12 + 9 * ($0 % 2))
    }
    board.summary.room?.help = (1...25).map { number in
      let states = HelpRequest.State.allCases
      return help(
        number, hardTexts[number % hardTexts.count], team: hardTexts[(number + 1) % hardTexts.count],
        minutesAgo: 40 - number, states[number * 4 / 26])
    }
    board.summary.perspectives = hardTexts
    board.teams = (1...30).map { number in
      var team = Team(id: TeamID(rawValue: Int64(49 + number)), seq: number, name: hardTexts[number % hardTexts.count])
      team.seats = number % 4 == 0 ? 6 : nil
      return TeamRow(team: team, members: [], waiting: number == 4 ? [board.people[2]] : [])
    }
    return board
  }
}
