import Foundation
import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

/// Boards damaged on purpose: the check says what and where.
@Suite struct IntegrityTests {
  let room: Room

  init() throws {
    room = try Room()
    for number in 1...40 {
      try room.post("Idea \(number)", body: String(repeating: "words about number \(number) ", count: 30))
    }
    let first = try #require(try room.store.ideas(IdeaQuery(sort: .stage), for: .everyone).rows.last).id
    try room.submit(TagIdea(idea: first, old: [], new: ["carers"]))
    try room.submit(PostComment(idea: first, text: "Who pays at weekends?"))
  }

  /// Changes the file behind the store's back, as another program could.
  private func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let database = try DatabaseQueue(path: room.location.path, configuration: configuration)
    try database.writeWithoutTransaction { db in
      for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
    }
    try database.close()
  }

  /// Changes bytes in the file itself, everything in it, nothing in a WAL.
  private func damage(_ body: (FileHandle) throws -> Void) throws {
    try room.withWriter { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    room.store.close()
    let file = try #require(FileHandle(forUpdatingAtPath: room.location.path))
    try body(file)
    try file.close()
  }

  @Test func aSoundBoardHasNoFindings() throws {
    #expect(try room.store.check() == [])
  }

  @Test(arguments: [
    ("UPDATE idea SET title = 'Other' WHERE number = 7", "(number 7): title is “Other”, the log says “Idea 7”"),
    ("UPDATE idea SET stage = 'test' WHERE number = 3", "(number 3): stage is “test”, the log says “empathise”"),
    ("DELETE FROM idea WHERE number = 9", "(number 9): is missing; the log has it"),
    ("INSERT INTO team (id, seq, name) VALUES (5, 1, 'Ghosts')", "is not in the log"),
    ("UPDATE person SET role = 'coach'", "role is “coach”, the log says “facilitator”"),
    (
      "UPDATE operation SET payload = replace(payload, 'Idea 7', 'Idea X') WHERE seq = 8",
      "operation 8: is not as it was"
    ),
    ("UPDATE operation SET at = at + 1 WHERE seq = 8", "operation 8: is not as it was written"),
    ("DELETE FROM operation WHERE seq = 8", "operation 9: the log has a gap: number 8 was to come"),
    ("UPDATE operation SET kind = 'idea.burn' WHERE seq = 8", "“idea.burn” cannot be read by this program"),
    ("DELETE FROM idea_tag", "table idea_tag: lacks “carers”"),
    ("UPDATE idea SET tags = '[]'", "table idea_tag: has “carers”"),
    ("INSERT INTO voter VALUES (1, 2, 3)", "table voter: has “3” of"),
    ("UPDATE idea_count SET ideas = 41", "table idea_count: has “active empathise 41” of"),
    ("UPDATE idea SET author = 77 WHERE number = 2", "points at a person that is not there"),
    ("UPDATE idea SET links = '{}' WHERE number = 2", "cannot be read (links"),
    ("UPDATE comment SET text = 'Quite different'", "search table comment_text: does not agree with the texts"),
    ("INSERT INTO idea_text (idea_text) VALUES ('delete-all')", "search table idea_text: does not agree"),
  ]) func findsWhatWasChanged(_ sql: String, _ finding: String) throws {
    try tamper(sql)
    let findings = try room.store.check().map(\.description)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }

  /// Wherever a stored text turns a bit, in the log or in a table, it shows.
  @Test func findsBitsThatTurned() throws {
    let needle = Data("words about number 33".utf8)
    var places: [UInt64] = []
    try damage { file in
      let whole = try #require(try file.readToEnd())
      var from = whole.startIndex
      while let found = whole.range(of: needle, in: from..<whole.endIndex) {
        places.append(UInt64(found.lowerBound + 3))
        from = whole.index(found.lowerBound, offsetBy: 1024, limitedBy: whole.endIndex) ?? whole.endIndex
      }
    }
    // Once in the log and once in the table.
    #expect(places.count >= 2)
    for place in places {
      try flipBit(at: place)
      let findings = try room.reopen().check()
      #expect(!findings.isEmpty, "the bit at \(place) went unnoticed")
      try flipBit(at: place)
    }
    #expect(try room.reopen().check() == [])
  }

  private func flipBit(at place: UInt64) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: room.location.path))
    try file.seek(toOffset: place)
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: place)
    try file.write(contentsOf: Data([byte ^ 4]))
    try file.close()
  }

  @Test func findsTruncation() throws {
    try damage { file in try file.truncate(atOffset: try file.seekToEnd() / 2 / 4096 * 4096) }
    do {
      let findings = try room.reopen().check()
      #expect(!findings.isEmpty)
    } catch let error as StoreError {
      guard case .damaged = error else { return #expect(error == .closed, "\(error)") }
    }
  }

  @Test func findsPagesOfRubbish() throws {
    try damage { file in
      let end = try file.seekToEnd()
      for page in stride(from: 8 * 4096, to: end, by: 5 * 4096) {
        try file.seek(toOffset: page)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      }
    }
    do {
      let findings = try room.reopen().check()
      #expect(!findings.isEmpty)
    } catch let error as StoreError {
      guard case .damaged = error else { return #expect(error == .closed, "\(error)") }
    }
  }
}
