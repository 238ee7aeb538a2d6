import IdeaPipeline
import TestSupport
import Testing

@Suite struct PostCommentTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test(arguments: [
    (IdeaPipeline.Comment.Kind.comment, "commented on"), (.question, "asked about"), (.evidence, "gave evidence on"),
    (.coachNote, "left a coach’s note on"),
  ])
  func isNumberedAndCounted(_ kind: IdeaPipeline.Comment.Kind, _ verb: String) throws {
    let stamp = try room.run(PostComment(idea: room.desk, comment: kind, text: "Who pays?"), by: room.cass)
    let comment = try room.comment(CommentID(madeBy: stamp.id))
    #expect((comment.number, comment.kind, comment.text, comment.author) == (1, kind, "Who pays?", room.cass))
    #expect((comment.revision, comment.replyTo, comment.createdAt) == (1, nil, stamp.at))
    let idea = try room.idea(room.desk)
    #expect((idea.comments, idea.lastComment, idea.activity) == (1, 1, stamp.seq))
    #expect(room.said == "\(verb) 1 “Shared desk”")
    #expect(room.builder.lastActivity?.idea == room.desk)
  }

  @Test func aReplyToAReplyJoinsTheConversation() throws {
    let first = try room.builder.comment("Who pays?", on: room.desk)
    let second = try room.builder.comment("We do.", on: room.desk, replyTo: first)
    let third = try room.builder.comment("From when?", on: room.desk, replyTo: second)
    #expect(try room.comment(second).replyTo == first)
    #expect(try room.comment(third).replyTo == first)
    #expect(room.said == "replied on 1 “Shared desk”")
  }

  @Test func aReplyStaysWithWhatItAnswersWhenIdeasAreMerged() throws {
    let asked = try room.builder.comment("Which nights?", on: room.rota)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    let reply = try room.builder.comment("All.", on: room.desk, replyTo: asked)
    #expect(try room.comment(reply).idea == room.rota)
    #expect(try room.idea(room.rota).comments == 2)
    #expect(try room.idea(room.desk).comments == 0)
  }

  @Test func mentionsFindPeopleOnTheBoard() throws {
    let id = try room.builder.comment("@sam, ask @nobody or @Jo. Mail a@pat.org", on: room.desk)
    #expect(try room.comment(id).mentions == [room.sam, room.jo])
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "observers only read", remedy: .askFacilitator) {
      _ = try room.builder.comment("Hello", on: room.desk, by: room.otto)
    }
    expectRefusal(.notPermitted, "for coaches and facilitators") {
      try room.run(PostComment(idea: room.desk, comment: .coachNote, text: "Well done"), by: room.jo)
    }
    expectRefusal(.badInput, "The comment is empty") { _ = try room.builder.comment("", on: room.desk) }
    let elsewhere = try room.builder.comment("Which nights?", on: room.rota)
    expectRefusal(.notFound, "is not about 1 “Shared desk”") {
      _ = try room.builder.comment("All", on: room.desk, replyTo: elsewhere)
    }
    expectRefusal(.notFound, "no such comment") {
      _ = try room.builder.comment("All", on: room.desk, replyTo: CommentID(rawValue: 1))
    }
    try room.run(WithdrawComment(comment: elsewhere))
    expectRefusal(.rule, "it was taken away") { _ = try room.builder.comment("All", on: room.rota, replyTo: elsewhere) }
    try room.run(WithdrawIdea(idea: room.rota))
    expectRefusal(.rule, "You cannot comment on idea 2: it is withdrawn", remedy: .restore) {
      _ = try room.builder.comment("All", on: room.rota)
    }
  }

  @Test func undoWithdrawsIt() throws {
    let id = try room.builder.comment("Who pays?", on: room.desk, by: room.jo)
    try room.builder.undo(by: room.jo)
    #expect(try room.comment(id).isWithdrawn)
    #expect(try room.idea(room.desk).comments == 0)
    #expect(try room.idea(room.desk).lastComment == 1)
  }
}

@Suite struct EditCommentTests {
  let room: Fixture
  let comment: CommentID
  init() throws {
    room = try Fixture()
    comment = try room.builder.comment("Who pays, @sam?", on: room.desk, by: room.jo)
  }

  @Test func changesTextAndMentionsAndKeepsTheOldText() throws {
    let stamp = try room.run(EditComment(comment: comment, revision: 1, text: "Who pays, @pat?"), by: room.jo)
    let edited = try room.comment(comment)
    #expect((edited.text, edited.mentions, edited.revision) == ("Who pays, @pat?", [room.pat], 2))
    #expect(edited.textFrom == stamp.id)
    let earlier: [CommentRevision] = room.board.fetch(.of(comment))
    #expect(earlier.map(\.text) == ["Who pays, @sam?"])
    #expect(room.said == "edited a comment on 1 “Shared desk”")
  }

