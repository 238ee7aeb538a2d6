import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// Lobby, filter, numbers, the idea screen, leaving and coming back.
@Suite struct GoingAboutTests {
  private let boards = [
    BoardListing(name: "demo", title: "Neighbourhoods First", people: 38, ideas: 45, lastActivity: SampleBoard.now),
    BoardListing(
      name: "old", title: "Old", people: 1, ideas: 0, lastActivity: nil, trouble: "It lies on a network disk."),
  ]

  // MARK: Lobby

  @Test func theLobbyOpensABoard() {
    var walk = Walk(lobby: boards)
    #expect(walk.text.contains("Neighbourhoods First"))
    walk.press("Enter")
    #expect(walk.effects.contains { if case .openBoard("demo") = $0 { true } else { false } })
    #expect(walk.text.contains("opening …"))
    walk.take(.opened(walk.board.opening))
    #expect(walk.text.contains("▐Ideate 5▌"))
    #expect(walk.effects.contains { if case .loadDrafts = $0 { true } else { false } })
  }

  @Test func aBoardThatCannotBeOpenedSaysWhy() {
    var walk = Walk(lobby: boards)
    walk.press("2", "Enter")
    #expect(walk.text.contains("It lies on a network disk."))
    walk.press("1", "Enter")
    walk.take(.notOpened(name: "demo", "It was written by a newer program."))
    #expect(walk.text.contains("It was written by a newer program."))
  }

  @Test func backFromABoardIsTheLobbyAndThenTheDoor() {
    var walk = Walk()
    walk.press("q")
    #expect(walk.text.contains("Hothouse ─ boards"))
    #expect(walk.effects.contains { if case .markVisited(1_000) = $0 { true } else { false } })
    walk.take(.boards(boards))
    walk.press("q")
    #expect(walk.text.contains("Leave?"))
    walk.press("Enter")
    #expect(walk.quits)
  }

  @Test func withoutALobbyLeavingIsAsked() {
    var walk = Walk(surroundings: Surroundings(hasLobby: false))
    walk.press("q", "Esc")
    #expect(!walk.quits)
    walk.press("Esc", "Down", "Enter")
    #expect(!walk.quits)
    walk.press("ctrl-c", "ctrl-c")
    #expect(walk.quits)
  }

  // MARK: Filter and numbers

  @Test func theFilterNarrowsAsOneTypes() {
    var walk = Walk()
    walk.press("/")
    walk.type("desk")
    #expect(walk.text.contains("3 of 12 ideas"))
    #expect(walk.text.contains("Define 1"))
    #expect(!walk.text.contains("pharmacy"))
    walk.press("Enter")
    #expect(walk.notice.hasPrefix("Filter: desk"))
    walk.press("Esc")
    #expect(walk.text.contains("pharmacy"))
  }

  @Test(arguments: [
    ("#urgent-care", 1), ("@jo", 2), ("stage:def", 2), ("challenge:2", 2), ("is:mine", 1), ("rota @jo", 1),
    ("sort:dots", 12), ("#urgent-care #one-team", 1), ("#urgent-care #night", 0), ("@jo @lee", 4), ("is:new", 1),
    ("is:mine is:new", 0), ("is:mine #one-team", 1),
    ("-desk", 9), ("-#urgent-care", 11), ("-@jo", 10), ("desk -\"triage desk\"", 2), ("\"triage desk\"", 1),
    ("stage:def -desk", 1),
  ])
  func theFilterHasWordsForMostThings(text: String, count: Int) {
    var board = SampleBoard.typical
    for index in board.rows.indices where board.rows[index].number == 14 {
      board.rows[index].author = SampleBoard.ann
    }
    var walk = Walk(board)
    walk.press("/")
    walk.type(text)
    #expect(walk.text.contains(count == 12 ? "12 ideas" : "\(count) of 12 ideas"))
  }

