import IdeaPipeline
import TestSupport
import Testing

@Suite struct CoAuthorsAndChallengeOfIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test func coAuthorsGetTheRightsOfAuthors() throws {
    try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.sam]), by: room.jo)
    #expect(try room.idea(room.desk).coAuthors == [room.sam])
    #expect(room.said == "changed the co-authors of 1 “Shared desk”")
    try room.run(TagIdea(idea: room.desk, old: [], new: ["ours"]), by: room.sam)
  }

  @Test func coAuthorsAreChecked() throws {
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.sam]), by: room.sam)
    }
    expectRefusal(.badInput, "credited already") {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.jo]), by: room.jo)
    }
    expectRefusal(.badInput, "at most 12 co-authors") {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: (1...13).map { PersonID(rawValue: $0) }), by: room.jo)
    }
    expectRefusal(.notFound, "no such person") {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: [PersonID(rawValue: 1)]), by: room.jo)
    }
    expectRefusal(.rule, "has these co-authors already") {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: []), by: room.jo)
    }
    try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.sam]), by: room.jo)
    expectRefusal(.rule, "were changed meanwhile") {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.pat]), by: room.jo)
    }
  }

  @Test func reassigning() throws {
    let first = try room.builder.challenge("How might we?")
    let second = try room.builder.challenge("How else?")
    try room.run(ReassignIdea(idea: room.desk, old: nil, new: first), by: room.jo)
    #expect(room.said == "made 1 “Shared desk” answer challenge 1")
    expectRefusal(.rule, "was moved to another challenge meanwhile") {
      try room.run(ReassignIdea(idea: room.desk, old: nil, new: second), by: room.ann)
    }
    expectRefusal(.rule, "answers challenge 1 already") {
      try room.run(ReassignIdea(idea: room.desk, old: first, new: first), by: room.jo)
    }
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(ReassignIdea(idea: room.desk, old: first, new: nil), by: room.sam)
    }
    try room.run(SetChallengeOpen(challenge: second, isOpen: false))
    expectRefusal(.rule, "Challenge 2 is closed") {
      try room.run(ReassignIdea(idea: room.desk, old: first, new: second), by: room.jo)
    }
    try room.run(ReassignIdea(idea: room.desk, old: first, new: nil), by: room.jo)
    #expect(try room.idea(room.desk).challenge == nil)
    #expect(room.said == "made 1 “Shared desk” answer no challenge")
  }

  @Test func undo() throws {
    let challenge = try room.builder.challenge("How might we?")
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(ReassignIdea(idea: room.desk, old: nil, new: challenge), by: room.jo)
    }
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.sam]), by: room.jo)
    }
  }
}
