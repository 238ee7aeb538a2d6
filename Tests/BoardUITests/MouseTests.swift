import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What one sees is what one points at.
@Suite struct MouseTests {
  /// Presses where some words are on the screen.
  private func click(_ words: String, _ walk: inout Walk, clicks: Int = 1, last: Bool = false) throws {
    let point = try #require(place(of: words, walk, last: last), "“\(words)” is not on the screen:\n\(walk.text)")
    for count in 1...clicks { walk.take(.key(.mouse(Mouse(.press, button: .left, at: point, clicks: count)))) }
  }

  private func roll(_ action: Mouse.Action, over words: String, _ walk: inout Walk) throws {
    let point = try #require(place(of: words, walk, last: false), "“\(words)” is not on the screen:\n\(walk.text)")
    walk.take(.key(.mouse(Mouse(action, at: point))))
  }

  private func place(of words: String, _ walk: Walk, last: Bool) -> Point? {
    let grid = walk.screen()
    let wanted = Array(words)
    let points = (0..<grid.size.height).flatMap { y -> [Point] in
      let cells = grid.row(y).map { $0.glyph?.text.first ?? "\u{0}" }
      guard cells.count >= wanted.count else { return [] }
      return (0...cells.count - wanted.count).filter { Array(cells[$0..<$0 + wanted.count]) == wanted }
        .map { Point(x: $0 + wanted.count / 2, y: y) }
    }
    return last ? points.last : points.first
  }

  private func isSelected(_ words: String, _ walk: Walk) -> Bool { walk.selectedLines.contains { $0.contains(words) } }

  @Test(arguments: [80, 60, 120, 200])
  func aClickSelectsACardAndASecondOpensIt(width: Int) throws {
    var walk = Walk(width: width, height: 40)
    try click("Night-time", &walk)
    #expect(isSelected("Night-time", walk))
    try click("Night-time", &walk, clicks: 2)
    #expect(walk.text.contains("idea 15"))
  }

  @Test(arguments: [80, 60, 48])
  func theTabsGoToTheirStage(width: Int) throws {
    var walk = Walk(width: width, height: 24)
    try click(width >= 60 ? "Test 1" : "Tes 1", &walk)
    #expect(walk.text.contains("Test 1▌") || walk.text.contains("Tes 1▌"))
  }

  @Test func whereOneStageShowsItsArrowsGoOn() throws {
    var walk = Walk(width: 30, height: 12)
    try click("→", &walk)
    #expect(walk.text.contains("▐Prototype"))
    try click("←", &walk)
    #expect(walk.text.contains("▐Ideate"))
  }

  @Test func wordsInTheFooterAreButtons() throws {
    var walk = Walk()
    try click("n new", &walk)
    #expect(walk.text.contains("New idea"))
    try click("keep for later", &walk)
    #expect(!walk.text.contains("New idea"))
    try click("? help", &walk)
    #expect(walk.text.contains("The board: ideas in five stages"))
    try click("Esc back", &walk)
    #expect(!walk.text.contains("The board: ideas in five stages"))
  }

  @Test func wordsInTheHeaderAreButtons() throws {
    var walk = Walk()
    try click("dots left", &walk)
    #expect(walk.text.contains("Rounds and what came of them"))
    walk.press("Esc")
    try click("38 people", &walk)
    #expect(walk.text.contains("What happened"))
    walk.press("Esc", "Enter")
    try click("Neighbourhoods", &walk)
    #expect(walk.text.contains("▐Ideate 5▌"))
  }

  @Test func theIdeaHasTwoPanesToPointAt() throws {
    var walk = Walk(width: 100, height: 40)
    walk.press("G", "Enter")
    try click("✓ Define", &walk)
    #expect(walk.text.contains("▌ ✓ Define"))
    try click("Could the desk", &walk)
    #expect(isSelected("Could the desk", walk))
    try click("Could the desk", &walk, clicks: 2)
    #expect(walk.text.contains("Reply to Jo Birch"))
    walk.press("Esc")
    try click("Journey", &walk)
    #expect(walk.text.contains("▐Journey▌"))
    try roll(.wheelDown, over: "Could the desk", &walk)
    #expect(walk.text.contains("▐Conversation"))
  }

  @Test func everyListOverTheScreenIsPointedAt() throws {
    let ways: [(keys: [String], words: String, then: String)] = [
      (["G", "Enter", "Enter"], "Build on it", "Build on 14"), ([":"], "Comment", "Comment on 19"),
      (["a"], "Jo Birch posted 15", "idea 15"), (["T"], "light", "Theme: light"),
    ]
    for (keys, words, then) in ways {
      let themes = [ThemeListing(name: "dark", about: "d"), ThemeListing(name: "light", about: "l")]
      var walk = Walk(width: 100, height: 40, surroundings: Surroundings(themes: themes))
      for key in keys { walk.press(key) }
      try click(words, &walk)
      #expect(isSelected(words, walk), "\(words)")
      try click(words, &walk, clicks: 2)
      #expect(walk.text.contains(then), "\(words)")
    }
  }

  @Test func theSearchIsPointedAt() throws {
    var walk = Walk(width: 100, height: 40)
    walk.press("f")
    walk.type("desk")
    try click("Shared desk with", &walk)
    #expect(isSelected("Shared desk with", walk))
    try click("Shared desk with", &walk, clicks: 2)
    #expect(walk.text.contains("idea 22"))
  }

  @Test func fieldsAndButtonsOfTheComposerArePointedAt() throws {
    var walk = Walk()
    walk.press("n")
    try click("Tags", &walk)
    walk.type("night")
    try click("Title", &walk)
    walk.type("One number")
    #expect(walk.text.contains("Title      One number"))
    #expect(walk.text.contains("Tags       night"))
    try click("[ Post ]", &walk)
    #expect(walk.submission != nil)
  }

  @Test func aWorksheetIsPointedAt() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("G", ">")
    try click("[ Back ]", &walk)
    #expect(!walk.text.contains("Move 14"))
  }

  @Test func theMergePickerIsPointedAt() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .coach), width: 100, height: 30)
    walk.press("G", "m")
    try click("Shared desk with", &walk, last: true)
    #expect(isSelected("Shared desk with", walk))
  }

  @Test func theLobbyIsPointedAt() throws {
    let boards = ["one", "two"].map {
      BoardListing(name: $0, title: "Board \($0)", people: 1, ideas: 1, lastActivity: nil)
    }
    var walk = Walk(lobby: boards)
    try click("Board two", &walk, clicks: 2)
    #expect(walk.effects.contains { if case .openBoard("two") = $0 { true } else { false } })
  }

  @Test func theWheelScrollsWhatLiesUnderAForm() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("One")
    try roll(.wheelDown, over: "One number for carers", &walk)
    #expect(!isSelected("▌19", walk))
    walk.type(" more")
    #expect(walk.text.contains("One more"))
  }

  @Test func theWheelScrollsTheColumnItIsOver() throws {
    var walk = Walk(width: 160, height: 40)
    try roll(.wheelDown, over: "Define 2", &walk)
    #expect(walk.text.contains("▐Define 2▌"))
  }

  @Test func besideABoxNothingIsPointedAt() throws {
    var walk = Walk(width: 120, height: 40)
    walk.press("ctrl-c")
    let before = walk.text
    walk.take(.key(.mouse(Mouse(.press, button: .left, at: Point(x: 60, y: 6), clicks: 1))))
    #expect(walk.text == before)
  }
}
