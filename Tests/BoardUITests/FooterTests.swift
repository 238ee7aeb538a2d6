import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// The footer names keys that do something where it stands, and never hides the way out.
@Suite struct FooterTests {
  private static let ways = ScreenSnapshotTests.ways.merging(ScreenSnapshotTests.waysFromAnIdea) { first, _ in first }

  private func footer(_ walk: Walk) -> String {
    walk.text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  @Test(arguments: ways.keys.filter { !$0.hasPrefix("board") && $0 != "marks" && $0 != "refusal" }.sorted())
  func theWayOutShowsAtEveryWidth(way: String) throws {
    let go = try #require(Self.ways[way])
    for width in [20, 30, 40, 60, 80, 120] {
      var walk = Walk(width: width, height: 24)
      go(&walk)
      #expect(footer(walk).contains("Esc"), "\(width) columns: \(footer(walk))")
    }
  }

  @Test func anObserverIsOfferedNothingToWrite() {
    var walk = Walk(SampleBoard.typical.seen(as: .observer))
    #expect(!footer(walk).contains("new"))
    walk.press("G", "Enter")
    #expect(!footer(walk).contains("comment") && !footer(walk).contains("advance"))
  }

  @Test func whileAFilterIsTypedLettersAreNotOffered() {
    var walk = Walk()
    walk.press("/")
    walk.type("desk")
    #expect(!footer(walk).contains("n new") && footer(walk).contains("Enter keep it"))
  }

  @Test func anIdeaOutOfPlayOffersTheWayBackIntoIt() {
    var board = SampleBoard.typical
    board.change(14, seq: 998) { $0.state = .withdrawn }
    var walk = Walk(board)
    walk.press("1", "4", "Enter")
    #expect(footer(walk).contains("x bring it back") && !footer(walk).contains("dot"))
  }

  @Test func emptyListsOfferNothingToMoveIn() {
    for key in ["a", "r", "f"] {
      var walk = Walk(.empty)
      walk.press(key)
      #expect(!footer(walk).contains("move") && footer(walk).contains("Esc back"))
    }
    #expect(!footer(Walk(lobby: [])).contains("Enter"))
  }
}

/// What is said fits where it is said.
@Suite struct FittingTests {
  @Test func whatIsToldShortensItsTitleRatherThanTakeASecondLine() {
    var walk = Walk()
    let row = walk.board.arrive(SampleBoard.hardTexts[0], number: 41, seq: 1_090)
    let words = "posted 41 “\(SampleBoard.hardTexts[0])”"
    walk.take(.changes([walk.board.change(by: SampleBoard.sam, words, row.id, seq: 1_090)]))
    #expect(walk.notice.hasPrefix("Sam Okafor posted 41 “Wherever a person rings") && walk.notice.hasSuffix("…”"))
  }

  @Test func aFormOnALowScreenUsesTheRowsItHas() {
    var walk = Walk(width: 60, height: 18)
    walk.press("n")
    walk.type("One number")
    #expect(walk.text.contains("Text ") && walk.text.contains("Answers") && walk.text.contains("Tags"))
  }

  @Test func helpAndQuestionsShowOverAFormThatTakesTheWholeBody() {
    var walk = Walk(width: 40, height: 12)
    walk.press("n", "F1")
    #expect(walk.text.contains("What you type is kept"))
    walk.press("Esc")
    walk.type("Half")
    walk.press("ctrl-c")
    #expect(walk.text.contains("▌ Leave"))
  }

  @Test func aTitleIsCutOnlyWhereTheRuleEnds() {
    var walk = Walk()
    walk.press("G", "<")
    #expect(walk.text.contains("Send 14 “Shared triage desk between 999 and UCR” back to Define"))
  }

  @Test func linksOpenOnAScreenWithoutAPreview() {
    var walk = Walk(width: 60, height: 20)
    walk.press("G", "E")
    #expect(walk.text.contains("Evidence for 14") && walk.text.contains("https://example.org/ucr"))
  }
}
