import Foundation
import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

@Suite struct OpeningTests {
  let directory: TemporaryDirectory
  let board: BoardLocation

  init() throws {
    directory = try TemporaryDirectory()
    board = try directory.board()
  }

  private func opening() -> StoreError? {
    #expect(throws: StoreError.self) { try BoardStore.open(board) }
  }

  private func isNoBoard(_ error: StoreError?) -> Bool {
    if case .notABoard = error { true } else { false }
  }

  @Test func whatIsNotABoardIsRefusedAndLeftAsItIs() throws {
    #expect(opening() == .noSuchBoard("day"))
    try FileAccess.ownerOnly.createDirectory(board.path)
    #expect(isNoBoard(opening()))
    rmdir(board.path)
    #expect(mkfifo(board.path, 0o600) == 0)
    #expect(isNoBoard(opening()))
    unlink(board.path)
    for text in ["", "x", String(repeating: "Just a text. ", count: 500)] {
      try text.write(toFile: board.path, atomically: false, encoding: .utf8)
      #expect(isNoBoard(opening()))
      #expect(try String(contentsOfFile: board.path, encoding: .utf8) == text)
    }
    unlink(board.path)
    let other = try DatabaseQueue(path: board.path)
    try other.write { try $0.execute(sql: "CREATE TABLE operation (seq INTEGER)") }
    try other.close()
    #expect(opening() == .notABoard(path: board.path, because: "it is another program's database"))
  }

  @Test func unsafeFileSystemsAreRefused() throws {
    let nfs = FileSystemSafety { _ in 0x6969 }
    let room = try Room(directory)
    #expect(throws: StoreError.self) { try BoardStore.open(room.location, safety: nfs) }
    #expect(throws: StoreError.self) { try BoardStore.create(directory.board("other"), [], safety: nfs) }
    #expect(fileStatus("\(directory.path)/other.hothouse") == nil)
  }

