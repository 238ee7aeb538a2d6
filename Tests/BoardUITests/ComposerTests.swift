import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// Writing ideas, builds, edits and comments.
@Suite struct ComposerTests {
  private func submitted<O: Operation>(_ type: O.Type, _ walk: Walk) -> O? {
    walk.submission?.operations.first as? O
  }

  @Test func anIdeaIsPostedWithOneLineAndOneKey() throws {
    var walk = Walk()
    walk.press("n")
    #expect(walk.text.contains("Your name will show"))
    walk.type("A rota for weekends")
    walk.press("ctrl-s")
    let post = try #require(submitted(PostIdea.self, walk))
    #expect(post.title == "A rota for weekends")
    #expect(post.challenge == ChallengeID(rawValue: 13), "the question at the top of the screen")
    #expect(walk.text.contains("Saving …"))
    walk.acknowledge()
    #expect(!walk.text.contains("New idea"))
    #expect(walk.text.contains("saved ✓"))
  }

  @Test func theButtonIsReachedByTabAndByArrows() {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("Tab", "Tab", "Tab", "Tab", "Enter")
    #expect(submitted(PostIdea.self, walk)?.title == "A rota")
    var other = Walk()
    other.press("n")
    other.type("A rota")
    other.press("Down", "Down", "Down", "Down", "Enter")
    #expect(submitted(PostIdea.self, other)?.title == "A rota")
  }

