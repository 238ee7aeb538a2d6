import IdeaPipeline
import TestSupport
import Testing

@Suite struct OpenCloseRoundTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func round(_ id: RoundID) throws -> Round { try #require(room.board.get(id)) }

  @Test func freezesTheActiveIdeasAndClosesTheStandingRound() throws {
    let standing = try #require(room.builder.openRound)
    try room.builder.dots(2, on: room.desk, by: room.jo)
    try room.run(WithdrawIdea(idea: room.rota), by: room.sam)
    let stamp = try room.run(OpenRound(title: "Choose", round: .dots(budget: 4, cap: 2)))
    let opened = try round(RoundID(madeBy: stamp.id))
    #expect((opened.number, opened.title, opened.kind) == (2, "Choose", .dots(budget: 4, cap: 2)))
    #expect(opened.ballotList == [room.desk])
    #expect((opened.isOpen, opened.isStanding, opened.isBlind, opened.openedAt) == (true, false, true, stamp.at))
    let closed = try round(standing)
    #expect((closed.isOpen, closed.closedAt) == (false, stamp.at))
    #expect((room.board.fetch(.of(room.desk)) as [Tally]).map(\.dots) == [2], "its results stay")
    #expect(room.said == "opened round 2 “Choose”")
  }

  @Test func theListCanBeAStageOrAChallenge() throws {
    let challenge = try room.builder.challenge("How might we?")
    try room.run(ReassignIdea(idea: room.desk, old: nil, new: challenge), by: room.jo)
    let byChallenge = try room.run(OpenRound(title: "One", round: .consensus, challenge: challenge))
    #expect(try round(RoundID(madeBy: byChallenge.id)).ballotList == [room.desk])
    try room.run(CloseRound(round: RoundID(madeBy: byChallenge.id)))
    try room.builder.advance(room.rota, to: .define)
    let byStage = try room.run(OpenRound(title: "Two", round: .consensus, stage: .define))
    #expect(try round(RoundID(madeBy: byStage.id)).ballotList == [room.rota])
  }

  @Test func openingIsRefused() throws {
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(OpenRound(title: "x", round: .consensus), by: room.cass)
    }
    for (budget, cap) in [(0, 1), (101, 1), (5, 0), (5, 6)] {
      expectRefusal(.badInput, "1 to") { try room.run(OpenRound(title: "x", round: .dots(budget: budget, cap: cap))) }
    }
    expectRefusal(.badInput, "The name is empty") { try room.run(OpenRound(title: "", round: .consensus)) }
    expectRefusal(.rule, "no active idea to vote on") {
      try room.run(OpenRound(title: "x", round: .consensus, stage: .test))
    }
    expectRefusal(.notFound, "no such challenge") {
      try room.run(OpenRound(title: "x", round: .consensus, challenge: ChallengeID(rawValue: 1)))
    }
    _ = try room.builder.openDots(title: "First")
    expectRefusal(.rule, "Round 2 “First” is open. Close it", remedy: .closeRound) {
      try room.run(OpenRound(title: "x", round: .consensus))
    }
  }

  @Test func closing() throws {
    let id = try room.builder.openDots()
    try room.builder.dots(1, on: room.desk, by: room.jo)
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(CloseRound(round: id), by: room.cass)
    }
    let stamp = try room.run(CloseRound(round: id))
    #expect(try round(id).closedAt == stamp.at)
    #expect(try !round(id).isBlind)
    #expect(room.builder.openRound == nil)
    #expect(room.said == "closed round 2 “Choose”")
    expectRefusal(.rule, "Round 2 “Choose” is closed already") { try room.run(CloseRound(round: id)) }
    expectRefusal(.notFound, "no such round") { try room.run(CloseRound(round: RoundID(rawValue: 1))) }
  }

  @Test func theStandingRoundIsNotClosedByHand() throws {
    let standing = try #require(room.builder.openRound)
    expectRefusal(.rule, "close by themselves", remedy: .openRound) { try room.run(CloseRound(round: standing)) }
  }

  @Test func neitherIsUndone() throws {
    let id = try room.builder.openDots()
    expectRefusal(.rule, "Opening a round cannot be undone. Close it instead") { try room.builder.undo() }
    try room.run(CloseRound(round: id))
    expectRefusal(.rule, "Closing a round cannot be undone") { try room.builder.undo() }
  }
}