  @Test func aStaleSaveKeepsBothTexts() throws {
    try room.run(EditComment(comment: comment, revision: 1, text: "Who pays?"), by: room.jo)
    let clash = TextClash(revision: 2, title: "", body: "Who pays?", base: "Who pays, @sam?")
    expectRefusal(.stale(clash), "changed while you were writing", remedy: .compareTexts) {
      try room.run(EditComment(comment: comment, revision: 1, text: "Who decides?"))
    }
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(EditComment(comment: comment, revision: 1, text: "x"), by: room.cass)
    }
    expectRefusal(.rule, "reads like this already") {
      try room.run(EditComment(comment: comment, revision: 1, text: "Who pays, @sam?"), by: room.jo)
    }
    expectRefusal(.badInput, "at most 2000 fit") {
      try room.run(EditComment(comment: comment, revision: 1, text: String(repeating: "a", count: 2_001)), by: room.jo)
    }
    try room.run(HideComment(comment: comment, reason: "A name"))
    expectRefusal(.rule, "it was taken away", remedy: .restore) {
      try room.run(EditComment(comment: comment, revision: 1, text: "x"), by: room.jo)
    }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(EditComment(comment: comment, revision: 1, text: "Who pays?"), by: room.jo)
    }
  }
}

@Suite struct CommentVisibilityTests {
  let room: Fixture
  let comment: CommentID
  init() throws {
    room = try Fixture()
    comment = try room.builder.comment("Who pays?", on: room.desk, by: room.jo)
  }

  private var counted: Int { room.board.get(room.desk)?.comments ?? -1 }

  @Test func withdrawingAndRestoring() throws {
    try room.run(WithdrawComment(comment: comment), by: room.jo)
    #expect(counted == 0)
    #expect(room.said == "withdrew a comment on 1 “Shared desk”")
    expectRefusal(.rule, "withdrawn already", remedy: .restore) { try room.run(WithdrawComment(comment: comment)) }
    try room.run(RestoreComment(comment: comment), by: room.jo)
    #expect(counted == 1)
    #expect(room.said == "brought back a comment on 1 “Shared desk”")
    expectRefusal(.rule, "not withdrawn") { try room.run(RestoreComment(comment: comment)) }
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(WithdrawComment(comment: comment), by: room.sam)
    }
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(RestoreComment(comment: comment), by: room.sam)
    }
  }

  @Test func hidingAndShowing() throws {
    try room.run(HideComment(comment: comment, reason: "A name"), by: room.cass)
    #expect(try room.comment(comment).hidden?.reason == "A name")
    #expect(counted == 0)
    #expect(room.said == "hid a comment on 1 “Shared desk”")
    expectRefusal(.rule, "hidden already", remedy: .restore) {
      try room.run(HideComment(comment: comment, reason: "Again"))
    }
    try room.run(UnhideComment(comment: comment), by: room.cass)
    #expect(counted == 1)
    #expect(room.said == "showed a comment again on 1 “Shared desk”")
    expectRefusal(.rule, "not hidden") { try room.run(UnhideComment(comment: comment)) }
    expectRefusal(.rule, "Give a reason", remedy: .giveReason) {
      try room.run(HideComment(comment: comment, reason: ""))
    }
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(HideComment(comment: comment, reason: "x"), by: room.jo)
    }
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(UnhideComment(comment: comment), by: room.jo)
    }
  }

  @Test func bothAtOnceCountOnce() throws {
    try room.run(WithdrawComment(comment: comment), by: room.jo)
    try room.run(HideComment(comment: comment, reason: "A name"))
    #expect(counted == 0)
    try room.run(RestoreComment(comment: comment), by: room.jo)
    #expect(counted == 0)
    try room.run(UnhideComment(comment: comment))
    #expect(counted == 1)
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder, by: room.jo) { try room.run(WithdrawComment(comment: comment), by: room.jo) }
    try expectUndo(on: room.builder) { try room.run(HideComment(comment: comment, reason: "A name")) }
    try room.run(WithdrawComment(comment: comment), by: room.jo)
    try expectUndo(on: room.builder, by: room.jo) { try room.run(RestoreComment(comment: comment), by: room.jo) }
    try room.run(HideComment(comment: comment, reason: "A name"), by: room.cass)
    try expectUndo(on: room.builder) { try room.run(UnhideComment(comment: comment)) }
  }
}
