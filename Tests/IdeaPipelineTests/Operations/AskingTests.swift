import IdeaPipeline
import TestSupport
import Testing

/// What holds for every operation: who asks, for whom, and in whose name.
@Suite struct AskingTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func submit(by actor: Actor, enteredBy: PersonID? = nil, asker: PersonID? = nil) throws {
    try room.builder.carryOut(
      Submission(
        id: room.builder.nextID(), PostIdea(title: "Falls car"), by: actor, enteredBy: enteredBy, asker: asker))
  }

  @Test func oneHasToBeOnTheBoard() {
    expectRefusal(.notPermitted, "You are not on this board yet") { try submit(by: .person(PersonID(rawValue: 1))) }
    expectRefusal(.notPermitted, "You are not on this board yet") { try submit(by: .sealed) }
  }

  @Test func facilitatorsAndCoachesEnterIdeasForOthersAndBothAreKept() throws {
    try submit(by: .person(room.jo), enteredBy: room.fay)
    let stamp = try #require(room.builder.log.last?.stamp)
    #expect((stamp.actor, stamp.enteredBy) == (.person(room.jo), room.fay))
    #expect(try room.idea(IdeaID(madeBy: stamp.id)).author == room.jo)
    try submit(by: .person(room.jo), enteredBy: room.cass)
    expectRefusal(.notPermitted, "You cannot enter something for somebody else", remedy: .askFacilitator) {
      try submit(by: .person(room.fay), enteredBy: room.jo)
    }
    expectRefusal(.notFound, "is not on the board. Add them first") {
      try submit(by: .person(PersonID(rawValue: 1)), enteredBy: room.fay)
    }
  }

  @Test func nobodyActsInAnothersNameUnseen() {
    expectRefusal(.notPermitted, "says who enters it") { try submit(by: .person(room.jo), asker: room.fay) }
    expectRefusal(.notPermitted, "would tell who wrote it") {
      try submit(by: .sealed, enteredBy: room.fay)
    }
  }

  @Test func oneJoinsAsOneselfOnce() throws {
    let id = room.builder.nextID()
    let first = JoinBoard(handle: "lee", name: "Lee", account: "lee1")
    let lee = PersonID(madeBy: id)
    try room.builder.carryOut(Submission(id: id, first, by: .person(lee)))
    let joined = try #require(room.board.get(lee))
    #expect((joined.handle, joined.name, joined.account, joined.role) == ("lee", "Lee", "lee1", .participant))
    #expect(room.said == "joined as @lee")
    expectRefusal(.rule, "Make them an observer instead") { try room.builder.undo(by: lee) }
    expectRefusal(.rule, "nobody joins twice") { try room.run(JoinBoard(handle: "lee2", name: "Lee"), by: lee) }
    func join(_ handle: String, _ name: String = "Lee", account: String? = nil) throws {
      let id = room.builder.nextID()
      let join = JoinBoard(handle: handle, name: name, account: account)
      try room.builder.carryOut(Submission(id: id, join, by: .person(PersonID(madeBy: id))))
    }
    expectRefusal(.rule, "@lee is Lee already") { try join("lee") }
    expectRefusal(.rule, "The account “lee1” is @lee already") { try join("leo", account: "lee1") }
    expectRefusal(.badInput, "cannot be a handle") { try join("Leo!") }
    expectRefusal(.badInput, "The name is empty") { try join("leo", "") }
  }

  @Test func aSealedOneIsJudgedByTheRoleOfWhoAsks() throws {
    try submit(by: .sealed, asker: room.jo)
    expectRefusal(.notPermitted, "observers only read", remedy: .askFacilitator) {
      try submit(by: .sealed, asker: room.otto)
    }
  }
}
