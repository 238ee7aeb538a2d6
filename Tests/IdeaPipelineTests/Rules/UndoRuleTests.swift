import IdeaPipeline
import TestSupport
import Testing

@Suite struct UndoRuleTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  @Test func nothingToUndo() {
    expectRefusal(.rule, "Nothing of yours to undo") { try room.builder.undo(by: room.otto) }
  }

  @Test func onceMoreTakesTheChangeBefore() throws {
    let comment = try room.builder.comment("Who pays?", on: room.rota, by: room.jo)
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    try room.builder.undo(by: room.jo)
    #expect(try room.idea(room.desk).tags == [])
    try room.builder.undo(by: room.jo)
    #expect(try room.comment(comment).isWithdrawn)
    try room.builder.undo(by: room.jo)
    #expect(try room.idea(room.desk).state == .withdrawn)
    expectRefusal(.rule, "Nothing of yours to undo") { try room.builder.undo(by: room.jo) }
  }

  @Test func theLogNamesWhatWasTakenBack() throws {
    let stamp = try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    try room.builder.undo(by: room.jo)
    #expect(room.builder.log.last?.undoes == stamp.id)
  }

  @Test func whatIsGoneAlreadyIsPassedOver() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    let comment = try room.builder.comment("Who pays?", on: room.rota, by: room.jo)
    try room.run(WithdrawComment(comment: comment), by: room.ann)
    try room.builder.undo(by: room.jo)
    #expect(try room.idea(room.desk).tags == [])
  }

  @Test func whatStaysIsNotPassedOver() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]))
    _ = try room.builder.team("Stockport")
    expectRefusal(.rule, "A team that was added stays") { try room.builder.undo() }
    #expect(try room.idea(room.desk).tags == ["triage"])
  }

  @Test func whatOthersChangedSinceIsRefusedInWords() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    try room.run(TagIdea(idea: room.desk, old: ["triage"], new: ["night"]))
    expectRefusal(.rule, "The tags of 1 “Shared desk” were changed meanwhile") { try room.builder.undo(by: room.jo) }
  }

  @Test func whatWasEnteredForSomebodyIsUndoneForThem() throws {
    let round = try #require(room.builder.openRound)
    let id = room.builder.nextID()
    try room.builder.carryOut(
      Submission(id: id, GiveDot(round: round, idea: room.desk), by: .person(room.sam), enteredBy: room.fay))
    try room.builder.undo(by: room.fay)
    #expect(room.board.all(Ballot.self) == [])
    let stamp = try #require(room.builder.log.last?.stamp)
    #expect((stamp.actor, stamp.enteredBy) == (.person(room.sam), room.fay))
  }

  @Test func tellsWhatItTakesBack() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    let last = try #require(room.builder.log.last)
    let undoing = try #require(try UndoRule.undoing(last, on: room.board))
    #expect(undoing.activity.words == "changed the tags of 1 “Shared desk”")
    let newer = LoggedOperation(stamp: last.stamp, payload: .unknown(kind: "idea.sing", json: "{}"))
    let none = try UndoRule.undoing(newer, on: room.board)
    #expect(none.map(\.stamp) == nil)
  }
}
