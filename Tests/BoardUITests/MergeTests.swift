import BoardUI
import IdeaPipeline
import TestSupport
import Testing

/// Making two ideas one, and one two again.
@Suite struct MergeTests {
  private func coach(_ board: SampleBoard = .typical, width: Int = 80, height: Int = 24) -> Walk {
    Walk(board.seen(as: .coach), width: width, height: height)
  }

  private func last<O: Operation>(_ type: O.Type, _ walk: Walk) -> O? { walk.submission?.operations.last as? O }

  @Test func ideasLikeItAreOfferedFirst() {
    var walk = coach()
    walk.press("G", "m")
    #expect(walk.text.contains("Merge 14 “Shared triage desk"))
    #expect(walk.selectedLines.contains { $0.contains("22  Shared desk with the fire service") })
    walk.press("Enter")
    #expect(last(MergeIdea.self, walk) == MergeIdea(idea: SampleBoard.id(14), into: SampleBoard.id(22)))
    walk.acknowledge()
    #expect(!walk.text.contains("Merge 14"))
  }

  @Test func itIsFoundByNumberAndByWords() {
    var walk = coach()
    walk.press("G", "m")
    walk.type("8")
    #expect(walk.text.contains("8  Huddle board"))
    for _ in 0..<1 { walk.press("Backspace") }
    walk.type("pharm")
    #expect(walk.text.contains("15  Night-time pharmacy rota"))
    walk.press("Enter")
    #expect(last(MergeIdea.self, walk)?.into == SampleBoard.id(15))
  }

  @Test func itIsFoundByTheWholeLanguageOfTheFilter() {
    var walk = coach()
    walk.press("G", "m")
    walk.type("@jo -fire stage:id")
    #expect(walk.selectedLines.contains { $0.contains("15  Night-time pharmacy rota") })
    walk.type(" -rota")
    #expect(!walk.selectedLines.contains { $0.contains("15  Night-time pharmacy rota") })
    walk = coach(width: 120)
    walk.press("G", "m")
    walk.type("rota stage:later")
    #expect(walk.text.contains("stage: is empathise, define, ideate, prototype or test."))
    #expect(walk.text.contains("15  Night-time pharmacy rota"), "the rest applies")
  }

  @Test func theVotesAreShownBeforeTheMerge() {
    var walk = coach()
    walk.press("G", "m")
    walk.type("15")
    #expect(walk.text.contains("Together: 5 dots; 2 dots go back to their owners (3 at most each)."))
    #expect(walk.text.contains("14 shows within 15"))
  }

  @Test func tabTurnsItRound() {
    var walk = coach()
    walk.press("G", "m")
    walk.type("15")
    walk.press("Tab")
    #expect(walk.text.contains("Merge another idea into 14"))
    #expect(walk.text.contains("15 shows within 14"))
    walk.press("Enter")
    #expect(last(MergeIdea.self, walk) == MergeIdea(idea: SampleBoard.id(15), into: SampleBoard.id(14)))
  }

  @Test func nothingFoundSaysWhatToType() {
    var walk = coach()
    walk.press("G", "m")
    walk.type("unicorn")
    #expect(walk.text.contains("No other idea in play has “unicorn”."))
    walk.press("Enter")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("type a number, words of an idea, #tag or @handle"))
  }

  @Test func aRefusalStaysInTheForm() throws {
    var walk = coach()
    walk.press("G", "m", "Enter")
    let token = try #require(walk.submission?.token)
    walk.take(.refused(token, Refusal(.rule, "14 ended as adopted.", remedy: .retractOutcome)))
    #expect(walk.text.contains("14 ended as adopted. Press o to take it back."))
  }

  @Test func mOnAMergedIdeaTakesItApart() {
    var board = SampleBoard.typical
    board.change(15, seq: 1_100) { ($0.state, $0.mergedInto) = (.merged, 14) }
    var walk = coach(board)
    walk.press("1", "4", "Enter")
    #expect(walk.text.contains("Merged into it"))
    walk.press("Esc", "1", "5", "Enter")
    #expect(walk.text.contains("Merged into 14"))
    walk.press("m")
    #expect(walk.text.contains("15 was merged into 14"))
    walk.press("y")
    #expect(last(UnmergeIdea.self, walk)?.idea == SampleBoard.id(15))
  }

  @Test func aParticipantLearnsWhatToDoInstead() {
    var walk = Walk()
    walk.press("G", "m")
    #expect(walk.text.contains("Only coaches and facilitators merge."))
    #expect(walk.state.reason(against: .merge)?.hasSuffix("say “same as 14” in a comment with c.") == true)
  }

  // MARK: Outcome

  private var tested: Walk {
    var board = SampleBoard.typical
    board.change(9, seq: 1_000) { $0.outcome = nil }
    var walk = coach(board)
    walk.press("Right", "Right")
    return walk
  }

  @Test func anOutcomeTakesItsLearning() {
    var walk = tested
    walk.press("o")
    #expect(walk.text.contains("How 9 “Falls car"))
    walk.press("ctrl-s")
    #expect(walk.text.contains("Choose how it ended"))
    walk.press("Right", "Right", "ctrl-s")
    #expect(walk.text.contains("Say what was learned"))
    walk.type("Families rang twice as often.")
    walk.press("Enter")
    walk.type("So did neighbours.")
    #expect(walk.lastDraft?.place == .outcome(SampleBoard.id(9)))
    #expect(walk.lastDraft?.draft.outcome == .adapted)
    walk.press("ctrl-s")
    let decided = DecideOutcome(
      idea: SampleBoard.id(9), outcome: .adapted, learning: "Families rang twice as often.\nSo did neighbours.")
    #expect(last(DecideOutcome.self, walk) == decided)
  }

  @Test func theLearningIsKeptForLater() {
    var walk = tested
    walk.press("o", "Left", "Tab")
    walk.type("Too dear")
    walk.press("Esc")
    #expect(walk.notice == "Kept for later: o goes on with it.")
    walk.press("o")
    #expect(walk.text.contains("Too dear") && walk.text.contains("← stopped →"))
  }

  @Test func anOutcomeIsTakenBackByTheSameKey() {
    var walk = coach()
    walk.press("Right", "Right", "o")
    #expect(walk.text.contains("9 ended as adapted"))
    walk.press("Enter")
    #expect(last(RetractOutcome.self, walk)?.idea == SampleBoard.id(9))
  }

  @Test func beforeTestThereIsNoOutcome() {
    var walk = coach()
    walk.press("G", "o")
    #expect(walk.notice == "14 is in Ideate: its outcome is decided at Test. > advances it.")
    var participant = Walk()
    participant.press("o")
    #expect(participant.text.contains("Only coaches and facilitators decide how an idea ended."))
  }
}
