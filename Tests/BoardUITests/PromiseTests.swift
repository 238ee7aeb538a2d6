import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What a composer says about the name before anything is typed is kept, whatever the room does meanwhile.
@Suite struct PromiseTests {
  private func board(_ naming: Naming, isPrivate: Bool = false) -> SampleBoard {
    var board = SampleBoard.typical
    board.open(StepPlan(title: "Think", minutes: 12, naming: naming, isPrivate: isPrivate))
    return board
  }

  private func post(_ walk: Walk) -> PostIdea? {
    for effect in walk.effects.reversed() {
      switch effect {
      case .submit(_, let operations), .submitSealed(_, let operations): return operations.first as? PostIdea
      default: continue
      }
    }
    return nil
  }

  private func isSealed(_ walk: Walk) -> Bool {
    walk.effects.contains { if case .submitSealed = $0 { true } else { false } }
  }

  private func keepsDrafts(_ walk: Walk) -> Bool {
    walk.effects.contains { if case .saveDraft = $0 { true } else { false } }
  }

  @Test(arguments: [
    (Naming.named, "Your name will show"), (.hidden, "coaches and facilitators see it"),
    (.sealed, "not even for the facilitator"),
  ])
  func theFirstLineSaysWhichHolds(naming: Naming, words: String) {
    var walk = Walk(board(naming, isPrivate: true))
    walk.press("n")
    #expect(walk.said.contains(words))
    #expect(walk.said.contains("until the reveal"))
    walk.type("A desk")
    walk.press("ctrl-s")
    #expect(post(walk)?.naming == naming)
    #expect(post(walk)?.step == StepID(rawValue: 83))
    #expect(isSealed(walk) == (naming == .sealed))
  }

  @Test(arguments: [(20, 6), (40, 12), (60, 20)])
  func itIsSaidInTheLowestWindowsToo(width: Int, height: Int) {
    var walk = Walk(board(.sealed, isPrivate: true), width: width, height: height)
    walk.press("n")
    #expect(walk.text.contains("No name is stored"))
    #expect(walk.text.contains("one line"))
  }

  @Test func whatHasNoNameIsKeptInMemoryOnly() {
    var walk = Walk(board(.sealed))
    walk.press("n")
    walk.type("A desk")
    walk.press("Esc")
    #expect(!keepsDrafts(walk))
    #expect(walk.notice.contains("until you leave"))
    walk.press("n")
    #expect(walk.text.contains("A desk"))
    walk.press("ctrl-c")
    #expect(walk.text.contains("kept nowhere"))
    walk.press("Enter")
    #expect(walk.quits)
    #expect(!keepsDrafts(walk))
  }

  @Test func aStricterStepChangesTheFirstLineAndTakesTheDraftFromTheDisk() {
    var walk = Walk(board(.named))
    walk.press("n")
    walk.type("A desk")
    #expect(keepsDrafts(walk))
    walk.board.startNext(at: SampleBoard.moment) { $0.naming = .sealed }
    RoomTests.look(&walk)
    #expect(walk.text.contains("The step has changed. No name is stored"))
    #expect(walk.text.contains("A desk"))
    #expect(walk.effects.contains { if case .discardDraft(.newIdea) = $0 { true } else { false } })
    walk.press("ctrl-s")
    #expect(isSealed(walk))
    #expect(post(walk)?.step == StepID(rawValue: 84))
  }

  @Test(arguments: [Naming.hidden, .sealed])
  func aLaxerStepKeepsThePromise(naming: Naming) {
    var walk = Walk(board(naming))
    walk.press("n")
    walk.type("A desk")
    walk.board.startNext(at: SampleBoard.moment)
    RoomTests.look(&walk)
    #expect(!walk.text.contains("Your name will show"))
    walk.press("ctrl-s")
    #expect(post(walk)?.naming == naming)
    #expect(post(walk)?.step == StepID(rawValue: 83), "the step in which it was promised")
    #expect(isSealed(walk) == (naming == .sealed))
  }

  @Test func aDraftBegunWithAHiddenNameKeepsItLater() {
    var walk = Walk(board(.hidden))
    walk.press("n")
    walk.type("A desk")
    walk.press("Esc")
    walk.board.startNext(at: SampleBoard.moment)
    RoomTests.look(&walk)
    walk.press("n")
    #expect(walk.text.contains("Hidden from participants"))
    walk.press("ctrl-s")
    #expect(post(walk)?.naming == .hidden)
  }

  @Test func theEndOfWritingAloneIsSaid() {
    var walk = Walk(board(.named, isPrivate: true))
    walk.press("n")
    walk.board.startNext(at: SampleBoard.moment)
    RoomTests.look(&walk)
    #expect(walk.said.contains("Everybody sees it once it is posted"))
  }

  @Test func whatWasPostedWithoutANameIsEditedAndTakenBackInThisVisit() throws {
    var walk = Walk(board(.sealed, isPrivate: true))
    walk.press("n")
    walk.type("A desk")
    walk.press("ctrl-s")
    walk.answerSealed(made: 4_711)
    walk.press("Y")
    #expect(walk.text.contains("Yours, in this visit"))
    walk.press("Enter", "e")
    #expect(walk.text.contains("No name is stored with the change"))
    walk.type(" for all")
    walk.press("ctrl-s")
    let edit = try #require(walk.sealedOperation as? EditIdea)
    #expect(edit == EditIdea(idea: IdeaID(rawValue: 4_711), revision: 1, title: "A desk for all", body: ""))
    #expect(!keepsDrafts(walk))
    walk.answerSealed(made: 4_712)
    walk.press("u")
    #expect(
      walk.sealedOperation as? EditIdea
        == EditIdea(idea: IdeaID(rawValue: 4_711), revision: 2, title: "A desk", body: ""))
  }

  @Test func undoWithdrawsAPostWithoutAName() throws {
    var walk = Walk(board(.sealed))
    walk.press("n")
    walk.type("A desk")
    walk.press("ctrl-s")
    walk.answerSealed(made: 4_711)
    walk.press("u")
    #expect((walk.sealedOperation as? WithdrawIdea)?.idea == IdeaID(rawValue: 4_711))
    walk.answerSealed(made: 4_712)
    walk.press("Y")
    #expect(walk.said.contains("posted nothing without a name"))
  }
}

extension Walk {
  /// The screen as one line, so that it does not matter where lines end.
  var said: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// What was sent without a name last.
  var sealedOperation: (any Operation)? {
    for case .submitSealed(_, let operations) in effects.reversed() { return operations.first }
    return nil
  }

  /// The store's answer that it is saved.
  mutating func answerSealed(made: Int64) {
    for case .submitSealed(let token, _) in effects.reversed() {
      return take(.submitted(token, Receipt(operations: [OperationID(rawValue: made)], seq: 1_200)))
    }
  }
}
