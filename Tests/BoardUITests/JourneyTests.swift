import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What one can open from an idea's journey, and what is credited and shown with it.
@Suite struct JourneyTests {
  private func last<O: Operation>(_ type: O.Type, _ walk: Walk) -> O? { walk.submission?.operations.last as? O }

  // MARK: Lineage

  @Test func theTreeShowsWhereOneIs() {
    var board = SampleBoard.typical
    board.change(8, seq: 1_000) { $0.buildsOn = 22 }
    var walk = Walk(board, width: 120, height: 60)
    walk.press("2", "2", "Enter", "Tab")
    for line in [
      "14  Shared triage desk", "└ 22  Shared desk with", "this idea", "  └ 8  Huddle board", "└ 31  The desk by",
    ] {
      #expect(walk.text.contains(line), "\(line)")
    }
    walk.press("G", "Up", "Enter")
    #expect(walk.text.contains("idea 8"))
    walk.press("Esc")
    #expect(walk.text.contains("idea 22"))
  }

  @Test func anIdeaThatStandsAloneHasNoTree() {
    var walk = Walk(width: 120, height: 60)
    walk.press("1", "5", "Enter")
    #expect(!walk.text.contains("Lineage"))
  }

  // MARK: Earlier texts

  private var edited: Walk {
    var board = SampleBoard.typical
    let texts = [("Triage desk", "One desk."), ("Shared triage desk", "One desk, clinicians of both services.")]
    board.revisions[SampleBoard.id(14)] = texts.enumerated().map { place, text in
      RevisionView(
        title: text.0, body: text.1, replacedBy: place == 0 ? SampleBoard.ann : SampleBoard.jo,
        replacedAt: SampleBoard.before(minutes: 20 - place * 10))
    }
    return Walk(board, width: 100, height: 60)
  }

  @Test func whatAnEditChangedIsShown() {
    var walk = edited
    walk.press("G", "Enter", "Tab")
    #expect(walk.text.contains("Edited 2 times"))
    for _ in 0..<12 where !walk.text.contains("▌ Edited 2 times") { walk.press("Down") }
    walk.press("Enter")
    #expect(walk.text.contains("Edit 2 of 2 · Jo Birch · 10 min ago"))
    #expect(walk.text.contains("Shared triage desk {+between 999 and UCR+}"))
    #expect(walk.text.contains("[-services.-]{+services, eight to eight. Families"))
    walk.press("Left")
    #expect(walk.text.contains("Edit 1 of 2 · Ann Marlow · 20 min ago"))
    #expect(walk.text.contains("[-Triage-]{+Shared triage+} desk"))
    walk.press("Left", "Esc")
    #expect(!walk.text.contains("Edit 1 of 2"))
  }

  // MARK: Co-authors and links

  @Test func coAuthorsAreNamedByTheirHandles() {
    var walk = Walk()
    walk.press("G", "A")
    #expect(walk.text.contains("Who wrote 14"))
    walk.type("@sa")
    #expect(walk.text.contains("@sam Sam Okafor"))
    walk.type("m @nobody")
    walk.press("Enter")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("There is no @nobody on this board."))
    for _ in 0..<7 { walk.press("Backspace") }
    walk.type("jo")
    #expect(walk.text.contains("Sam Okafor, Jo Birch"))
    walk.press("Enter")
    let set = SetCoAuthors(idea: SampleBoard.id(14), old: [], new: [PersonID(rawValue: 3), PersonID(rawValue: 2)])
    #expect(last(SetCoAuthors.self, walk) == set)
  }

  @Test func coAuthorsThatAreThereAreShownAndCanGo() {
    var board = SampleBoard.typical
    board.change(14, seq: 1_000) { $0.coAuthors = [SampleBoard.jo] }
    var walk = Walk(board)
    walk.press("G", "A", "Enter")
    #expect(walk.text.contains("These are its co-authors already"))
    for _ in 0..<3 { walk.press("Backspace") }
    walk.press("Enter")
    #expect(last(SetCoAuthors.self, walk)?.new == [])
  }

  @Test func linksAreEditedALineEach() {
    var walk = Walk()
    walk.press("G", "E")
    #expect(walk.text.contains("https://example.org/ucr Response times"))
    walk.press("Enter")
    walk.type("www.example.org")
    walk.press("ctrl-s")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("A link starts with https://, and “www.example.org” does not."))
    walk.press("Home")
    walk.type("https://")
    walk.press("ctrl-s")
    let links = last(LinkEvidence.self, walk)
    #expect(links?.old == [EvidenceLink(url: "https://example.org/ucr", title: "Response times")])
    #expect(links?.new.last == EvidenceLink(url: "https://www.example.org"))
    #expect(walk.lastDraft?.place == .links(SampleBoard.id(14)))
  }

  @Test func onlyItsAuthorsChangeThem() {
    var walk = Walk()
    for key in ["A", "E"] {
      walk.press(key)
      #expect(walk.notice.hasPrefix("Somebody else wrote 19"))
    }
  }

  // MARK: Rounds

  @Test func roundsShowTheirResultsAndOpenIdeas() throws {
    var board = SampleBoard.typical
    let open = try #require(board.summary.round)
    var closed = open
    closed.round.number = 2
    closed.round.title = "First vote"
    closed.round.isOpen = false
    closed.round.closedAt = SampleBoard.before(minutes: 5)
    closed.results = [(14, 5), (22, 1)].map { number, dots in
      var tally = Tally(round: closed.round, idea: SampleBoard.id(number))
      tally.dots = dots
      return RoundResult(idea: SampleBoard.id(number), number: number, title: "Idea \(number)", tally: tally)
    }
    board.rounds = [open, closed]
    var walk = Walk(board)
    walk.press("r")
    #expect(walk.text.contains("Round 1: Dots") && walk.text.contains("3 of 38 done · open"))
    #expect(walk.text.contains("Round 2: First vote") && walk.text.contains("closed 5 min ago"))
    #expect(walk.text.contains("▌ 1  14  Idea 14") && walk.text.contains("5 dots"))
    walk.press("Down", "Enter")
    #expect(walk.text.contains("idea 22"))
  }
}
