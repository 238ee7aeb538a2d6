import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// Running a room from the session screen: what each key asks of the store, and what it refuses.
@Suite struct SessionTests {
  private func operation<O: IdeaPipeline.Operation>(_ type: O.Type, _ walk: Walk) throws -> O {
    try #require(walk.submission?.operations.last as? O, "\(walk.text)")
  }

  private func facilitator(_ board: SampleBoard = .inSession(), _ keys: String...) -> Walk {
    var walk = Walk(board)
    walk.press("S")
    for key in keys { walk.press(key) }
    return walk
  }

  @Test func theClockOfTheRoomIsKeptWithOneKeyEach() throws {
    var walk = facilitator()
    walk.press("Space")
    #expect(try operation(PauseStep.self, walk).step == SampleBoard.step(3))
    walk.press("+")
    #expect(try operation(ExtendStep.self, walk).minutes == 5)
    walk.press("-")
    #expect(try operation(ExtendStep.self, walk).minutes == -5)
    walk = facilitator(.paused, "Space")
    #expect(try operation(ResumeStep.self, walk).step == SampleBoard.step(3))
  }

  @Test func theClockRunsAndThenShowsHowMuchItIsOver() {
    var walk = Walk(.inSession(), width: 60, height: 12)
    walk.press("S", "Tab")
    #expect(walk.text.contains("07:42 left"), "\(walk.text)")
    walk.wait(2)
    #expect(walk.text.contains("07:40 left"))
    walk = Walk(.inSession(runningFor: 21), width: 60, height: 12)
    walk.press("S", "Tab")
    #expect(walk.text.contains("+08:18 over its time"), "\(walk.text)")
  }

