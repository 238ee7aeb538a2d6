import CellGrid
import Foundation
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// However one is cut off while typing, what was typed is kept and found again.
@Suite struct NothingLostTests {
  private static let places = TypingPlace.allCases.filter { $0.isWriting && $0 != .gateAnswer }
  private let words = "Seven words that nobody types again"

  private func holds(_ walk: Walk) -> Bool { walk.lastDraft.map { "\($0.draft)".contains(words) } ?? false }

  private func written(_ place: TypingPlace) -> Walk {
    var walk = place.walk()
    walk.type(words)
    return walk
  }

  @Test(arguments: places)
  func everyKeyIsKeptAndSoIsAHangUp(place: TypingPlace) {
    var walk = place.walk()
    for (count, character) in words.enumerated() {
      walk.type(String(character))
      #expect(walk.lastDraft.map { "\($0.draft)".contains(words.prefix(count + 1)) } == true)
    }
    walk.take(.key(.hangUp))
    #expect(holds(walk) && walk.lastDraft?.draft.isPutAside == false)
    #expect(walk.quits)
  }

  /// Killed, started again, and continued from the question that greets one.
  @Test(arguments: places)
  func whatWasKilledIsOfferedAndGoesOn(place: TypingPlace) throws {
    let walk = written(place)
    let kept = try #require(walk.lastDraft)
    var again = Walk(walk.board, width: 100, height: 40)
    again.take(.draftsFound([kept.place: kept.draft]))
    #expect(again.text.contains("You were writing when you left."))
    again.press("Enter")
    // The reason for passing an unmet gate lies behind its button.
    if place == .overriding { again.press("Tab", "Tab", "Tab", "Enter") }
    for _ in 0..<8 where again.state.textField?.text != words { again.press("Tab") }
    #expect(again.state.textField?.text == words, "\(again.text)")
  }

  @Test(arguments: places)
  func escResizeThemeAndLeavingKeepIt(place: TypingPlace) throws {
    var walk = written(place)
    for size in [Size(width: 0, height: 0), Size(width: 2, height: 1), Size(width: 20, height: 6)] {
      walk.take(.key(.resize(size)))
      walk.type("!")
      walk.press("Backspace")
    }
    walk.take(.key(.resize(Size(width: 100, height: 40))))
    #expect(walk.state.textField?.text == words)
    walk.press("ctrl-c")
    #expect(walk.text.contains("What you are writing is kept as a draft."))
    walk.press("Down", "Enter", "F1", "Esc")
    #expect(walk.state.textField?.text == words)
    walk.press("Esc")
    #expect(holds(walk) && walk.lastDraft?.draft.isPutAside == true)
    #expect(walk.notice.contains("ept for later"))
  }

  @Test func whatBecomesOfTheIdeaLeavesTheTextAlone() throws {
    var walk = Walk(width: 100, height: 40)
    walk.press("G", "Enter", "c")
    walk.type(words)
    walk.board.change(14, seq: 1_100) { row in
      row.state = .merged
      row.mergedInto = 22
      row.title = "[redacted]"
    }
    walk.take(.changes([walk.board.change(by: SampleBoard.jo, "merged 14 into 22", SampleBoard.id(14), seq: 1_100)]))
    #expect(walk.state.textField?.text == words)
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    walk.take(.refused(token, Refusal(.rule, "14 was merged into 22: comment there.", instead: "Ask a facilitator.")))
    #expect(walk.text.contains("14 was merged into 22") && walk.state.textField?.text == words)
    // Then it goes out of sight altogether.
    walk.board.rows.removeAll { $0.number == 14 }
    walk.take(.changes([walk.board.change(by: SampleBoard.jo, "hid 14", SampleBoard.id(14), seq: 1_101)]))
    #expect(walk.state.textField?.text == words)
    walk.take(.key(.hangUp))
    let kept = try #require(walk.lastDraft)
    // Next time there is no idea to comment on, but there is the text.
    var again = Walk(walk.board, width: 100, height: 40)
    again.take(
      .draftsFound([
        kept.place: kept.draft, .newIdea: Draft(title: "Half", body: "a thought", changedAt: .init(milliseconds: 0)),
      ]))
    again.press("Enter")
    #expect(again.text.contains("What you wrote about is not there any more"))
    #expect(again.lastDraft?.place == .newIdea && again.lastDraft?.draft.body == "a thought\n\n" + words)
    #expect(again.lastDraft?.draft.title == "Half")
    #expect(again.effects.contains { if case .discardDraft(.comment) = $0 { true } else { false } })
  }