@Suite struct ChangeRoundBudgetTests {
  let room: Fixture
  let round: RoundID
  init() throws {
    room = try Fixture()
    round = try room.builder.openDots(5, cap: 5)
  }

  @Test func moreAndFewer() throws {
    try room.run(ChangeRoundBudget(round: round, old: 5, new: 8))
    #expect(room.board.get(round)?.kind == .dots(budget: 8, cap: 5))
    #expect(room.said == "gave everyone 8 dots in round 2 “Choose”")
    try room.run(ChangeRoundBudget(round: round, old: 8, new: 1))
    #expect(room.said == "gave everyone 1 dot in round 2 “Choose”")
  }

  @Test func belowWhatWasSpentIsRefusedNamingHowMany() throws {
    try room.builder.dots(5, on: room.desk, by: room.jo)
    expectRefusal(.rule, "1 person has given more than 4 dots already, so the budget stays at 5") {
      try room.run(ChangeRoundBudget(round: round, old: 5, new: 4))
    }
    try room.builder.dots(4, on: room.desk, by: room.sam)
    expectRefusal(.rule, "2 people have given more than 3 dots") {
      try room.run(ChangeRoundBudget(round: round, old: 5, new: 3))
    }
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(ChangeRoundBudget(round: round, old: 5, new: 6), by: room.cass)
    }
    expectRefusal(.rule, "everyone has 5 dots already") {
      try room.run(ChangeRoundBudget(round: round, old: 5, new: 5))
    }
    expectRefusal(.rule, "were changed to 5 meanwhile") {
      try room.run(ChangeRoundBudget(round: round, old: 4, new: 6))
    }
    for budget in [0, 101] {
      expectRefusal(.badInput, "1 to 100 dots") {
        try room.run(ChangeRoundBudget(round: round, old: 5, new: budget))
      }
    }
    try room.run(CloseRound(round: round))
    expectRefusal(.rule, "Round 2 is closed and no other is open", remedy: .openRound) {
      try room.run(ChangeRoundBudget(round: round, old: 5, new: 6))
    }
    let poll = try room.builder.openConsensus()
    expectRefusal(.rule, "Round 3 has no dots") { try room.run(ChangeRoundBudget(round: poll, old: 5, new: 6)) }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder) { try room.run(ChangeRoundBudget(round: round, old: 5, new: 6)) }
  }
}

