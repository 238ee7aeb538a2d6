import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// Moving about on the board, and what others do meanwhile.
@Suite struct BoardTests {
  private func selectedLine(_ walk: Walk) -> String {
    walk.text.split(separator: "\n").first { $0.contains("▌") && !$0.contains("▐") }.map(String.init) ?? ""
  }

  @Test func arrowsAndLettersMoveTheSelection() {
    var walk = Walk()
    #expect(selectedLine(walk).contains("▌19"))
    walk.press("Down", "j")
    #expect(selectedLine(walk).contains("▌16"))
    walk.press("k", "Up", "Up")
    #expect(selectedLine(walk).contains("▌19"))
    walk.press("G")
    #expect(selectedLine(walk).contains("▌14"))
    walk.press("g", "Right")
    #expect(selectedLine(walk).contains("▌ 8"))
    walk.press("h")
    #expect(selectedLine(walk).contains("▌19"))
  }

  @Test func aKeyThatMeansNothingSaysSo() {
    var walk = Walk()
    walk.press("z")
    #expect(walk.notice == "z means nothing here. ? explains this screen.")
  }

  @Test func aPostByAnotherArrivesWithoutMovingTheSelection() throws {
    var walk = Walk()
    walk.press("Down", "Down")
    #expect(selectedLine(walk).contains("▌16"))
    let row = walk.board.arrive("Weekend rota for carers", number: 41, seq: 1_090)
    walk.take(
      .changes([walk.board.change(by: SampleBoard.sam, "posted 41 “Weekend rota for carers”", row.id, seq: 1_090)]))
    #expect(selectedLine(walk).contains("▌16"))
    #expect(walk.text.contains("Weekend rota for carers"))
    #expect(walk.notice == "Sam Okafor posted 41 “Weekend rota for carers”")
    #expect(walk.text.contains("Ideate 6"))
    walk.wait(9)
    #expect(walk.notice == "")
  }
}
