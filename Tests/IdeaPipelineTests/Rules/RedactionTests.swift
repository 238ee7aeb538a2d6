import IdeaPipeline
import TestSupport
import Testing

@Suite struct RedactionTests {
  let room: Fixture
  private let mark = "[redacted 2026-02-25]"
  init() throws { room = try Fixture() }

  /// Whether a word is anywhere on the board or in the log.
  private func isKnown(_ word: String) throws -> Bool {
    let log = try room.builder.log.map { logged in
      guard case .known(let operation) = logged.payload else { return "" }
      return try OperationCatalogue.json(operation)
    }
    return log.contains { $0.contains(word) } || "\(BoardSnapshot(of: room.board).rows)".contains(word)
  }

  private func expectGone(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    for word in words { #expect(try !isKnown(word), "“\(word)” is still there", sourceLocation: sourceLocation) }
    try BoardProperties.replayGivesTheSameTables(room.builder)
  }

  @Test func anIdeaWithTagsAndLinks() throws {
    let link = EvidenceLink(url: "https://example.org/smith", title: "Smithlink")
    let stamp = try room.run(
      PostIdea(title: "Mr Smithtitle", body: "Smithbody", tags: ["smithtag"], links: [link]), by: room.jo)
    let id = IdeaID(madeBy: stamp.id)
    try room.builder.redact([stamp.id])
    let idea = try room.idea(id)
    #expect((idea.title, idea.body, idea.tags, idea.links) == (mark, "", [], []))
    #expect((idea.number, idea.author, idea.state) == (3, room.jo, .active))
    try expectGone("Smithtitle", "Smithbody", "smithtag", "example.org/smith", "Smithlink")
    #expect(room.said == "redacted text")
  }

  @Test func anEarlierTextGoesAndTheLaterStays() throws {
    let stamp = try room.run(PostIdea(title: "Mr Smithtitle", body: "Smithbody"), by: room.jo)
    let id = IdeaID(madeBy: stamp.id)
    try room.run(EditIdea(idea: id, revision: 1, title: "A gentleman", body: "Rings often."), by: room.jo)
    try room.builder.redact([stamp.id])
    #expect(try room.idea(id).title == "A gentleman")
    #expect((room.board.fetch(.of(id)) as [IdeaRevision]).map(\.title) == [mark])
    try expectGone("Smithtitle", "Smithbody")
  }

  @Test func theUndoThatBroughtItBackGoesToo() throws {
    let stamp = try room.run(PostIdea(title: "Mr Smithtitle"), by: room.jo)
    let id = IdeaID(madeBy: stamp.id)
    try room.run(EditIdea(idea: id, revision: 1, title: "A gentleman", body: ""), by: room.jo)
    try room.builder.undo(by: room.jo)
    let redact = try room.builder.redact([stamp.id])
    #expect(redact.targets.count == 2)
    #expect(try room.idea(id).title == mark)
    #expect((room.board.fetch(.of(id)) as [IdeaRevision]).map(\.title) == [mark, "A gentleman"])
    try expectGone("Smithtitle")
  }

  /// What an undo brings back is what was taken away last, which need not be what the undone change took away.
  @Test func theUndoThatBroughtALaterReasonBackGoesToo() throws {
    try room.run(HideIdea(idea: room.rota, reason: "Twice"), by: room.fay)
    try room.run(UnhideIdea(idea: room.rota), by: room.cass)
    let hiding = try room.run(HideIdea(idea: room.rota, reason: "Smithhiding"), by: room.fay)
    try room.run(UnhideIdea(idea: room.rota), by: room.fay)
    try room.builder.undo(by: room.cass)
    #expect(try room.idea(room.rota).hidden?.reason == "Smithhiding")
    try room.builder.advance(room.desk, to: .test)
    try room.run(DecideOutcome(idea: room.desk, outcome: .parked, learning: "First"), by: room.fay)
    try room.run(RetractOutcome(idea: room.desk), by: room.cass)
    let outcome = try room.run(
      DecideOutcome(idea: room.desk, outcome: .parked, learning: "Smithlearning"), by: room.fay)
    try room.run(RetractOutcome(idea: room.desk), by: room.fay)
    try room.builder.undo(by: room.cass)
    #expect(try room.idea(room.desk).outcome?.learning == "Smithlearning")
    try room.builder.redact([hiding.id, outcome.id])
    #expect(try room.idea(room.rota).hidden?.reason == mark)
    #expect(try room.idea(room.desk).outcome?.learning == mark)
    try expectGone("Smithhiding", "Smithlearning")
  }

  @Test func anAnswerGoesFromTheChangeThatRepeatsIt() throws {
    let first = try room.run(
      AnswerField(idea: room.desk, worksheet: "need", field: "who", old: nil, answer: .text("Mrs Smith")))
    try room.run(
      AnswerField(
        idea: room.desk, worksheet: "need", field: "who", old: .text("Mrs Smith"), answer: .text("A widow")))
    let redact = try room.builder.redact([first.id])
    #expect((redact.targets.count, redact.quotes.count) == (1, 1))
    #expect(room.board.fetch(.about(room.desk)).map(\.answer) == [.text("A widow")])
    try expectGone("Mrs Smith")
  }

  @Test func aCommentLosesItsMentionsAndItsEarlierTexts() throws {
    let comment = try room.builder.comment("@sam Mrs Smithfirst", on: room.desk, by: room.jo)
    try room.run(EditComment(comment: comment, revision: 1, text: "@sam Mrs Smithsecond"), by: room.jo)
    let ids = room.builder.log.suffix(2).map(\.stamp.id)
    try room.builder.redact(ids)
    #expect(try room.comment(comment).text == mark)
    #expect(try room.comment(comment).mentions == [])
    try expectGone("Smithfirst", "Smithsecond")
  }

  @Test func reasonsOutcomesAndHidings() throws {
    try room.builder.advance(room.desk, to: .test)
    let back = try room.run(SendBackIdea(idea: room.desk, from: .test, to: .ideate, reason: "Smithback"))
    try room.builder.advance(room.desk, to: .test)
    let outcome = try room.run(DecideOutcome(idea: room.desk, outcome: .parked, learning: "Smithlearning"))
    try room.run(RetractOutcome(idea: room.desk))
    let hiding = try room.run(HideIdea(idea: room.rota, reason: "Smithhiding"))
    try room.run(UnhideIdea(idea: room.rota))
    try room.builder.redact([back.id, outcome.id, hiding.id])
    #expect(try room.idea(room.desk).formerOutcome?.learning == mark)
    #expect(try room.idea(room.rota).formerHiding?.reason == mark)
    try expectGone("Smithback", "Smithlearning", "Smithhiding")
  }

  @Test func peopleTeamsChallengesRoundsAndTheBoard() throws {
    let profile = PersonProfile(name: "Smithname", organisation: "Smithhouse", perspective: "Smithview")
    let person = try room.run(AddPerson(handle: "guest", profile: profile))
    let team = try room.run(AddTeam(name: "Smithteam"))
    let second = try room.run(AddTeam(name: "Smithband"))
    let challenge = try room.run(AddChallenge(text: ChallengeText(question: "Smithquestion", detail: "Smithdetail")))
    let old = BoardText(title: "Neighbourhoods", purpose: "To try it")
    let board = try room.run(EditBoard(old: old, new: BoardText(title: "Smithboard", purpose: "Smithpurpose")))
    let round = try room.run(OpenRound(title: "Smithround", round: .consensus))
    try room.builder.redact([person.id, team.id, second.id, challenge.id, board.id, round.id])
    #expect(room.board.get(PersonID(madeBy: person.id))?.name == mark)
    #expect(room.board.first(.handle("guest"))?.organisation == nil)
    #expect(room.board.get(ChallengeID(madeBy: challenge.id))?.question == mark)
    #expect(room.board.board?.title == mark)
    #expect(room.board.get(RoundID(madeBy: round.id))?.title == mark)
    try expectGone("Smith")
  }

  @Test func laterTagsRepeatTheEarlierOnesAndGoToo() throws {
    let first = try room.run(TagIdea(idea: room.desk, old: [], new: ["smith"]), by: room.jo)
    try room.run(TagIdea(idea: room.desk, old: ["smith"], new: ["smith", "night"]), by: room.jo)
    try room.builder.redact([first.id])
    #expect(try room.idea(room.desk).tags == [])
    try expectGone("smith")
  }

  @Test func whoIsEditingTheOldTextCannotSaveItUnawares() throws {
    let stamp = try room.run(PostIdea(title: "Mr Smithtitle"), by: room.jo)
    let id = IdeaID(madeBy: stamp.id)
    try room.builder.redact([stamp.id])
    let clash = TextClash(revision: 2, title: mark, body: "")
    expectRefusal(.stale(clash), "was changed", remedy: .compareTexts) {
      try room.run(EditIdea(idea: id, revision: 1, title: "Mr Smithtitle, again", body: ""), by: room.jo)
    }
  }

  @Test func everythingAboutAnIdea() throws {
    let comment = try room.builder.comment("Who pays?", on: room.desk)
    try room.run(TagIdea(idea: room.desk, old: [], new: ["night"]), by: room.jo)
    try room.run(HideIdea(idea: room.rota, reason: "Elsewhere"))
    let own = Redaction.operations(about: room.desk, in: room.builder.log)
    #expect(
      own == [OperationID(rawValue: room.desk.rawValue), try #require(room.builder.log.dropLast().last).stamp.id])
    let all = Redaction.operations(about: room.desk, comments: [comment], in: room.builder.log)
    #expect(Set(all) == Set(own + [OperationID(rawValue: comment.rawValue)]))
  }

  @Test func refusals() throws {
    let target = OperationID(rawValue: room.desk.rawValue)
    for person in [room.fay, room.cass, room.jo] {
      expectRefusal(.notPermitted, "only the owner of the board can") {
        try room.run(Redact(targets: [target], reason: "x"), by: person)
      }
    }
    expectRefusal(.rule, "There is no text to redact") { try room.run(Redact(targets: [], reason: "x")) }
    expectRefusal(.rule, "Give a reason", remedy: .giveReason) { try room.run(Redact(targets: [target], reason: "")) }
    try room.builder.redact([target])
    expectRefusal(.rule, "A redaction cannot be undone") { try room.builder.undo() }
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400_000, "2000-02-29"), (951_868_800_000, "2000-03-01"),
      (4_107_542_399_999, "2100-02-28"), (4_107_542_400_000, "2100-03-01"), (1_772_009_999_000, "2026-02-25"),
      (253_402_300_799_999, "9999-12-31"),
    ] as [(Int64, String)])
  func theMarkSaysTheDay(_ milliseconds: Int64, _ day: String) {
    #expect(Redaction.mark(at: Timestamp(milliseconds: milliseconds)) == "[redacted \(day)]")
  }
}