@Suite struct DotTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private var standing: RoundID { room.builder.openRound ?? RoundID(rawValue: 0) }
  private func tally(_ idea: IdeaID) -> Tally? { (room.board.fetch(.of(idea)) as [Tally]).last }

  @Test func aDotIsGivenAndTakenBack() throws {
    let stamp = try room.run(GiveDot(round: standing, idea: room.desk), by: room.sam)
    let ballot = try #require(room.board.get(Identifier<Ballot>(madeBy: stamp.id)))
    #expect((ballot.person, ballot.idea, ballot.position, ballot.counts) == (room.sam, room.desk, nil, true))
    #expect((tally(room.desk)?.dots, tally(room.desk)?.people) == (1, 1))
    #expect(room.said == "gave a dot to 1 “Shared desk”")
    try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.sam)
    #expect(tally(room.desk) == nil)
    #expect(room.board.all(Ballot.self) == [])
    #expect(room.said == "took back a dot from 1 “Shared desk”")
  }

  @Test func aDotDoesNotTouchTheIdea() throws {
    let before = try room.idea(room.desk)
    try room.builder.dots(1, on: room.desk, by: room.sam)
    #expect(try room.idea(room.desk) == before, "or the order of a list would tell of blind votes")
  }

  @Test func theFeedTellsNotWhomABlindDotIsFor() throws {
    let round = try room.builder.openDots()
    try room.builder.dots(1, on: room.desk, by: room.sam)
    #expect(room.builder.lastActivity == Activity("gave a dot in round 2 “Choose”"))
    try room.run(TakeBackDot(round: round, idea: room.desk), by: room.sam)
    #expect(room.builder.lastActivity == Activity("took back a dot in round 2 “Choose”"))
  }

  @Test func theCapHoldsForAnIdea() throws {
    try room.builder.dots(3, on: room.desk, by: room.sam)
    expectRefusal(
      .rule, "1 “Shared desk” has 3 dots of yours, the most it can take. 2 dots left for others",
      remedy: .takeBackDot
    ) { try room.builder.dots(1, on: room.desk, by: room.sam) }
  }

  @Test func theBudgetHolds() throws {
    try room.builder.dots(3, on: room.desk, by: room.sam)
    try room.builder.dots(2, on: room.rota, by: room.sam)
    expectRefusal(.rule, "You have no dots left: all 5 are given", remedy: .takeBackDot) {
      try room.builder.dots(1, on: room.rota, by: room.sam)
    }
    try room.builder.dots(1, on: room.rota, by: room.jo)
    #expect((tally(room.rota)?.dots, tally(room.rota)?.people) == (3, 2))
  }

  @Test func theCapHoldsOverWhatWasMerged() throws {
    try room.builder.dots(2, on: room.rota, by: room.sam)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    try room.builder.dots(1, on: room.desk, by: room.sam)
    expectRefusal(.rule, "has 3 dots of yours", remedy: .takeBackDot) {
      try room.builder.dots(1, on: room.desk, by: room.sam)
    }
    expectRefusal(.rule, "it was merged into 1 “Shared desk”. Use that one", remedy: .unmerge) {
      try room.builder.dots(1, on: room.rota, by: room.sam)
    }
  }

  @Test func takingBackFromAFamilyTakesOneThatShows() throws {
    try room.builder.dots(3, on: room.desk, by: room.sam)
    try room.builder.dots(2, on: room.rota, by: room.sam)
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    #expect(tally(room.desk)?.dots == 3)
    try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.sam)
    #expect(tally(room.desk)?.dots == 2)
    try room.builder.undo(by: room.sam)
    #expect(tally(room.desk)?.dots == 3)
  }

  @Test func onlyWhatIsOnTheListTakesDots() throws {
    let round = try room.builder.openDots()
    let late = try room.builder.idea("Late")
    expectRefusal(.rule, "3 “Late” is not on the list of round 2, which was fixed when the round opened") {
      try room.run(GiveDot(round: round, idea: late), by: room.sam)
    }
    try room.run(HideIdea(idea: room.desk, reason: "A name"))
    expectRefusal(.rule, "You cannot give a dot to that idea: it is hidden", remedy: .restore) {
      try room.run(GiveDot(round: round, idea: room.desk), by: room.sam)
    }
  }

  @Test func aRoundHasToBeOpenAndOfDots() throws {
    let first = standing
    let second = try room.builder.openConsensus(title: "Agree?")
    expectRefusal(.rule, "Round 1 is closed. Round 2 “Agree?” is open now") {
      try room.run(GiveDot(round: first, idea: room.desk), by: room.sam)
    }
    expectRefusal(.rule, "It asks whether you agree") {
      try room.run(GiveDot(round: second, idea: room.desk), by: room.sam)
    }
    try room.run(CloseRound(round: second))
    expectRefusal(.rule, "no other is open. A facilitator can open one", remedy: .openRound) {
      try room.run(GiveDot(round: second, idea: room.desk), by: room.sam)
    }
    expectRefusal(.rule, "no other is open", remedy: .openRound) {
      try room.run(TakeBackDot(round: first, idea: room.desk), by: room.sam)
    }
  }

  @Test func whoMay() throws {
    expectRefusal(.notPermitted, "You cannot give dots: observers only read", remedy: .askFacilitator) {
      try room.run(GiveDot(round: standing, idea: room.desk), by: room.otto)
    }
    expectRefusal(.notPermitted, "You cannot take back dots: observers only read", remedy: .askFacilitator) {
      try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.otto)
    }
    expectRefusal(.rule, "A vote needs a name") {
      try room.builder.runSealed(GiveDot(round: standing, idea: room.desk), asker: room.jo)
    }
    expectRefusal(.rule, "You have no dot on 1 “Shared desk” in round 1") {
      try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.sam)
    }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder, by: room.sam) { try room.builder.dots(1, on: room.desk, by: room.sam) }
    try room.builder.dots(2, on: room.desk, by: room.sam)
    try expectUndo(on: room.builder, by: room.sam) {
      try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.sam)
    }
  }

  @Test func undoTakesBackTheVeryDot() throws {
    try room.builder.dots(1, on: room.desk, by: room.sam)
    try room.run(TakeBackDot(round: standing, idea: room.desk), by: room.sam)
    try room.builder.dots(1, on: room.desk, by: room.sam)
    try room.builder.undo(by: room.sam)
    #expect(tally(room.desk) == nil)
    try room.builder.undo(by: room.sam)
    #expect(tally(room.desk)?.dots == 1, "taking it back was taken back")
  }
}