  @Test func whatTheFilterDoesNotKnowIsSaid() {
    var walk = Walk()
    walk.press("/")
    walk.type("stage:later")
    #expect(walk.text.contains("stage: is empathise, define, ideate, prototype or test."))
    walk = Walk(width: 140)
    walk.press("/")
    walk.type("@jo nonsense:x")
    #expect(walk.text.contains("“nonsense:” is none of stage:, challenge:, is: and sort:."))
    var without = Walk(width: 140)
    without.press("/")
    without.type("@jo")
    func tabs(_ walk: Walk) -> String? {
      walk.text.split(separator: "\n").first { $0.contains("Ideate") }.map(String.init)
    }
    #expect(tabs(walk) == tabs(without), "the rest applies")
  }

  @Test func anEmptyResultSaysHowToGoOn() {
    var walk = Walk()
    walk.press("/")
    walk.type("unicorn")
    #expect(walk.text.contains("Nothing here matches “unicorn”. f looks in comments too."))
  }

  @Test func digitsGoToAnIdea() {
    var walk = Walk()
    walk.press("3", "1")
    #expect(walk.text.contains("Go to idea 31"))
    walk.press("Enter")
    #expect(walk.text.contains("The desk by video, for care homes"))
    walk.press("Esc")
    #expect(walk.text.contains("▐Define 2▌"))
    #expect(walk.text.contains("▌31"))
  }

  @Test func aNumberThatIsNotThereSaysSo() {
    var walk = Walk()
    walk.press("9", "9", "9", "Enter")
    #expect(walk.notice == "There is no idea 999 on this board, or it is not for you to see.")
    #expect(walk.text.contains("▐Ideate 5▌"))
  }

  // MARK: The idea

  @Test func anIdeaShowsItsConversationAndItsJourney() {
    var walk = Walk(width: 120, height: 50)
    walk.press("G", "Enter")
    for words in [
      "Shared triage desk between 999 and UCR", "One desk, clinicians of both services", "https://example.org/ucr",
      "Could the desk sit with the ambulance service", "Lee Tan · evidence", "withdrawn", "names you",
      "✓ Define", "● Ideate", "2 of 3", "○ safe to try", "← Define", "“Families were not asked yet.”",
      "5 dots, 2 yours", "Lineage", "└ 31  The desk by video",
    ] {
      #expect(walk.text.contains(words), "\(words)")
    }
  }

  @Test func theLineageCanBeWalkedAndWalkedBack() {
    var walk = Walk(width: 120, height: 50)
    walk.press("G", "Enter", "Tab", "G")
    #expect(walk.text.contains("▌ └ 31"))
    walk.press("Enter")
    #expect(walk.text.contains("idea 31"))
    #expect(walk.text.contains("builds on 14"))
    walk.press("Esc")
    #expect(walk.text.contains("idea 14"))
    walk.press("Esc")
    #expect(walk.text.contains("▌14"))
  }

  @Test func enterOnTheTextSaysWhatCanBeDone() {
    var walk = Walk()
    walk.press("G", "Enter", "Enter")
    #expect(walk.text.contains("Idea 14: what would you like to do?"))
    walk.press("Enter")
    #expect(walk.text.contains("Comment on 14"))
  }

  @Test func inAMenuTheKeysShownBesideTheWordsWork() {
    var walk = Walk()
    walk.press("1", "4", "Enter", "Enter")
    #expect(walk.text.contains("what would you like to do?"))
    walk.press("b")
    #expect(!walk.text.contains("what would you like to do?"))
    #expect(walk.text.contains("Build on 14"))
  }

  @Test func aLongConversationScrolls() {
    var walk = Walk(.overfull, width: 60, height: 20)
    walk.press("1", "0", "0", "0", "Enter")
    for _ in 0..<400 { walk.press("Down") }
    #expect(!walk.text.contains("↓ |"))
    let bottom = walk.text
    walk.press("g")
    #expect(walk.text != bottom)
    walk.press("G")
    #expect(walk.text == bottom)
  }

