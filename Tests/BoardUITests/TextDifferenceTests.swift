import Testing

@testable import BoardUI

/// Comparing texts word by word, and making one of two.
@Suite struct TextDifferenceTests {
  private func marked(_ old: String, _ new: String) -> String {
    TextDifference(from: old, to: new).pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .gone(let text): "[\(text)]"
      case .new(let text): "{\(text)}"
      }
    }.joined()
  }

  @Test func whatWasTakenOutAndPutInIsMarked() {
    #expect(marked("One desk for all", "One desk for all") == "One desk for all")
    #expect(marked("One desk for all", "One big desk for all") == "One {big }desk for all")
    #expect(marked("One big desk", "One desk") == "One [big ]desk")
    #expect(marked("One big desk", "One shared desk") == "One [big]{shared} desk")
    #expect(marked("", "New text") == "{New text}")
    #expect(marked("Old", "") == "[Old]")
    #expect(marked("", "") == "")
    #expect(marked("a\n\nb", "a\n\nc") == "a\n\n[b]{c}")
    #expect(marked("  led by space", "led by space").contains("led by space"))
  }

  @Test(arguments: ["", "one", " a  b\n\nc ", "👩🏽‍⚕️ nurses 👨‍👩‍👧‍👦 and cafe\u{301}"], ["", "one two", "x a b c y", "nurses"])
  func bothTextsCanBeReadFromTheDifference(old: String, new: String) {
    let pieces = TextDifference(from: old, to: new).pieces
    let was = pieces.map { if case .new = $0 { "" } else { $0.text } }.joined()
    let isNow = pieces.map { if case .gone = $0 { "" } else { $0.text } }.joined()
    #expect(was == old && isNow == new)
  }

  @Test func changesInDifferentPlacesGoTogether() {
    let both = CombinedText(
      mine: "One desk for everyone, day and night.", theirs: "One shared desk for all, day and night.",
      base: "One desk for all, day and night.")
    #expect(both.text == "One shared desk for everyone, day and night.")
    #expect(both.doubles == 0)
  }

  @Test func theSamePlaceKeepsBoth() {
    let both = CombinedText(mine: "A red desk", theirs: "A blue desk", base: "A green desk")
    #expect(both.text == "A blue red desk")
    #expect(both.doubles == 1)
    let ends = CombinedText(mine: "A desk. Mine.", theirs: "A desk. Theirs.", base: "A desk.")
    #expect(ends.text == "A desk. Theirs. Mine.")
    #expect(ends.doubles == 1)
  }

  @Test func oneSideAloneAndTheSameOnBothSidesAreSimple() {
    #expect(CombinedText(mine: "a b c", theirs: "a b", base: "a b").text.hasPrefix("a b"))
    #expect(CombinedText(mine: "x", theirs: "x", base: "y").doubles == 0)
    #expect(CombinedText(mine: "x", theirs: "x", base: "y").text == "x")
    #expect(CombinedText(mine: "same", theirs: "other", base: "same").text == "other")
    #expect(CombinedText(mine: "", theirs: "a b", base: "a b").text == "")
  }

  /// No word that either added is lost, whatever they did.
  @Test(arguments: 0..<40) func nothingAddedIsLost(seed: Int) {
    var generator = SeededNumbers(UInt64(seed))
    let base = (0..<12).map { "w\($0)" }
    func edited(_ name: String) -> [String] {
      base.enumerated().flatMap { place, word -> [String] in
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: []
        case 1: ["\(name)\(place)"]
        case 2: [word, "\(name)\(place)"]
        default: [word]
        }
      }
    }
    let (mine, theirs) = (edited("m"), edited("t"))
    let both = CombinedText(
      mine: mine.joined(separator: " "), theirs: theirs.joined(separator: " "), base: base.joined(separator: " "))
    let words = Set(both.text.split(separator: " ").map(String.init))
    for word in mine + theirs where !base.contains(word) { #expect(words.contains(word), "\(word) in \(both.text)") }
  }

  @Test func longTextsAreComparedAsAWhole() {
    let old = (0..<2_000).map { "o\($0)" }.joined(separator: " ")
    let new = (0..<2_000).map { "n\($0)" }.joined(separator: " ")
    #expect(TextDifference(from: old, to: new).pieces.count == 2)
  }
}

/// The same numbers for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