@Suite struct CastPositionTests {
  let room: Fixture
  let round: RoundID
  init() throws {
    room = try Fixture()
    round = try room.builder.openConsensus()
  }

  private func cast(_ position: Ballot.Position?, by person: PersonID) throws {
    try room.run(CastPosition(round: round, idea: room.desk, position: position), by: person)
  }
  private var counts: [Int] {
    (room.board.fetch(.of(room.desk)) as [Tally]).last.map { [$0.agree, $0.disagree, $0.pass, $0.people] } ?? []
  }

  @Test func aNewPositionReplacesTheOldOne() throws {
    try cast(.agree, by: room.jo)
    try cast(.disagree, by: room.sam)
    #expect(counts == [1, 1, 0, 2])
    #expect(room.builder.lastActivity == Activity("voted in round 2 “Agree?”"), "it is the voter's own affair")
    try cast(.pass, by: room.jo)
    #expect(counts == [0, 1, 1, 2])
    let own = room.board.fetch(.cast(in: round, by: room.jo))
    #expect(own.map(\.position) == [.pass])
    #expect(own.map(\.previous) == [.agree])
    try cast(nil, by: room.jo)
    #expect(counts == [0, 1, 0, 1])
    #expect(room.said == "took back a vote in round 2 “Agree?”")
    try cast(nil, by: room.sam)
    #expect(room.board.all(Tally.self) == [])
  }

  @Test func refusals() throws {
    expectRefusal(.rule, "you have no position on 1 “Shared desk”") { try cast(nil, by: room.jo) }
    try cast(.agree, by: room.jo)
    expectRefusal(.rule, "this is your position already") { try cast(.agree, by: room.jo) }
    expectRefusal(.notPermitted, "You cannot vote: observers only read", remedy: .askFacilitator) {
      try cast(.agree, by: room.otto)
    }
    expectRefusal(.rule, "A vote needs a name") {
      let agree = CastPosition(round: round, idea: room.desk, position: .agree)
      try room.builder.runSealed(agree, asker: room.jo)
    }
    try room.run(CloseRound(round: round))
    expectRefusal(.rule, "Round 2 is closed", remedy: .openRound) { try cast(.pass, by: room.jo) }
    let dots = try room.builder.openDots()
    expectRefusal(.rule, "Round 3 asks for dots, up to 5 each") {
      try room.run(CastPosition(round: dots, idea: room.desk, position: .agree), by: room.jo)
    }
  }

  @Test func undoGoesBackToThePositionBefore() throws {
    try expectUndo(on: room.builder, by: room.jo) { try cast(.agree, by: room.jo) }
    try cast(.agree, by: room.jo)
    try expectUndo(on: room.builder, by: room.jo) { try cast(.disagree, by: room.jo) }
  }

  @Test func hiddenIdeasKeepTheirBallots() throws {
    try cast(.agree, by: room.jo)
    try room.run(HideIdea(idea: room.desk, reason: "Rejected"))
    try room.run(CloseRound(round: round))
    #expect(counts == [1, 0, 0, 1])
  }
}