  @Test func leavingAPrivateStepOffersTheRevealFirst() throws {
    var walk = facilitator(.inSession(), "Enter")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("23 posts are not revealed"))
    walk.press("r")
    #expect(walk.submission?.operations.count == 2)
    #expect((walk.submission?.operations.first as? RevealStep)?.step == SampleBoard.step(3))
    #expect(try operation(StartStep.self, walk).step == SampleBoard.step(4))
    walk = facilitator(.inSession(), "Enter", "g")
    #expect(walk.submission?.operations.count == 1)
    #expect(try operation(StartStep.self, walk).step == SampleBoard.step(4))
    walk = facilitator(.inSession(), "Enter", "Esc")
    #expect(walk.submission == nil)
  }

  @Test func enterStartsTheStepWithTheBarAndAsksBeforeItRunsOneAgain() throws {
    var board = SampleBoard.inSession()
    board.summary.room?.posted = 0
    var walk = facilitator(board, "Down", "Down", "Enter")
    #expect(try operation(StartStep.self, walk).step == SampleBoard.step(5))
    walk = facilitator(board, "g", "Enter")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("Run “Welcome and panel” again?"))
    walk.press("y")
    #expect(try operation(StartStep.self, walk).step == SampleBoard.step(1))
  }

  @Test func stepsAreSkippedMovedAndAdded() throws {
    var walk = facilitator(.inSession(), "Down", "x")
    #expect(try operation(SkipStep.self, walk).isSkipped)
    walk.press("Up", "Up", "x")
    #expect(try !operation(SkipStep.self, walk).isSkipped, "a skipped step is taken up again")
    walk = facilitator(.inSession(), "Down", "K")
    #expect(try operation(MoveStep.self, walk).before == SampleBoard.step(3))
    walk.press("J")
    #expect(try operation(MoveStep.self, walk).before == SampleBoard.step(6))
    walk = facilitator(.inSession(), "n")
    walk.type("Silent reading")
    walk.press("Tab", "Tab", "Backspace", "Backspace", "5", "Tab", "Right", "ctrl-s")
    let added = try operation(AddStep.self, walk)
    #expect(added.plan.title == "Silent reading" && added.plan.minutes == 5 && added.before == SampleBoard.step(4))
    #expect(added.plan.kind == .gallery)
  }

  @Test func privateWritingIsPrivateUnlessOneSaysOtherwise() throws {
    var walk = facilitator(.inSession(), "n")
    walk.type("Write")
    walk.press("Tab", "Tab", "Tab", "Left", "Left", "ctrl-s")
    let plan = try operation(AddStep.self, walk).plan
    #expect(plan.kind == .privateWriting && plan.isPrivate)
  }

  @Test func aStepWithoutATitleOrWithNoMinutesIsNotSent() {
    var walk = facilitator(.inSession(), "n", "ctrl-s")
    #expect(walk.submission == nil && walk.text.contains("Give the step a title first"))
    walk.type("Reading")
    walk.press("Tab", "Tab", "Backspace", "Backspace", "ctrl-s")
    #expect(walk.submission == nil && walk.text.contains("A step takes 1 to 600 minutes."))
  }

  @Test func aRoundIsOpenedByAFormAndClosedAfterAQuestion() throws {
    var walk = facilitator(.inSession(), "r")
    walk.type("Which two?")
    walk.press("Tab", "Tab", "Backspace", "3", "Tab", "Backspace", "2", "Tab", "Right", "ctrl-s")
    let round = try operation(OpenRound.self, walk)
    #expect(round.round == .dots(budget: 3, cap: 2) && round.stage == .empathise)
    var board = SampleBoard.inSession()
    board.summary.round?.round.isStanding = false
    walk = facilitator(board, "r")
    #expect(walk.text.contains("3 of 38 are done."))
    walk.press("y")
    #expect(try operation(CloseRound.self, walk).round == board.summary.round?.round.id)
    #expect(walk.text.contains("Rounds and what came of them"))
  }

  @Test func linesSpotlightAndWallHaveAKeyEach() throws {
    var walk = facilitator(.inSession(), "b")
    walk.type("Coffee is ready")
    walk.press("Enter")
    #expect(try operation(SendBroadcast.self, walk).text == "Coffee is ready")
    walk = facilitator(.inSession(), "s")
    #expect(try operation(SetSpotlight.self, walk).idea != nil)
    walk = Walk(SampleBoard.inSession(as: .coach))
    walk.press("B")
    #expect(try operation(BlankWall.self, walk).isBlank, "also from the board, for coaches")
  }

  @Test func whoDoesNotRunTheRoomTakesOverFirst() throws {
    var board = SampleBoard.inSession()
    board.summary.room?.isLead = false
    board.summary.room?.lead = board.people[4]
    var walk = facilitator(board, "Space")
    #expect(walk.submission == nil && walk.notice.contains("Lee Tan runs the room. t takes over"), "\(walk.notice)")
    walk.press("t", "y")
    #expect(try operation(TakeOverSession.self, walk).session == SampleBoard.sessionID)
  }

  @Test func participantsReadAndRunNothing() {
    var walk = Walk(.inSession(as: .participant))
    walk.press("S")
    #expect(walk.text.contains("Private writing") && walk.text.contains("38 of 41"))
    for key in ["Space", "+", "-", "v", "x", "n", "e", "K", "J", "r", "b", "s", "t", "B", "N", "o", "C", ">", "Enter"] {
      walk.press(key)
      #expect(walk.submission == nil && walk.state.overlays.isEmpty, "\(key)")
      #expect(walk.notice.contains("acilitator"), "\(key): \(walk.notice)")
    }
  }

  @Test func aSessionIsPlannedOpenedAndClosed() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
    walk.press("S")
    #expect(walk.text.contains("No session is planned yet. Press N"))
    walk.press("N")
    walk.type("Day one")
    walk.press("Enter")
    #expect(try operation(AddSession.self, walk).title == "Day one")
    walk = facilitator(.betweenSessions, "o")
    #expect(try operation(OpenSession.self, walk).session == SampleBoard.sessionID.next)
    walk = facilitator(.inSession(), "C")
    #expect(walk.text.contains("Reveal them and close"))
    walk.press("y")
    #expect(try operation(CloseSession.self, walk).session == SampleBoard.sessionID)
  }

  @Test func whatASessionTookStaysToBeReadAfterwards() {
    var walk = Walk(.betweenSessions)
    walk.press("D", "Tab")
    #expect(walk.text.contains("Day one") && walk.text.contains("38"), "\(walk.text)")
    walk.press("g", "Enter", "a")
    #expect(walk.text.contains("Welcome and panel") && walk.text.contains("20    24"), "\(walk.text)")
  }
}

extension SessionID {
  fileprivate var next: SessionID { SessionID(rawValue: rawValue + 1) }
}

/// The parts of the session screen about people: help, teams, perspectives, actions.
@Suite struct SessionPartsTests {
  private func operation<O: IdeaPipeline.Operation>(_ type: O.Type, _ walk: Walk) throws -> O {
    try #require(walk.submission?.operations.last as? O, "\(walk.text)")
  }

  @Test func whoeverHelpsClaimsArrivesAndLeavesANote() throws {
    var board = SampleBoard.inSession(as: .participant)
    var walk = Walk(board)
    walk.press("Q")
    #expect(walk.text.contains("unclaimed: somebody should go"))
    walk.press("Enter", "c")
    #expect(try operation(ClaimHelp.self, walk).isClaimed)
    board.summary.room?.help[0].request.state = .claimed
    board.summary.room?.help[0].isMine = true
    walk = Walk(board)
    walk.press("Q", "Enter", "i")
    _ = try operation(ArriveToHelp.self, walk)
    walk.press("Enter", "b")
    #expect(try !operation(ClaimHelp.self, walk).isClaimed)
    walk.press("Enter", "n")
    walk.type("Ask Dee")
    walk.press("Enter")
    #expect(try operation(CloseHelp.self, walk).note == "Ask Dee")
  }

