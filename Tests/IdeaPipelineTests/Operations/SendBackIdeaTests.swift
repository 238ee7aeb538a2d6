import IdeaPipeline
import TestSupport
import Testing

@Suite struct SendBackIdeaTests {
  let room: Fixture
  init() throws {
    room = try Fixture()
    try room.builder.advance(room.desk, to: .prototype)
  }

  private func sendBack(from: Stage = .prototype, to: Stage = .define, _ reason: String = "The question is wrong")
    -> SendBackIdea
  { SendBackIdea(idea: room.desk, from: from, to: to, reason: reason) }

  @Test func goesBackAndLosesNothing() throws {
    try room.run(sendBack(), by: room.jo)
    #expect(try room.idea(room.desk).stage == .define)
    let moves: [Move] = room.board.fetch(.of(room.desk))
    #expect(moves.map(\.to) == [.prototype, .define])
    #expect(moves.last?.reason == "The question is wrong")
    #expect(room.said == "sent 1 “Shared desk” back to Define")
  }

  @Test func refusals() throws {
    expectRefusal(.rule, "Give a reason", remedy: .giveReason) { try room.run(sendBack(to: .define, "  ")) }
    expectRefusal(.rule, "Test does not come before Prototype") { try room.run(sendBack(to: .test)) }
    expectRefusal(.rule, "was moved from Ideate to Prototype meanwhile") { try room.run(sendBack(from: .ideate)) }
    expectRefusal(.notPermitted, "not yours or your team’s", remedy: .askFacilitator) {
      try room.run(sendBack(), by: room.sam)
    }
    expectRefusal(.rule, "at Empathise, the first stage") {
      try room.run(SendBackIdea(idea: room.rota, from: .empathise, to: .empathise, reason: "Why not"))
    }
    try room.builder.advance(room.desk, to: .test)
    try room.run(DecideOutcome(idea: room.desk, outcome: .stopped, learning: "Nobody came."))
    expectRefusal(.rule, "ended as stopped", remedy: .retractOutcome) { try room.run(sendBack(from: .test)) }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder, by: room.jo) { try room.run(sendBack(), by: room.jo) }
  }

  @Test func onlyTheLatestMoveIsTakenBack() throws {
    try room.run(sendBack(), by: room.jo)
    let first = try #require((room.board.fetch(.of(room.desk)) as [Move]).first)
    expectRefusal(.rule, "only the latest move can be taken back", remedy: .sendBack) {
      try room.run(RetractMove(idea: room.desk, move: first.id))
    }
    expectRefusal(.notFound, "taken back already") {
      try room.run(RetractMove(idea: room.desk, move: Identifier(rawValue: 1)))
    }
    let latest = try #require((room.board.fetch(.of(room.desk)) as [Move]).last)
    expectRefusal(.notPermitted, "somebody else made it", remedy: .sendBack) {
      try room.run(RetractMove(idea: room.desk, move: latest.id), by: room.pat)
    }
    expectRefusal(.notPermitted, "not yours or your team’s", remedy: .askFacilitator) {
      try room.run(RetractMove(idea: room.desk, move: latest.id), by: room.sam)
    }
    try room.run(RetractMove(idea: room.desk, move: latest.id), by: room.cass)
    #expect(try room.idea(room.desk).stage == .prototype)
  }

  @Test func theMoveOfAnIdeaThatEndedStays() throws {
    try room.builder.advance(room.desk, to: .test)
    let latest = try #require((room.board.fetch(.of(room.desk)) as [Move]).last)
    try room.run(DecideOutcome(idea: room.desk, outcome: .stopped, learning: "Nobody came."))
    expectRefusal(.rule, "ended as stopped", remedy: .retractOutcome) {
      try room.run(RetractMove(idea: room.desk, move: latest.id))
    }
  }
}
