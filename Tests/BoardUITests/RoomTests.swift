import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What a participant sees of a session: the clock, what the room says, what is promised.
@Suite struct RoomTests {
  /// Lets the room be read again, as after a change that somebody else made.
  static func look(_ walk: inout Walk) { walk.take(.stirred) }

  private func header(_ walk: Walk) -> String { walk.text.split(separator: "\n").first.map(String.init) ?? "" }

  // MARK: Clock

  @Test func theClockCountsEachSecondFromTheStoredDeadline() {
    var walk = Walk(.inSession)
    #expect(header(walk).contains("Ideate · Private writing"))
    #expect(header(walk).contains("07:42 left"))
    walk.wait(3)
    #expect(header(walk).contains("07:39 left"))
    walk.board.changeStep { $0.deadline = $0.deadline?.adding(5 * 60_000) }
    Self.look(&walk)
    #expect(header(walk).contains("12:39 left"))
  }

  @Test func settingTheHostsClockChangesNothing() {
    var walk = Walk(.inSession)
    var moment = SampleBoard.moment.adding(2_000)
    moment.wall = Timestamp(milliseconds: moment.wall.milliseconds + 3_600_000)
    walk.take(.tick(moment))
    #expect(header(walk).contains("07:40 left"))
  }

  @Test(arguments: [(20, 6), (40, 12), (60, 20), (80, 24), (140, 45)])
  func theTimeIsThereAtEveryWidth(width: Int, height: Int) {
    let walk = Walk(.inSession, width: width, height: height)
    #expect(header(walk).contains("07:42"))
  }

  @Test func aPausedClockStandsStillAndSaysSo() {
    var walk = Walk(.inSession)
    walk.board.changeStep { step in
      step.state = .paused
      step.left = 462_000
      step.deadline = nil
    }
    Self.look(&walk)
    #expect(walk.text.contains("The room is paused"))
    walk.wait(5)
    #expect(header(walk).contains("07:42 paused"))
    walk.press("Esc")
    #expect(!walk.text.contains("The room is paused"))
  }

  @Test func atZeroItRingsOnceSaysSoAndClosesNothing() {
    var walk = Walk(.inSession)
    walk.press("n")
    walk.type("A desk that both")
    walk.wait(461)
    #expect(!walk.rings)
    walk.wait(1)
    #expect(walk.rings)
    #expect(walk.text.contains("Time is up in Private writing: finish your line"))
    #expect(walk.text.contains("A desk that both"))
    walk.wait(130)
    #expect(header(walk).contains("2:10 over"))
    #expect(walk.effects.count { if case .ring = $0 { true } else { false } } == 1)
    #expect(walk.text.contains("A desk that both"))
  }

  @Test func whoeverComesWhenItIsOverHearsNoBell() {
    var board = SampleBoard.inSession
    board.changeStep { $0.deadline = SampleBoard.moment.adding(-130_000) }
    var walk = Walk(board)
    walk.wait(2)
    #expect(!walk.rings)
    #expect(header(walk).contains("2:12 over"))
  }

  // MARK: Steps

  @Test func aStepIsAnnouncedUntilAKeyThatWasNotUnderWay() {
    var walk = Walk(.inSession)
    walk.board.startNext(at: SampleBoard.moment) { plan in
      plan.instruction = "Read what others wrote, and comment."
    }
    Self.look(&walk)
    #expect(walk.text.contains("Gallery: 10 minutes. Read what others wrote, and comment."))
    walk.press("Down")
    #expect(walk.text.contains("Gallery: 10 minutes."), "this key was on its way when the step began")
    walk.wait(2)
    walk.press("Down")
    #expect(!walk.text.contains("Gallery: 10 minutes."))
    #expect(walk.text.contains("Read what others wrote, and comment."), "what is asked stays in sight")
  }

  @Test func aStepAnnouncedWhileOneWritesWaitsForTheFormToClose() {
    var walk = Walk(.inSession)
    walk.press("n")
    walk.board.startNext(at: SampleBoard.moment)
    Self.look(&walk)
    walk.wait(5)
    walk.type("a title typed on")
    #expect(walk.text.contains("Gallery: 10 minutes."))
    #expect(walk.text.contains("a title typed on"))
  }

  @Test func whatTheRoomIsAskedIsAKeyAway() {
    var walk = Walk(.inSession, width: 40, height: 12)
    walk.press("i")
    #expect(walk.text.contains("What did people tell you?"))
    walk.press("x")
    #expect(!walk.text.contains("What did people tell you?"))
    #expect(walk.submission == nil, "any key goes on, and does nothing else")
  }

  // MARK: What the room says

