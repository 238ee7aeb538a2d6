import Foundation
import GRDB
import IdeaPipeline
import TestSupport
import Testing

@testable import SharedStore

/// What is posted without a name leads to nobody, in any file of the board.
@Suite struct SealedTests {
  let directory: TemporaryDirectory
  let store: BoardStore
  let owner: PersonID
  let zebedee: PersonID
  let ids = SharedNumber(5_000)

  init() throws {
    directory = try TemporaryDirectory()
    owner = PersonID(rawValue: 11)
    zebedee = PersonID(rawValue: 6_148_914_691_236_517_204)
    store = try BoardStore.create(
      directory.board(),
      [
        Submission(id: OperationID(rawValue: 11), CreateBoard.sample, by: .person(owner)),
        Submission(
          id: OperationID(rawValue: zebedee.rawValue),
          AddPerson(handle: "zebedee", profile: PersonProfile(name: "Zebedee")), by: .person(owner)),
      ])
  }

  private func id() -> OperationID { OperationID(rawValue: Int64(ids.add(1))) }

  private func run(_ operation: any IdeaPipeline.Operation) throws {
    _ = try store.submit([Submission(id: id(), operation, by: .person(owner))])
  }

  /// A sealed step, after so much else that nothing about Zebedee stands on a page which it touches.
  private func startSealedStep() throws -> StepID {
    let session = id()
    let plan = StepPlan(title: "Alone", minutes: 9, kind: .privateWriting, naming: .sealed)
    _ = try store.submit([Submission(id: session, AddSession(title: "Day", steps: [plan]), by: .person(owner))])
    try run(OpenSession(session: SessionID(madeBy: session)))
    for place in 0..<12 { try run(PostIdea(title: "Idea \(place)", body: String(repeating: "filler ", count: 500))) }
    let step = try #require(try store.sessions(for: .person(owner)).first?.agenda.first)
    try run(StartStep(step: step.id, moment: BoardStore.hostClock()))
    return step.id
  }

  private func post(_ operation: any IdeaPipeline.Operation, holds: Set<OperationID> = []) throws -> Stamp {
    let submission = Submission(id: id(), operation, by: .sealed, asker: zebedee, holds: holds)
    return try #require(try store.submit([submission]).first).stamp
  }

  /// Every row of every table, those that SQLite keeps for the search among them.
  private func rows() throws -> Set<String> {
    try store.connections.read { db in
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return Set(
        try tables.flatMap { table in
          try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
            "\(table): " + row.map { "\($0)=\(Self.words($1))" }.joined(separator: " ")
          }
        })
    }
  }

  /// Bytes as the text they may be.
  private static func words(_ value: DatabaseValue) -> String {
    if case .blob(let data) = value.storage { return String(decoding: data, as: UTF8.self) }
    return "\(value)"
  }

  @Test func noRowThatItMakesOrChangesNamesThePerson() throws {
    _ = try startSealedStep()
    let before = try rows()
    let posted = try post(PostIdea(title: "What I never said"))
    _ = try post(
      EditIdea(idea: IdeaID(madeBy: posted.id), revision: 1, title: "What I never say", body: ""), holds: [posted.id])
    let new = try rows().subtracting(before)
    #expect(new.contains { $0.contains("What I never say") })
    for row in new {
      for name in ["zebedee", "Zebedee", "\(zebedee.rawValue)", "\(zebedee)"] {
        #expect(!row.contains(name), "\(row)")
      }
    }
    #expect(posted.actor == .sealed && posted.enteredBy == nil)
    let log = try store.history(for: owner)
    #expect(log.suffix(2).allSatisfy { $0.stamp.actor == .sealed && $0.stamp.enteredBy == nil && $0.deed == nil })
    #expect(Set(log.suffix(2).map(\.stamp.at)).count == 1, "their times are that of the step")
    #expect(try store.check() == [])
  }

  @Test func neitherTheLockFileNorTheNewFramesNameThePersonOrTheirProgram() throws {
    _ = try startSealedStep()
    let wal = directory.path + "/day.hothouse-wal"
    let size = try #require(FileManager.default.contents(atPath: wal)).count
    _ = try post(PostIdea(title: "What I never said"))
    let frames = try #require(FileManager.default.contents(atPath: wal)).dropFirst(size)
    #expect(frames.range(of: Data("What I never said".utf8)) != nil)
    #expect(frames.range(of: Data("zebedee".utf8)) == nil)
    try expectNobodyInLockFile()
    store.close()
    try expectNobodyInLockFile()
    #expect(try files(in: directory.path, holding: ["zebedee"]).allSatisfy { !$0.contains("-lock") })
  }

  private func expectNobodyInLockFile() throws {
    let record = try #require(FileManager.default.contents(atPath: directory.path + "/day.hothouse-lock"))
    #expect(record.prefix(LockHolder.recordLength).allSatisfy { $0 == 0x20 || $0 == 0x0A })
    #expect(LockHolder.last(inLockFile: directory.path + "/day.hothouse-lock") == nil)
  }

  @Test func whoeverWritesWhereNamesAreHiddenIsNotNamedToThoseWhoWait() throws {
    let session = id()
    let plan = StepPlan(title: "Alone", minutes: 9, naming: .hidden)
    _ = try store.submit([Submission(id: session, AddSession(title: "Day", steps: [plan]), by: .person(owner))])
    try run(OpenSession(session: SessionID(madeBy: session)))
    let step = try #require(try store.sessions(for: .person(owner)).first?.agenda.first)
    try run(StartStep(step: step.id, moment: BoardStore.hostClock()))
    _ = try store.submit([Submission(id: id(), PostIdea(title: "Mine"), by: .person(zebedee))])
    try expectNobodyInLockFile()
  }

  @Test func aStoppedProgramThatWritesWithoutANameIsStillFound() throws {
    let path = directory.path + "/day.hothouse-lock"
    let queue = WritersQueue(try directory.board())
    try queue.turn(as: nil, waitingAtMost: .seconds(1)) { _ in
      let holder = try #require(LockHolder.confirmed(lockFile: path))
      #expect(holder.process == .current && holder.handle == "somebody")
    }
    #expect(LockHolder.confirmed(lockFile: path) == nil)
  }

  @Test func onlyTheConnectionThatPostedItSeesAndMayEditIt() throws {
    _ = try startSealedStep()
    let posted = try post(PostIdea(title: "What I never said"))
    let idea = IdeaID(madeBy: posted.id)
    let holder = Viewer.holder(zebedee, of: [posted.id])
    let seen = try #require(try store.idea(.id(idea), for: holder))
    #expect(seen.row.isOwn && seen.row.author == .sealed)
    #expect(try store.ideas(IdeaQuery(), for: holder).rows.contains { $0.id == idea })
    for viewer in [Viewer.person(zebedee), .person(owner), .everyone] {
      #expect(try store.idea(.id(idea), for: viewer) == nil)
      #expect(try !store.ideas(IdeaQuery(includesInactive: true), for: viewer).rows.contains { $0.id == idea })
    }
    #expect(throws: Refusal.self) {
      try post(EditIdea(idea: idea, revision: 1, title: "Not from here", body: ""))
    }
  }
}
