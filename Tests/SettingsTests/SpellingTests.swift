import Testing

@testable import Settings

@Suite("What was probably meant")
struct SpellingTests {
  private let words = ["challenges", "stages", "teams", "text.dim", "entry_stage"]

  @Test(
    "Slips of the finger are recognised",
    arguments: [
      ("challanges", "challenges"), ("chalenges", "challenges"), ("Teams", "teams"), ("taems", "teams"),
      ("entry-stage", "entry_stage"), ("entry stage", "entry_stage"), ("text.dimm", "text.dim"),
    ])
  func near(_ written: String, _ meant: String) {
    #expect(Spelling.nearest(to: written, among: words) == meant)
  }

  @Test("What is not near is not guessed at", arguments: ["colour", "x", "", "sessions"])
  func far(_ written: String) {
    #expect(Spelling.nearest(to: written, among: words) == nil)
  }

  @Test("Distances: adding, leaving out, changing and swapping one letter are one step each")
  func distances() {
    let pairs = [
      ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abc", "ab", 1), ("ab", "xaby", 2),
    ]
    for (first, second, distance) in pairs {
      #expect(Spelling.distance(Array(first), Array(second)) == distance)
      #expect(Spelling.distance(Array(second), Array(first)) == distance)
    }
  }
}
