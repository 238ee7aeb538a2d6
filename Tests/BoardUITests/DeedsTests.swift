import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What a single letter does: dots, moves, tags, withdrawing, undo.
@Suite struct DeedsTests {
  private func last<O: Operation>(_ type: O.Type, _ walk: Walk) -> O? { walk.submission?.operations.last as? O }

  @Test func aDotIsGivenAndTakenBackAtOnce() throws {
    var walk = Walk()
    walk.press("v")
    #expect(last(GiveDot.self, walk)?.idea == SampleBoard.id(19))
    #expect(walk.text.contains("saving …"))
    walk.acknowledge()
    #expect(walk.text.contains("saved ✓"))
    walk.press("V")
    #expect(walk.notice == "None of your dots is on 19: v gives one.")
    walk.press("G", "V")
    #expect(last(TakeBackDot.self, walk)?.idea == SampleBoard.id(14))
  }

  @Test func spentDotsAreRefusedWithTheWayOut() {
    var board = SampleBoard.typical
    board.summary.round?.ownSpent = 5
    var walk = Walk(board)
    walk.press("v")
    #expect(walk.submission == nil)
    #expect(walk.notice == "All 5 of your dots are given: V takes one back from an idea.")
  }

  @Test func aRoundOfAgreementHasItsOwnKeys() throws {
    var board = SampleBoard.typical
    board.summary.round?.round.kind = .consensus
    var walk = Walk(board)
    #expect(walk.text.contains("+ agree"))
    walk.press("v")
    #expect(walk.notice == "This round asks whether you agree: press +, - or 0.")
    walk.press("+")
    #expect(last(CastPosition.self, walk)?.position == .agree)
    walk.press("-")
    #expect(last(CastPosition.self, walk)?.position == .disagree)
    walk.press("0")
    #expect(last(CastPosition.self, walk)?.position == .pass)
  }

  @Test func aGateIsShownAndAnsweredBeforeTheMove() throws {
    var walk = Walk()
    walk.press("G", ">")
    #expect(walk.text.contains("to Prototype"))
    #expect(walk.text.contains("✓ Why this one?"))
    #expect(walk.text.contains("○ Is it safe to try next week?"))
    walk.press("y", "ctrl-s")
    let operations = try #require(walk.submission?.operations)
    #expect(operations.count == 2)
    let answer = try #require(operations[0] as? AnswerField)
    #expect(answer.field == "safe")
    #expect(answer.answer == .yesNo(true))
    #expect(answer.old == nil)
    let move = try #require(operations[1] as? AdvanceIdea)
    #expect(move.from == .ideate && move.to == .prototype && !move.overrides)
    walk.acknowledge()
    #expect(!walk.text.contains("to Prototype"))
  }

  @Test func anUnmetGateSaysWhatIsMissing() {
    var walk = Walk()
    walk.press("G", ">", "ctrl-s")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("Ideate needs safe to try first."))
  }

  @Test func aFacilitatorMayOverrideWithAReason() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
    walk.press("G", ">", "Tab", "Tab")
    #expect(walk.text.contains("[ Advance anyway … ]"))
    walk.press("Enter")
    walk.type("The pilot starts today")
    walk.press("Enter")
    let move = try #require(last(AdvanceIdea.self, walk))
    #expect(move.overrides)
    #expect(move.reason == "The pilot starts today")
  }

  @Test func answersAloneCanBeSaved() throws {
    var walk = Walk()
    walk.press("G", "w", "n")
    walk.press("Up", "Right", "ctrl-s")
    let operations = try #require(walk.submission?.operations as? [AnswerField])
    #expect(operations.map(\.field) == ["chosen", "safe"])
    #expect(operations[0].answer == .choice("helps most people"))
    #expect(operations[0].old == .choice("quickest to try"))
  }

  @Test func typedAnswersSurviveEsc() {
    var walk = Walk()
    walk.press("G", "w", "Down")
    walk.type("Two desks")
    walk.press("Esc")
    #expect(walk.notice.hasPrefix("Your answers are kept for later"))
    walk.press("w")
    #expect(walk.text.contains("Two desks"))
  }

  @Test func sendingBackAsksWhy() throws {
    var walk = Walk()
    walk.press("G", "<", "Enter")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("Say why in a few words"))
    walk.type("Nobody was asked")
    walk.press("Enter")
    let back = try #require(last(SendBackIdea.self, walk))
    #expect(back.to == .define && back.reason == "Nobody was asked")
  }

  @Test func theFirstAndLastStageAreTheEnds() {
    var walk = Walk()
    walk.press("Left", "Left", "<")
    #expect(walk.notice == "3 is in Empathise, the first stage: > advances it.")
    walk.press("Right", "Right", "Right", "Right", ">")
    #expect(walk.notice == "9 is in Test, the last stage: a coach or a facilitator says how it ended.")
  }

  @Test func tagsAreEditedInALine() throws {
    var walk = Walk()
    walk.press("G", "t")
    walk.type(" nights")
    walk.press("Enter")
    let tag = try #require(last(TagIdea.self, walk))
    #expect(tag.old == ["urgent-care", "one-team"])
    #expect(tag.new == ["urgent-care", "one-team", "nights"])
  }

  @Test func withdrawingIsUndoneByU() throws {
    var walk = Walk()
    walk.press("u")
    #expect(walk.notice == "Nothing of yours to undo.")
    walk.press("G", "x")
    #expect(last(WithdrawIdea.self, walk)?.idea == SampleBoard.id(14))
    walk.acknowledge(operation: 500)
    walk.press("u")
    let undo = walk.effects.compactMap { if case .undo(_, let ids) = $0 { ids } else { nil } }
    #expect(undo == [[OperationID(rawValue: 500)]])
  }

  @Test func undoGoesBackThroughWhatWasDone() throws {
    var walk = Walk()
    for operation in [Int64(500), 501] {
      walk.press("v")
      walk.acknowledge(operation: operation)
    }
    walk.press("u", "u", "u")
    let undo = walk.effects.compactMap { if case .undo(_, let ids) = $0 { ids[0].rawValue } else { nil } }
    #expect(undo == [501, 500])
  }

  @Test func aRefusalNamesTheKeyThatHelps() throws {
    var walk = Walk()
    walk.press("v")
    let token = try #require(walk.submission?.token)
    let sentence = "Define needs a “How might we …” before Ideate."
    walk.take(.refused(token, Refusal(.rule, sentence, remedy: .answerWorksheet)))
    #expect(walk.notice == "\(sentence) Press w to answer it.")
  }

  @Test func anObserverReads() {
    var walk = Walk(SampleBoard.typical.seen(as: .observer))
    for key in ["n", "c", "v", ">", "x"] {
      walk.press(key)
      #expect(walk.notice.hasPrefix("You are an observer"))
    }
    #expect(walk.submission == nil)
    #expect(!walk.text.contains("n new"))
  }

  @Test func anOlderProgramOnlyReads() {
    var board = SampleBoard.typical
    board.summary.needsUpdate = true
    var walk = Walk(board)
    #expect(walk.text.contains("Please update it"))
    walk.press("n")
    #expect(walk.text.contains("To write, ask"))
  }

  @Test func theReferenceIsShownAndOffered() {
    var walk = Walk()
    walk.press("G", "Enter", "y")
    #expect(walk.text.contains("idea 14: Shared triage desk"))
    #expect(walk.effects.contains { if case .offerClipboard = $0 { true } else { false } })
    #expect(!walk.text.contains("copied"))
  }
}
