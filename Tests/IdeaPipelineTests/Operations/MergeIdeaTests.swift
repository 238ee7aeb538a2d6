import IdeaPipeline
import TestSupport
import Testing

@Suite struct MergeIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func dots(_ idea: IdeaID) -> Int { (room.board.fetch(.of(idea)) as [Tally]).last?.dots ?? 0 }

  @Test func aMergeIsALink() throws {
    try room.run(MergeIdea(idea: room.rota, into: room.desk), by: room.cass)
    let child = try room.idea(room.rota)
    #expect((child.state, child.mergedInto, child.title) == (.merged, room.desk, "Night rota"))
    #expect(room.said == "merged 2 “Night rota” into 1 “Shared desk”")
    #expect(room.builder.lastActivity?.idea == room.desk)
    try room.run(UnmergeIdea(idea: room.rota), by: room.cass)
    #expect(try room.idea(room.rota).state == .active)
    #expect(room.said == "unmerged 2 “Night rota”")
  }

  @Test func dotsOfOnePersonCountWithinTheCapAndTheRestIsRefunded() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try room.builder.dots(1, on: room.rota, by: room.sam)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    #expect(dots(room.desk) == 4)
    #expect(dots(room.rota) == 0)
    let third = try room.builder.idea("Falls car")
    try room.builder.dots(2, on: third, by: room.jo)
    expectRefusal(.rule, "You have no dots left", remedy: .takeBackDot) {
      try room.builder.dots(1, on: third, by: room.jo)
    }
  }

  @Test func unmergingRestoresBothExactly() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    let ballots = room.board.all(Ballot.self)
    let tallies = room.board.all(Tally.self)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    #expect(room.board.all(Ballot.self) != ballots)
    try room.run(UnmergeIdea(idea: room.rota))
    #expect(room.board.all(Ballot.self) == ballots)
    #expect(room.board.all(Tally.self) == tallies)
  }

  @Test func aRefundThatWasSpentStaysSpentAfterUnmerging() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    let third = try room.builder.idea("Falls car")
    try room.builder.dots(2, on: third, by: room.jo)
    try room.run(UnmergeIdea(idea: room.rota))
    #expect([dots(room.desk), dots(room.rota), dots(third)] == [3, 0, 2])
    try BoardProperties.talliesHold(room.board)
  }

  @Test func unmergingAfterTheStandingRoundClosedBringsTheDotsBack() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    let poll = try room.builder.openConsensus()
    try room.run(CloseRound(round: poll))
    try room.run(UnmergeIdea(idea: room.rota))
    #expect([dots(room.desk), dots(room.rota)] == [3, 2])
    try BoardProperties.talliesHold(room.board)
  }

  @Test func whileOneVotesBlindItWaitsForTheClose() throws {
    let round = try room.builder.openDots(5, cap: 3)
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    #expect(try room.idea(room.rota).state == .active)
    #expect(try room.idea(room.rota).mergeAtClose == room.desk)
    #expect(room.said == "merged 2 “Night rota” into 1 “Shared desk”, from when the round closes")
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try room.run(CloseRound(round: round))
    #expect(try room.idea(room.rota).state == .merged)
    #expect(try room.idea(room.rota).mergeAtClose == nil)
    #expect(dots(room.desk) == 3, "five ballots, three within the cap")
    try room.run(UnmergeIdea(idea: room.rota))
    #expect([dots(room.desk), dots(room.rota)] == [3, 2])
  }

  @Test func aMergeThatWaitsCanBeCalledOff() throws {
    let round = try room.builder.openDots()
    try expectUndo(on: room.builder) { try room.run(MergeIdea(idea: room.rota, into: room.desk)) }
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    try room.run(UnmergeIdea(idea: room.rota))
    try room.run(CloseRound(round: round))
    #expect(try room.idea(room.rota).state == .active)
  }

  @Test func aMergeThatWaitsFallsAwayWhenEitherLeavesPlay() throws {
    let round = try room.builder.openDots()
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    try room.run(HideIdea(idea: room.desk, reason: "A name"))
    try room.run(CloseRound(round: round))
    #expect(try room.idea(room.rota).state == .active)
    #expect(try room.idea(room.rota).mergeAtClose == nil)
  }

  @Test func mergesThatWaitForOneAnotherAllTakeEffect() throws {
    let third = try room.builder.idea("Falls car")
    let round = try room.builder.openDots()
    try room.run(MergeIdea(idea: room.rota, into: third))
    try room.run(MergeIdea(idea: third, into: room.desk))
    try room.run(CloseRound(round: round))
    #expect(try room.idea(room.rota).mergedInto == third)
    #expect(try room.idea(third).mergedInto == room.desk)
  }

  @Test func whatIsNotOnTheListDoesNotWait() throws {
    _ = try room.builder.openDots()
    let late = try room.builder.idea("Late")
    try room.run(MergeIdea(idea: late, into: room.desk))
    #expect(try room.idea(late).state == .merged)
  }

  @Test func positionsOfOnePersonCountOnceTheLatest() throws {
    let round = try room.builder.openConsensus()
    try room.run(CastPosition(round: round, idea: room.desk, position: .agree), by: room.jo)
    try room.run(CastPosition(round: round, idea: room.rota, position: .disagree), by: room.jo)
    try room.run(CastPosition(round: round, idea: room.rota, position: .agree), by: room.sam)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    try room.run(CloseRound(round: round))
    let tally = try #require((room.board.fetch(.of(room.desk)) as [Tally]).first)
    #expect((tally.agree, tally.disagree, tally.pass, tally.people) == (1, 1, 0, 2))
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(MergeIdea(idea: room.desk, into: room.rota), by: room.jo)
    }
    expectRefusal(.notPermitted, "only a coach or a facilitator can", remedy: .askFacilitator) {
      try room.run(UnmergeIdea(idea: room.desk), by: room.jo)
    }
    expectRefusal(.badInput, "into itself") { try room.run(MergeIdea(idea: room.desk, into: room.desk)) }
    expectRefusal(.rule, "is not merged") { try room.run(UnmergeIdea(idea: room.desk)) }
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    let third = try room.builder.idea("Falls car")
    expectRefusal(.rule, "it was merged into 1 “Shared desk”. Use that one", remedy: .unmerge) {
      try room.run(MergeIdea(idea: third, into: room.rota))
    }
    expectRefusal(.rule, "it was merged into 1 “Shared desk”", remedy: .unmerge) {
      try room.run(MergeIdea(idea: room.rota, into: third))
    }
    expectRefusal(.rule, "it was merged into 1", remedy: .unmerge) {
      try room.run(MergeIdea(idea: room.desk, into: room.rota))
    }
    try room.run(WithdrawIdea(idea: third))
    expectRefusal(.rule, "You cannot merge anything into idea 3: it is withdrawn", remedy: .restore) {
      try room.run(MergeIdea(idea: room.desk, into: third))
    }
  }

  @Test func whatHasEndedIsNotMergedButTakesOthersUp() throws {
    try room.builder.advance(room.desk, to: .test)
    try room.run(DecideOutcome(idea: room.desk, outcome: .adopted, learning: "It helps."))
    expectRefusal(.rule, "1 “Shared desk” ended as adopted", remedy: .retractOutcome) {
      try room.run(MergeIdea(idea: room.desk, into: room.rota))
    }
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
  }

  @Test func whatWaitsToBeMergedTakesNothingUp() throws {
    _ = try room.builder.openDots()
    let third = try room.builder.idea("Falls car")
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    expectRefusal(.rule, "2 “Night rota” is to be merged into 1 “Shared desk” when the round closes", remedy: .unmerge)
    {
      try room.run(MergeIdea(idea: third, into: room.rota))
    }
    expectRefusal(.rule, "2 “Night rota” is to be merged", remedy: .unmerge) {
      try room.run(MergeIdea(idea: room.rota, into: third))
    }
  }

  @Test func undo() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try expectUndo(on: room.builder) { try room.run(MergeIdea(idea: room.rota, into: room.desk)) }
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    try expectUndo(on: room.builder) { try room.run(UnmergeIdea(idea: room.rota)) }
  }
}
