import IdeaPipeline
import TestSupport
import Testing

@Suite struct PeopleTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func add(_ handle: String, _ role: Role = .participant, account: String? = nil) -> AddPerson {
    AddPerson(handle: handle, profile: PersonProfile(name: "Lee"), role: role, account: account)
  }

  @Test func addingATeam() throws {
    let stamp = try room.run(AddTeam(name: "Stockport", place: "Town hall"), by: room.fay)
    let team = try #require(room.board.get(TeamID(madeBy: stamp.id)))
    #expect((team.name, team.place) == ("Stockport", "Town hall"))
    #expect(room.said == "added the team “Stockport”")
    expectRefusal(.rule, "There is a team “Stockport” already") { try room.run(AddTeam(name: "Stockport")) }
    expectRefusal(.badInput, "The name is empty") { try room.run(AddTeam(name: "")) }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(AddTeam(name: "x"), by: room.cass)
    }
    expectRefusal(.rule, "stays on the board") { try room.builder.undo(by: room.fay) }
  }

  @Test func addingAPerson() throws {
    let profile = PersonProfile(name: "Lee", team: room.oldham, organisation: "Trust", perspective: "residents")
    let stamp = try room.run(AddPerson(handle: "lee", profile: profile, role: .coach, account: "lee1"), by: room.fay)
    let lee = try #require(room.board.get(PersonID(madeBy: stamp.id)))
    #expect(lee.profile == profile)
    #expect((lee.handle, lee.role, lee.account, lee.joinedAt) == ("lee", .coach, "lee1", stamp.at))
    #expect(room.said == "added @lee, Lee")
    expectRefusal(.rule, "Make them an observer instead") { try room.builder.undo(by: room.fay) }
  }

  @Test func addingAPersonIsRefused() throws {
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(add("lee"), by: room.cass)
    }
    expectRefusal(.notPermitted, "You cannot appoint facilitators: only the owner of the board can") {
      try room.run(add("lee", .facilitator), by: room.fay)
    }
    expectRefusal(.badInput, "“Lee!” cannot be a handle") { try room.run(add("Lee!")) }
    expectRefusal(.rule, "@jo is Jo already") { try room.run(add("jo")) }
    expectRefusal(.badInput, "The name is empty") {
      try room.run(AddPerson(handle: "lee", profile: PersonProfile(name: " ")))
    }
    expectRefusal(.notFound, "no such team") {
      try room.run(AddPerson(handle: "lee", profile: PersonProfile(name: "Lee", team: TeamID(rawValue: 1))))
    }
    try room.run(add("lee", account: "lee1"))
    expectRefusal(.rule, "The account “lee1” is @lee already") { try room.run(add("leo", account: "lee1")) }
  }

  @Test func editingAPerson() throws {
    let old = try #require(room.board.get(room.jo)?.profile)
    let new = PersonProfile(name: "Jo Quill", team: room.wirral, organisation: "Trust", perspective: "residents")
    let stamp = try room.run(EditPerson(person: room.jo, old: old, new: new), by: room.jo)
    #expect(room.board.get(room.jo)?.profile == new)
    #expect(room.board.get(room.jo)?.textFrom == stamp.id)
    #expect(room.said == "changed the profile of @jo")
    expectRefusal(.notPermitted, "You cannot change what is written about others", remedy: .askFacilitator) {
      try room.run(EditPerson(person: room.jo, old: new, new: old), by: room.cass)
    }
    expectRefusal(.rule, "What is written about @jo was changed meanwhile") {
      try room.run(EditPerson(person: room.jo, old: old, new: PersonProfile(name: "J")), by: room.jo)
    }
    expectRefusal(.rule, "is described like this already") {
      try room.run(EditPerson(person: room.jo, old: new, new: new), by: room.jo)
    }
    expectRefusal(.notFound, "no such person") {
      try room.run(EditPerson(person: PersonID(rawValue: 1), old: new, new: old))
    }
    try expectUndo(on: room.builder, by: room.fay) {
      try room.run(EditPerson(person: room.jo, old: new, new: old), by: room.fay)
    }
    // Observers too say who they are.
    let otto = try #require(room.board.get(room.otto)?.profile)
    try room.run(EditPerson(person: room.otto, old: otto, new: PersonProfile(name: "Otto B")), by: room.otto)
  }

  @Test func facilitatorsAppointAllButFacilitators() throws {
    try room.run(SetRole(person: room.jo, old: .participant, new: .coach), by: room.fay)
    #expect(room.board.get(room.jo)?.role == .coach)
    #expect(room.said == "made @jo a coach")
    try expectUndo(on: room.builder, by: room.fay) {
      try room.run(SetRole(person: room.otto, old: .observer, new: .participant), by: room.fay)
    }
    expectRefusal(.notPermitted, "You cannot appoint facilitators") {
      try room.run(SetRole(person: room.jo, old: .coach, new: .facilitator), by: room.fay)
    }
    expectRefusal(.notPermitted, "You cannot change the role of a facilitator") {
      try room.run(SetRole(person: room.fay, old: .facilitator, new: .coach), by: room.fay)
    }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(SetRole(person: room.sam, old: .participant, new: .coach), by: room.cass)
    }
  }

  @Test func theOwnerAppointsFacilitatorsAndStaysOne() throws {
    try room.run(SetRole(person: room.cass, old: .coach, new: .facilitator))
    try room.run(SetRole(person: room.fay, old: .facilitator, new: .observer))
    #expect(room.said == "made @fay an observer")
    expectRefusal(.rule, "@ann owns the board, and the owner stays a facilitator") {
      try room.run(SetRole(person: room.ann, old: .facilitator, new: .coach))
    }
    expectRefusal(.rule, "@jo was made a participant meanwhile") {
      try room.run(SetRole(person: room.jo, old: .observer, new: .coach))
    }
    expectRefusal(.rule, "@jo is a participant already") {
      try room.run(SetRole(person: room.jo, old: .participant, new: .participant))
    }
  }
}