  @Test func aBoardIsMadeOnceAndWhole() throws {
    let room = try Room(directory)
    let again = Submission(
      id: room.newID(), CreateBoard(title: "Other", ownerHandle: "jo", ownerName: "Jo"),
      by: .person(PersonID(rawValue: 5)))
    #expect(throws: StoreError.boardExists("day")) { try BoardStore.create(board, [again]) }
    #expect(try room.store.summary(for: .everyone).title == "Day")
    // A refusal leaves nothing behind.
    let night = try directory.board("night")
    let refused = Submission(
      id: room.newID(), CreateBoard(title: "", ownerHandle: "jo", ownerName: "Jo"), by: .person(room.owner))
    #expect(throws: Refusal.self) { try BoardStore.create(night, [refused]) }
    let left = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasPrefix("night") }
    #expect(left == ["night.hothouse-lock"])
    try "left by a crash".write(toFile: night.unfinishedFile, atomically: false, encoding: .utf8)
    let id = room.newID()
    let creation = CreateBoard(title: "Night", ownerHandle: "jo", ownerName: "Jo")
    let store = try BoardStore.create(night, [Submission(id: id, creation, by: .person(PersonID(madeBy: id)))])
    #expect(try store.summary(for: .everyone).title == "Night")
    #expect(fileStatus(night.unfinishedFile) == nil)
  }

  @Test func filesAreTheOwnersAlone() throws {
    let home = try BoardLocation("\(directory.path)/new/home/day.hothouse")
    let id = OperationID(rawValue: 3)
    let creation = CreateBoard(title: "Day", ownerHandle: "ann", ownerName: "Ann")
    let store = try BoardStore.create(home, [Submission(id: id, creation, by: .person(PersonID(madeBy: id)))])
    _ = try store.submit([
      Submission(id: OperationID(rawValue: 4), PostIdea(title: "x"), by: .person(PersonID(madeBy: id)))
    ])
    #expect(try mode(of: home.directory) == 0o700)
    for end in ["", "-wal", "-shm", "-lock", "-bell", "-ballast"] {
      #expect(try mode(of: home.path + end) == 0o600, "\(end)")
    }
    #expect(try #require(fileStatus(home.ballastFile)).st_blocks * 512 >= 4 << 20)
  }

  /// The account whose umask is strictest makes the board; the others must still be able to write.
  @Test func filesInAGroupsDirectoryAreTheGroupsWhateverTheUmask() throws {
    chmod(directory.path, 0o2770)
    let probe = try Probe("create-with-umask-077", board.path)
    #expect(probe.finish() == 0)
    for end in ["", "-wal", "-shm", "-lock", "-bell", "-ballast"] {
      #expect(try mode(of: board.path + end) == 0o660, "\(end)")
    }
  }

  @Test func anOlderProgramReadsButDoesNotWrite() throws {
    let room = try Room(directory)
    try room.post("One")
    let next = Schema.current + 1
    try room.withWriter { db in
      try db.execute(
        sql: """
          ALTER TABLE idea ADD COLUMN colour TEXT;
          CREATE TABLE colour_scheme (id INTEGER PRIMARY KEY);
          DROP TRIGGER operation_is_written_by_version_\(Schema.current);
          CREATE TRIGGER operation_is_written_by_version_\(next) BEFORE INSERT ON operation
          BEGIN
            SELECT hothouse_writes_version_\(next)();
          END;
          """)
    }
    // Open while the newer one migrates: the trigger stops it.
    let refusal = StoreError.newerBoard(version: next, understood: Schema.current)
    #expect(throws: refusal) { try room.post("Two") }
    try room.withWriter { try $0.execute(sql: "PRAGMA user_version = \(next)") }
    #expect(throws: refusal) { try room.post("Two") }
    let store = try room.reopen()
    #expect(try store.summary(for: .everyone).needsUpdate)
    #expect(try store.ideas(IdeaQuery(), for: .everyone).rows.map(\.title) == ["One"])
    #expect(try store.isNewer())
    #expect(try store.check() == [])
  }

  @Test func aBoardOfTheFirstVersionIsBroughtUpToDate() throws {
    let room = try Room()
    for number in 1...3 { try room.post("Idea \(number)") }
    try makeBoardOfTheFirstVersion(from: room)
    let store = try BoardStore.open(directory.board())
    #expect(try store.summary(for: .everyone).counts == [.empathise: 3])
    _ = try store.submit([Submission(id: room.newID(), PostIdea(title: "Four"), by: .person(room.owner))])
    #expect(try store.ideas(IdeaQuery(limit: 1), for: .everyone).total == 4)
    #expect(try store.check() == [])
  }

  /// A file as the first version left it, with the rows of a board of today.
  private func makeBoardOfTheFirstVersion(from room: Room) throws {
    let old = try DatabaseQueue(path: directory.board().path)
    try old.writeWithoutTransaction { db in
      Schema.defineFunctions(db, redaction: RedactionSwitch())
      try db.execute(sql: Schema.version1)
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1; ATTACH '\(room.location.path)' AS today")
      for table in ["operation"] + EntityCatalogue.all.map({ $0.entityName }) {
        guard try db.tableExists(table, in: "main") else { continue }
        let columns = try db.columns(in: table).map { "\"\($0.name)\"" }.joined(separator: ", ")
        try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM today.\(table) ORDER BY seq")
      }
    }
    try old.close()
  }

  @Test func aBackupIsABoard() throws {
    let room = try Room(directory)
    try room.post("One")
    let path = "\(directory.path)/copy.hothouse"
    try room.store.backup(to: path)
    try room.post("Two")
    #expect(try mode(of: path) == 0o600)
    #expect(fileStatus(path + "-wal") == nil)
    #expect(throws: StoreError.fileExists(path)) { try room.store.backup(to: path) }
    #expect(throws: StoreError.self) { try room.store.backup(to: "\(directory.path)/none/copy.hothouse") }
    let copy = try BoardStore.open(BoardLocation(path))
    #expect(try copy.ideas(IdeaQuery(), for: .everyone).rows.map(\.title) == ["One"])
    #expect(try copy.check() == [])
    _ = try copy.submit([Submission(id: room.newID(), PostIdea(title: "Three"), by: .person(room.owner))])
    #expect(try copy.ideas(IdeaQuery(), for: .everyone).rows.map(\.title) == ["Three", "One"])
    #expect(try room.store.ideas(IdeaQuery(), for: .everyone).rows.map(\.title) == ["Two", "One"])
  }

  @Test func aFullDiskIsSaidAndNothingElseIsLost() throws {
    let room = try Room(directory)
    try room.post("One")
    try room.withWriter { db in
      let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    let long = String(repeating: "x", count: 3_900)
    #expect(throws: StoreError.diskFull(path: board.path)) {
      for number in 0..<100 { try room.post("\(number)", body: long) }
    }
    #expect(try room.store.check() == [])
    try room.withWriter { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    try room.post("After")
    let ballast = Ballast(board)
    #expect(ballast.isThere)
    try ballast.release()
    try ballast.release()
    #expect(!ballast.isThere)
    try ballast.put()
    #expect(ballast.isThere)
  }
}
