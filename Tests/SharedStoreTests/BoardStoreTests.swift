import Foundation
import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

@Suite struct BoardStoreTests {
  @Test func aSubmissionIsLoggedAppliedAndStamped() throws {
    let room = try Room()
    let id = room.newID()
    let receipts = try room.store.submit([
      Submission(id: id, PostIdea(title: "One desk"), by: .person(room.owner)),
      Submission(id: room.newID(), PostIdea(title: "Two desks"), by: .person(room.owner)),
    ])
    #expect(receipts.map(\.stamp.seq) == [2, 3])
    #expect(receipts.map(\.wasThereBefore) == [false, false])
    let board = try room.reopen()
    let log = try board.connections.read { try OperationLog(db: $0).after(0) }
    #expect(log.map(\.stamp.seq) == [1, 2, 3])
    #expect(log[1].stamp == receipts[0].stamp)
    #expect(log[1].payload == .known(PostIdea(title: "One desk")))
    let idea = try board.connections.read { db in SQLiteBoard(db).get(IdeaID(madeBy: id)) }
    #expect(idea?.title == "One desk")
    #expect(idea?.number == 1)
  }

  @Test func aRetryIsHarmless() throws {
    let room = try Room()
    let submission = Submission(id: room.newID(), PostIdea(title: "Once"), by: .person(room.owner))
    let first = try room.store.submit([submission])
    let second = try room.store.submit([submission, submission])
    #expect(second.map(\.stamp) == [first[0].stamp, first[0].stamp])
    #expect(second.map(\.wasThereBefore) == [true, true])
    #expect(try room.store.connections.read { try OperationLog(db: $0).lastSeq() } == 2)
  }

  @Test func aRefusalTakesEverythingBack() throws {
    let room = try Room()
    let good = Submission(id: room.newID(), PostIdea(title: "Good"), by: .person(room.owner))
    let bad = Submission(id: room.newID(), PostIdea(title: ""), by: .person(room.owner))
    #expect(throws: Refusal.self) { try room.store.submit([good, bad]) }
    #expect(try room.store.connections.read { try OperationLog(db: $0).lastSeq() } == 1)
    var left: [Int] = []
    let receipts = try room.store.submit([bad, good, bad]) { place, _ in left.append(place) }
    #expect(left == [0, 2])
    #expect(receipts.map { $0?.stamp.seq } == [nil, 2, nil])
  }

  @Test func somebodyWhoIsNotOnTheBoardIsRefused() throws {
    let room = try Room()
    #expect(throws: Refusal.self) { try room.submit(PostIdea(title: "x"), by: PersonID(rawValue: 99)) }
  }

  @Test func undoTakesBackTheLastChangeThenTheOneBefore() throws {
    let room = try Room()
    let one = try room.post("One")
    let two = try room.post("Two")
    let first = try room.store.undo(by: room.owner, id: room.newID(), others: room.newID)
    #expect(first[0].change.stamp.id.rawValue == two.rawValue)
    let id = room.newID()
    let second = try room.store.undo(by: room.owner, id: id, others: room.newID)
    #expect(second[0].change.stamp.id.rawValue == one.rawValue)
    let again = try room.store.undo(by: room.owner, id: id, others: room.newID)
    #expect(again.map(\.receipt.stamp) == second.map(\.receipt.stamp) && again[0].receipt.wasThereBefore)
    #expect(again[0].change.stamp == second[0].change.stamp)
    #expect(throws: Refusal.self) { try room.store.undo(by: room.owner, id: room.newID(), others: room.newID) }
    #expect(throws: Refusal.self) {
      try room.store.undo(first[0].change.stamp.id, by: room.owner, id: room.newID(), others: room.newID)
    }
  }

  @Test func everyAcknowledgedChangeIsSyncedAndNothingCheckpointsByItself() throws {
    let room = try Room()
    try room.post("One")
    let settings = try room.withWriter { db in
      try ["synchronous", "journal_mode", "foreign_keys", "wal_autocheckpoint"].map { setting in
        try String.fetchOne(db, sql: "PRAGMA \(setting)")
      }
    }
    #expect(settings == ["2", "wal", "1", "0"])
    room.store.close()
    let wal = try #require(fileStatus(room.location.path + "-wal"))
    #expect(wal.st_size > 0, "closing made a checkpoint")
  }

  @Test func aClosedBoardSaysSo() throws {
    let room = try Room()
    room.store.close()
    room.store.close()
    #expect(throws: StoreError.closed) { try room.store.summary(for: .everyone) }
    #expect(throws: StoreError.closed) { try room.post("Late") }
  }

  @Test func theWALIsMovedIntoTheFileWhenItHasGrown() throws {
    let room = try Room()
    let body = String(repeating: "word ", count: 700)
    for batch in 0..<12 {
      _ = try room.store.submit(
        (0..<100).map {
          Submission(id: room.newID(), PostIdea(title: "\(batch)-\($0)", body: body), by: .person(room.owner))
        })
    }
    let wal = try #require(fileStatus(room.location.path + "-wal")).st_size
    let file = try #require(fileStatus(room.location.path)).st_size
    #expect(file > 4 << 20)
    #expect(wal < 12 << 20)
  }

  @Test func readersSeeOneStateAndDoNotWait() throws {
    let room = try Room()
    try room.post("One")
    let other = try room.reopen()
    let whileLocked = try room.store.queue.turn(as: "ann", waitingAtMost: .seconds(60)) { _ in
      try other.connections.read { try OperationLog(db: $0).lastSeq() }
    }
    #expect(whileLocked == 2)
    let seen = try other.connections.read { db in
      let before = try OperationLog(db: db).lastSeq()
      try room.post("Two")
      return try [before, OperationLog(db: db).lastSeq()]
    }
    #expect(seen == [2, 2])
    #expect(try other.connections.read { try OperationLog(db: $0).lastSeq() } == 3)
  }

  @Test func theLogIsNeverRewrittenOrShortened() throws {
    let room = try Room()
    try room.post("One")
    for sql in [
      "DELETE FROM operation WHERE seq = 2", "UPDATE operation SET payload = '{}' WHERE seq = 2",
      "UPDATE operation SET seq = 9 WHERE seq = 2",
      "INSERT INTO operation (seq, id, at, actor, kind, payload, digest) VALUES (4, 4, 0, 1, 'x', '{}', 0)",
    ] {
      #expect(throws: StoreError.self, "\(sql)") { try room.withWriter { try $0.execute(sql: sql) } }
    }
  }
}
