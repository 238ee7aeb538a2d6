import BoardUI
import IdeaPipeline
import TestSupport
import Testing

/// Reasons and tags: lines that are kept like any other text.
@Suite struct PromptTests {
  private let id = SampleBoard.id(14)

  @Test func aReasonSurvivesEsc() {
    var walk = Walk()
    walk.press("G", "<")
    walk.type("Nobody was as")
    #expect(walk.lastDraft?.place == .line(id, .sendBack))
    #expect(walk.lastDraft?.draft.isPutAside == false)
    walk.press("Esc")
    #expect(walk.notice == "Kept for later: < goes on with it.")
    #expect(walk.lastDraft?.draft.isPutAside == true)
    walk.press("<")
    #expect(walk.text.contains("This is what you wrote before."))
    walk.type("ked")
    walk.press("Enter")
    #expect((walk.submission?.operations.last as? SendBackIdea)?.reason == "Nobody was asked")
    walk.acknowledge()
    #expect(walk.effects.contains { if case .discardDraft(.line(id, .sendBack)) = $0 { true } else { false } })
  }

  @Test func aReasonSurvivesAHangUp() {
    var walk = Walk()
    walk.press("G", "<")
    walk.type("Nobody was asked")
    walk.take(.key(.hangUp))
    #expect(walk.lastDraft?.draft.body == "Nobody was asked")
    #expect(walk.lastDraft?.draft.isPutAside == false)
    var again = Walk()
    again.take(.draftsFound([.line(id, .sendBack): Draft(body: "Nobody was asked", changedAt: SampleBoard.now)]))
    #expect(again.text.contains("Continue the reason “Nobody was asked”"))
    again.press("Enter")
    #expect(again.text.contains("Send 14"))
    again.press("Enter")
    #expect((again.submission?.operations.last as? SendBackIdea)?.reason == "Nobody was asked")
  }

  @Test func tagsAreKeptAndUnchangedTagsAreNot() {
    var walk = Walk()
    walk.press("G", "t", "Esc")
    #expect(walk.lastDraft == nil && walk.notice == "")
    walk.press("t")
    walk.type(" night")
    walk.press("Esc")
    #expect(walk.lastDraft?.place == .line(id, .tags))
    walk.press("t", "Enter")
    #expect((walk.submission?.operations.last as? TagIdea)?.new == ["urgent-care", "one-team", "night"])
  }

  @Test func anEmptiedReasonIsForgotten() {
    var walk = Walk()
    walk.press("G", "<")
    walk.type("x")
    walk.press("Backspace")
    #expect(walk.effects.contains { if case .discardDraft(.line) = $0 { true } else { false } })
  }

  // MARK: Hiding

  @Test func hidingAsksWhyAndTakesEnterAloneForAnAnswer() {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("X", "Enter")
    let hidden = HideIdea(idea: SampleBoard.id(19), reason: "Not for everyone to see.")
    #expect(walk.submission?.operations.last as? HideIdea == hidden)
    walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("X")
    walk.type("It names a patient")
    walk.press("Enter")
    #expect(
      walk.submission?.operations.last as? HideIdea == HideIdea(idea: SampleBoard.id(19), reason: "It names a patient"))
  }

  @Test func aHiddenIdeaIsFoundAndShownAgain() {
    var board = SampleBoard.typical.seen(as: .coach)
    board.change(15, seq: 1_100) { $0.state = .hidden }
    var walk = Walk(board)
    #expect(!walk.text.contains("pharmacy"))
    walk.press("/")
    walk.type("is:hidden")
    walk.press("Enter")
    #expect(walk.text.contains("Night-time pharmacy rota"))
    #expect(walk.notice.hasPrefix("Filter: is:hidden  1 hidden idea"))
    walk.press("c")
    #expect(walk.notice == "15 is hidden from everyone: X shows it again.")
    walk.press("X")
    #expect(walk.submission?.operations.last is UnhideIdea)
  }

  @Test func aParticipantLearnsWhoHides() {
    var walk = Walk()
    walk.press("X")
    #expect(
      walk.notice == "Only coaches and facilitators hide; what is yours you withdraw with x.")
    walk.press("/")
    walk.type("is:hidden")
    #expect(walk.text.contains("Hidden ideas are shown to coaches and facilitators."))
  }

  @Test func commentsAreHiddenAndShownAgain() {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("G", "Enter", "Down", "X")
    #expect(walk.text.contains("Hide a comment on 14"))
    walk.type("It names a patient")
    walk.press("Enter")
    #expect((walk.submission?.operations.last as? HideComment)?.comment == CommentID(rawValue: 9_001))
    walk.acknowledge()
    walk.board.change(comment: 1, on: 14, seq: 1_090) { ($0.text, $0.isHidden) = (nil, true) }
    walk.take(.changes([walk.board.change(by: SampleBoard.ann, "hid a comment on 14", id, seq: 1_090)]))
    #expect(walk.text.contains("hidden from everyone"))
    walk.press("X")
    #expect(walk.submission?.operations.last is UnhideComment)
  }
}
