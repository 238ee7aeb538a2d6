import CellGrid
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("shared desk", 20, "shared desk"), ("shared desk", 11, "shared desk"), ("shared desk", 8, "shared …"),
    ("shared desk", 1, "…"), ("shared desk", 0, ""), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"), ("", 3, ""),
  ])
  func clips(text: String, width: Int, expected: String) {
    #expect(TextLayout.clip(text, width: width) == expected)
  }

  @Test func padsToTheWidth() {
    #expect(TextLayout.pad("ab", width: 5) == "ab   ")
    #expect(TextLayout.pad("ab", width: 5, align: .right) == "   ab")
    #expect(TextLayout.pad("ab", width: 5, align: .centre) == " ab  ")
    #expect(TextLayout.pad("漢字", width: 3) == "漢…")
  }

  @Test func wrapsBetweenWords() {
    let text = "One desk, clinicians of both services.\n\nFamilies ring once"
    #expect(
      TextLayout.wrap(text, width: 16)
        == ["One desk,", "clinicians of", "both services.", "", "Families ring", "once"])
    #expect(TextLayout.wrap("overlong words", width: 5) == ["overl", "ong", "words"])
    #expect(TextLayout.wrap("漢字漢字 abc", width: 5) == ["漢字", "漢字", "abc"])
    #expect(TextLayout.wrap("", width: 5) == [""])
    #expect(TextLayout.wrap("a\n", width: 5) == ["a", ""])
    #expect(TextLayout.wrap("漢", width: 1) == ["漢"])
  }

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func wrappingKeepsEveryCharacterAndTheWidth(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let text = generator.text(upTo: 40)
      let width = Int.random(in: 1...20, using: &generator)
      let flow = TextFlow(Array(text), width: width)
      let kept = flow.rows.map { String($0.characters) }.joined()
      #expect(kept == String(text.filter { !$0.isNewline }), "seed \(seed)")
      for line in TextLayout.wrap(text, width: width) where line.count > 1 {
        #expect(TextWidth.columns(of: line) <= width, "seed \(seed): \(line.debugDescription) in \(width)")
      }
      #expect(TextWidth.columns(of: TextLayout.clip(text, width: width)) <= width, "seed \(seed)")
      #expect(TextWidth.columns(of: TextLayout.pad(text, width: width)) == width, "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64(21), 22, 23])
  func everyPlaceHasAPositionThatLeadsBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let characters = Array(generator.text(upTo: 40)).filter { TextWidth.columns(of: $0) > 0 }
      let flow = TextFlow(characters, width: Int.random(in: 4...20, using: &generator))
      for offset in 0...characters.count {
        let (row, column) = flow.position(of: offset)
        let isHanging =
          flow.rows[row].characters.prefix(offset - flow.rows[row].range.lowerBound)
          .reduce(0) { $0 + TextWidth.columns(of: $1) } > column
        if !isHanging { #expect(flow.offset(row: row, column: column) == offset, "seed \(seed)") }
      }
    }
  }

  @Test func styledTextIsClippedAcrossItsRuns() {
    let text = StyledText("14", .number) + "  " + StyledText("Shared triage desk", .strong)
    #expect(text.clipped(to: 10).text == "14  Share…")
    #expect(text.clipped(to: 4).text == "14 …")
    #expect(text.clipped(to: 2).text == "1…")
    #expect(text.clipped(to: 10).runs.last?.style == Style(.strong))
    #expect(text.padded(to: 30).columns == 30)
    #expect(text.clipped(to: 0) == StyledText())
  }
}
