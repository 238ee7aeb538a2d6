import Dispatch
import Foundation
import IdeaPipeline
import SharedStore
import Testing

@testable import BoardUI
@testable import LiveBoard
@testable import TestSupport

/// A post without a name, from the screens down to the files.
@Suite(.timeLimit(.minutes(5))) struct SealedPostTests {
  private let room: DriverRoom
  private let mailbox = Mailbox()
  private let arrival = DispatchSemaphore(value: 0)
  private let live: LiveBoard

  init() throws {
    room = try DriverRoom.withBoard()
    let (mailbox, arrival) = (mailbox, arrival)
    live = LiveBoard(room.world(as: "sam")) { mailbox.post($0) }
    mailbox.onArrival { arrival.signal() }
  }

  /// Waits for a message and returns what is wanted of it.
  private func await<Wanted>(_ wanted: (Message) -> Wanted?) throws -> Wanted {
    while true {
      if let found = mailbox.takeAll().lazy.compactMap(wanted).first { return found }
      try #require(arrival.wait(timeout: .now() + 30) == .success)
    }
  }

  /// Waits until it is told that a step was started.
  private func awaitStep() throws {
    _ = try `await` { message in
      if case .changes(let changes) = message, changes.contains(where: { $0.kind == StartStep.kind }) {
        true
      } else {
        nil
      }
    }
  }

  private func draft(_ title: String) -> Draft { Draft(title: title, changedAt: room.clock.now) }

  private func open() throws { _ = try reach(.openBoard(name: "spring")) { if case .here = $0 { true } else { nil } } }

  private func reach<Wanted>(_ effect: Effect, _ wanted: (Message) -> Wanted?) throws -> Wanted {
    live.perform(effect)
    return try `await`(wanted)
  }

  /// Ann opens a session and starts a step.
  private func start(_ naming: Naming, isPrivate: Bool = true) throws {
    let store = try room.store("spring")
    defer { store.close() }
    let ann = try #require(try store.person(handle: "ann")).id
    var generator = SystemRandomNumberGenerator()
    func run(_ operation: any IdeaPipeline.Operation) throws -> OperationID {
      let id = OperationID(using: &generator)
      _ = try store.submit([Submission(id: id, operation, by: .person(ann))])
      return id
    }
    let viewer = Viewer.person(ann)
    if try store.summary(for: viewer).room == nil {
      let plans = Naming.allCases.map {
        StepPlan(title: $0.rawValue, minutes: 9, naming: $0, isPrivate: isPrivate)
      }
      let session = SessionID(madeBy: try run(AddSession(title: "Day", steps: plans)))
      _ = try run(OpenSession(session: session))
    }
    let agenda = try #require(try store.summary(for: viewer).room).agenda
    let step = try #require(agenda.first { $0.plan.naming == naming })
    _ = try run(StartStep(step: step.id, moment: room.clock.moment))
  }

  /// Every file below a directory but the board's own and its lock, with its bytes and when it was last changed.
  private func files(_ name: String) throws -> [String: String] {
    let root = room.directory.appending(path: name)
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let own = ["", "-wal", "-shm", "-lock", "-bell", "-ballast"].map { "spring.hothouse\($0)" }
    var found: [String: String] = [:]
    for file in all where !own.contains(file) {
      let path = root.appending(path: file).path
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      guard facts[.type] as? FileAttributeType == .typeRegular else { continue }
      let bytes = FileManager.default.contents(atPath: path)?.base64EncodedString() ?? ""
      found[file] = "\(facts[.modificationDate] as Any) \(bytes)"
    }
    return found
  }

  @Test func itChangesNoFileButTheBoardItself() throws {
    try start(.sealed)
    try open()
    let before = (try files("boards"), try files("state"))
    room.clock.advance(seconds: 300)
    live.perform(.saveDraft(.newIdea, draft("Nobody should know")))
    live.perform(.active(isWriting: true))
    let receipt = try reach(
      .submitSealed(SubmissionToken(number: 1), [PostIdea(title: "Nobody should know", naming: .sealed)])
    ) {
      if case .submitted(_, let receipt) = $0 { receipt } else { nil }
    }
    live.drafts.flush()
    #expect(try files("boards") == before.0, "presence does not move")
    #expect(try files("state") == before.1, "the draft stays in memory")
    let posted = try #require(receipt.operations.first)
    let mine = try reach(.load(.idea(.id(IdeaID(madeBy: posted))))) {
      if case .idea(_, let detail) = $0 { detail } else { nil }
    }
    #expect(mine.row.title == "Nobody should know", "the connection that posted it still sees it")
    live.finish()
    let store = try room.store("spring")
    defer { store.close() }
    let ann = try #require(try store.person(handle: "ann")).id
    let line = try #require(try store.history(for: ann).last)
    #expect(line.stamp.actor == .sealed && line.stamp.enteredBy == nil && line.deed == nil)
    let lock = FileManager.default.contents(atPath: try room.location("spring").path + "-lock") ?? Data()
    #expect(!String(decoding: lock, as: UTF8.self).contains("sam"))
  }

  @Test func aDraftOfASealedStepStaysInMemoryWhenTheStepEnds() throws {
    try start(.sealed)
    try open()
    live.perform(.saveDraft(.newIdea, draft("Nobody")))
    try start(.named)
    try awaitStep()
    live.perform(.saveDraft(.newIdea, draft("Nobody should know")))
    live.drafts.flush()
    #expect(try !files("state").values.contains { $0.contains(Data("Nobody".utf8).base64EncodedString().prefix(6)) })
    let found = try reach(.loadDrafts) { if case .draftsFound(let drafts) = $0 { drafts } else { nil } }
    #expect(found[.newIdea]?.title == "Nobody should know")
    live.perform(.discardDraft(.newIdea))
    live.perform(.saveDraft(.newIdea, draft("Another")))
    live.drafts.flush()
    #expect(try files("state").keys.contains { $0.contains("drafts") }, "what comes after it is kept as ever")
  }

  @Test func whoIsWritingShowsOnlyWhereNamesDo() throws {
    let location = try room.location("spring")
    let isWriting = { Presence.list(at: location).first { $0.handle == "sam" }?.isWriting }
    try open()
    live.perform(.active(isWriting: true))
    live.reading.sync {}
    #expect(isWriting() == true)
    for naming in [Naming.hidden, .sealed] {
      try start(naming)
      try awaitStep()
      #expect(isWriting() == false)
      live.perform(.active(isWriting: true))
      live.reading.sync {}
      #expect(isWriting() == false)
    }
  }
}
