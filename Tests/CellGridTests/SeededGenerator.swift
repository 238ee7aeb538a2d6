/// The same numbers for the same seed (SplitMix64), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text with everything that has gone wrong in a terminal before.
  mutating func text(upTo length: Int) -> String {
    let pieces = [
      "a", "b", "word", " ", "  ", "\n", "-", "é", "e\u{301}", "漢", "字", "👩‍💻", "🇬🇧", "👍🏽", "ﷺ", "क्षि", "한",
      "\u{1112}\u{1161}\u{11AB}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{1B}[31m", "\u{7}", "\u{202E}", "\u{E0041}",
      "1\u{FE0F}\u{20E3}", "\t", "\u{9B}", "\r\n", "שלום", "\u{1F1EC}", "ｆ",
    ]
    return (0..<Int.random(in: 0...length, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }
      .joined()
  }
}
