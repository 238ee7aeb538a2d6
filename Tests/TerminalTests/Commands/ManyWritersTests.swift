import Foundation
import Testing

/// Many real processes on one board.
@Suite(.serialized) struct ManyWritersTests {
  @Test(.timeLimit(.minutes(5)))
  func twentyProcessesPostFiftyIdeasEachAtOnce() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let loop =
      "for i in $(seq 50); do \(RunningProgram.path) post clinic \"Idea $i of $1\" --as \"person-$1\" || exit; done"
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

  @Test(.timeLimit(.minutes(2)))
  func aWriterThatIsKilledLeavesAWholeBoard() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let loop = "while \(RunningProgram.path) post clinic again; do :; done"
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
}