  @Test func whatSomebodyElseHelpsWithIsNotTaken() {
    var walk = Walk(.inSession(as: .participant))
    walk.press("Q", "Down", "Enter", "c")
    #expect(walk.submission == nil && walk.notice.contains("Somebody helps with it already"))
  }

  @Test func tenMinutesUnclaimedIsAWarningInWords() {
    for (minutes, isLate) in [(9, false), (10, true)] {
      var board = SampleBoard.inSession()
      board.summary.room?.help[0].request.askedAt = HostMoment(steady: SampleBoard.before(minutes: minutes))
      var walk = Walk(board, width: 120, height: 40)
      walk.press("S")
      #expect(walk.text.contains("unclaimed!") == isLate)
      #expect(walk.text.contains("not visited yet: Wirral, Stockport"))
    }
  }

  @Test func whoWaitsForASeatGetsOneFromAFacilitator() throws {
    var walk = Walk(.inSession())
    walk.press("Q", "Tab", "Down", "Down", "Enter", "y")
    let join = try operation(JoinTeam.self, walk)
    #expect(join.team == TeamID(rawValue: 51) && join.person == PersonID(rawValue: 4))
    walk = Walk(.inSession(as: .participant))
    walk.press("Q", "Tab", "Down", "Down", "Enter", "y")
    #expect(walk.submission == nil && walk.notice.contains("Only a facilitator"))
  }

  @Test func aMissingPerspectiveBecomesAnInvitationWithOneKey() throws {
    var walk = Walk(.inSession(), width: 120, height: 40)
    walk.press("S")
    #expect(walk.text.contains("social care (2 teams)"), "\(walk.text)")
    walk.press("Tab", "Tab", "G", "a")
    #expect(walk.text.contains("Invite social care"))
    walk.type(" by Friday")
    walk.press("ctrl-s")
    #expect(try operation(AddAction.self, walk).text == "Invite social care by Friday")
  }

  @Test func anActionHasAnOwnerADayAndASubject() throws {
    var walk = Walk(.inSession(as: .participant))
    walk.press("G", "D", "a")
    walk.type("Ring the council")
    walk.press("Tab")
    walk.type("@nobody")
    walk.press("ctrl-s")
    #expect(walk.text.contains("There is no @nobody on this board."))
    walk.press("ctrl-u")
    walk.type("@sam")
    walk.press("Tab", "Tab")
    walk.type("2026-02-30")
    walk.press("ctrl-s")
    #expect(walk.submission == nil && walk.text.contains("Write the day as 2026-05-04"))
    walk.press("ctrl-u")
    walk.type("2026-05-30")
    walk.press("ctrl-s")
    let action = try operation(AddAction.self, walk)
    #expect(action.owner == PersonID(rawValue: 3) && action.due == "2026-05-30" && action.subject != .board)
  }

  @Test func anActionIsDoneDroppedAndEdited() throws {
    var walk = Walk(.inSession(as: .participant))
    walk.press("D", "Enter", "d")
    #expect(try operation(SetActionState.self, walk).new == .done)
    walk.press("Enter", "x")
    #expect(try operation(SetActionState.self, walk).new == .dropped)
    walk.press("Enter", "e")
    walk.type(" today")
    walk.press("ctrl-s")
    #expect(try operation(EditAction.self, walk).text == "Ask the landlord about the key today")
  }

  @Test func aStepOfActionsAsksEachTeamForTheirs() {
    var board = SampleBoard.inSession(as: .participant)
    board.changeStep { $0.plan.kind = .actions }
    board.summary.viewer?.team = "Wirral"
    let walk = Walk(board)
    #expect(walk.text.contains("Your team’s actions: 1 so far · D shows and adds them"), "\(walk.text)")
    #expect(!Walk(SampleBoard.inSession()).text.contains("actions: 1 so far"))
  }

  @Test func whatIsTypedIntoAFormIsKeptAndComesBack() {
    var walk = Walk(.inSession())
    walk.press("S", "b")
    walk.type("Coffee")
    walk.press("Esc")
    #expect(walk.notice.contains("Kept for later"))
    #expect(walk.lastDraft?.draft.answers["text"] == "Coffee")
    walk.press("b")
    #expect(walk.text.contains("Coffee") && walk.text.contains("This is what you wrote before."))
    for name in DraftPlace.FormName.allCases {
      for id in [nil, Int64.max, -3] as [Int64?] {
        #expect(DraftPlace(DraftPlace.form(name, id).description) == .form(name, id))
      }
    }
  }

  @Test func thePaletteRunsTheRoomFromTheBoardInWords() throws {
    var walk = Walk(.inSession())
    walk.press(":")
    walk.type("five more")
    #expect(walk.text.contains("S +"), "\(walk.text)")
    walk.press("Enter")
    #expect(try operation(ExtendStep.self, walk).minutes == 5)
    walk = Walk()
    walk.press(":")
    walk.type("pause, or")
    #expect(walk.text.contains("Only a facilitator runs the session."))
  }
}
