import IdeaPipeline
import TestSupport
import Testing

/// Private writing, the reveal, and posts without a name.
@Suite struct NamingTests {
  private let room: Fixture

  init() throws { room = try Fixture() }

  /// Opens a session and starts a step in it.
  @discardableResult private func begin(_ naming: Naming = .named, isPrivate: Bool = false) throws -> StepID {
    let plan = StepPlan(title: "Write", minutes: 10, naming: naming, isPrivate: isPrivate)
    let session = SessionID(madeBy: try room.run(AddSession(title: "Day", steps: [plan]), by: room.fay).id)
    try room.run(OpenSession(session: session), by: room.fay)
    let step = try #require(room.board.agenda(of: session).first?.id)
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
    return step
  }

  @Test func whatIsPostedInPrivateHasNoNumberUntilTheReveal() throws {
    let step = try begin(isPrivate: true)
    let ideas = try ["One", "Two", "Three", "Four"].map { try room.builder.idea($0, by: room.jo) }
    for idea in ideas {
      #expect(try room.idea(idea).state == .unrevealed)
      #expect(try room.idea(idea).number == nil)
    }
    expectRefusal(.rule, "comments come after the reveal") {
      try room.run(PostComment(idea: room.desk, text: "Hm"), by: room.sam)
    }
    try room.run(RevealStep(step: step, shuffle: 7), by: room.fay)
    #expect(try Set(ideas.map { try room.idea($0).number }) == [3, 4, 5, 6])
    #expect(try ideas.allSatisfy { try room.idea($0).state == .active })
    #expect(try Set(ideas.map { try room.idea($0).createdAt }).count == 1)
    expectRefusal(.rule, "shown already") { try room.run(RevealStep(step: step, shuffle: 8), by: room.fay) }
  }

  @Test func theOrderOfARevealIsThatOfItsShuffle() throws {
    var orders: Set<[Int?]> = []
    for shuffle in 1...6 {
      let room = try NamingTests()
      let step = try room.begin(isPrivate: true)
      let ideas = try (1...5).map { try room.room.builder.idea("Idea \($0)", by: room.room.jo) }
      try room.room.run(RevealStep(step: step, shuffle: shuffle), by: room.room.fay)
      orders.insert(try ideas.map { try room.room.idea($0).number })
    }
    #expect(orders.count > 2)
  }

  @Test func ownPostsCanBeChangedBeforeTheReveal() throws {
    let step = try begin(isPrivate: true)
    let idea = try room.builder.idea("Thought", by: room.jo)
    try room.run(EditIdea(idea: idea, revision: 1, title: "Better thought", body: ""), by: room.jo)
    expectRefusal(.rule, "private until the reveal") {
      try room.run(MergeIdea(idea: room.desk, into: idea), by: room.cass)
    }
    expectRefusal(.rule, "private until the reveal") {
      try room.run(PostIdea(title: "More", buildsOn: idea), by: room.sam)
    }
    try room.run(WithdrawIdea(idea: idea), by: room.jo)
    try room.run(RevealStep(step: step, shuffle: 1), by: room.fay)
    #expect(try room.idea(idea).number == nil)
    try room.run(RestoreIdea(idea: idea), by: room.jo)
    #expect(try room.idea(idea).number == 3)
  }

  @Test func aSealedStepTakesNoNames() throws {
    try begin(.sealed)
    expectRefusal(.rule, "No names are kept", remedy: .postWithoutName) {
      try room.run(PostIdea(title: "With a name"), by: room.jo)
    }
    let stamp = try room.builder.runSealed(PostIdea(title: "Without"), asker: room.jo)
    let idea = try room.idea(IdeaID(madeBy: stamp.id))
    #expect(idea.author == nil)
    #expect(idea.naming == .sealed)
    expectRefusal(.rule, "no co-authors") {
      try room.builder.runSealed(PostIdea(title: "Us", coAuthors: [room.sam]), asker: room.jo)
    }
  }

  @Test func theTimeOfASealedPostIsThatOfItsStep() throws {
    let step = try begin(.sealed)
    let started = try #require(room.board.get(step)?.runs.first?.started.wall)
    for _ in 1...3 {
      room.builder.pass(minutes: 1)
      let stamp = try room.builder.runSealed(PostIdea(title: "Without"), asker: room.jo)
      #expect(stamp.at == started)
    }
  }

  @Test func onlyTheConnectionThatPostedWithoutANameEdits() throws {
    try begin(.sealed)
    let stamp = try room.builder.runSealed(PostIdea(title: "Without"), asker: room.jo)
    let idea = IdeaID(madeBy: stamp.id)
    let edit = EditIdea(idea: idea, revision: 1, title: "Without a name", body: "")
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.builder.runSealed(edit, asker: room.jo)
    }
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) { try room.run(edit, by: room.jo) }
    try room.builder.carryOut(
      Submission(id: room.builder.nextID(), edit, by: .sealed, asker: room.jo, holds: [stamp.id]))
    #expect(try room.idea(idea).title == "Without a name")
  }

  @Test func whatTheComposerPromisedHoldsAfterTheStepEnded() throws {
    let sealed = try begin(.sealed)
    let session = try #require(room.board.openSession?.id)
    let step = StepID(
      madeBy: try room.run(AddStep(session: session, plan: StepPlan(title: "Next", minutes: 5)), by: room.fay).id)
    try room.run(StartStep(step: step, moment: room.builder.moment), by: room.fay)
    expectRefusal(.rule, "This step keeps names") {
      try room.builder.runSealed(PostIdea(title: "Late"), asker: room.jo)
    }
    let late = PostIdea(title: "Late", naming: .sealed, step: sealed)
    expectRefusal(.rule, "No names are kept", remedy: .postWithoutName) { try room.run(late, by: room.jo) }
    let stamp = try room.builder.runSealed(late, asker: room.jo)
    #expect(try room.idea(IdeaID(madeBy: stamp.id)).naming == .sealed)
    let hidden = try room.run(PostIdea(title: "Hidden", naming: .hidden, step: sealed), by: room.jo)
    #expect(try room.idea(IdeaID(madeBy: hidden.id)).naming == .hidden)
  }

  @Test func whatPeopleWriteUnderIsNotLoosenedWhileTheyWrite() throws {
    let step = try begin(.hidden, isPrivate: true)
    var plan = try #require(room.board.get(step)?.plan)
    plan.naming = .named
    expectRefusal(.rule, "promised", remedy: .startStep) {
      try room.run(EditStep(step: step, plan: plan), by: room.fay)
    }
    plan.naming = .sealed
    try room.run(EditStep(step: step, plan: plan), by: room.fay)
  }
}
