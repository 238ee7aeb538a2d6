import IdeaPipeline
import TestSupport
import Testing

@Suite struct HideIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test func hidesWithAReasonAndShowsAgain() throws {
    let stamp = try room.run(HideIdea(idea: room.desk, reason: "A patient’s name"), by: room.cass)
    let hidden = try room.idea(room.desk)
    #expect(hidden.state == .hidden)
    #expect(hidden.hidden == Hiding(reason: "A patient’s name", by: room.cass, at: stamp.at, hiddenIn: stamp.id))
    #expect(room.said == "hid idea 1", "the feed does not tell the title again")
    try room.run(UnhideIdea(idea: room.desk), by: room.fay)
    #expect(try room.idea(room.desk).state == .active)
    #expect(room.said == "showed 1 “Shared desk” again")
  }

  @Test func dotsGoBackMeanwhile() throws {
    try room.builder.dots(3, on: room.desk, by: room.sam)
    try room.run(HideIdea(idea: room.desk, reason: "A name"))
    #expect(room.board.all(Tally.self) == [])
    try room.run(UnhideIdea(idea: room.desk))
    #expect(room.board.all(Tally.self).map(\.dots) == [3])
  }

  @Test func whoMay() throws {
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(HideIdea(idea: room.desk, reason: "Mine"), by: room.jo)
    }
    try room.run(HideIdea(idea: room.desk, reason: "A name"))
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(UnhideIdea(idea: room.desk), by: room.jo)
    }
  }

  @Test func reasonsAndStates() throws {
    expectRefusal(.rule, "Give a reason", remedy: .giveReason) { try room.run(HideIdea(idea: room.desk, reason: " ")) }
    expectRefusal(.badInput, "at most 500 fit") {
      try room.run(HideIdea(idea: room.desk, reason: String(repeating: "a", count: 501)))
    }
    expectRefusal(.rule, "is not hidden") { try room.run(UnhideIdea(idea: room.desk)) }
    try room.run(HideIdea(idea: room.desk, reason: "A name"))
    expectRefusal(.rule, "Idea 1 is hidden already", remedy: .restore) {
      try room.run(HideIdea(idea: room.desk, reason: "Again"))
    }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder) { try room.run(HideIdea(idea: room.desk, reason: "A name")) }
    try room.run(HideIdea(idea: room.desk, reason: "A name"), by: room.cass)
    try expectUndo(on: room.builder) { try room.run(UnhideIdea(idea: room.desk)) }
    #expect(try room.idea(room.desk).hidden?.reason == "A name")
  }
}
