import IdeaPipeline
import TestSupport
import Testing

@Suite struct CreateAndEditBoardTests {
  @Test func makesTheBoardItsOwnerAndTheStandingRound() throws {
    let builder = try BoardBuilder.created()
    let board = try #require(builder.board.board)
    let stamp = try #require(builder.log.first?.stamp)
    #expect(
      (board.title, board.purpose, board.seed, board.entryStage) == (
        "Neighbourhoods", "To try it", "sample", .empathise
      ))
    #expect((board.owner, board.createdAt) == (PersonID(madeBy: stamp.id), stamp.at))
    let owner = try #require(builder.board.get(board.owner))
    #expect((owner.handle, owner.role) == ("ann", .facilitator))
    let round = try #require(builder.board.first(.open))
    #expect((round.number, round.isStanding, round.kind) == (1, true, .dots(budget: 5, cap: 3)))
    #expect(round.ballotList == nil)
    #expect(builder.lastActivity?.words == "made this board")
    expectRefusal(.rule, "Making the board cannot be undone") { try builder.undo() }
  }

  @Test func isRefusedTwice() throws {
    let builder = try BoardBuilder.created()
    expectRefusal(.rule, "This board exists already") { try builder.run(CreateBoard.sample) }
  }

  @Test func comesFirst() {
    expectRefusal(.notFound, "was never created") { try BoardBuilder().run(PostIdea(title: "x")) }
  }

  private func refuse(_ part: String, _ change: (inout CreateBoard) -> Void) {
    var creation = CreateBoard.sample
    change(&creation)
    expectRefusal(.badInput, part) { _ = try BoardBuilder.created(creation) }
  }

  @Test func whatASeedSaysHasToHoldTogether() {
    refuse("The name is empty") { $0.title = " " }
    refuse("“Ann” cannot be a handle") { $0.ownerHandle = "Ann" }
    refuse("1 to 100 dots") { $0.dots = 0 }
    refuse("1 to 5 dots of a person; this would be 6") { $0.cap = 6 }
    refuse("A stage has two guides") { $0.guides.append($0.guides[0]) }
    refuse("Two worksheets have the same key") { $0.worksheets.append($0.worksheets[0]) }
    refuse("Two questions of the worksheet “Need”") { $0.worksheets[0].fields.append($0.worksheets[0].fields[0]) }
    refuse("The guide for Define names a worksheet that is not there") { $0.guides[1].worksheet = "none" }
    refuse("The gate of Define asks for “colour”") { $0.guides[1].gate = ["colour"] }
    refuse("The gate of Test asks for “learned”") { $0.guides[4].gate = ["learned"] }
  }

  @Test func editing() throws {
    let room = try Fixture()
    let old = BoardText(title: "Neighbourhoods", purpose: "To try it")
    let new = BoardText(title: "Neighbourhoods first", purpose: "")
    let stamp = try room.run(EditBoard(old: old, new: new), by: room.fay)
    #expect(room.board.board?.text == new)
    #expect(room.board.board?.textFrom == stamp.id)
    #expect(room.said == "changed the board’s title and purpose")
    expectRefusal(.rule, "were changed meanwhile") {
      try room.run(EditBoard(old: old, new: BoardText(title: "Other", purpose: "")))
    }
    expectRefusal(.rule, "read like this already") { try room.run(EditBoard(old: new, new: new)) }
    expectRefusal(.badInput, "The name is empty") {
      try room.run(EditBoard(old: new, new: BoardText(title: "", purpose: "")))
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(EditBoard(old: new, new: old), by: room.cass)
    }
    try expectUndo(on: room.builder) { try room.run(EditBoard(old: new, new: old)) }
  }
}

@Suite struct ChallengeTests {
  let room: Fixture
  let challenge: ChallengeID
  init() throws {
    room = try Fixture()
    challenge = try room.builder.challenge("How might we ring once?")
  }

  private var now: Challenge? { room.board.get(challenge) }
  private let text = ChallengeText(question: "How might we ring once?")

