import BoardUI
import IdeaPipeline
import TestSupport
import Testing

/// Taking back what was done, in this visit and before it.
@Suite struct UndoTests {
  private func undone(_ walk: Walk) -> [[Int64]] {
    walk.effects.compactMap { if case .undo(_, let ids) = $0 { ids.map(\.rawValue) } else { nil } }
  }

  private var withYesterday: Walk {
    var board = SampleBoard.typical
    board.undoOffer = .deed(
      [OperationID(rawValue: 44)], at: SampleBoard.before(minutes: 1_500),
      activity: Activity("commented on 14 “Shared triage desk”", idea: SampleBoard.id(14)))
    return Walk(board)
  }

  @Test func whatIsFromAnEarlierVisitIsAskedAboutFirst() {
    var walk = withYesterday
    walk.press("u")
    #expect(walk.text.contains("Take back an earlier change?"))
    #expect(walk.text.contains("You commented on 14 “Shared triage desk” · yesterday"))
    #expect(undone(walk).isEmpty)
    walk.press("n")
    #expect(undone(walk).isEmpty)
    #expect(!walk.text.contains("earlier change"))
    walk.press("u", "y")
    #expect(undone(walk) == [[44]])
  }

  @Test func whatWasDoneNowGoesFirstAndAtOnce() {
    var walk = withYesterday
    walk.press("v")
    walk.acknowledge(operation: 500)
    walk.press("u")
    #expect(undone(walk) == [[500]])
    walk.press("u")
    #expect(!walk.text.contains("earlier change"), "not while the change before is still being taken back")
    guard case .undo(let token, _)? = walk.effects.last(where: { if case .undo = $0 { true } else { false } }) else {
      Issue.record("nothing was undone")
      return
    }
    walk.take(.submitted(token, Receipt(operations: [OperationID(rawValue: 501)], seq: 1_200)))
    #expect(walk.text.contains("Take back an earlier change?"))
  }

  @Test func theQuestionDoesNotComeBetweenSomebodyAndTheirText() {
    let board = SampleBoard.typical
    var walk = withYesterday
    walk.board = board
    walk.press("u")
    #expect(walk.notice == "Nothing of yours to undo.")
    walk.press("n")
    walk.take(.undoOffer(.deed([OperationID(rawValue: 44)], at: SampleBoard.now, activity: Activity("did it"))))
    walk.type("A rota")
    #expect(walk.text.contains("A rota"))
  }

  @Test func anObserverHasNothingToUndo() {
    var walk = Walk(SampleBoard.typical.seen(as: .observer))
    walk.press("u")
    #expect(walk.notice.hasPrefix("You are an observer"))
  }
}
