import IdeaPipeline

extension Samples {
  static let moment = HostMoment(wall: at, sinceBoot: 5_000, boot: 7)

  static var session: Session {
    var session = Session(id: SessionID(rawValue: 20), seq: 5, number: 1, title: "Day one")
    session.state = .open
    session.openedAt = at
    session.closedAt = at
    session.lead = person
    session.currentStep = StepID(rawValue: 21)
    session.broadcast = Broadcast(text: "Lunch", by: person, at: at, sentIn: operation)
    session.spotlight = idea
    session.isWallBlank = true
    return session
  }

  static var step: AgendaStep {
    var step = AgendaStep(
      id: StepID(rawValue: 21), seq: 5, session: SessionID(rawValue: 20), place: 1,
      plan: StepPlan(
        title: "Write", instruction: "What did you hear?", minutes: 12, kind: .privateWriting, stages: [.ideate],
        challenges: [challenge.id], naming: .hidden, rights: [StepRight(role: .participant, deeds: [.post])]))
    step.state = .paused
    step.deadline = moment
    step.left = 30_000
    step.runs = [StepRun(started: moment, minutes: 12)]
    step.revealedAt = at
    return step
  }

  static var ready: ReadyMark {
    ReadyMark(id: Identifier(rawValue: 22), seq: 6, step: StepID(rawValue: 21), person: person)
  }

  static var hand: RaisedHand {
    RaisedHand(id: Identifier(rawValue: 23), seq: 7, session: SessionID(rawValue: 20), person: person, at: at)
  }

  static var help: HelpRequest {
    var help = HelpRequest(
      id: HelpID(rawValue: 24), seq: 8, number: 1, topic: "Sharing data", asker: person, team: team.id, askedAt: moment)
    help.state = .closed
    help.expert = person
    help.claimedAt = moment
    help.arrivedAt = moment
    help.closedAt = moment
    help.note = "Ask Dee"
    help.noteFrom = operation
    return help
  }

  static var action: Action {
    Action(
      id: ActionID(rawValue: 25), seq: 9, number: 1, text: "Ring", subject: .idea(idea), owner: person, team: team.id,
      due: "2026-12-01", session: SessionID(rawValue: 20), addedBy: person, addedAt: at)
  }
}
