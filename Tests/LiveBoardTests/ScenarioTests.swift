import BoardUI
import CellGrid
import IdeaPipeline
import SharedStore
import Testing

@testable import TestSupport

/// What people do with their own things, played on a board file.
@Suite(.timeLimit(.minutes(5))) struct ScenarioTests {
  @Test func aCommentIsEditedWithdrawnAndBroughtBack() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("Enter", "c")
    ann.type("Who pays?")
    ann.press("ctrl-s")
    try ann.see("saved ✓", "Who pays?")
    ann.press("Down", "e")
    ann.type(" And from when?")
    ann.press("ctrl-s")
    try ann.see("Who pays? And from when?", "just now · edited")
    ann.press("x")
    try ann.see("withdrawn · x brings it back")
    ann.press("u")
    try ann.see("Who pays? And from when?")
  }

  @Test func aReasonBeingTypedSurvivesAKill() throws {
    let room = try DriverRoom.withBoard()
    var ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("X")
    ann.type("It names a pat")
    ann.kill()
    ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("Continue the reason “It names a pat”")
    ann.press("Enter")
    try ann.see("Hide 1")
    ann.type("ient")
    ann.press("Enter")
    try ann.see("Hidden from everyone: “It names a patient”.")
    ann.press("X")
    try ann.seeGone("Hidden from everyone")
  }

  @Test func whatWasDoneWithSeveralIdeasGoesBackAsOneAlsoLater() throws {
    let room = try DriverRoom.withBoard()
    let first = BoardDriver(room, as: "ann", board: "spring")
    try first.see("One number for carers")
    first.press("n")
    first.type("A second one")
    first.press("ctrl-s")
    try first.see("2  A second one", "you · just now", "saved ✓")
    first.press("g", "Space", "Space", "t")
    try first.see("Tags for 2 marked ideas")
    first.type("night")
    first.press("Enter")
    try first.see("2 tagged")
    first.hangUp()
    room.clock.advance(seconds: 90_000)
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("u")
    try ann.see("Take back an earlier change?", "You changed the tags of 2 “A second one” and")
    ann.press("y")
    try ann.see("saved ✓")
    ann.press("/")
    ann.type("#night")
    try ann.see("Esc shows everything again.")
  }

  @Test func aChangeFromAnEarlierVisitIsTakenBackWhenOneSaysSo() throws {
    let room = try DriverRoom.withBoard()
    let first = BoardDriver(room, as: "sam", board: "spring")
    try first.see("One number for carers")
    first.press("v")
    try first.see("saved ✓")
    first.hangUp()
    room.clock.advance(seconds: 90_000)
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("dots left ●●●●○")
    sam.press("u")
    try sam.see("Take back an earlier change?", "yesterday")
    sam.press("y")
    try sam.see("You took back a dot")
  }

  @Test func theFilterFindsWhatIsOutOfPlay() throws {
    let room = try DriverRoom.withBoard()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("x")
    try sam.see("No ideas yet")
    sam.press("/")
    sam.type("is:withdrawn @sam @ann")
    try sam.see("One number for carers", "1 withdrawn idea")
    sam.press("Enter", "x", "Esc")
    try sam.see("One number for carers", "saved ✓")
  }
}

extension ScenarioTests {
  @Test func aMergeDuringARoundWaitsForItsCloseAndSaysSo() throws {
    let room = try DriverRoom.withBoard()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("n")
    sam.type("A number that carers ring")
    sam.press("ctrl-s")
    try sam.see("saved ✓", "A number that carers ring")
    let store = try room.store("spring")
    defer { store.close() }
    let owner = try #require(try store.person(handle: "ann")).id
    var generator = SystemRandomNumberGenerator()
    let round = OperationID(using: &generator)
    _ = try store.submit([
      Submission(id: round, OpenRound(title: "Which two?", round: .dots(budget: 2, cap: 1)), by: .person(owner))
    ])
    let ann = BoardDriver(room, as: "ann", board: "spring", size: Size(width: 100, height: 30))
    try ann.see("A number that carers ring")
    ann.press("1", "Enter")
    try ann.see("idea 1 ")
    ann.press("m")
    try ann.see("People vote on it now: the merge takes effect when the round closes.")
    ann.press("Enter")
    try ann.see("Merges into 2 when the round closes", "m takes that back.")
    sam.press("1", "Enter")
    try sam.see("Merges into 2 when the round closes")
    #expect(!sam.screen.contains("takes that back"), "only coaches and facilitators merge")
    let close = Submission(
      id: OperationID(using: &generator), CloseRound(round: RoundID(madeBy: round)), by: .person(owner))
    _ = try store.submit([close])
    try ann.see("Merged into 2")
    try sam.see("Merged into 2")
  }

  @Test func twoIdeasBecomeOneAndTwoAgain() throws {
    let room = try DriverRoom.withBoard()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("n")
    sam.type("A number that carers ring")
    sam.press("ctrl-s")
    try sam.see("saved ✓", "A number that carers ring")
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("A number that carers ring")
    ann.press("v", "v", "v", "Down", "v", "v")
    try ann.see("●●●", "●● ")
    ann.press("m")
    try ann.see("Merge 1", "Together: 3 dots, all yours; 2 dots go back to their owners")
    ann.press("Enter")
    try ann.see("You merged 1", "▌ 2  A number", "dots left ●●○○○")
    ann.press("Enter")
    try ann.see("Merged into it")
    ann.press("Down", "Enter")
    try ann.see("Merged into 2")
    ann.press("m", "y")
    try ann.see("You unmerged 1")
    ann.press("Esc")
    ann.press("Esc")
    try ann.see("Empathise 2", "dots left ○○○○○")
  }