  @Test func posing() throws {
    let full = ChallengeText(
      question: "How might we share data?", detail: "Safely.", owner: room.jo, sponsor: "The trust", team: room.oldham,
      place: "Oldham")
    let stamp = try room.run(AddChallenge(text: full, stage: .define), by: room.fay)
    let posed = try #require(room.board.get(ChallengeID(madeBy: stamp.id)))
    #expect(posed.text == full)
    #expect((posed.number, posed.isOpen, posed.stage) == (2, true, .define))
    #expect(room.said == "posed challenge 2: “How might we share data?”")
    expectRefusal(.rule, "Close it instead") { try room.builder.undo(by: room.fay) }
  }

  @Test func posingIsRefused() {
    func pose(_ text: ChallengeText, by person: PersonID? = nil) throws {
      try room.run(AddChallenge(text: text), by: person)
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try pose(ChallengeText(question: "How?"), by: room.cass)
    }
    expectRefusal(.badInput, "The question is empty") { try pose(ChallengeText(question: "")) }
    expectRefusal(.badInput, "at most 200 fit") {
      try pose(ChallengeText(question: String(repeating: "a", count: 201)))
    }
    expectRefusal(.badInput, "The name is empty") { try pose(ChallengeText(question: "How?", sponsor: "")) }
    expectRefusal(.badInput, "The name is empty") { try pose(ChallengeText(question: "How?", place: "")) }
    expectRefusal(.notFound, "no such person") {
      try pose(ChallengeText(question: "How?", owner: PersonID(rawValue: 1)))
    }
    expectRefusal(.notFound, "no such team") { try pose(ChallengeText(question: "How?", team: TeamID(rawValue: 1))) }
  }

  @Test func editing() throws {
    let new = ChallengeText(question: "How might families ring once?", team: room.wirral)
    let stamp = try room.run(EditChallenge(challenge: challenge, old: text, new: new))
    #expect(now?.text == new)
    #expect(now?.textFrom == stamp.id)
    #expect(room.said == "changed challenge 1")
    expectRefusal(.rule, "Challenge 1 was changed meanwhile") {
      try room.run(EditChallenge(challenge: challenge, old: text, new: ChallengeText(question: "x")))
    }
    expectRefusal(.rule, "reads like this already") {
      try room.run(EditChallenge(challenge: challenge, old: new, new: new))
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(EditChallenge(challenge: challenge, old: new, new: text), by: room.cass)
    }
    expectRefusal(.notFound, "no such challenge") {
      try room.run(EditChallenge(challenge: ChallengeID(rawValue: 1), old: new, new: text))
    }
    try expectUndo(on: room.builder) { try room.run(EditChallenge(challenge: challenge, old: new, new: text)) }
  }

  @Test func moving() throws {
    try room.run(MoveChallenge(challenge: challenge, from: .empathise, to: .ideate))
    #expect(now?.stage == .ideate)
    #expect(room.said == "moved challenge 1 to Ideate")
    expectRefusal(.rule, "was moved to Ideate meanwhile") {
      try room.run(MoveChallenge(challenge: challenge, from: .empathise, to: .define))
    }
    expectRefusal(.rule, "is in Ideate already") {
      try room.run(MoveChallenge(challenge: challenge, from: .ideate, to: .ideate))
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(MoveChallenge(challenge: challenge, from: .ideate, to: .test), by: room.cass)
    }
    try expectUndo(on: room.builder) {
      try room.run(MoveChallenge(challenge: challenge, from: .ideate, to: .empathise))
    }
  }

  @Test func closingAndOpening() throws {
    try room.run(SetChallengeOpen(challenge: challenge, isOpen: false))
    #expect(now?.isOpen == false)
    #expect(room.said == "closed challenge 1")
    expectRefusal(.rule, "challenge 1 is closed already") {
      try room.run(SetChallengeOpen(challenge: challenge, isOpen: false))
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(SetChallengeOpen(challenge: challenge, isOpen: true), by: room.jo)
    }
    try expectUndo(on: room.builder) { try room.run(SetChallengeOpen(challenge: challenge, isOpen: true)) }
    try room.run(SetChallengeOpen(challenge: challenge, isOpen: true))
    #expect(room.said == "opened challenge 1")
  }
}
