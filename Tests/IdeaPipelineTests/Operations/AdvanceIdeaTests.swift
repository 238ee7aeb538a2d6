import IdeaPipeline
import TestSupport
import Testing

@Suite struct AdvanceIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func advance(from: Stage = .empathise, to: Stage, reason: String? = nil, overrides: Bool = false)
    -> AdvanceIdea
  {
    AdvanceIdea(idea: room.desk, from: from, to: to, reason: reason, overrides: overrides)
  }

  private func answer(_ sheet: String, _ field: String, _ answer: Answer) throws {
    try room.run(AnswerField(idea: room.desk, worksheet: sheet, field: field, old: nil, answer: answer), by: room.jo)
  }

  @Test func aMetGateLetsPass() throws {
    try answer("need", "who", .text("Carers"))
    let stamp = try room.run(advance(to: .define, reason: "Ready"), by: room.jo)
    #expect(try room.idea(room.desk).stage == .define)
    let moves: [Move] = room.board.fetch(.of(room.desk))
    #expect(
      moves == [
        Move(
          id: Identifier(madeBy: stamp.id), seq: stamp.seq, idea: room.desk, from: .empathise, to: .define,
          reason: "Ready", overrode: false, by: room.jo, at: stamp.at)
      ])
    #expect(room.said == "moved 1 “Shared desk” to Define")
  }

  @Test func anUnmetGateSaysWhatIsMissing() throws {
    expectRefusal(.rule, "Empathise needs who needs it before Define.", remedy: .answerWorksheet) {
      try room.run(advance(to: .define), by: room.jo)
    }
  }

  @Test func overSeveralStagesEachGateIsChecked() throws {
    let all =
      "Empathise needs who needs it before Define. "
      + "Define needs a “How might we …” and a size before Ideate. Ideate needs a choice before Prototype."
    expectRefusal(.rule, all, remedy: .answerWorksheet) { try room.run(advance(to: .test), by: room.jo) }
    try answer("need", "who", .text("Carers"))
    try answer("define", "size", .choice("small"))
    expectRefusal(.rule, "Define needs a “How might we …” before Ideate.", remedy: .answerWorksheet) {
      try room.run(advance(to: .ideate), by: room.jo)
    }
    try answer("define", "how_might_we", .text("How might we ring once?"))
    try answer("ideate", "chosen", .yesNo(false))
    try room.run(advance(to: .test), by: room.jo)
    #expect(try room.idea(room.desk).stage == .test)
  }

  @Test func aFacilitatorMayOverrideWithAReason() throws {
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(advance(to: .define, reason: "Trust me", overrides: true), by: room.cass)
    }
    expectRefusal(.rule, "Give a reason", remedy: .giveReason) {
      try room.run(advance(to: .define, overrides: true), by: room.fay)
    }
    try room.run(advance(to: .define, reason: "The team asked for it", overrides: true), by: room.fay)
    #expect((room.board.fetch(.of(room.desk)) as [Move]).map(\.overrode) == [true])
    #expect(room.said == "moved 1 “Shared desk” to Define, its gate unmet")
  }

  @Test func overridingAMetGateIsAnOrdinaryMove() throws {
    try answer("need", "who", .text("Carers"))
    try room.run(advance(to: .define, overrides: true), by: room.jo)
    #expect((room.board.fetch(.of(room.desk)) as [Move]).map(\.overrode) == [false])
  }

  @Test func whoLookedAtAnOlderStageIsTold() throws {
    try room.builder.advance(room.desk, to: .define)
    expectRefusal(.rule, "1 “Shared desk” was moved from Empathise to Define meanwhile") {
      try room.run(advance(to: .define), by: room.jo)
    }
  }

  @Test func afterTestComesTheOutcome() throws {
    try room.builder.advance(room.desk, to: .test)
    expectRefusal(.rule, "at Test, the last stage. What comes next is its outcome", remedy: .decideOutcome) {
      try room.run(advance(from: .test, to: .test), by: room.jo)
    }
    try room.run(DecideOutcome(idea: room.desk, outcome: .parked, learning: "Not now."))
    expectRefusal(.rule, "ended as parked. Take the outcome back", remedy: .retractOutcome) {
      try room.run(advance(from: .test, to: .test), by: room.jo)
    }
  }

  @Test func forwardIsForward() throws {
    try room.builder.advance(room.desk, to: .define)
    expectRefusal(.rule, "Empathise does not come after Define", remedy: .sendBack) {
      try room.run(advance(from: .define, to: .empathise))
    }
  }

  @Test func whoMay() throws {
    try answer("need", "who", .text("Carers"))
    expectRefusal(.notPermitted, "not yours or your team’s", remedy: .askFacilitator) {
      try room.run(advance(to: .define), by: room.sam)
    }
    expectRefusal(.notPermitted, "not yours or your team’s", remedy: .askFacilitator) {
      try room.run(advance(to: .define), by: room.otto)
    }
    try room.run(advance(to: .define), by: room.pat)
  }

  @Test func undoTakesTheMoveAway() throws {
    try answer("need", "who", .text("Carers"))
    try expectUndo(on: room.builder, by: room.jo) { try room.run(advance(to: .define), by: room.jo) }
    #expect((room.board.fetch(.of(room.desk)) as [Move]) == [])
    #expect(room.said == "took back a move of 1 “Shared desk”")
  }
}
