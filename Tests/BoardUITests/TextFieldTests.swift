import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// Every place where something is typed, and the keys that lead there.
enum TypingPlace: String, CaseIterable, CustomTestStringConvertible {
  case title, body, tags, buildTitle, comment, links, learning
  case answer, gateAnswer, reason, overriding, hiding, tagsOfIdea, coAuthors, tagsOfMarked
  case merging, palette, search, activityFilter, helpSearch, filter

  var testDescription: String { rawValue }

  private var keys: [String] {
    switch self {
    case .title: ["n"]
    case .body: ["n", "Tab"]
    case .tags: ["n", "Tab", "Tab", "Tab"]
    case .buildTitle: ["G", "b"]
    case .comment: ["G", "c"]
    case .links: ["G", "Enter", "E"]
    case .learning: ["Right", "Right", "G", "o", "Tab"]
    case .answer: ["G", "w", "Tab", "Tab", "Tab"]
    case .gateAnswer: ["g", ">"]
    case .reason: ["G", "<"]
    case .overriding: ["g", ">", "Tab", "Tab", "Tab", "Enter"]
    case .hiding: ["G", "X"]
    case .tagsOfIdea: ["G", "t"]
    case .coAuthors: ["G", "A"]
    case .tagsOfMarked: ["Space", "Space", "t"]
    case .merging: ["G", "m"]
    case .palette: [":"]
    case .search: ["f"]
    case .activityFilter: ["a", "/"]
    case .helpSearch: ["?", "/"]
    case .filter: ["/"]
    }
  }

  /// There, with nothing in the field, as a facilitator who may do everything.
  func walk(width: Int = 100, height: Int = 40, hosted: Bool = false) -> Walk {
    var board = SampleBoard.typical.seen(as: .facilitator)
    for index in board.rows.indices { board.rows[index].outcome = nil }
    var walk = Walk(board, width: width, height: height, surroundings: Surroundings(isHosted: hosted))
    for key in keys { walk.press(key) }
    // A worksheet may begin with another kind of question.
    for _ in 0..<6 where walk.state.textField == nil { walk.press("Tab") }
    for _ in 0..<2 { walk.press("ctrl-End", "ctrl-u", "Backspace") }
    return walk
  }

  /// Whether what is written there is kept as a draft and sent.
  var isWriting: Bool {
    switch self {
    case .merging, .palette, .search, .activityFilter, .helpSearch, .filter: false
    default: true
    }
  }
}

/// Editing is the same wherever one types.
@Suite struct TextFieldTests {
  private static let cases: [(keys: [String], text: String, caret: Int)] = [
    ([], "one two three", 13), (["ctrl-w"], "one two ", 8), (["alt-b", "alt-b", "ctrl-k"], "one ", 4),
    (["alt-b", "ctrl-u"], "three", 0), (["ctrl-w", "ctrl-a", "ctrl-y"], "threeone two ", 5),
    (["Home", "Del", "Right", "Backspace"], "e two three", 0), (["ctrl-a", "alt-f", "alt-d"], "one three", 3),
    (["ctrl-Left", "x"], "one two xthree", 9), (["Home", "ctrl-Right", "x"], "onex two three", 4),
    (["ctrl-_"], "one two ", 8), (["ctrl-_", "alt-_"], "one two three", 13),
    (["ctrl-_", "ctrl-_", "alt-_"], "one two ", 8),
    (["ctrl-b", "ctrl-b", "ctrl-d"], "one two thre", 11), (["ctrl-a", "ctrl-f", "ctrl-f"], "one two three", 2),
    (["Home", "End", "Left"], "one two three", 12), (["ctrl-Home", "x"], "xone two three", 1),
    (["ctrl-Home", "ctrl-End"], "one two three", 13), (["ctrl-Backspace"], "one two ", 8),
    (["Home", "ctrl-Del"], " two three", 0), (["ctrl-a", "ctrl-e", "ctrl-h"], "one two thre", 12),
    (["alt-l", "Backspace"], "", 0), (["alt-l", "alt-w", "End", "ctrl-y"], "one two threeone two three", 26),
    (["shift-Up", "Del"], "", 0), (["shift-Down", "x"], "x", 1), (["alt-l", "Esc", "x"], "one two threex", 14),
    (["alt-l", "Left", "x"], "one two threxe", 13), (["alt-l", "ctrl-k", "ctrl-_"], "one two three", 13),
    (["alt-l", "ctrl-k", "ctrl-y"], "one two three", 13),
  ]

  @Test(arguments: TypingPlace.allCases)
  func everyEditingKeyWorks(place: TypingPlace) {
    for (keys, text, caret) in Self.cases {
      var walk = place.walk()
      #expect(walk.state.textField?.text == "", "\(walk.text)")
      walk.type("one two three")
      for key in keys { walk.press(key) }
      let field = walk.state.textField
      #expect(field?.text == text, "\(keys)")
      #expect(field?.caret == caret, "\(keys)")
    }
  }

