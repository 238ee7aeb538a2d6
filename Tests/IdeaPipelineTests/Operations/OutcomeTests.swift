import IdeaPipeline
import TestSupport
import Testing

@Suite struct OutcomeTests {
  let room: Fixture
  init() throws {
    room = try Fixture()
    try room.builder.advance(room.desk, to: .test)
  }

  private func decide(_ learning: String = "Families ring once.") -> DecideOutcome {
    DecideOutcome(idea: room.desk, outcome: .adapted, learning: learning)
  }

  @Test func endsTheIdeaWithItsLearning() throws {
    let stamp = try room.run(decide(), by: room.cass)
    #expect(
      try room.idea(room.desk).outcome
        == Outcome(
          kind: .adapted, learning: "Families ring once.", by: room.cass, at: stamp.at, decidedIn: stamp.id))
    #expect(try room.idea(room.desk).state == .active)
    #expect(room.said == "ended 1 “Shared desk” as adapted")
    try room.run(RetractOutcome(idea: room.desk), by: room.fay)
    #expect(try room.idea(room.desk).outcome == nil)
    #expect(room.said == "took back the outcome of 1 “Shared desk”")
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(decide(), by: room.jo)
    }
    expectRefusal(.rule, "Say what was learned", remedy: .giveReason) { try room.run(decide("\n ")) }
    expectRefusal(.badInput, "at most 2000 fit") { try room.run(decide(String(repeating: "a", count: 2_001))) }
    expectRefusal(.rule, "2 “Night rota” is in Empathise: its outcome is decided at Test") {
      try room.run(DecideOutcome(idea: room.rota, outcome: .adopted, learning: "It works."))
    }
    expectRefusal(.rule, "has no outcome yet") { try room.run(RetractOutcome(idea: room.desk)) }
    try room.run(decide())
    expectRefusal(.rule, "ended as adapted already", remedy: .retractOutcome) { try room.run(decide("Again.")) }
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(RetractOutcome(idea: room.desk), by: room.jo)
    }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder) { try room.run(decide()) }
    try room.run(decide(), by: room.cass)
    try expectUndo(on: room.builder) { try room.run(RetractOutcome(idea: room.desk)) }
    #expect(try room.idea(room.desk).outcome?.learning == "Families ring once.")
  }
}