  @Test func allFieldsArePosted() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("Enter")
    walk.type("Two")
    walk.press("Enter")
    walk.type("lines")
    walk.press("Tab", "Right", "Right", "Tab")
    walk.type("#Night shift, carers")
    walk.press("ctrl-s")
    let post = try #require(submitted(PostIdea.self, walk))
    #expect(post.body == "Two\nlines")
    #expect(post.challenge == ChallengeID(rawValue: 10))
    #expect(post.tags == ["night", "shift", "carers"])
  }

  @Test func nothingIsPostedWithoutATitle() {
    var walk = Walk()
    walk.press("n", "Tab")
    walk.type("text only")
    walk.press("ctrl-s")
    #expect(walk.submission == nil)
    #expect(walk.text.contains("Give it a title first"))
    walk.type("Title")
    walk.press("ctrl-s")
    #expect(submitted(PostIdea.self, walk)?.title == "Title")
  }

  @Test func aRefusedPostKeepsEverythingTyped() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("Tab")
    walk.type("for nights")
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    walk.take(
      .refused(token, Refusal(.rule, "Challenge 4 is closed: it takes no new ideas.", instead: "Choose another one.")))
    #expect(walk.text.contains("A rota"))
    #expect(walk.text.contains("for nights"))
    #expect(walk.text.contains("Challenge 4 is closed"))
    walk.press("ctrl-s")
    #expect(walk.submission?.token != token)
  }

  @Test func whatCannotBeSavedIsKeptAndCanBeTriedAgain() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    walk.take(.notSaved(token, "The disk is full. Nothing was saved."))
    #expect(walk.text.contains("The disk is full"))
    #expect(walk.text.contains("A rota"))
  }

  @Test func escKeepsTheDraftAndTheSameKeyGoesOn() {
    var walk = Walk()
    walk.press("n")
    walk.type("Half a thou")
    walk.press("Esc")
    #expect(walk.notice == "Kept for later: n goes on with it.")
    #expect(walk.lastDraft?.place == .newIdea)
    #expect(walk.lastDraft?.draft.title == "Half a thou")
    #expect(walk.lastDraft?.draft.isPutAside == true)
    walk.press("n")
    walk.type("ght")
    #expect(walk.text.contains("Half a thought"))
  }

  @Test func everyCharacterIsKept() {
    var walk = Walk()
    walk.press("n")
    for (count, character) in "rota".enumerated() {
      walk.type(String(character))
      #expect(walk.lastDraft?.draft.title == String("rota".prefix(count + 1)))
      #expect(walk.lastDraft?.draft.isPutAside == false)
    }
    for _ in 0..<4 { walk.press("Backspace") }
    #expect(walk.effects.contains { if case .discardDraft(.newIdea) = $0 { true } else { false } })
  }

  @Test func whatOthersDoLeavesTheTextAlone() {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    let row = walk.board.arrive("Posted meanwhile", number: 41, seq: 1_090)
    walk.take(.changes([walk.board.change(by: SampleBoard.sam, "posted 41 “Posted meanwhile”", row.id, seq: 1_090)]))
    walk.take(.key(.resize(Size(width: 100, height: 30))))
    walk.type(" for all")
    #expect(walk.text.contains("A rota for all"))
    #expect(walk.text.contains("Posted meanwhile"))
  }

  @Test func similarIdeasAreOfferedWhileTyping() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("One number")
    #expect(walk.text.contains("[ build on 19 instead ]"))
    walk.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Enter")
    #expect(walk.text.contains("Build on 19"))
    walk.press("ctrl-s")
    let post = try #require(submitted(PostIdea.self, walk))
    #expect(post.title == "One number")
    #expect(post.buildsOn == SampleBoard.id(19))
  }

  @Test func limitsAreSaidBeforeTheyBite() {
    var walk = Walk()
    walk.press("n")
    walk.type(String(repeating: "a", count: 130))
    #expect(walk.text.contains("130/140"))
    walk.take(.key(.paste(String(repeating: "b", count: 20))))
    #expect(walk.text.contains("150/140"), "nothing is cut")
    #expect(walk.text.contains("Take away 10 characters: a title has at most 140."))
  }

  @Test func aPastedTextRunsNoCommands() {
    var walk = Walk()
    walk.take(.key(.paste("nqx>\n")))
    #expect(walk.submission == nil)
    #expect(walk.notice.contains("pasted into a form"))
    walk.press("n")
    walk.take(.key(.paste("line one\nline two")))
    #expect(walk.text.contains("line one line two"))
  }

  @Test func aPostThatTakesLongLeavesTheBoardInReach() throws {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("ctrl-s")
    #expect(walk.text.contains("saving …"))
    walk.wait(2)
    #expect(walk.text.contains("waiting for the board …"))
    walk.take(.waiting(holder: "Jo"))
    #expect(walk.text.contains("waiting for the board (Jo is writing)"))
    walk.press("Esc", "Down")
    #expect(walk.text.contains("▌22"))
    walk.press("n")
    #expect(walk.notice == "What you wrote there is still being saved.")
    walk.acknowledge()
    #expect(walk.text.contains("saved ✓"))
  }

  @Test func theNewIdeaIsSelectedOnceItIsSaved() {
    var walk = Walk()
    walk.press("n")
    walk.type("A rota")
    walk.press("ctrl-s")
    var row = walk.board.arrive("A rota", number: 41, seq: 1_090)
    row.stage = .empathise
    row.isOwn = true
    walk.board.replace(row)
    walk.acknowledge(operation: row.id.rawValue)
    #expect(walk.text.contains("▐Empathise 4▌"))
    #expect(walk.text.contains("▌41  A rota"))
  }

  @Test func buildingOnTheSelectedIdeaCreditsIt() throws {
    var walk = Walk()
    walk.press("G", "b")
    #expect(walk.text.contains("Build on 14"))
    walk.type("By video")
    walk.press("ctrl-s")
    #expect(submitted(PostIdea.self, walk)?.buildsOn == SampleBoard.id(14))
  }

  // MARK: Comments

  @Test func aCommentHasAKind() throws {
    var walk = Walk()
    walk.press("G", "Enter", "c")
    walk.type("Who pays?")
    walk.press("Tab", "Right", "ctrl-s")
    let post = try #require(submitted(PostComment.self, walk))
    #expect(post.text == "Who pays?")
    #expect(post.comment == .question)
    #expect(post.replyTo == nil)
  }

  @Test func aReplyToAReplyJoinsTheConversation() throws {
    var walk = Walk()
    walk.press("G", "Enter", "Down", "Down", "Enter", "Enter")
    #expect(walk.text.contains("Reply to Jo Birch"))
    walk.type("Agreed")
    walk.press("ctrl-s")
    #expect(submitted(PostComment.self, walk)?.replyTo == CommentID(rawValue: 9_001))
  }

  // MARK: Edits

  @Test func anEditNamesTheRevisionItStartedFrom() throws {
    var walk = Walk()
    walk.press("G", "e")
    #expect(walk.text.contains("Edit 14"))
    walk.type("!")
    walk.press("ctrl-s")
    let edit = try #require(submitted(EditIdea.self, walk))
    #expect(edit.title == "Shared triage desk between 999 and UCR!")
    #expect(edit.revision == 1)
  }

  @Test func somebodyElsesTextCannotBeEdited() {
    var walk = Walk()
    walk.press("e")
    #expect(walk.notice == "Somebody else wrote 19: comment with c, or build on it with b.")
  }

  private func clash() throws -> Walk {
    var walk = Walk(width: 100, height: 30)
    walk.press("G", "e")
    walk.type(" mine")
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    let theirs = TextClash(revision: 4, title: "Their title", body: "Their body")
    walk.take(.refused(token, Refusal(.stale(theirs), "14 was changed.", remedy: .compareTexts)))
    return walk
  }

  @Test func aClashShowsBothTexts() throws {
    let walk = try clash()
    #expect(walk.text.contains("Their title"))
    #expect(walk.text.contains("UCR mine"))
    #expect(walk.text.contains("[ Edit mine further ]"))
  }

  @Test func mineReplacesTheirsFromTheirRevision() throws {
    var walk = try clash()
    walk.press("Right", "Enter")
    let edit = try #require(submitted(EditIdea.self, walk))
    #expect(edit.revision == 4)
    #expect(edit.title.hasSuffix("mine"))
  }

  @Test func theirsStaysWhenChosen() throws {
    var walk = try clash()
    walk.press("Left", "Enter")
    #expect(walk.notice == "Theirs stays; yours was not saved.")
    #expect(!walk.text.contains("Their title"))
  }

  @Test func aClashCanBeKeptForLater() throws {
    var walk = try clash()
    walk.press("Esc", "e")
    #expect(walk.text.contains("UCR mine"))
  }

  @Test func anEditGoesOnAfterAClash() throws {
    var walk = try clash()
    walk.press("Enter")
    walk.type("!")
    walk.press("ctrl-s")
    #expect(submitted(EditIdea.self, walk)?.title.hasSuffix("mine!") == true)
    #expect(submitted(EditIdea.self, walk)?.revision == 4)
  }
}