  @Test(arguments: TypingPlace.allCases)
  func whatIsCutInOneTextIsPutIntoAnother(place: TypingPlace) {
    var walk = TypingPlace.title.walk()
    walk.type("carry this")
    walk.press("ctrl-u", "Esc")
    var other = place.walk()
    let cut = walk.state.cut
    #expect(cut == "carry this")
    other.type(cut)
    other.press("ctrl-u")
    #expect(other.state.cut == cut)
    other.press("ctrl-y", "ctrl-y")
    #expect(other.state.textField?.text == cut + cut)
  }

  @Test(arguments: TypingPlace.allCases, [(20, 6), (40, 12), (60, 20), (80, 24), (200, 60)])
  func whatIsTypedIsInSight(place: TypingPlace, size: (Int, Int)) {
    var walk = place.walk()
    walk.take(.key(.resize(Size(width: size.0, height: size.1))))
    walk.type("seen")
    #expect(walk.text.contains("seen"), "\(walk.text)")
    #expect(walk.screen().cursor != nil)
  }

  @Test func theCutGoesFromFieldToField() {
    var walk = TypingPlace.title.walk()
    walk.type("carry this")
    walk.press("ctrl-w", "Tab", "ctrl-y")
    #expect(walk.state.textField?.text == "this")
    walk.press("Tab", "Tab")
    walk.type("x")
    walk.press("ctrl-y")
    #expect(walk.state.textField?.text == "xthis")
  }

  @Test(arguments: TypingPlace.allCases)
  func selectedLinesShowAndEscLetsThemGoFirst(place: TypingPlace) {
    var walk = place.walk()
    walk.type("one two")
    walk.press("alt-l")
    #expect(walk.screen().styleMap.contains("highlight"))
    if place.isWriting { #expect(walk.text.contains("1 line selected: Backspace cuts")) }
    walk.press("Esc")
    #expect(walk.state.textField?.selection == nil)
    #expect(walk.state.textField?.text == "one two")
  }

  @Test(arguments: TypingPlace.allCases)
  func tenThousandPastedCharactersAreKeptMarkedAndNotSent(place: TypingPlace) {
    var walk = place.walk()
    let text = String(repeating: "qnx>:/?u ", count: 1_111) + "z"
    walk.take(.key(.paste(text)))
    #expect(walk.state.textField?.text == text, "nothing is cut and nothing is a command")
    guard let excess = walk.state.textField?.excess, excess > 0 else { return #expect(Bool(place == .links)) }
    let said = Phrases.grouped(excess)
    #expect(
      walk.text.contains("\(said) too many") || walk.text.contains("Take away \(said) characters"), "\(walk.text)")
    #expect(walk.screen().styleMap.contains("field.counter.low"))
    guard place.isWriting else { return }
    if !walk.state.overlays.contains(where: { if case .checklist = $0 { true } else { false } }) || place == .overriding
    {
      #expect(walk.lastDraft.map { "\($0.draft)".contains(text) } == true, "it is kept whole")
    }
    walk.press("ctrl-s")
    #expect(walk.submission == nil)
    #expect(walk.state.textField?.text == text)
    for _ in 0..<3 { walk.press("Backspace") }
    #expect(
      walk.text.contains("\(Phrases.grouped(excess - 3)) too many") || walk.text.contains(Phrases.grouped(excess - 3)))
    walk.press("ctrl-_")
    walk.press("ctrl-_")
    #expect(walk.state.textField?.isEmpty == true)
  }

  @Test func moreThanAnybodyTypesIsRefusedWhole() {
    for place in TypingPlace.allCases {
      var walk = place.walk()
      walk.type("ab")
      walk.take(.key(.paste(String(repeating: "x", count: TextBuffer.most))))
      #expect(walk.state.textField?.text == "ab", "\(place)")
      if place != .filter { #expect(walk.text.contains("Nothing of it was put in"), "\(place)") }
    }
  }

  @Test func theRoomIsSaidBeforeItEnds() {
    let places: [(TypingPlace, Int)] = [
      (.body, 4_000), (.comment, 2_000), (.answer, 2_000), (.reason, 500), (.tags, 200),
    ]
    for (place, limit) in places {
      var walk = place.walk()
      walk.take(.key(.paste(String(repeating: "x", count: limit - limit / 10 - 1))))
      #expect(!walk.text.contains("\(limit / 10 + 1) left"), "\(place)")
      walk.take(.key(.paste(String(repeating: "x", count: 8))))
      #expect(walk.text.contains("\(limit / 10 - 7) left"), "\(place)")
      walk.type("y")
      #expect(walk.text.contains("\(limit / 10 - 8) left"), "\(place)")
    }
  }

  @Test func aTextThatIsTooLongIsToldWithItsFieldAndSentOnceItFits() throws {
    var walk = Walk()
    walk.press("n")
    walk.take(.key(.paste(String(repeating: "b", count: 150))))
    #expect(walk.text.contains("150/140"))
    #expect(walk.text.contains("Take away 10 characters: a title has at most 140."))
    walk.press("Tab")
    walk.type("text")
    walk.press("ctrl-s")
    #expect(walk.submission == nil)
    for _ in 0..<10 { walk.press("Backspace") }
    walk.press("ctrl-s")
    let post = try #require(walk.submission?.operations.first as? PostIdea)
    #expect(post.title.count == 140 && post.body == "text")
  }
}