  // MARK: What is taken away

  @Test func emptiedTagsCoAuthorsLinksAndAnswersAreKept() throws {
    var board = SampleBoard.typical
    board.change(14, seq: 1_000) { $0.coAuthors = [SampleBoard.jo] }
    for (key, place) in [
      ("t", DraftPlace.line(SampleBoard.id(14), .tags)), ("A", .line(SampleBoard.id(14), .coAuthors)),
      ("E", .links(SampleBoard.id(14))), ("w", .worksheet(SampleBoard.id(14), .ideate)),
    ] {
      var walk = Walk(board, width: 100, height: 40)
      walk.press("G", "Enter", key)
      for _ in 0..<8 where walk.state.textField?.isEmpty != false { walk.press("Tab") }
      walk.press("ctrl-End", "ctrl-u")
      #expect(walk.state.textField?.text == "", "\(key)\n\(walk.text)")
      #expect(walk.lastDraft?.place == place, "\(key)")
      let kept = try #require(walk.lastDraft?.draft)
      #expect(!kept.isEmpty, "\(key)")
      walk.press("Esc")
      #expect(walk.notice.contains("ept for later"), "\(key)")
      var again = Walk(board, width: 100, height: 40)
      again.take(.draftsFound([place: kept]))
      #expect(again.text.contains("all taken out"), "\(key)\n\(again.text)")
      again.press("Enter")
      for _ in 0..<8 where again.state.textField == nil { again.press("Tab") }
      #expect(again.state.textField?.text == "", "\(key)\n\(again.text)")
      again.press("ctrl-s")
      #expect(again.submission != nil, "\(key)\n\(again.text)")
    }
  }

  @Test func aDraftIsNotForgottenBeforeItsQuestionsAreRead() {
    let place = DraftPlace.worksheet(SampleBoard.id(19), .ideate)
    let draft = Draft(answers: ["cost": words], isPutAside: true, changedAt: SampleBoard.now)
    for end in ["Esc", "hang up"] {
      var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
      walk.take(.draftsFound([place: draft]))
      walk.answersIdeas = false
      walk.press("g", "w")
      if end == "Esc" { walk.press("Esc") } else { walk.take(.key(.hangUp)) }
      #expect(!walk.effects.contains { if case .discardDraft = $0 { true } else { false } }, "\(end)")
    }
  }