  @Test func aLineToEverybodyStaysUntilItIsPutAway() {
    var walk = Walk(.inSession)
    walk.board.summary.room?.line = LineView(
      text: "Soup is served", by: SampleBoard.lee, at: SampleBoard.now, id: OperationID(rawValue: 500))
    Self.look(&walk)
    walk.wait(60)
    walk.press("Down", "Down")
    #expect(walk.text.contains("Lee Tan to everybody: Soup is served"))
    walk.press("Esc")
    #expect(!walk.text.contains("Soup is served"))
    walk.board.summary.room?.line = LineView(
      text: "And coffee", by: SampleBoard.lee, at: SampleBoard.now, id: OperationID(rawValue: 501))
    Self.look(&walk)
    #expect(walk.text.contains("And coffee"))
  }

  @Test func aSpotlightOffersAndNeverTakes() {
    var walk = Walk(.inSession)
    walk.press("n")
    walk.type("A desk")
    walk.board.summary.room?.spotlight = SpotlightView(
      idea: SampleBoard.id(15), number: 15, title: "Night-time pharmacy rota")
    Self.look(&walk)
    #expect(!walk.text.contains("asks everybody"), "nothing over a text being written")
    walk.press("Enter", "Esc")
    #expect(walk.text.contains("Lee Tan asks everybody to look at 15"))
    walk.press("Enter")
    #expect(header(walk).contains("idea"))
    walk.press("Esc")
    var other = Walk(walk.board)
    other.wait(1)
    other.press("Esc")
    #expect(!other.text.contains("asks everybody"))
    #expect(!header(other).contains("idea 15"))
  }

  @Test func aRevealSaysHowManyAndMovesNoSelection() {
    var walk = Walk(.inSession)
    walk.press("G")
    let selected = walk.selectedLines.first
    walk.board.changeStep { $0.revealedAt = SampleBoard.now }
    for number in 40...62 {
      let row = walk.board.arrive("Revealed \(number)", number: number, seq: 1_100 + number)
      walk.take(.changes([walk.board.change(by: .hidden, "posted \(number)", row.id, seq: 1_100 + number)]))
    }
    #expect(walk.text.contains("23 ideas revealed"))
    #expect(walk.selectedLines.first == selected)
  }

  // MARK: Signals

  @Test func readyAndHandAreOneKeyEach() throws {
    var walk = Walk(.inSession)
    walk.press("d")
    #expect((walk.submission?.operations.first as? MarkReady)?.isReady == true)
    walk.acknowledge()
    walk.board.summary.room?.isReady = true
    Self.look(&walk)
    walk.press("d")
    #expect((walk.submission?.operations.first as? MarkReady)?.isReady == false)
    walk.press("!")
    #expect((walk.submission?.operations.first as? RaiseHand)?.isRaised == true)
  }

  @Test func withoutASessionTheySayWhyNot() {
    for key in ["d", "!", "i", "Y"] {
      var walk = Walk(.typical)
      walk.press(key)
      #expect(walk.submission == nil)
      #expect(!walk.notice.isEmpty, "\(key)")
    }
  }

  @Test func helpIsAskedForWithATopicAndShowsTheQueue() throws {
    var walk = Walk(.inSession, width: 100, height: 30)
    walk.press("s")
    walk.press("Enter")
    #expect(walk.submission == nil)
    walk.type("sharing data")
    walk.press("Enter")
    #expect((walk.submission?.operations.first as? AskForHelp)?.topic == "sharing data")
    walk.acknowledge()
    walk.board.askForHelp(.waiting)
    Self.look(&walk)
    #expect(walk.text.contains("help: 3rd in the queue"))
    walk.board.askForHelp(.claimed, expert: "Dee Lam")
    Self.look(&walk)
    #expect(walk.text.contains("Dee Lam is on the way to you"))
    walk.press("s")
    #expect(walk.text.contains("No more help is needed"))
    walk.press("y")
    #expect((walk.submission?.operations.first as? CloseHelp)?.request == HelpID(rawValue: 93))
  }

  @Test func whatTheStepIsNotForSaysSo() {
    var walk = Walk(.inSession)
    walk.press("c")
    #expect(walk.notice.contains("everyone writes alone"))
    #expect(!walk.text.contains("Comment on"))
  }

  @Test func whoWritesIsCountedWithoutNamesAndSealedNotAtAll() {
    var walk = Walk(.inSession, width: 100, height: 30)
    walk.take(.here(38))
    #expect(walk.text.contains("38 people writing, 23 posted"))
    walk.board.changeStep { $0.plan.naming = .sealed }
    Self.look(&walk)
    #expect(walk.text.contains("23 posted"))
    #expect(!walk.text.contains("people writing"))
  }
}

extension Walk {
  /// Whether the bell was rung.
  var rings: Bool { effects.contains { if case .ring = $0 { true } else { false } } }
}
