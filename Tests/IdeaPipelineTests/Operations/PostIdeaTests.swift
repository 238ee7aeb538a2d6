import IdeaPipeline
import TestSupport
import Testing

@Suite struct PostIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test func entersWithTheNextNumber() throws {
    let link = EvidenceLink(url: "https://example.org/a", title: "A study")
    let stamp = try room.run(
      PostIdea(title: "Falls car", body: "Eight to eight.", tags: ["falls"], links: [link], coAuthors: [room.sam]),
      by: room.jo)
    let idea = try room.idea(IdeaID(madeBy: stamp.id))
    #expect(idea.number == 3)
    #expect((idea.title, idea.body, idea.tags, idea.links) == ("Falls car", "Eight to eight.", ["falls"], [link]))
    #expect((idea.author, idea.coAuthors) == (room.jo, [room.sam]))
    #expect((idea.stage, idea.state, idea.revision) == (.empathise, .active, 1))
    #expect((idea.seq, idea.activity, idea.createdAt) == (stamp.seq, stamp.seq, stamp.at))
    #expect(room.said == "posted 3 “Falls car”")
    #expect(room.builder.lastActivity?.idea == idea.id)
  }

  @Test func entersWhereTheSeedSays() throws {
    var creation = CreateBoard.sample
    creation.entryStage = .ideate
    let builder = try BoardBuilder.created(creation)
    #expect(builder.board.get(try builder.idea("Quick"))?.stage == .ideate)
  }

  @Test func aBuildCreditsBothAndInheritsTheChallenge() throws {
    let challenge = try room.builder.challenge("How might we?")
    try room.run(ReassignIdea(idea: room.desk, old: nil, new: challenge), by: room.jo)
    let stamp = try room.run(PostIdea(title: "By video", buildsOn: room.desk), by: room.sam)
    let build = try room.idea(IdeaID(madeBy: stamp.id))
    #expect((build.buildsOn, build.challenge, build.author) == (room.desk, challenge, room.sam))
    #expect(try room.idea(room.desk).builds == 1)
    #expect(room.said == "built 3 “By video” on 1 “Shared desk”")
  }

  @Test func aSealedIdeaHasNoAuthor() throws {
    let stamp = try room.builder.runSealed(PostIdea(title: "Quietly"), asker: room.jo)
    #expect(try room.idea(IdeaID(madeBy: stamp.id)).author == nil)
  }

  @Test func observersOnlyRead() {
    expectRefusal(.notPermitted, "You cannot post an idea: observers only read", remedy: .askFacilitator) {
      try room.run(PostIdea(title: "Mine"), by: room.otto)
    }
  }

  @Test func challengesHaveToBeOpen() throws {
    let challenge = try room.builder.challenge("How might we?")
    try room.run(PostIdea(title: "In time", challenge: challenge), by: room.jo)
    try room.run(SetChallengeOpen(challenge: challenge, isOpen: false))
    expectRefusal(.rule, "Challenge 1 is closed") {
      try room.run(PostIdea(title: "Late", challenge: challenge), by: room.jo)
    }
    let inTime = try #require(room.board.fetch(.answering(challenge)).first)
    expectRefusal(.rule, "Challenge 1 is closed") {
      try room.run(PostIdea(title: "Late build", buildsOn: inTime.id), by: room.jo)
    }
    expectRefusal(.notFound, "no such challenge") {
      try room.run(PostIdea(title: "Lost", challenge: ChallengeID(rawValue: 1)), by: room.jo)
    }
  }

  @Test func tagsLinksAndCoAuthorsAreChecked() {
    expectRefusal(.badInput, "“Big Idea” cannot be a tag") { try room.run(PostIdea(title: "x", tags: ["Big Idea"])) }
    expectRefusal(.badInput, "twice") { try room.run(PostIdea(title: "x", tags: ["a", "a"])) }
    expectRefusal(.badInput, "at most 12 tags; this would be 13") {
      try room.run(PostIdea(title: "x", tags: (1...13).map { "t\($0)" }))
    }
    expectRefusal(.badInput, "starts with https://") {
      try room.run(PostIdea(title: "x", links: [EvidenceLink(url: "javascript:alert(1)")]))
    }
    expectRefusal(.badInput, "has no spaces") {
      try room.run(PostIdea(title: "x", links: [EvidenceLink(url: "https://a b")]))
    }
    expectRefusal(.badInput, "at most 12 links") {
      try room.run(PostIdea(title: "x", links: (1...13).map { EvidenceLink(url: "https://a/\($0)") }))
    }
    expectRefusal(.notFound, "no such person") {
      try room.run(PostIdea(title: "x", coAuthors: [PersonID(rawValue: 1)]))
    }
    expectRefusal(.badInput, "credited already") {
      try room.run(PostIdea(title: "x", coAuthors: [room.jo]), by: room.jo)
    }
    expectRefusal(.badInput, "twice") { try room.run(PostIdea(title: "x", coAuthors: [room.jo, room.jo])) }
  }

  @Test func oneBuildsOnlyOnWhatIsInPlay() throws {
    try room.run(HideIdea(idea: room.desk, reason: "A name in it"))
    expectRefusal(.rule, "You cannot build on that idea: it is hidden", remedy: .restore) {
      try room.run(PostIdea(title: "x", buildsOn: room.desk), by: room.jo)
    }
  }

  @Test func undoWithdrawsIt() throws {
    let stamp = try room.run(PostIdea(title: "Falls car"), by: room.jo)
    try room.builder.undo(by: room.jo)
    #expect(try room.idea(IdeaID(madeBy: stamp.id)).state == .withdrawn)
    #expect(room.said == "withdrew idea 3")
  }
}
