import IdeaPipeline
import TestSupport
import Testing

@Suite struct WithdrawRestoreIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test func withdrawingHidesAndRestoringShows() throws {
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    #expect(try room.idea(room.desk).state == .withdrawn)
    #expect(room.said == "withdrew idea 1")
    try room.run(RestoreIdea(idea: room.desk), by: room.jo)
    #expect(try room.idea(room.desk).state == .active)
    #expect(room.said == "brought back 1 “Shared desk”")
  }

  @Test func inAnOpenRoundDotsGoBackAndComeAgain() throws {
    try room.builder.dots(3, on: room.desk, by: room.sam)
    try room.builder.dots(1, on: room.rota, by: room.sam)
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    #expect(room.board.fetch(.of(room.desk)) as [Tally] == [])
    // All five are there to be given: one is on the rota, four are free.
    let third = try room.builder.idea("Falls car")
    try room.builder.dots(2, on: third, by: room.sam)
    try room.run(RestoreIdea(idea: room.desk), by: room.jo)
    let tally = try #require((room.board.fetch(.of(room.desk)) as [Tally]).first)
    #expect(tally.dots == 2, "only as many as there was room for")
    try BoardProperties.talliesHold(room.board)
  }

  @Test func inAClosedRoundBallotsStay() throws {
    let round = try room.builder.openDots()
    try room.builder.dots(2, on: room.desk, by: room.sam)
    try room.run(CloseRound(round: round))
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    #expect((room.board.fetch(.of(room.desk)) as [Tally]).map(\.dots) == [2])
  }

  @Test func whoMay() throws {
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(WithdrawIdea(idea: room.desk), by: room.sam)
    }
    try room.run(WithdrawIdea(idea: room.desk), by: room.fay)
    expectRefusal(.notPermitted, "You cannot restore idea 1", remedy: .askFacilitator) {
      try room.run(RestoreIdea(idea: room.desk), by: room.cass)
    }
    try room.run(RestoreIdea(idea: room.desk), by: room.jo)
  }

  @Test func onceIsEnough() throws {
    expectRefusal(.rule, "is not withdrawn") { try room.run(RestoreIdea(idea: room.desk), by: room.jo) }
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    expectRefusal(.rule, "is withdrawn already", remedy: .restore) {
      try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    }
    expectRefusal(.notFound, "no such idea") { try room.run(WithdrawIdea(idea: IdeaID(rawValue: 1))) }
  }

  @Test func whatOthersWereMergedIntoStays() throws {
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    expectRefusal(.rule, "2 “Night rota” was merged into it and would go with it", remedy: .unmerge) {
      try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    }
    try room.run(WithdrawIdea(idea: room.rota), by: room.sam)
    #expect(try room.idea(room.rota).state == .withdrawn)
  }

  @Test func undo() throws {
    try room.builder.dots(2, on: room.desk, by: room.sam)
    try expectUndo(on: room.builder, by: room.jo) { try room.run(WithdrawIdea(idea: room.desk), by: room.jo) }
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    try expectUndo(on: room.builder, by: room.jo) { try room.run(RestoreIdea(idea: room.desk), by: room.jo) }
  }
}