/// Selecting lines, and the person's own editor.
@Suite struct ComposerEditingTests {
  @Test func selectedLinesAreShownAndEscLetsThemGoBeforeItCloses() {
    var walk = Walk()
    walk.press("n", "Tab")
    walk.take(.key(.paste("one\ntwo")))
    walk.press("alt-l")
    #expect(walk.text.contains("1 line selected: Backspace cuts"))
    walk.press("Esc")
    #expect(!walk.text.contains("selected"))
    #expect(walk.text.contains("New idea"))
    walk.press("Esc")
    #expect(!walk.text.contains("New idea"))
  }

  @Test func theEditorGetsTheTextAndWhatComesBackIsKept() {
    var walk = Walk()
    walk.press("n", "Tab")
    walk.type("short")
    walk.press("ctrl-g")
    #expect(walk.effects.contains { if case .edit("short", limit: 50_000) = $0 { true } else { false } })
    walk.take(.edited("longer\nby far"))
    #expect(walk.text.contains("by far"))
    #expect(
      walk.effects.contains {
        if case .saveDraft(.newIdea, let draft) = $0 { draft.body == "longer\nby far" } else { false }
      })
    walk.press("ctrl-_")
    #expect(walk.text.contains("short"))
  }

  @Test func overSSHThereIsNoEditor() {
    var walk = Walk(surroundings: Surroundings(isHosted: true))
    walk.press("n", "ctrl-g")
    #expect(walk.text.contains("There is no editor over SSH"))
    #expect(!walk.effects.contains { if case .edit = $0 { true } else { false } })
  }
}
