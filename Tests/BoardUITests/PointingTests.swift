import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

extension Walk {
  /// Where words begin on the screen.
  func point(of words: String, last: Bool = false) -> Point? {
    let grid = screen()
    let wanted = Array(words)
    let points = (0..<grid.size.height).flatMap { y -> [Point] in
      let row = Array(grid.row(y))
      return row.indices.filter { start in
        var x = start
        for character in wanted {
          guard x < row.count, row[x].glyph?.text.first == character else { return false }
          x += TextWidth.columns(of: character)
        }
        return true
      }.map { Point(x: $0, y: y) }
    }
    return last ? points.last : points.first
  }

  mutating func click(_ point: Point) { take(.key(.mouse(Mouse(.press, button: .left, at: point)))) }

  mutating func roll(_ action: Mouse.Action, at point: Point, times: Int = 1) {
    for _ in 0..<times { take(.key(.mouse(Mouse(action, at: point)))) }
  }
}

/// The mouse in texts and forms.
@Suite struct PointingTests {
  @Test(arguments: TypingPlace.allCases, [(100, 40), (60, 20), (80, 24)])
  func aClickPutsTheCaretThere(place: TypingPlace, size: (Int, Int)) throws {
    var walk = place.walk(width: size.0, height: size.1)
    walk.type("one 漢字 three")
    let point = try #require(walk.point(of: "漢字 three", last: [.helpSearch, .filter].contains(place)), "\(walk.text)")
    for (offset, caret) in [(0, 4), (1, 4), (2, 5), (3, 5), (4, 6), (5, 7), (9, 11), (12, 12)] {
      walk.click(Point(x: point.x + offset, y: point.y))
      #expect(walk.state.textField?.caret == caret, "\(offset)")
    }
    walk.click(Point(x: point.x + 5, y: point.y))
    #expect(walk.screen().cursor == Point(x: point.x + 5, y: point.y))
    walk.type("X")
    #expect(walk.state.textField?.text == "one 漢字 Xthree")
  }

