import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What happened, newest first.
@Suite struct ActivityTests {
  private func selected(_ walk: Walk) -> String {
    walk.selectedLines.last.map { String($0.prefix(60)) } ?? ""
  }

  @Test func whatComesMeanwhileStandsAtTheTopAndMovesNothing() {
    var walk = Walk(width: 100, height: 30)
    walk.press("a", "Down", "Down")
    let before = selected(walk)
    let row = walk.board.arrive("Weekend rota", number: 41, seq: 1_200)
    walk.take(.changes([walk.board.change(by: SampleBoard.sam, "posted 41", row.id, seq: 1_200)]))
    #expect(walk.text.contains("Sam Okafor posted 41 “Weekend rota”  new"))
    #expect(selected(walk) == before)
  }

  @Test func aRuleStandsWhereOneLeft() throws {
    var walk = Walk(width: 100, height: 30)
    walk.press("a")
    let lines = walk.text.split(separator: "\n").map(String.init)
    let rule = try #require(lines.firstIndex { $0.contains("↑ since you left") })
    #expect(lines[rule - 1].contains("new"))
    #expect(!lines[rule + 1].contains("  new"))
  }

  @Test func itReadsOnAsOneScrollsDown() {
    var walk = Walk(.overfull, width: 100, height: 30)
    walk.press("a")
    for _ in 0..<6 { walk.press("G") }
    #expect(walk.text.contains("posted 1 “"))
    #expect(!walk.text.contains("more ↓"))
    walk.press("g")
    #expect(walk.text.contains("posted 1000 “"))
  }

  @Test func itIsNarrowedByWordsAndHandles() {
    var walk = Walk(width: 100, height: 30)
    walk.press("a", "/")
    walk.type("@jo")
    #expect(walk.text.contains("Jo Birch posted"))
    #expect(!walk.text.contains("Sam Okafor posted"))
    walk.type(" desk")
    walk.press("Enter", "Esc")
    #expect(walk.text.contains("Sam Okafor posted"))
    walk.press("/")
    walk.type("unicorn")
    #expect(walk.text.contains("No line has “unicorn”."))
    walk.press("Esc", "Esc")
    #expect(!walk.text.contains("What happened"))
  }

  @Test func itCanBeOpenedAgain() {
    var walk = Walk()
    walk.press("a", "a", "a")
    #expect(walk.text.contains("posted 19"))
  }

  @Test func itHasTheDatesOfTheSurroundings() {
    var walk = Walk(width: 100, height: 30, surroundings: Surroundings(dates: Dates(.iso)))
    walk.press("a")
    #expect(walk.text.contains("2026-05-14"))
  }
}

/// Words anywhere: in ideas of every stage and in comments.
@Suite struct SearchTests {
  @Test func itFindsIdeasAndCommentsWithTheWordsMarked() {
    var walk = Walk(width: 100, height: 30)
    walk.press("f")
    walk.type("ambulance")
    #expect(walk.text.contains("Could the desk sit with the ambulance service"))
    #expect(walk.text.contains("comment 1"))
    let grid = walk.screen()
    let marked = (0..<30).flatMap { grid.row($0) }.filter { $0.style.token == .highlight }
    #expect(marked.compactMap(\.glyph?.text).joined().contains("ambulance"))
  }

  @Test func enterGoesToTheCommentAndEscComesBack() {
    var walk = Walk(width: 100, height: 30)
    walk.press("f")
    walk.type("ambulance")
    walk.press("Enter")
    #expect(walk.text.contains("idea 14"))
    #expect(walk.selectedLines.contains { $0.contains("Jo Birch") })
    walk.press("Esc")
    #expect(walk.text.contains("Search ideas and comments"))
    #expect(walk.text.contains("ambulance"))
    walk.press("Esc")
    #expect(!walk.text.contains("Search ideas and comments"))
  }

  @Test func tabInTheFilterSearchesForItsWords() {
    var walk = Walk(width: 100, height: 30)
    walk.press("/")
    walk.type("ambulance")
    #expect(walk.text.contains("Tab search comments too"))
    walk.press("Tab")
    #expect(walk.text.contains("comment 1"))
  }

  @Test func nothingFoundSaysWhatToTry() {
    var walk = Walk()
    walk.press("f")
    #expect(walk.text.contains("Type words: all of them must occur"))
    walk.type("unicorn")
    #expect(walk.text.contains("No idea and no comment has “unicorn”. Try fewer words"))
    walk.press("Enter")
    #expect(walk.text.contains("Search ideas and comments"))
  }
}