  @Test func whatIsSaidMeanwhileAppears() {
    var walk = Walk(width: 100, height: 40)
    walk.press("G", "Enter", "Down")
    let before = walk.selectedLines
    walk.board.say("It could start in May.", on: 14, seq: 1_095)
    walk.take(.changes([walk.board.change(by: SampleBoard.lee, "commented on 14", SampleBoard.id(14), seq: 1_095)]))
    #expect(walk.text.contains("It could start in May."))
    #expect(walk.selectedLines == before)
  }

  // MARK: Leaving and drafts

  @Test func aHangUpEndsAtOnceWithTheDraftKept() {
    var walk = Walk()
    walk.press("n")
    walk.type("Half a thought")
    walk.take(.key(.hangUp))
    #expect(walk.lastDraft?.draft.title == "Half a thought")
    #expect(walk.lastDraft?.draft.isPutAside == false)
    #expect(walk.quits)
  }

  @Test func aDraftIsOfferedAgain() {
    var walk = Walk()
    let draft = Draft(title: "Half a thought", changedAt: SampleBoard.now)
    walk.take(.draftsFound([.newIdea: draft]))
    #expect(walk.text.contains("You were writing when you left. Enter continues."))
    #expect(walk.text.contains("Continue the idea “Half a thought”"))
    walk.press("Enter")
    walk.type(" more")
    #expect(walk.text.contains("Half a thought more"))
  }

  @Test func aDraftPutAsideIsNotOfferedButKept() {
    var walk = Walk()
    let draft = Draft(title: "Half a thought", isPutAside: true, changedAt: SampleBoard.now)
    walk.take(.draftsFound([.newIdea: draft]))
    #expect(!walk.text.contains("Half a thought"))
    walk.press("n")
    #expect(walk.text.contains("Half a thought"))
  }

  @Test func aDraftedReplyGoesOnWithItsComment() {
    var walk = Walk()
    let place = DraftPlace.reply(SampleBoard.id(14), to: CommentID(rawValue: 9_001))
    walk.take(.draftsFound([place: Draft(body: "I think", changedAt: SampleBoard.now)]))
    walk.press("Enter")
    #expect(walk.text.contains("Reply to Jo Birch"))
    #expect(walk.text.contains("I think"))
  }

  @Test(arguments: [
    DraftPlace.newIdea, .buildOn(SampleBoard.id(1)), .edit(SampleBoard.id(2)), .comment(SampleBoard.id(3)),
    .reply(SampleBoard.id(4), to: CommentID(rawValue: 5)), .editComment(SampleBoard.id(4), CommentID(rawValue: 5)),
    .worksheet(SampleBoard.id(6), .define), .line(SampleBoard.id(6), .sendBack), .line(SampleBoard.id(6), .tags),
    .hideComment(SampleBoard.id(6), CommentID(rawValue: 7)), .outcome(SampleBoard.id(6)), .links(SampleBoard.id(6)),
    .line(SampleBoard.id(6), .coAuthors),
  ])
  func aPlaceHasATextForm(place: DraftPlace) {
    #expect(DraftPlace(place.description) == place)
    #expect(place.description.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber })
  }

  // MARK: New and first

  @Test func whatIsNewIsMarkedUntilItIsOpened() {
    var walk = Walk()
    #expect(walk.text.contains("new ●"))
    walk.press("Enter", "Esc")
    #expect(!walk.text.contains("new ●"))
  }

  @Test func theFirstMinuteHasThreeLinesOfHelp() {
    var walk = Walk(.empty)
    #expect(walk.text.contains("Have an idea? Press n"))
    walk.press("n")
    walk.type("First")
    walk.press("ctrl-s")
    var row = walk.board.arrive("First", number: 1, seq: 1_061)
    row.isOwn = true
    row.author = SampleBoard.ann
    walk.board.replace(row)
    walk.acknowledge(operation: row.id.rawValue)
    #expect(!walk.text.contains("Have an idea?"))
  }
}
