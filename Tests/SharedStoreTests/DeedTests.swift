import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

/// What a person does in one go goes back in one go.
@Suite struct DeedTests {
  let room: Room

  init() throws { room = try Room() }

  private func together(_ operations: [any IdeaPipeline.Operation], deed: OperationID? = nil) throws -> [Receipt] {
    try room.store.submit(
      Submission.together(operations, by: .person(room.owner), deed: deed, identity: room.newID))
  }

  private func titles() throws -> [String] {
    try room.store.ideas(IdeaQuery(), for: .person(room.owner)).rows.map(\.title)
  }

  private func undo(id: OperationID? = nil) throws -> [Undone] {
    try room.store.undo(by: room.owner, id: id ?? room.newID(), others: room.newID)
  }

  @Test func oneUndoTakesAllOfItBackAndIsOfferedAsOne() throws {
    let first = try room.post("First")
    let receipts = try together([PostIdea(title: "One"), PostIdea(title: "Two"), PostIdea(title: "Three")])
    guard case .deed(let ids, _, let activity) = try room.store.undoOffer(for: .person(room.owner)) else {
      Issue.record("nothing is offered")
      return
    }
    #expect(ids == receipts.map(\.stamp.id))
    #expect(activity.words == "posted 2 “One”, posted 3 “Two” and posted 4 “Three”")
    let id = room.newID()
    let undone = try undo(id: id)
    #expect(undone.map(\.change.stamp.id) == ids.reversed())
    #expect(undone.first?.receipt.stamp.id == id)
    #expect(try titles() == ["First"])
    let again = try undo(id: id)
    #expect(again.map(\.receipt.stamp) == undone.map(\.receipt.stamp) && again.allSatisfy(\.receipt.wasThereBefore))
    #expect(try undo().map(\.change.stamp.id.rawValue) == [first.rawValue], "then what was before it")
    #expect(try room.store.check() == [])
  }

  @Test func whatIsSubmittedApartCanBeOneDeed() throws {
    let deed = room.newID()
    for title in ["One", "Two"] { _ = try together([PostIdea(title: title)], deed: deed) }
    #expect(try undo().count == 2)
    #expect(try titles() == [])
  }

  @Test func onlyWhatIsLeftOfItGoesBack() throws {
    let receipts = try together([PostIdea(title: "One"), PostIdea(title: "Two"), PostIdea(title: "Three")])
    _ = try room.store.undo(receipts[1].stamp.id, by: room.owner, id: room.newID(), others: room.newID)
    try room.submit(WithdrawIdea(idea: IdeaID(madeBy: receipts[0].stamp.id)))
    try #expect(undo().count == 1, "the withdrawing, which was done by itself")
    try #expect(undo().map(\.change.stamp.id) == [receipts[2], receipts[0]].map(\.stamp.id))
  }

  @Test func whenAPartOfItIsRefusedAllOfItStays() throws {
    let sheet = Worksheet(
      key: "need", title: "Need", fields: [Field(key: "who", question: "Who?", label: "who", kind: .text)])
    let room = try Room(
      worksheets: [sheet], guides: [StageGuide(stage: .empathise, guide: "Listen.", worksheet: "need", gate: ["who"])])
    let jo = PersonID(
      madeBy: try room.submit(AddPerson(handle: "jo", profile: PersonProfile(name: "Jo"), role: .coach)).stamp.id)
    let ideas = try ["One", "Two"].map { try room.post($0) }
    let tags = ideas.map { TagIdea(idea: $0, old: [], new: ["a"]) }
    _ = try room.store.submit(Submission.together(tags, by: .person(room.owner), identity: room.newID))
    try room.submit(SetCoAuthors(idea: ideas[0], old: [], new: [jo]))
    try room.submit(TagIdea(idea: ideas[0], old: ["a"], new: ["b"]), by: jo)
    _ = try room.store.undo(by: room.owner, id: room.newID(), others: room.newID)
    #expect(throws: Refusal.self) { try room.store.undo(by: room.owner, id: room.newID(), others: room.newID) }
    #expect(try room.store.ideas(IdeaQuery(), for: .everyone).rows.map(\.tags) == [["a"], ["b"]])
  }

  @Test func eachReverseIsWorkedOutAfterTheOneBefore() throws {
    let idea = try room.post("One")
    _ = try together([TagIdea(idea: idea, old: [], new: ["a"]), TagIdea(idea: idea, old: ["a"], new: ["a", "b"])])
    try #expect(undo().count == 2)
    #expect(try room.store.ideas(IdeaQuery(), for: .everyone).rows.map(\.tags) == [[]])
  }

  @Test func nothingWithoutANameIsTiedToAnythingElse() throws {
    let sealed = Submission(
      id: room.newID(), PostIdea(title: "One"), by: .sealed, asker: room.owner, deed: room.newID())
    #expect(sealed.deed == nil)
    _ = try room.store.submit([sealed])
    #expect(throws: (any Error).self, "the file holds it too") {
      try room.withWriter { db in
        try db.execute(
          sql: """
            INSERT INTO operation (seq, id, at, kind, payload, digest, deed)
            SELECT seq + 1, id + 1, at, kind, payload, 0, 7 FROM operation ORDER BY seq DESC LIMIT 1
            """)
      }
    }
  }

  @Test func aDeedThatWasChangedInTheFileShows() throws {
    let ids = try together([PostIdea(title: "One"), PostIdea(title: "Two")]).map(\.stamp.id)
    #expect(throws: (any Error).self) {
      try room.withWriter { try $0.execute(sql: "UPDATE operation SET deed = NULL WHERE id = \(ids[0].rawValue)") }
    }
    try room.withWriter { db in
      try db.execute(sql: "DROP TRIGGER operation_deed_stays")
      try db.execute(sql: "DROP TRIGGER operation_is_not_rewritten")
      try db.execute(sql: "UPDATE operation SET deed = NULL WHERE id = \(ids[0].rawValue)")
    }
    #expect(try room.store.check().map(\.problem).contains("is not as it was written"))
  }
}

@Suite struct TogetherTests {
  @Test func manyActivitiesAreToldInOneLine() {
    func words(_ count: Int) -> String { Activity.together((1...count).map { Activity("did \($0)") }).words }
    #expect(words(1) == "did 1")
    #expect(words(2) == "did 1 and did 2")
    #expect(words(4) == "did 1, did 2, did 3 and did 4")
    #expect(words(9) == "did 1, did 2, did 3 and 6 more")
  }
}
