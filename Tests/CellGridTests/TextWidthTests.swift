import CellGrid
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("👩‍💻", 2), ("👍🏽", 2), ("🇬🇧", 2), ("❤️", 1), ("1️⃣", 1),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("क्षि", 3), ("\u{200D}", 0), ("", 0), ("\u{1B}[31m", 5), ("ｆ", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("👩‍💻x", "👩x"), ("👍🏽", "👍"), ("🇬🇧", "GB"), ("❤️", "❤"), ("1️⃣", "1"), ("a\u{1B}[31mb", "a·[31mb"),
    ("a\u{202E}b\u{2066}c", "abc"), ("\u{9B}0m", "·0m"), ("a\u{0}b", "a·b"), ("a\tb\nc", "a b c"),
    ("x\u{E0041}\u{E007F}y", "xy"), ("\u{FEFF}z", "z"), ("क्षि", "क्षि"), ("soft\u{AD}hyphen", "softhyphen"),
  ])
  func drawsOnlyWhatIsSafe(text: String, drawn: String) {
    #expect(text.flatMap(Glyph.glyphs(of:)).map(\.text).joined() == drawn)
  }

  @Test func keepsFourMarksOfAHundred() {
    let glyphs = Glyph.glyphs(of: Character("e" + String(repeating: "\u{301}", count: 100)))
    #expect(glyphs.map(\.scalars.count) == [5])
    let alone = Glyph.glyphs(of: Character(String(repeating: "\u{301}", count: 100)))
    #expect(alone.map(\.base) == [" "])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func noGlyphHoldsAControlOrInvisibleCharacter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) else { continue }
      for glyph in Glyph.glyphs(of: Character(scalar)) {
        for held in glyph.scalars {
          let category = held.properties.generalCategory
          #expect(category != .control && category != .format, "seed \(seed), \(scalar.value)")
        }
      }
    }
  }
}
