import Foundation
import IdeaPipeline
import TestSupport
import Testing

@testable import SharedStore

/// The copies that are made as steps start.
@Suite struct StepBackupTests {
  let directory: TemporaryDirectory
  let location: BoardLocation
  let store: BoardStore
  let owner = PersonID(rawValue: 11)
  let now = SharedNumber(1_795_000_000_000)
  let ids = SharedNumber(700)

  init() throws {
    directory = try TemporaryDirectory()
    location = try directory.board()
    let now = now
    store = try BoardStore.create(
      location, [Submission(id: OperationID(rawValue: 11), CreateBoard.sample, by: .person(owner))]
    ) { HostMoment(steady: Timestamp(milliseconds: Int64(now.add(1_000)))) }
  }

  private func run(_ operation: any IdeaPipeline.Operation) throws -> OperationID {
    let id = OperationID(rawValue: Int64(ids.add(1)))
    _ = try store.submit([Submission(id: id, operation, by: .person(owner))])
    return id
  }

  private func startStep() throws {
    let plan = StepPlan(title: "Gallery & dots", minutes: 9)
    let session = SessionID(madeBy: try run(AddSession(title: "Day", steps: [plan])))
    _ = try run(OpenSession(session: session))
    let step = try #require(try store.sessions(for: .person(owner)).first?.agenda.first)
    _ = try run(StartStep(step: step.id, moment: BoardStore.hostClock()))
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: location.backupDirectory)) ?? []).sorted()
  }

  @Test func isABoardNamedAfterSessionAndStep() throws {
    #expect(try store.backUpStep() == nil, "the room is in no step")
    try startStep()
    let file = try #require(try store.backUpStep())
    #expect(file.hasPrefix(location.path + "-backups/2026-11-"))
    #expect(file.hasSuffix("-session-1-step-1-gallery-dots.hothouse"))
    let copy = try BoardStore.open(BoardLocation(file))
    defer { copy.close() }
    #expect(try copy.summary(for: .everyone).room?.step?.plan.title == "Gallery & dots")
    #expect(try copy.check() == [])
    #expect(try mode(of: file) == 0o600)
  }

  @Test func theLastTwentyAreKeptAndNothingElseIsTouched() throws {
    try startStep()
    _ = try store.backUpStep()
    let own = location.backupDirectory + "/mine.hothouse"
    #expect(FileManager.default.createFile(atPath: own, contents: Data("mine".utf8)))
    let first = try #require(kept.first)
    for _ in 0..<22 { _ = try store.backUpStep() }
    #expect(kept.count == BoardStore.keptBackups + 1)
    #expect(kept.contains("mine.hothouse") && !kept.contains(first))
  }

  @Test func needsNoTurnInTheWritersQueue() throws {
    try startStep()
    let file = try WritersQueue(location).turn(as: "jo", waitingAtMost: .seconds(5)) { _ in try store.backUpStep() }
    #expect(file != nil)
  }

  @Test func aFailureIsTold() throws {
    try startStep()
    #expect(FileManager.default.createFile(atPath: location.backupDirectory, contents: nil))
    #expect(throws: StoreError.self) { try store.backUpStep() }
  }
}
