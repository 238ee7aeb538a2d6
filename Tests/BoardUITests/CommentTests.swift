import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What one can do with comments that are there already.
@Suite struct CommentTests {
  /// The open idea 14, with the bar on Ann's own comment.
  private func onOwnComment(_ board: SampleBoard = .typical, width: Int = 80, height: Int = 24) -> Walk {
    var walk = Walk(board, width: width, height: height)
    walk.press("G", "Enter", "Down", "Down")
    return walk
  }

  private func last<O: Operation>(_ type: O.Type, _ walk: Walk) -> O? { walk.submission?.operations.last as? O }

  private let own = CommentID(rawValue: 9_002)

  @Test func eEditsTheCommentWithTheBar() throws {
    var walk = onOwnComment()
    #expect(walk.text.contains("e edit"))
    walk.press("e")
    #expect(walk.text.contains("Edit a comment on 14"))
    walk.type(" And the heating.")
    #expect(walk.lastDraft?.place == .editComment(SampleBoard.id(14), own))
    walk.press("ctrl-s")
    let edit = try #require(last(EditComment.self, walk))
    #expect(
      edit
        == EditComment(
          comment: own, revision: 1, text: "It could. They have the room and the screens. And the heating."))
    walk.acknowledge()
    #expect(!walk.text.contains("Edit a comment"))
    #expect(walk.effects.contains { if case .discardDraft(.editComment) = $0 { true } else { false } })
  }

  @Test func anEditedCommentThatIsAsItWasIsNoDraft() {
    var walk = onOwnComment()
    walk.press("e")
    walk.type("x")
    walk.press("Backspace", "Esc")
    #expect(walk.notice == "")
    walk.press("e")
    walk.type("x")
    walk.press("Esc")
    #expect(walk.notice == "Kept for later: e goes on with it.")
    walk.press("e")
    #expect(walk.text.contains("screens.x"))
  }

  @Test func bothTextsStayWhenTheCommentWasChangedMeanwhile() throws {
    var walk = onOwnComment(width: 100, height: 30)
    walk.press("e")
    walk.type(" Mine.")
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    let theirs = TextClash(revision: 3, title: "", body: "Theirs.")
    walk.take(.refused(token, Refusal(.stale(theirs), "It was changed.", remedy: .compareTexts)))
    #expect(walk.text.contains("Theirs.") && walk.text.contains("Mine."))
    walk.press("Right", "Enter")
    let edit = try #require(last(EditComment.self, walk))
    #expect(edit.revision == 3 && edit.text.hasSuffix("Mine."))
  }

  @Test func xWithdrawsAndBringsBack() {
    var walk = onOwnComment()
    walk.press("x")
    #expect(last(WithdrawComment.self, walk)?.comment == own)
    walk.acknowledge()
    walk.board.change(comment: 2, on: 14, seq: 1_090) { $0.text = nil }
    walk.take(
      .changes([walk.board.change(by: SampleBoard.ann, "withdrew a comment on 14", SampleBoard.id(14), seq: 1_090)]))
    #expect(walk.text.contains("withdrawn · x brings it back"))
    walk.press("e")
    #expect(walk.notice == "That comment is withdrawn: x brings it back.")
    walk.press("x")
    #expect(last(RestoreComment.self, walk)?.comment == own)
  }

  @Test func aCommentBySomebodyElseIsAnsweredNotChanged() {
    var walk = Walk()
    walk.press("G", "Enter", "Down", "e")
    #expect(walk.notice.hasPrefix("Jo Birch wrote that comment: Enter replies to it"))
    walk.press("x")
    #expect(walk.submission == nil)
    walk.press("Enter")
    #expect(walk.text.contains("Reply to Jo Birch"))
  }

  @Test func aWithdrawnCommentTakesNoReply() {
    var walk = Walk()
    walk.press("G", "Enter", "Down", "Down", "Down", "Down", "Enter")
    #expect(walk.notice.hasPrefix("That comment was taken away"))
  }

  @Test func aFacilitatorMayChangeAnyComment() {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
    walk.press("G", "Enter", "Down", "Enter")
    #expect(walk.text.contains("The comment by Jo Birch on 14"))
    walk.press("Down", "Enter")
    #expect(walk.text.contains("Edit a comment on 14"))
  }

  @Test func enterOnOnesOwnCommentSaysWhatCanBeDone() {
    var walk = onOwnComment()
    walk.press("Enter")
    #expect(walk.text.contains("Your comment on 14"))
    walk.press("Enter")
    #expect(walk.text.contains("Reply to Jo Birch"), "an answer to an answer joins the conversation")
  }

  @Test func aDraftedEditGoesOnWithItsComment() {
    var walk = Walk()
    let draft = Draft(body: "It could, and well", revision: 1, changedAt: SampleBoard.now)
    walk.take(.draftsFound([.editComment(SampleBoard.id(14), own): draft]))
    #expect(walk.text.contains("Continue the edited comment “It could, and well”"))
    walk.press("Enter")
    #expect(walk.text.contains("Edit a comment on 14"))
    walk.press("ctrl-s")
    #expect(last(EditComment.self, walk)?.text == "It could, and well")
  }
}
