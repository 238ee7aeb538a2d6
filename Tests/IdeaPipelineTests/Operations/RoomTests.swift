import IdeaPipeline
import TestSupport
import Testing

/// Help, hands, ready marks, lines to everybody, actions and teams.
@Suite struct RoomTests {
  private let room: Fixture
  private let session: SessionID
  private let step: StepID

  init() throws {
    room = try Fixture()
    let plan = StepPlan(title: "Work", minutes: 30)
    session = SessionID(madeBy: try room.run(AddSession(title: "Day", steps: [plan]), by: room.fay).id)
    try room.run(OpenSession(session: session), by: room.fay)
    step = try #require(room.board.agenda(of: session).first?.id)
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
  }

  private var moment: HostMoment { room.builder.moment }

  @Test func helpIsAskedClaimedArrivesAndCloses() throws {
    let help = HelpID(madeBy: try room.run(AskForHelp(topic: "Sharing data", moment: moment), by: room.jo).id)
    #expect(room.board.get(help)?.team == room.oldham)
    expectRefusal(.rule, "Your team waits already", remedy: .closeHelp) {
      try room.run(AskForHelp(topic: "More", moment: moment), by: room.pat)
    }
    expectRefusal(.rule, "Nobody has claimed", remedy: .claimHelp) {
      try room.run(ArriveToHelp(request: help, moment: moment), by: room.cass)
    }
    try room.run(ClaimHelp(request: help, moment: moment), by: room.cass)
    expectRefusal(.rule, "@cass is helping") { try room.run(ClaimHelp(request: help, moment: moment), by: room.sam) }
    try room.run(ClaimHelp(request: help, moment: moment, isClaimed: false), by: room.cass)
    #expect(room.board.get(help)?.state == .waiting)
    try room.run(ClaimHelp(request: help, moment: moment), by: room.sam)
    try room.run(ArriveToHelp(request: help, moment: moment), by: room.jo)
    expectRefusal(.notPermitted, "closes a request", remedy: .askFacilitator) {
      try room.run(CloseHelp(request: help, note: nil, moment: moment), by: room.cass)
    }
    try room.run(CloseHelp(request: help, note: "Ask the records team", moment: moment), by: room.sam)
    #expect(room.board.get(help)?.note == "Ask the records team")
    #expect(room.said == "closed request 1 “Sharing data”")
    try room.run(AskForHelp(topic: "Again", moment: moment), by: room.pat)
  }

  @Test func aClaimIsUndoneByGivingItBack() throws {
    let help = HelpID(madeBy: try room.run(AskForHelp(topic: "Data", moment: moment), by: room.jo).id)
    try expectUndo(on: room.builder, by: room.cass) {
      try room.run(ClaimHelp(request: help, moment: moment), by: room.cass)
    }
  }

  @Test func peopleAreReadyAndHandsGoUp() throws {
    try room.run(MarkReady(step: step), by: room.jo)
    expectRefusal(.rule, "you are marked as ready") { try room.run(MarkReady(step: step), by: room.jo) }
    try room.builder.undo(by: room.jo)
    #expect(room.board.fetch(.ready(in: step)).isEmpty)
    try room.run(RaiseHand(session: session), by: room.sam)
    expectRefusal(.notPermitted, "somebody else’s hand", remedy: .askFacilitator) {
      try room.run(RaiseHand(session: session, isRaised: false, whose: room.sam), by: room.jo)
    }
    try room.run(RaiseHand(session: session, isRaised: false, whose: room.sam), by: room.fay)
    #expect(room.board.fetch(.raised(in: session)).isEmpty)
    #expect(room.said == "took down the hand of @sam")
  }

  @Test func aLineASpotlightAndABlankWall() throws {
    try room.run(SendBroadcast(session: session, text: "Lunch at one"), by: room.fay)
    #expect(room.board.openSession?.broadcast?.text == "Lunch at one")
    try room.run(SetSpotlight(session: session, idea: room.desk), by: room.fay)
    #expect(room.board.openSession?.spotlight == room.desk)
    try expectUndo(on: room.builder, by: room.cass) {
      try room.run(BlankWall(session: session, isBlank: true), by: room.cass)
    }
    expectRefusal(.notPermitted, "only a coach or a facilitator", remedy: .askFacilitator) {
      try room.run(BlankWall(session: session, isBlank: true), by: room.jo)
    }
    try room.run(SendBroadcast(session: session, text: nil), by: room.fay)
    expectRefusal(.rule, "no line is shown") { try room.run(SendBroadcast(session: session, text: nil), by: room.fay) }
  }

  @Test func actionsHaveAnOwnerADayAndAState() throws {
    let action = ActionID(
      madeBy: try room.run(
        AddAction(text: "Ring the landlord", subject: .idea(room.desk), owner: room.jo, due: "2026-12-01"), by: room.sam
      ).id)
    #expect(room.board.get(action)?.session == session)
    expectRefusal(.badInput, "is not a day") { try room.run(AddAction(text: "Then", due: "2026-02-30"), by: room.jo) }
    expectRefusal(.notPermitted, "not yours", remedy: .askFacilitator) {
      try room.run(SetActionState(action: action, old: .open, new: .done), by: room.pat)
    }
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(SetActionState(action: action, old: .open, new: .done), by: room.jo)
    }
    try room.run(
      EditAction(action: action, text: "Visit the landlord", owner: room.pat, team: nil, due: nil), by: room.jo)
    #expect(room.board.get(action)?.text == "Visit the landlord")
    try room.run(SetActionState(action: action, old: .open, new: .dropped), by: room.pat)
    #expect(room.said == "dropped action 1 “Visit the landlord”")
  }

  @Test func aFullTeamHasAWaitingList() throws {
    try room.run(SetSeats(team: room.wirral, seats: 1), by: room.fay)
    try room.run(JoinTeam(team: room.wirral), by: room.jo)
    #expect(room.board.get(room.jo)?.team == room.oldham)
    #expect(room.board.get(room.jo)?.waitsFor == room.wirral)
    expectRefusal(.rule, "on the waiting list") { try room.run(JoinTeam(team: room.wirral), by: room.jo) }
    try room.run(JoinTeam(team: nil), by: room.sam)
    try room.run(JoinTeam(team: room.wirral), by: room.jo)
    #expect(room.board.get(room.jo)?.team == room.wirral)
    #expect(room.board.get(room.jo)?.waitsFor == nil)
    try room.run(JoinTeam(team: room.wirral, person: room.pat), by: room.fay)
    #expect(room.board.get(room.pat)?.team == room.wirral)
    #expect(room.said == "put @pat into the team “Wirral”")
  }

  @Test func redactionReachesWhatTheRoomWrote() throws {
    let line = try room.run(SendBroadcast(session: session, text: "Mrs Secret is here"), by: room.fay).id
    let topic = try room.run(AskForHelp(topic: "Secret topic", moment: moment), by: room.jo).id
    let help = HelpID(madeBy: topic)
    let note = try room.run(CloseHelp(request: help, note: "Secret note", moment: moment), by: room.jo).id
    let action = try room.run(AddAction(text: "Secret action"), by: room.jo).id
    let planned = try room.run(AddSession(title: "Secret day", steps: [StepPlan(title: "Secret step", minutes: 5)])).id
    try room.builder.redact([line, topic, note, action, planned])
    let everything = "\(room.board.all(Session.self))\(room.board.all(AgendaStep.self))"
    let others = "\(room.board.all(HelpRequest.self))\(room.board.all(Action.self))"
    #expect(!(everything + others).contains("Secret"))
  }
}
