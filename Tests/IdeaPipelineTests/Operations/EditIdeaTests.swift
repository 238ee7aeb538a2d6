import IdeaPipeline
import TestSupport
import Testing

@Suite struct EditIdeaTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func edit(_ title: String, _ body: String = "", from revision: Int = 1) -> EditIdea {
    EditIdea(idea: room.desk, revision: revision, title: title, body: body)
  }

  @Test func changesTheTextAndKeepsTheOldOne() throws {
    let stamp = try room.run(edit("Triage desk", "Two."), by: room.jo)
    let idea = try room.idea(room.desk)
    #expect((idea.title, idea.body, idea.revision, idea.textFrom) == ("Triage desk", "Two.", 2, stamp.id))
    #expect(idea.activity == stamp.seq)
    let earlier: [IdeaRevision] = room.board.fetch(.of(room.desk))
    #expect(earlier.map(\.title) == ["Shared desk"])
    #expect(earlier.map(\.body) == ["One desk for all."])
    #expect(earlier.map(\.number) == [1])
    #expect(earlier.map(\.textFrom) == [OperationID(rawValue: room.desk.rawValue)])
    #expect(room.said == "edited 1 “Triage desk”")
  }

  @Test func aStaleSaveKeepsBothTexts() throws {
    try room.run(edit("Triage desk", "Two."), by: room.jo)
    let clash = TextClash(revision: 2, title: "Triage desk", body: "Two.", base: "Shared desk\nOne desk for all.")
    expectRefusal(.stale(clash), "was changed while you were writing", remedy: .compareTexts) {
      try room.run(edit("My desk"), by: room.ann)
    }
    try room.run(edit("My desk", from: 2), by: room.ann)
    #expect(try room.idea(room.desk).title == "My desk")
  }

  @Test func theSameTextIsNoChange() {
    expectRefusal(.rule, "reads like this already") {
      try room.run(edit("Shared desk", "One desk for all."), by: room.jo)
    }
  }

  @Test func onlyItsAuthorsAndFacilitatorsEdit() throws {
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(edit("Mine now"), by: room.cass)
    }
    try room.run(SetCoAuthors(idea: room.desk, old: [], new: [room.sam]), by: room.jo)
    try room.run(edit("Ours"), by: room.sam)
    try room.run(edit("The room’s", from: 2), by: room.fay)
  }

  @Test func textsHaveToFit() {
    expectRefusal(.badInput, "The title is empty") { try room.run(edit(""), by: room.jo) }
    expectRefusal(.badInput, "The title has 141 characters; at most 140 fit") {
      try room.run(edit(String(repeating: "a", count: 141)), by: room.jo)
    }
    expectRefusal(.badInput, "at most 4000 fit") {
      try room.run(edit("Desk", String(repeating: "a", count: 4_001)), by: room.jo)
    }
  }

  @Test func anIdeaOutOfPlayIsNotEdited() throws {
    try room.run(MergeIdea(idea: room.desk, into: room.rota))
    expectRefusal(.rule, "merged into 2 “Night rota”. Use that one", remedy: .unmerge) {
      try room.run(edit("Desk"), by: room.jo)
    }
    try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    expectRefusal(.rule, "You cannot edit idea 1: it is withdrawn", remedy: .restore) {
      try room.run(edit("Desk"), by: room.jo)
    }
    expectRefusal(.notFound, "no such idea") {
      try room.run(EditIdea(idea: IdeaID(rawValue: 1), revision: 1, title: "x", body: ""))
    }
  }

  @Test func undoBringsTheTextBackAsANewRevision() throws {
    try expectUndo(on: room.builder, by: room.jo) { try room.run(edit("Triage desk"), by: room.jo) }
    #expect(try room.idea(room.desk).revision == 3)
  }

  @Test func undoOfAnEditThatSomebodyElseChangedSinceIsRefused() throws {
    try room.run(edit("Triage desk"), by: room.jo)
    try room.run(edit("Room desk", from: 2), by: room.ann)
    let clash = TextClash(revision: 3, title: "Room desk", body: "", base: "Triage desk\n")
    expectRefusal(.stale(clash), "was changed", remedy: .compareTexts) { try room.builder.undo(by: room.jo) }
  }
}