  @Test func theGateShowsWhatWasAnsweredInTheWorksheetAndKeepsIt() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator), width: 100, height: 40)
    walk.press("g", "w")
    for _ in 0..<8
    where walk.point(of: "What would it cost?").map({ _ in walk.state.textField?.isEmpty != true }) ?? true {
      walk.press("Tab")
    }
    walk.type(words)
    walk.press("Esc", ">")
    #expect(walk.text.contains("What would it cost?"))
    for _ in 0..<8 where walk.state.textField?.text != words { walk.press("Tab") }
    walk.type("!")
    #expect(walk.lastDraft?.draft.answers.values.contains(words + "!") == true)
  }

  @Test func passingAnUnmetGateClosesItAndKeepsWhatWasAnswered() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator), width: 100, height: 40)
    walk.press("g", ">", "Right", "Tab", "Tab", "Tab", "Enter")
    walk.type(words)
    walk.press("Enter")
    let advance = try #require(walk.submission?.operations.last as? AdvanceIdea)
    #expect(advance.overrides && advance.reason == words)
    walk.acknowledge()
    #expect(!walk.text.contains("Move 19"), "\(walk.text)")
    #expect(walk.lastDraft?.draft.answers["chosen"] != nil)
  }

  // MARK: Marked ideas

  @Test func tagsForMarkedIdeasGoOnWithTheSameIdeas() throws {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("Space", "Space", "t")
    walk.type("night carers")
    let kept = try #require(walk.lastDraft)
    #expect(kept.place == .marked && kept.draft.ideas == [19, 22].map(SampleBoard.id))
    var again = Walk(SampleBoard.typical.seen(as: .coach))
    again.take(.draftsFound([.marked: kept.draft]))
    #expect(again.text.contains("Continue the tags for several ideas “night carers”"))
    again.press("Enter")
    #expect(again.text.contains("Tags for 2 marked ideas"))
    again.press("Enter")
    let sent = again.effects.flatMap { effect -> [(SubmissionToken, IdeaID?)] in
      guard case .submitEach(let parts) = effect else { return [] }
      return parts.map { ($0.token, ($0.operation as? TagIdea)?.idea) }
    }
    #expect(sent.map(\.1) == [19, 22].map(SampleBoard.id))
    again.take(.submitted(sent[0].0, Receipt(operations: [OperationID(rawValue: 500)], seq: 1_101)))
    again.take(.notSaved(sent[1].0, "The disk is full."))
    #expect(!again.effects.contains { if case .discardDraft(.marked) = $0 { true } else { false } })
    again.press("t")
    #expect(again.text.contains("Tags for 1 marked idea") && again.state.textField?.text == "night carers")
    again.press("Enter")
    let token = try #require(again.submission?.token)
    again.take(.submitted(token, Receipt(operations: [OperationID(rawValue: 501)], seq: 1_102)))
    #expect(again.effects.contains { if case .discardDraft(.marked) = $0 { true } else { false } })
  }

  @Test func ideasThatAreGoneAreNotMarkedAgain() {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    var draft = Draft(body: "night", changedAt: SampleBoard.now)
    draft.ideas = [IdeaID(rawValue: 1), SampleBoard.id(15)]
    walk.take(.draftsFound([.marked: draft]))
    walk.press("Enter")
    #expect(walk.text.contains("Tags for 1 marked idea"))
    draft.ideas = [IdeaID(rawValue: 1)]
    var none = Walk(SampleBoard.typical.seen(as: .coach))
    none.take(.draftsFound([.marked: draft]))
    none.press("Enter")
    #expect(none.text.contains("The ideas that were marked are not there any more."))
    #expect(!none.effects.contains { if case .discardDraft = $0 { true } else { false } })
  }

  @Test func aDraftOfAnEarlierVersionIsStillRead() throws {
    #expect(DraftPlace("marked") == .marked && DraftPlace.marked.description == "marked")
    let draft = Draft(title: "T", changedAt: SampleBoard.now)
    let json = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    #expect(!json.contains("clears") && !json.contains("ideas"), "as it was written before these were there")
    #expect(try JSONDecoder().decode(Draft.self, from: Data(json.utf8)) == draft)
  }

  // MARK: One's own editor

  @Test(arguments: TypingPlace.allCases)
  func theEditorOpensWhatIsOverSeveralRows(place: TypingPlace) {
    var walk = place.walk()
    walk.type("short")
    let isLong = walk.state.textField?.isMultiline == true
    let isLongIdea = [.title, .tags, .buildTitle].contains(place)
    #expect(walk.text.contains("Ctrl-G editor") == isLong)
    walk.press("ctrl-g")
    let opened = walk.effects.contains { if case .edit = $0 { true } else { false } }
    #expect(opened == (isLong || isLongIdea))
    guard isLong else { return }
    walk.take(.edited(words))
    #expect(walk.state.textField?.text == words && holds(walk))
    walk.press("ctrl-_")
    #expect(walk.state.textField?.text == "short")
    let long = String(repeating: "x", count: 4_001)
    walk.take(.edited(long))
    #expect(walk.state.textField?.text == long, "too long is kept and said")
    #expect(walk.text.contains("too many") || place == .links)
  }

  @Test(arguments: [TypingPlace.body, .answer, .gateAnswer, .reason])
  func overSSHThereIsNoEditor(place: TypingPlace) {
    var walk = place.walk(hosted: true)
    #expect(!walk.text.contains("Ctrl-G"))
    walk.press("ctrl-g")
    #expect(walk.text.contains("There is no editor over SSH"))
    #expect(!walk.effects.contains { if case .edit = $0 { true } else { false } })
    walk.press("F1")
    #expect(!walk.text.contains("Ctrl-G"))
  }

  @Test func helpAndPaletteSpeakOfTheEditor() {
    var walk = TypingPlace.reason.walk()
    walk.press("F1")
    #expect(walk.text.contains("Ctrl-G"))
    var palette = TypingPlace.palette.walk()
    palette.type("your editor")
    #expect(palette.text.contains("It works while one writes"))
  }
}
