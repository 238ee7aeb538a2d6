import CellGrid
import Testing

@Suite struct GridTests {
  private func grid(_ width: Int, _ height: Int) -> Grid {
    Grid(Size(width: width, height: height), theme: .plain)
  }

  @Test func drawsTextWithItsStyles() {
    var grid = grid(12, 3)
    grid.draw("Ideate", at: Point(x: 1, y: 0), .strong)
    let end = grid.draw(StyledText("14", .number) + " desk", at: Point(x: 0, y: 1))
    grid.lay(.selected, under: Rect(x: 0, y: 1, width: 12, height: 1))
    #expect(end == Point(x: 7, y: 1))
    #expect(grid.text == " Ideate\n14 desk\n")
    #expect(
      grid.styleMap == """
         aaaaaa
        bbcccccddddd

        a text.strong
        b text.number on selected
        c text on selected
        d screen on selected
        """)
    #expect(grid.appearance(at: Point(x: 1, y: 0)).attributes == .bold)
  }

  @Test func clipsToItsRectangle() {
    var grid = grid(10, 2)
    let rect = Rect(x: 2, y: 0, width: 5, height: 1)
    grid.draw("triage desk", in: rect, .text)
    grid.draw("below", row: 1, in: rect, .text)
    #expect(grid.text == "  tria…\n")
    grid.draw("to the left", at: Point(x: -3, y: 1), .text)
    #expect(grid.text == "  tria…\nthe left")
  }

  @Test func halfAWideGlyphIsNeverLeft() {
    var grid = grid(6, 1)
    grid.draw("漢字漢", at: .zero, .text)
    #expect(grid.text == "漢字漢")
    grid.draw("x", at: Point(x: 1, y: 0), .text)
    #expect(grid.text == " x字漢")
    grid.draw("字", at: Point(x: 1, y: 0), .text)
    #expect(grid.text == " 字 漢")
    grid.draw("漢", at: Point(x: 5, y: 0), .text)
    #expect(grid.text == " 字  …")
  }

  @Test func leftAndRightShareARow() {
    var grid = grid(20, 2)
    grid.draw(left: "Sam posted 19 in Ideate", right: "saved ✓", in: grid.bounds)
    #expect(grid.text == "Sam posted … saved ✓\n")
    grid.draw(left: "Neighbourhoods", right: "a long right hand side", row: 1, in: grid.bounds)
    #expect(grid.text.hasSuffix("\nNeighbourhoods"))
  }

  @Test func wrappedTextSaysThatThereIsMore() {
    var grid = grid(10, 2)
    #expect(grid.draw(wrapped: "One desk for both services", in: grid.bounds, .text) == 2)
    #expect(grid.text == "One desk\nfor both…")
  }

  /// Anything drawn anywhere: nothing traps, and both halves of a wide glyph are always there.
  @Test(arguments: [UInt64(31), 32, 33])
  func survivesAnythingDrawnAnywhere(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var grid = grid(Int.random(in: 0...12, using: &generator), Int.random(in: 0...5, using: &generator))
      for _ in 0..<15 {
        let point = Point(x: .random(in: -4...15, using: &generator), y: .random(in: -2...7, using: &generator))
        let rect = Rect(
          x: point.x, y: point.y, width: .random(in: -2...9, using: &generator),
          height: .random(in: -2...4, using: &generator))
        grid.draw(generator.text(upTo: 8), at: point, .text)
        grid.draw(wrapped: generator.text(upTo: 20), in: rect, .dim)
        grid.draw(left: StyledText(generator.text(upTo: 4)), right: "漢", in: rect)
        grid.fill(Rect(x: point.y, y: point.x, width: 3, height: 2), .overlay)
      }
      for y in 0..<grid.size.height { expectWholeGlyphs(grid.row(y), seed: seed) }
    }
  }

  private func expectWholeGlyphs(_ row: ArraySlice<Cell>, seed: UInt64) {
    var rest = row
    while let cell = rest.popFirst() {
      guard let glyph = cell.glyph else {
        Issue.record("a right half without its left, seed \(seed)")
        return
      }
      if glyph.columns == 2 {
        let right = rest.popFirst()
        #expect(right != nil && right?.glyph == nil, "seed \(seed)")
      }
    }
  }

  @Test func splitsNeverOverlapOrLeave() {
    let rect = Rect(x: 3, y: 2, width: 10, height: 4)
    #expect(rect.split(top: 9).rest.isEmpty)
    #expect(rect.split(right: 4).right == Rect(x: 9, y: 2, width: 4, height: 4))
    #expect(rect.inset(horizontal: 6).isEmpty)
    #expect(rect.inset(left: 2, right: 3) == Rect(x: 5, y: 2, width: 5, height: 4))
    #expect(rect.columns(3, gap: 1).map(\.width) == [2, 3, 3])
    #expect(rect.columns(3, gap: 1).last?.maxX == 13)
    #expect(rect.columns(weights: [1, 3], gap: 2).map(\.x) == [3, 7])
    #expect(rect.centred(Size(width: 4, height: 9)) == Rect(x: 6, y: 2, width: 4, height: 4))
    #expect(Rect.zero.columns(5, gap: 1).map(\.width) == [0, 0, 0, 0, 0])
  }
}
