import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What is read, when, and how often.
@Suite struct LoadsTests {
  /// A state on the open board whose reads are left unanswered, and the reads it asked for.
  private func opened(_ board: SampleBoard, width: Int = 80, height: Int = 24) -> (AppState, [Load]) {
    let size = Size(width: width, height: height)
    var (state, _) = AppState.starting(
      at: HostMoment(steady: SampleBoard.now), size: size, surroundings: Surroundings(), board: "demo")
    let asked = loads(update(&state, .opened(board.opening)))
    return (state, asked)
  }

  private func loads(_ effects: [Effect]) -> [Load] {
    effects.compactMap { if case .load(let load) = $0 { load } else { nil } }
  }

  private func pages(_ loads: [Load]) -> [Stage] {
    loads.compactMap { if case .page(let query) = $0, query.limit > 1 { query.stage } else { nil } }
  }

  @Test func onlyWhatIsShownIsRead() {
    let (_, narrow) = opened(.typical)
    #expect(pages(narrow) == [.ideate])
    let (_, wide) = opened(.typical, width: 120, height: 40)
    #expect(pages(wide) == Stage.allCases)
  }

  @Test func aBurstOfChangesAsksForOneReadMore() {
    let board = SampleBoard.typical
    var (state, first) = opened(board)
    var asked: [Load] = []
    for seq in 1_076..<1_176 {
      asked += loads(update(&state, .changes([board.change(by: SampleBoard.jo, "did something", nil, seq: seq)])))
    }
    #expect(pages(asked).isEmpty, "the first read is still under way")
    for load in first { asked += loads(update(&state, board.answer(load))) }
    #expect(pages(asked) == [.ideate])
  }

  @Test func aFailedReadIsTriedAgainAfterATick() throws {
    let board = SampleBoard.typical
    var (state, first) = opened(board)
    let page = try #require(first.first { if case .page(let query) = $0 { query.limit > 1 } else { false } })
    #expect(pages(loads(update(&state, .loadFailed(page, "The disk gave an error.")))).isEmpty)
    let later = Timestamp(milliseconds: state.now.milliseconds + 1_000)
    #expect(pages(loads(update(&state, .tick(HostMoment(steady: later))))) == [.ideate])
  }

  @Test func anAnswerToAnOldFilterIsDropped() throws {
    let board = SampleBoard.typical
    var (state, first) = opened(board)
    _ = update(&state, .key(.character("/")))
    for character in "pharmacy" { _ = update(&state, .key(.character(character))) }
    for load in first {
      for next in loads(update(&state, board.answer(load))) { _ = update(&state, board.answer(next)) }
    }
    let text = render(state, theme: .plain, size: state.size).text
    #expect(text.contains("Night-time pharmacy rota"))
    #expect(!text.contains("One number for carers"))
  }

  @Test func aLongListIsReadInWindows() {
    var walk = Walk(.overfull)
    for _ in 0..<290 { walk.press("Down") }
    #expect(walk.selectedLines.count == 2)
    walk.press("G")
    #expect(walk.selectedLines.first?.contains("▌   1") == true)
    for _ in 0..<500 { walk.press("Up") }
    #expect(walk.selectedLines.count == 2)
    walk.press("g")
    #expect(walk.selectedLines.first?.contains("▌ 999") == true)
  }

  @Test func theSelectionStaysOnItsIdeaWhileALongListGrows() {
    var walk = Walk(.overfull)
    for _ in 0..<40 { walk.press("Down") }
    let before = walk.text.split(separator: "\n").map(String.init)
    let selected = walk.selectedLines
    for seq in 2_000..<2_030 {
      let row = walk.board.arrive("Another one", number: seq, seq: seq)
      walk.take(.changes([walk.board.change(by: SampleBoard.sam, "posted \(seq)", row.id, seq: seq)]))
    }
    #expect(walk.selectedLines == selected)
    // Nothing in a scrolled list moves.
    let after = walk.text.split(separator: "\n").map(String.init)
    #expect(before[5..<16] == after[5..<16])
  }

  @Test func anIdeaThatLeavesTheListGivesTheSelectionToItsNeighbour() {
    var walk = Walk()
    walk.press("Down", "Down")
    walk.board.change(16, seq: 1_090) { $0.stage = .define }
    walk.take(
      .changes([walk.board.change(by: SampleBoard.lee, "sent 16 back to Define", SampleBoard.id(16), seq: 1_090)]))
    #expect(walk.selectedLines.first?.contains("▌15") == true)
    #expect(walk.text.contains("Define 3"))
    walk.press("Left")
    #expect(walk.text.contains("A neighbour who knows"))
  }

  @Test func whatHasJustComeIsMarkedForAMoment() {
    var walk = Walk(width: 120, height: 40)
    walk.board.change(6, seq: 1_090) { $0.stage = .ideate }
    walk.take(.changes([walk.board.change(by: SampleBoard.lee, "moved 6 to Ideate", SampleBoard.id(6), seq: 1_090)]))
    #expect(walk.text.contains("moved · Priya"))
    walk.wait(7)
    #expect(!walk.text.contains("moved · Priya"))
  }
}
