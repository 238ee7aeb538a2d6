import IdeaPipeline
import TestSupport
import Testing

@Suite struct AnswerFieldTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func answer(_ new: Answer?, to field: String = "who", in sheet: String = "need", old: Answer? = nil)
    -> AnswerField
  { AnswerField(idea: room.desk, worksheet: sheet, field: field, old: old, answer: new) }

  private var entries: [Entry] { room.board.fetch(.about(room.desk)) }

  @Test func answersAndKeepsTheEntryThroughChanges() throws {
    let first = try room.run(answer(.text("Carers")), by: room.jo)
    #expect(
      entries == [
        Entry(
          id: Identifier(madeBy: first.id), seq: first.seq, idea: room.desk, worksheet: "need", field: "who",
          answer: .text("Carers"), answeredBy: room.jo, answeredAt: first.at, answeredIn: first.id)
      ])
    #expect(room.said == "answered “Who needs it?” for 1 “Shared desk”")
    let second = try room.run(answer(.text("Families"), old: .text("Carers")), by: room.pat)
    #expect(entries.map(\.id) == [Identifier(madeBy: first.id)])
    #expect(entries.map(\.answer) == [.text("Families")])
    #expect(entries.map(\.answeredIn) == [second.id])
    #expect(entries.map(\.answeredBy) == [room.pat])
    try room.run(answer(nil, old: .text("Families")), by: room.jo)
    #expect(entries == [])
    #expect(room.said == "took away the answer to “Who needs it?” for 1 “Shared desk”")
  }

  @Test func eachKindOfFieldTakesItsKindOfAnswer() throws {
    try room.run(answer(.choice("large"), to: "size", in: "define"), by: room.jo)
    try room.run(answer(.yesNo(true), to: "chosen", in: "ideate"), by: room.jo)
    expectRefusal(.badInput, "“Who needs it?”: it is answered in words") { try room.run(answer(.yesNo(true))) }
    expectRefusal(.badInput, "one of these: small, large") {
      try room.run(answer(.choice("huge"), to: "size", in: "define"))
    }
    expectRefusal(.badInput, "one of these: small, large") {
      try room.run(answer(.text("large"), to: "size", in: "define"))
    }
    expectRefusal(.badInput, "is answered with yes or no") {
      try room.run(answer(.text("yes"), to: "chosen", in: "ideate"))
    }
    expectRefusal(.badInput, "The answer is empty") { try room.run(answer(.text(" "))) }
    expectRefusal(.badInput, "at most 2000 fit") {
      try room.run(answer(.text(String(repeating: "a", count: 2_001))))
    }
  }

  @Test func refusals() throws {
    expectRefusal(.notPermitted, "not yours or your team’s", remedy: .askFacilitator) {
      try room.run(answer(.text("Carers")), by: room.sam)
    }
    expectRefusal(.notFound, "do not ask that") { try room.run(answer(.text("x"), to: "what")) }
    expectRefusal(.notFound, "do not ask that") { try room.run(answer(.text("x"), to: "who", in: "nothing")) }
    expectRefusal(.rule, "has no answer yet") { try room.run(answer(nil)) }
    try room.run(answer(.text("Carers")), by: room.jo)
    expectRefusal(.rule, "is answered so already") { try room.run(answer(.text("Carers"))) }
    let clash = TextClash(revision: 0, title: "Who needs it?", body: "Carers")
    expectRefusal(.stale(clash), "was changed meanwhile", remedy: .compareTexts) {
      try room.run(answer(.text("Families")))
    }
  }

  @Test func undo() throws {
    try expectUndo(on: room.builder, by: room.jo) { try room.run(answer(.text("Carers")), by: room.jo) }
    try room.run(answer(.text("Carers")), by: room.jo)
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(answer(.text("Families"), old: .text("Carers")), by: room.jo)
    }
    try expectUndo(on: room.builder, by: room.jo) { try room.run(answer(nil, old: .text("Carers")), by: room.jo) }
  }
}