  @Test func aClickGoesToAnotherFieldAndIntoItsText() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("A title")
    walk.press("Tab")
    walk.type("The text of it")
    let title = try #require(walk.point(of: "A title"))
    walk.click(Point(x: title.x + 2, y: title.y))
    walk.type("long ")
    let text = try #require(walk.point(of: "The text of it"))
    walk.click(Point(x: text.x + 4, y: text.y))
    walk.type("whole ")
    #expect(walk.lastDraft?.draft.title == "A long title")
    #expect(walk.lastDraft?.draft.body == "The whole text of it")
  }

  @Test func whatIsScrolledStaysWhereOneClicks() throws {
    var walk = TypingPlace.body.walk(width: 80, height: 24)
    walk.take(.key(.paste((1...30).map { "line \($0)" }.joined(separator: "\n"))))
    let point = try #require(walk.point(of: "line 28"))
    let before = walk.text
    walk.click(Point(x: point.x + 5, y: point.y))
    #expect(walk.text == before, "nothing moves under the pointer")
    walk.type(">")
    #expect(walk.state.textField?.text.contains("line >28\n") == true)
    let title = TypingPlace.title.walk(width: 60, height: 20)
    var long = title
    long.take(.key(.paste(String(repeating: "word ", count: 25) + "END")))
    let end = try #require(long.point(of: "word END"))
    let shown = long.text
    long.click(end)
    #expect(long.text == shown)
    #expect(long.state.textField?.caret == 120)
  }

  @Test func theWheelScrollsTheTextItIsOver() throws {
    var walk = TypingPlace.body.walk(width: 80, height: 24)
    walk.take(.key(.paste((1...30).map { "line \($0)" }.joined(separator: "\n"))))
    let point = try #require(walk.point(of: "line 29"))
    walk.roll(.wheelUp, at: point, times: 10)
    #expect(walk.text.contains("line 18") && !walk.text.contains("line 29"))
    walk.roll(.wheelDown, at: point, times: 3)
    #expect(walk.text.contains("line 21"))
    walk.press("Tab", "Tab")
    let tags = walk.state.textField
    walk.roll(.wheelDown, at: point, times: 2)
    #expect(walk.text.contains("line 23"), "it need not have the keys")
    #expect(walk.state.textField == tags)
  }

  @Test func theWheelScrollsTheColumnUnderAForm() throws {
    var walk = Walk(width: 160, height: 40)
    walk.press("n")
    walk.type("One")
    let point = try #require(walk.point(of: "6 How might"))
    walk.roll(.wheelDown, at: point)
    #expect(walk.text.contains("▐Define 2▌"))
    walk.type(" more")
    #expect(walk.state.textField?.text == "One more")
  }

  @Test func optionsOfAWorksheetAreClicked() throws {
    var walk = Walk()
    walk.press("G", "w")
    try focus("Why this one?", &walk)
    walk.click(try #require(walk.point(of: "helps most people", last: true)))
    #expect(walk.text.contains("(helps most people)"))
    #expect(walk.lastDraft?.draft.answers["chosen"] == "helps most people")
    try focus("Is it safe to try", &walk)
    walk.click(try #require(walk.point(of: "no ", last: true)))
    #expect(walk.text.contains("(no)"))
    #expect(walk.lastDraft?.draft.answers["safe"] == "no")
    walk.click(try #require(walk.point(of: "yes")))
    #expect(walk.text.contains("(yes)"))
  }

  private func focus(_ question: String, _ walk: inout Walk) throws {
    walk.click(try #require(walk.point(of: question), "\(walk.text)"))
  }

  @Test func optionsOfTheGateAreClicked() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
    walk.press("g", ">")
    try focus("Why this one?", &walk)
    walk.click(try #require(walk.point(of: "costs least")))
    #expect(walk.lastDraft?.draft.answers["chosen"] == "costs least")
  }

  @Test(arguments: [40, 60, 80, 200])
  func everyOptionIsInSightWhereThereIsRoom(width: Int) throws {
    var walk = Walk(width: width, height: 24)
    walk.press("G", "w")
    for _ in 0..<6 where walk.point(of: "helps most people", last: true) == nil { walk.press("Tab") }
    for option in ["quickest to try", "helps most people", "asked for most", "costs least"] {
      walk.click(try #require(walk.point(of: option, last: true), "\(walk.text)"))
      #expect(walk.text.contains("(\(option))"))
    }
  }

  @Test func kindsOutcomesAndChallengesAreClicked() throws {
    var walk = Walk()
    walk.press("G", "c")
    walk.type("Who pays?")
    walk.click(try #require(walk.point(of: "question", last: true)))
    walk.press("ctrl-s")
    #expect((walk.submission?.operations.first as? PostComment)?.comment == .question)
    var outcome = TypingPlace.learning.walk()
    outcome.type("Families rang.")
    outcome.click(try #require(outcome.point(of: "parked", last: true)))
    outcome.press("ctrl-s")
    #expect((outcome.submission?.operations.first as? DecideOutcome)?.outcome == .parked)
    var idea = Walk()
    idea.press("n")
    idea.type("A rota")
    idea.click(try #require(idea.point(of: "4  How might we", last: true)))
    let before = idea.text
    idea.click(try #require(idea.point(of: "→", last: true)))
    #expect(idea.text != before)
    idea.click(try #require(idea.point(of: "←", last: true)))
    #expect(idea.text == before)
  }

  @Test func aFilterThatIsReadIsTypedInAgain() throws {
    for place in [TypingPlace.activityFilter, .helpSearch] {
      var walk = place.walk()
      walk.type("with")
      walk.press("Enter")
      #expect(walk.state.textField == nil)
      let mark = try #require(walk.point(of: "/ with"), "\(walk.text)")
      walk.click(Point(x: mark.x + 2, y: mark.y))
      walk.type("Z")
      #expect(walk.state.textField?.text == "Zwith")
    }
  }
}
