import BoardUI
import IdeaPipeline

/// The same board in the middle of a session.
extension SampleBoard {
  /// The moment at which it is looked at, by both clocks.
  public static var moment: HostMoment { HostMoment(steady: now) }

  /// In private writing with hidden names, 7 minutes and 42 seconds before its end: Lee facilitates.
  public static var inSession: SampleBoard {
    var board = typical
    board.summary.teams = ["Stockport", "Oldham", "Wirral"].enumerated().map { place, name in
      var team = Team(id: TeamID(rawValue: Int64(70 + place)), seq: 3, name: name)
      team.seats = place == 2 ? nil : 7
      return team
    }
    board.teams = board.summary.teams.map { team in
      let people = board.people.prefix(team.name == "Oldham" ? 7 : 2)
      return TeamRow(
        team: team, members: team.name == "Stockport" ? [people[0]] : Array(people.dropFirst()), waiting: [])
    }
    board.open(
      StepPlan(
        title: "Private writing", instruction: "What did people tell you? One line each; nobody sees it yet.",
        minutes: 12, kind: .privateWriting, stages: [.ideate], naming: .hidden))
    return board
  }

  /// Opens a session whose third step this is, with 7:42 left of it.
  public mutating func open(_ plan: StepPlan) {
    let lee = PersonRow(
      id: PersonID(rawValue: 5), handle: "lee", name: "Lee Tan", role: .facilitator, team: nil, organisation: nil,
      perspective: nil)
    var session = Session(id: SessionID(rawValue: 80), seq: 4, number: 1, title: "The day itself")
    session.state = .open
    var agenda = ["Welcome and panel", "Whose voices are here", "", "Gallery", "Dots, five each"].enumerated().map {
      Self.step($0.offset, StepPlan(title: $0.element, minutes: 10))
    }
    agenda[2] = Self.step(2, plan)
    session.currentStep = agenda[2].id
    var room = RoomView(session, lead: lee, isLead: false, agenda: agenda)
    room.ready = Share(count: 4, of: 38)
    room.posted = 23
    room.voices = Share(count: 19, of: 38)
    summary.room = room
  }

  private static func step(_ place: Int, _ plan: StepPlan) -> AgendaStep {
    var step = AgendaStep(
      id: StepID(rawValue: Int64(81 + place)), seq: 5, session: SessionID(rawValue: 80), place: place + 1, plan: plan)
    if place < 2 { step.state = .done }
    guard place == 2 else { return step }
    step.state = .running
    step.runs = [StepRun(started: moment.adding(-258_000), minutes: plan.minutes)]
    step.deadline = moment.adding(462_000)
    return step
  }

  /// Changes the step the room is in.
  public mutating func changeStep(_ body: (inout AgendaStep) -> Void) {
    guard var step = summary.room?.step else { return }
    body(&step)
    summary.room?.step = step
    if let place = summary.room?.agenda.firstIndex(where: { $0.id == step.id }) { summary.room?.agenda[place] = step }
  }

  /// Goes on to the next step of the agenda, as somebody who runs the room does.
  public mutating func startNext(at moment: HostMoment, _ change: (inout StepPlan) -> Void = { _ in }) {
    guard var room = summary.room, let step = room.step,
      let place = room.agenda.firstIndex(where: { $0.id == step.id }), place + 1 < room.agenda.count
    else { return }
    room.agenda[place].state = .done
    var next = room.agenda[place + 1]
    change(&next.plan)
    next.state = .running
    next.runs = [StepRun(started: moment, minutes: next.plan.minutes)]
    next.deadline = moment.adding(Int64(next.plan.minutes) * 60_000)
    room.agenda[place + 1] = next
    room.step = next
    room.posted = 0
    summary.room = room
  }

  /// A request for help by the viewer's team, after two others.
  public mutating func askForHelp(_ state: HelpRequest.State, expert: String? = nil) {
    summary.room?.help = (1...3).map { number in
      var request = HelpRequest(
        id: HelpID(rawValue: Int64(90 + number)), seq: number, number: number,
        topic: number == 3 ? "sharing data" : "who signs off", asker: PersonID(rawValue: Int64(number)), team: nil,
        askedAt: Self.moment.adding(Int64(-60_000 * (5 - number))))
      request.state = number == 3 ? state : .waiting
      return HelpView(
        request: request, asker: "Ann Marlow", team: number == 3 ? "Stockport" : "Oldham",
        expert: number == 3 ? expert : nil, isOwn: number == 3, isMine: false)
    }
  }
}
