import Foundation
import Testing

/// Many real processes on one board. They wait as long as it takes: how soon a turn comes is the machine's affair.
@Suite(.serialized) struct ManyWritersTests {
  @Test(.timeLimit(.minutes(10)))
  func twentyProcessesPostFiftyIdeasEachAtOnce() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let loop =
      "for i in $(seq 50); do \(RunningProgram.path) post clinic \"Idea $i of $1\" --as \"person-$1\" --wait 300 || exit; done"
    let writers = try (1...20).map { try home.start("/bin/sh", ["-c", loop, "sh", "\($0)"]) }
    var numbers: [Int] = []
    for writer in writers {
      let outcome = try await writer.outcome()
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
      numbers += outcome.lines.compactMap(Int.init)
    }
    #expect(numbers.sorted() == Array(1...1_000))
    #expect(try await home.succeed("list", "clinic", "--json").objects().count == 1_000)
    #expect(try await home.succeed("people", "clinic", "--json").objects().count == 21)
    #expect(try await home.succeed("check", "clinic").output.contains("in order"))
  }

  @Test(.timeLimit(.minutes(10)))
  func aWriterThatIsKilledLeavesAWholeBoard() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let loop = "while \(RunningProgram.path) post clinic again --wait 300; do :; done"
    for _ in 1...5 {
      let before = try await home.succeed("list", "clinic", "--json").objects().count
      let writer = try home.start(
        "/bin/sh", ["-c", "echo $$ > pid; exec setsid /bin/sh -c 'echo $$ > group; \(loop)'"])
      // Somewhere in the middle of its third post or a later one.
      let follower = try home.watch("log", "clinic", "--follow", "--json", "--since", "\(before + 1)")
      var posts = follower.lines.makeAsyncIterator()
      for _ in 1...3 { _ = await posts.next() }
      let group = try String(contentsOfFile: "\(home.path)/group", encoding: .utf8).trimmingCharacters(
        in: .whitespacesAndNewlines)
      kill(-(try #require(Int32(group))), SIGKILL)
      _ = await writer.status()
      follower.signal(SIGTERM)
      _ = await follower.status()
      #expect(try await home.succeed("check", "clinic").output.contains("in order"))
      #expect(try await home.succeed("list", "clinic", "--json").objects().count >= before + 3)
      try await home.succeed("post", "clinic", "after the kill")
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func othersGoOnWhileOneIsKilled() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    func posts(_ name: String, _ count: Int) throws -> RunningProgram {
      let loop =
        "for i in $(seq \(count)); do \(RunningProgram.path) post clinic \"\(name) $i\" --as \(name) --wait 300 || exit; done"
      return try home.start("/bin/sh", ["-c", "exec setsid -w /bin/sh -c 'echo $$ > \(name); \(loop)'"])
    }
    let follower = try home.watch("log", "clinic", "--follow")
    var lines = follower.lines.makeAsyncIterator()
    let victim = try posts("victim", 10_000)
    let others = try ["ann", "bo", "cy"].map { try posts($0, 25) }
    var fromVictim = 0
    while fromVictim < 5, let line = await lines.next() {
      fromVictim += line.contains("posted") && line.contains("victim") ? 1 : 0
    }
    let group = try String(contentsOfFile: "\(home.path)/victim", encoding: .utf8)
    kill(-(try #require(Int32(group.trimmingCharacters(in: .whitespacesAndNewlines)))), SIGKILL)
    _ = await victim.status()
    for other in others {
      let outcome = try await other.outcome()
      #expect(outcome.status == 0 && outcome.errors == "" && outcome.lines.count == 25, "\(outcome)")
    }
    follower.signal(SIGTERM)
    _ = await follower.status()
    #expect(try await home.succeed("check", "clinic").output.contains("in order"))
    for name in ["ann", "bo", "cy"] {
      #expect(try await home.succeed("list", "clinic", "--by", name, "--json").objects().count == 25)
    }
  }

  /// A program that is stopped in the middle of a change does not keep the others out.
  @Test(.timeLimit(.minutes(10)))
  func aStoppedProgramThatHasTheLockIsToldToGoOn() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let rows = (1...3_000).map { "Imported \($0)\n" }.joined()
    let file = try home.write("title\n" + rows, to: "ideas.csv")
    let lockFile = home.file(of: "clinic") + "-lock"
    let slow = try home.start(["import", "clinic", "--from", "csv", file])
    let hasLock = try await eventually { try KernelLocks(on: lockFile).holders.first { $0 == slow.identifier } }
    slow.signal(SIGSTOP)
    #expect(hasLock != nil)
    _ = try await eventually { try Self.isStopped(slow.identifier) ? true : nil }
    try #require(try KernelLocks(on: lockFile).holders == [slow.identifier], "it was stopped with the lock")
    // Another of the same account comes, waits, looks, and tells it to go on.
    let other = try await home.run("post", "clinic", "In between", "--wait", "120")
    #expect(other.status == 0 && other.output == "3001\n", "\(other)")
    let outcome = try await slow.outcome()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try await home.succeed("list", "clinic", "--json").objects().count == 3_001)
  }

  private static func isStopped(_ process: Int32) throws -> Bool {
    try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).contains(") T ")
  }
}
