import Foundation
import IdeaPipeline
import Synchronization
import Testing

@testable import SharedStore

/// Several programs on one board, some of which end badly.
@Suite(.serialized) struct ManyProcessesTests {
  let room: Room

  init() throws { room = try Room() }

  private func ideas() throws -> [IdeaRow] {
    try room.store.ideas(IdeaQuery(limit: 100_000), for: .everyone).rows
  }

  @Test func twentyProcessesPostFiftyIdeasEach() throws {
    let posters = try (0..<20).map { _ in try Probe("post", room.location.path, "ann", "50") }
    let acknowledged = posters.flatMap { poster in
      var said: [String] = []
      while let line = poster.line() { if line != "ready" { said.append(line) } }
      return said
    }
    #expect(posters.map { $0.awaitEnd() } == Array(repeating: 0, count: 20))
    let rows = try ideas()
    #expect(acknowledged.count == 1_000)
    #expect(Set(rows.map(\.id.description)) == Set(acknowledged))
    #expect(Set(rows.compactMap(\.number)) == Set(1...1_000))
    #expect(try room.store.check() == [])
  }

  /// What was acknowledged is there, what was not is whole or not there at all, and the others go on at once.
  @Test func killingWritersLosesNothing() throws {
    var acknowledged: Set<String> = []
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<25 {
      let writers = try (0..<3).map { _ in try Probe("post-until-killed", room.location.path, "ann") }
      for writer in writers { try writer.awaitReady() }
      // Something is acknowledged in each round, however busy the machine is.
      if let line = writers[0].line(), line.count == 13 { acknowledged.insert(line) }
      usleep(useconds_t.random(in: 0...8_000, using: &random))
      for writer in writers { kill(writer.pid, SIGKILL) }
      for writer in writers {
        while let line = writer.line() { if line.count == 13 { acknowledged.insert(line) } }
        #expect(writer.awaitEnd() == -SIGKILL)
      }
    }
    let before = try ideas().count
    try room.post("The board goes on")
    let rows = try ideas()
    #expect(rows.count == before + 1)
    #expect(acknowledged.subtracting(rows.map(\.id.description)).isEmpty, "seed \(seed)")
    #expect(!acknowledged.isEmpty)
    #expect(try room.store.check() == [], "seed \(seed)")
  }

  @Test func aWriterStoppedInTheMiddleIsEndedAndTakenBack() throws {
    let stopped = try Probe("stop-in-transaction", room.location.path, "ann")
    try stopped.awaitReady()
    var events: [QueueEvent] = []
    let submission = Submission(id: room.newID(), PostIdea(title: "Mine"), by: .person(room.owner))
    _ = try room.store.submit([submission], waitingAtMost: .seconds(60)) { events.append($0) }
    #expect(stopped.awaitEnd() == -SIGKILL)
    #expect(events.contains { if case .ended(let who) = $0 { who.handle == "ann" } else { false } })
    #expect(try ideas().map(\.title) == ["Mine"])
    #expect(try room.store.check() == [])
  }

  @Test func everyListenerSeesTheLastChangeOfABurst() throws {
    let stores = try (0..<5).map { _ in try room.reopen() }
    let seen = stores.map { _ in SharedNumber(0) }
    let heard = DispatchSemaphore(value: 0)
    let bells = try zip(stores, seen).map { store, seen in
      try Bell(room.location) {
        let last = (try? store.changes(since: seen.current, limit: 10_000, for: .everyone).last?.seq) ?? 0
        if last > seen.current { seen.add(last - seen.current) }
        heard.signal()
      }
    }
    let posters = try (0..<4).map { _ in try Probe("post", room.location.path, "ann", "25") }
    for poster in posters { #expect(poster.awaitEnd() == 0) }
    while !seen.allSatisfy({ $0.current == 101 }) {
      try #require(heard.wait(timeout: .now() + 60) == .success, "\(seen.map(\.current))")
    }
    bells.forEach { $0.stop() }
  }
}

/// Numbers that can be had again from a printed seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
