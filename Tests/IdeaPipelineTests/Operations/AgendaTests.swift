import IdeaPipeline
import TestSupport
import Testing

/// Sessions, their agendas and the clock.
@Suite struct AgendaTests {
  private let room: Fixture
  private let session: SessionID
  private let steps: [StepID]

  init() throws {
    room = try Fixture()
    let plans = [
      StepPlan(title: "Welcome", minutes: 20), StepPlan(title: "Write", minutes: 12, kind: .privateWriting),
      StepPlan(title: "Gallery", minutes: 10, kind: .gallery),
    ]
    session = SessionID(madeBy: try room.run(AddSession(title: "Day one", steps: plans), by: room.fay).id)
    steps = room.board.agenda(of: session).map(\.id)
  }

  private func step(_ place: Int) throws -> AgendaStep { try #require(room.board.get(steps[place])) }
  private func opened() throws -> Session { try #require(room.board.get(session)) }

  private func start(_ place: Int, by person: PersonID? = nil) throws {
    try room.run(StartStep(step: steps[place], moment: room.builder.moment), by: person ?? room.fay)
  }

  private func open() throws { try room.run(OpenSession(session: session), by: room.fay) }

  @Test func aSessionIsPlannedOpenedAndClosed() throws {
    #expect(try opened().state == .planned)
    #expect(room.board.agenda(of: session).map(\.plan.title) == ["Welcome", "Write", "Gallery"])
    expectRefusal(.rule, "is not open", remedy: .openSession) { try start(0) }
    try open()
    #expect(try opened().state == .open)
    #expect(try opened().lead == room.fay)
    #expect(room.said == "opened session 1 “Day one”")
    let other = SessionID(madeBy: try room.run(AddSession(title: "Day two"), by: room.fay).id)
    expectRefusal(.rule, "Close it before", remedy: .closeSession) {
      try room.run(OpenSession(session: other), by: room.fay)
    }
    try start(0)
    try room.run(CloseSession(session: session, moment: room.builder.moment), by: room.fay)
    #expect(try opened().state == .closed)
    #expect(try step(0).state == .done)
    #expect(room.board.currentStep == nil)
  }

  @Test func theDeadlineIsStoredAndNothingHappensAtIt() throws {
    try open()
    try start(0)
    let started = room.builder.moment
    #expect(try step(0).left(at: started) == 20 * 60_000 - 1_000)
    #expect(try step(0).left(at: started.adding(25 * 60_000)) == -5 * 60_000 - 1_000)
    #expect(try step(0).state == .running)
  }

  @Test func theClockOfTheHostMayBeSet() throws {
    try open()
    try start(0)
    for hours in [-1, 1] as [Int64] {
      var moment = room.builder.moment.adding(60_000)
      let left = try step(0).left(at: moment)
      moment.wall = Timestamp(milliseconds: moment.wall.milliseconds + hours * 3_600_000)
      #expect(try step(0).left(at: moment) == left)
    }
    // After a restart of the host only the wall clock is left to count by.
    var moment = room.builder.moment.adding(60_000)
    let left = try step(0).left(at: moment)
    (moment.boot, moment.sinceBoot) = (9, 5)
    #expect(try step(0).left(at: moment) == left)
  }

  @Test func aPauseStopsTheClockAndNothingElse() throws {
    try open()
    try start(0)
    room.builder.pass(minutes: 5)
    try room.run(PauseStep(step: steps[0], moment: room.builder.moment), by: room.fay)
    let left = try #require(try step(0).left)
    room.builder.pass(minutes: 30)
    #expect(try step(0).left(at: room.builder.moment) == left)
    expectRefusal(.rule, "paused already") {
      try room.run(PauseStep(step: steps[0], moment: room.builder.moment), by: room.fay)
    }
    try room.run(ResumeStep(step: steps[0], moment: room.builder.moment), by: room.fay)
    #expect(try step(0).left(at: room.builder.moment).map { left - $0 } ?? -1 <= 1_000)
    room.builder.pass(minutes: 2)
    let taken = try step(0).taken(at: room.builder.moment)
    #expect((7 * 60_000...7 * 60_000 + 5_000).contains(taken))
  }

  @Test func moreMinutesAreUndoneByTakingThemAway() throws {
    try open()
    try start(0)
    let deadline = try #require(try step(0).deadline)
    try room.run(ExtendStep(step: steps[0], minutes: 5), by: room.fay)
    #expect(try step(0).deadline == deadline.adding(300_000))
    #expect(try step(0).runs.last?.minutes == 25)
    #expect(room.said == "gave the step “Welcome” 5 minutes more")
    try room.builder.undo(by: room.fay)
    #expect(try step(0).deadline == deadline)
    expectRefusal(.badInput, "cannot be shortened") {
      try room.run(ExtendStep(step: steps[0], minutes: -30), by: room.fay)
    }
  }

  @Test func plannedAndActualMinutesAreKeptOverRepeats() throws {
    try open()
    try start(0)
    room.builder.pass(minutes: 24)
    try start(1)
    room.builder.pass(minutes: 3)
    try start(0)
    room.builder.pass(minutes: 2)
    try start(2)
    #expect(try step(0).runs.count == 2)
    #expect(try step(0).runs.map(\.worked).map { $0 / 60_000 } == [24, 2])
    #expect(try step(0).runs.allSatisfy { $0.ended != nil && $0.minutes == 20 })
    #expect(try step(0).state == .done)
  }

  @Test func stepsAreAddedMovedSkippedAndTakenUpAgain() throws {
    let added = StepPlan(title: "Energiser", minutes: 5, kind: .rest)
    let step = StepID(madeBy: try room.run(AddStep(session: session, plan: added, before: steps[1]), by: room.fay).id)
    #expect(room.board.agenda(of: session).map(\.plan.title) == ["Welcome", "Energiser", "Write", "Gallery"])
    try room.run(MoveStep(step: step, before: nil), by: room.fay)
    #expect(room.board.agenda(of: session).map(\.plan.title) == ["Welcome", "Write", "Gallery", "Energiser"])
    #expect(room.board.agenda(of: session).map(\.place) == [1, 2, 3, 4])
    expectRefusal(.rule, "stands there already") { try room.run(MoveStep(step: step, before: nil), by: room.fay) }
    try open()
    try room.run(SkipStep(step: step), by: room.fay)
    #expect(room.board.get(step)?.state == .skipped)
    try room.builder.undo(by: room.fay)
    #expect(room.board.get(step)?.state == .planned)
    try room.run(SkipStep(step: step), by: room.fay)
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
    #expect(room.board.get(step)?.state == .running)
  }

  @Test func onlyWhoRunsTheRoomStartsSteps() throws {
    try open()
    try start(0)
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) { try start(1, by: room.jo) }
    expectRefusal(.notPermitted, "runs the room", remedy: .takeOver) { try start(1, by: room.ann) }
    expectRefusal(.notPermitted, "only a facilitator can", remedy: .askFacilitator) {
      try room.run(TakeOverSession(session: session), by: room.cass)
    }
    try room.run(TakeOverSession(session: session), by: room.ann)
    #expect(room.said == "took over session 1 “Day one”")
    try start(1, by: room.ann)
    expectRefusal(.notPermitted, "runs the room", remedy: .takeOver) { try start(2) }
  }

  @Test func aStepKeepsARoleFromWhatItDoesNotName() throws {
    let plan = StepPlan(
      title: "Listen", minutes: 5, rights: [StepRight(role: .participant, deeds: [.comment])])
    let step = StepID(madeBy: try room.run(AddStep(session: session, plan: plan), by: room.fay).id)
    try open()
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
    expectRefusal(.rule, "not for posting ideas", remedy: .askFacilitator) {
      try room.run(PostIdea(title: "Now"), by: room.jo)
    }
    try room.run(PostComment(idea: room.desk, text: "I hear you"), by: room.jo)
    try room.run(PostIdea(title: "As a coach"), by: room.cass)
  }

  @Test func aHardStopTakesPostsForFifteenSecondsMore() throws {
    let plan = StepPlan(title: "Quick", minutes: 1, isHardStop: true)
    let step = StepID(madeBy: try room.run(AddStep(session: session, plan: plan), by: room.fay).id)
    try open()
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
    room.builder.pass(minutes: 1)
    try room.run(PostIdea(title: "Just in time"), by: room.jo)
    room.builder.pass(minutes: 1)
    expectRefusal(.rule, "Time is up", remedy: .askFacilitator) { try room.run(PostIdea(title: "Late"), by: room.jo) }
    try room.run(ExtendStep(step: step, minutes: 2), by: room.fay)
    try room.run(PostIdea(title: "Now it goes"), by: room.jo)
  }
}
