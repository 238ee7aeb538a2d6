import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

@Suite struct RedactionTests {
  let room: Room
  private let secret = "Mrs Quillfeather"

  init() throws { room = try Room() }

  /// Whether any of the board's files holds the text.
  private func isAnywhere(_ text: String) throws -> Bool {
    try !files(in: room.directory.path, holding: [text]).isEmpty
  }

  @Test func nothingOfTheTextIsLeftInTheFiles() throws {
    for number in 0..<30 { try room.post("Filler \(number)", body: String(repeating: "filler ", count: 100)) }
    let idea = try room.post("Visit \(secret)", body: "\(secret) told us twice")
    try room.submit(PostComment(idea: idea, text: "\(secret) again"))
    let before = try #require(try room.store.idea(.id(idea), for: .everyone)?.row)
    try room.submit(EditIdea(idea: idea, revision: before.revision, title: "Visit", body: "Fine"))
    #expect(try isAnywhere("Quillfeather"))
    let report = try room.store.redact(.idea(idea), reason: "A name", by: room.owner, id: room.newID())
    #expect(report.isWiped)
    #expect(try !isAnywhere("Quillfeather"))
    #expect(try room.store.check() == [])
    #expect(try room.store.search("quillfeather", limit: 5, for: .person(room.owner)).isEmpty)
    let row = try #require(try room.store.idea(.id(idea), for: .everyone)?.row)
    #expect(row.title.hasPrefix("[redacted "))
    #expect(try room.store.ideas(IdeaQuery(), for: .everyone).total == 31)
  }

  @Test func oneOperationLosesItsTextAndTheOthersKeepTheirs() throws {
    let one = try room.post("One \(secret)")
    try room.post("Two")
    let operation = OperationID(rawValue: one.rawValue)
    let id = room.newID()
    let report = try room.store.redact(.operation(operation), reason: "A name", by: room.owner, id: id)
    #expect(try !isAnywhere("Quillfeather"))
    #expect(try room.store.check() == [])
    let again = try room.store.redact(.operation(operation), reason: "A name", by: room.owner, id: id)
    #expect(again.receipt.wasThereBefore && again.receipt.stamp == report.receipt.stamp)
    #expect(try room.store.ideas(IdeaQuery(), for: .everyone).rows.first?.title == "Two")
    try room.post("Three")
  }

  /// While somebody reads an old state, or after a kill, old text stays in the WAL: nobody forgets it.
  @Test func whatWasCutShortIsEndedByTheNextCheck() throws {
    let idea = try room.post("One \(secret)")
    try room.withWriter { try $0.execute(sql: "PRAGMA busy_timeout = 20") }
    let other = try room.reopen()
    try other.connections.read { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM idea")
      let report = try room.store.redact(.idea(idea), reason: "A name", by: room.owner, id: room.newID())
      #expect(!report.isWiped)
      #expect(try isAnywhere("Quillfeather"))
      let problems = try room.store.check().map(\.problem)
      #expect(problems.count == 1 && problems[0].hasPrefix("may still hold text that was redacted"))
    }
    #expect(fileStatus(room.location.wipeFile) != nil)
    #expect(try room.store.check() == [])
    #expect(try !isAnywhere("Quillfeather"))
    #expect(fileStatus(room.location.wipeFile) == nil)
  }

  @Test func aRefusedRedactionLeavesNothingToEnd() throws {
    let idea = try room.post("One")
    #expect(throws: Refusal.self) { try room.store.redact(.idea(idea), reason: "", by: room.owner, id: room.newID()) }
    #expect(fileStatus(room.location.wipeFile) == nil)
  }

  @Test func onlyTheOwnerRedacts() throws {
    let idea = try room.post("One")
    let jo = PersonID(
      madeBy: try room.submit(AddPerson(handle: "jo", profile: PersonProfile(name: "Jo"), role: .facilitator)).stamp.id)
    #expect(throws: Refusal.self) {
      try room.store.redact(.idea(idea), reason: "x", by: jo, id: room.newID())
    }
    #expect(try room.store.idea(.id(idea), for: .everyone)?.row.title == "One")
    #expect(throws: StoreError.self) { try room.withWriter { try $0.execute(sql: "UPDATE operation SET digest = 0") } }
  }
}