  @Test func aGateAnsweredAndPassedInOneGoIsUndoneInOneGo() throws {
    let room = try DriverRoom()
    var random = SplitMix64(seed: 3)
    let ids = (0..<2).map { _ in OperationID(using: &random) }
    let ann = PersonID(madeBy: ids[0])
    try room.makeBoard(
      "gates",
      [
        Submission(id: ids[0], CreateBoard.sample, by: .person(ann)),
        Submission(id: ids[1], PostIdea(title: "One number"), by: .person(ann)),
      ])
    let screen = BoardDriver(room, as: "ann", board: "gates")
    try screen.see("One number", "gate 0 of 1")
    screen.press(">")
    try screen.see("Who needs it?")
    screen.type("Carers")
    screen.press("ctrl-s")
    try screen.see("Define 1", "Empathise 0")
    screen.press("u")
    try screen.see("Empathise 1", "Define 0", "gate 0 of 1")
  }

  @Test func manyAreAdvancedAndOneUndoTakesAllBack() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    for (number, title) in [(2, "A desk"), (3, "A rota")] {
      ann.press("n")
      ann.type(title)
      ann.press("ctrl-s")
      try ann.see("\(number)  \(title)")
    }
    ann.press("g", "Space", "Space", "Space", ">", "y")
    try ann.see("3 advanced", "Define 3", "Empathise 0")
    ann.press("u")
    try ann.see("Empathise 3", "Define 0")
  }
}

extension ScenarioTests {
  @Test func whatTwoPeopleChangedOfOneTextIsCombined() throws {
    let room = try DriverRoom.withBoard()
    let (ann, sam) = (BoardDriver(room, as: "ann", board: "spring"), BoardDriver(room, as: "sam", board: "spring"))
    try ann.see("One number for carers")
    try sam.see("One number for carers")
    ann.press("e")
    sam.press("e")
    ann.press("Home")
    ann.type("Just ")
    ann.press("ctrl-s")
    try ann.see("1  Just One number for carers", "saved ✓")
    sam.type(", day and night")
    sam.press("ctrl-s")
    try sam.see("Somebody changed this text while you did")
    sam.press("Right", "Right", "Enter")
    try sam.see("These are both texts")
    sam.press("ctrl-s")
    try sam.see("1  Just One number for carers, day and night")
    sam.press("Enter", "Tab")
    try sam.see("Edited 2 times")
  }

  @Test func coAuthorsAndEvidenceAreAdded() throws {
    let room = try DriverRoom.withBoard()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("A")
    sam.type("@an")
    try sam.see("@ann Ann Example")
    sam.type("n")
    sam.press("Enter")
    try sam.see("you and 1")
    sam.press("Enter")
    try sam.see("Ann Example")
    sam.press("E")
    sam.type("https://example.org/calls Calls in 2025")
    sam.press("ctrl-s")
    try sam.see("→ Calls in 2025 https://example.org/calls")
  }

  @Test func lineageIsATreeOneWalks() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("b")
    ann.type("By text message")
    ann.press("ctrl-s")
    try ann.see("▌ 2  By text message")
    ann.press("Enter")
    try ann.see("Lineage", "└ 2  By text")
    ann.press("Tab", "G", "Up", "Enter")
    try ann.see("idea 1 ")
    ann.press("Esc")
    try ann.see("idea 2 ")
  }
}

extension ScenarioTests {
  @Test func theActivityIsLiveWhileItIsOpen() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try ann.see("One number for carers")
    try sam.see("One number for carers")
    ann.press("a")
    try ann.see("▌ Sam Sample posted 1")
    sam.press("n")
    sam.type("Night-time pharmacy rota")
    sam.press("ctrl-s")
    try ann.see("Sam Sample posted 2 “Night-time pharmacy rota”", "▌ Sam Sample posted 1")
    ann.press("/")
    ann.type("@sam night")
    try ann.seeGone("posted 1")
    ann.press("Enter", "Enter")
    try ann.see("idea 2 ")
  }

  @Test func theSearchFindsACommentAndGoesThere() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    for text in ["Who pays for it?", "The fire service has such a desk."] {
      ann.press("c")
      ann.type(text)
      ann.press("ctrl-s")
      try ann.see("saved ✓")
      ann.pass(seconds: 40)
    }
    ann.press("f")
    ann.type("fire serv")
    try ann.see("1 found", "The fire service has such a desk.", "comment 2")
    ann.press("Enter")
    try ann.see("idea 1 ", "▌ you", "▌ The fire service")
    ann.press("Esc")
    try ann.see("Search ideas and comments", "1 found")
  }
}

extension ScenarioTests {
  @Test func theFirstLinesGoAlsoWhenThePostCameFromElsewhere() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("Have an idea? Press n")
    let store = try room.store("spring")
    defer { store.close() }
    let person = try #require(try store.person(handle: "ann"))
    var generator = SystemRandomNumberGenerator()
    _ = try store.submit([
      Submission(
        id: OperationID(using: &generator), PostIdea(title: "From the shell"), by: .person(person.id))
    ])
    try ann.see("From the shell")
    try ann.seeGone("Have an idea?")
  }

  @Test func theJourneySaysWhoMadeAnEdit() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("e")
    ann.type(", day and night")
    ann.press("ctrl-s")
    try ann.see("saved ✓", "day and night")
    let sam = BoardDriver(room, as: "sam", board: "spring", size: Size(width: 100, height: 40))
    try sam.see("day and night")
    sam.press("Enter")
    try sam.see("Edited once, by Ann Example")
    sam.press("Tab", "G", "Enter")
    try sam.see("Edit 1 of 1 · Ann Example", "day and night+}")
  }
}
