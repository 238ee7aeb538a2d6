import Foundation
import Testing

/// The log, once and as it grows.
@Suite struct LogTests {
  @Test func theLogTellsWhatHappenedInOrder() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "Shared desk")
    try await home.succeed("comment", "clinic", "1", "Good")
    let lines = try await home.succeed("log", "clinic", "--json").lines
    let changes = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(changes.compactMap { $0?["seq"] as? Int } == Array(1...lines.count))
    #expect(changes.last??["kind"] as? String == "comment.post")
    #expect(changes.last??["idea"] as? Int == 1)
    for key in ["seq", "id", "at", "actor", "kind", "words", "idea", "undo"] {
      #expect(changes[0]?.keys.contains(key) == true)
    }
    #expect(try await home.succeed("log", "clinic", "--since", "\(lines.count - 1)").lines.count == 1)
    #expect(try await home.succeed("log", "clinic", "--since", "9999").output == "")
  }

  @Test(.timeLimit(.minutes(10)))
  func followPrintsWhatAnotherProcessDoesAsItLands() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let follower = try home.watch("log", "clinic", "--follow", "--json", "--since", "0")
    var lines = follower.lines.makeAsyncIterator()
    #expect(await lines.next()?.contains("board.create") == true)
    try await home.succeed("post", "clinic", "Shared desk")
    #expect(await lines.next()?.contains("Shared desk") == true)
    try await home.succeed("post", "clinic", "Falls car", "--as", "jo")
    #expect(await lines.next()?.contains("person.join") == true)
    #expect(await lines.next()?.contains("Falls car") == true)
    follower.signal(SIGTERM)
    #expect(await follower.status() == -SIGTERM)
  }

  @Test(.timeLimit(.minutes(10)))
  func followEndsWhenNobodyReadsItAnyMore() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let program = RunningProgram.path
    // `head` goes after the first line; nothing happens on the board afterwards that could wake the follower.
    let shell = try home.start(
      "/bin/sh", ["-c", "(\(program) log clinic --follow --since 0; echo ended $? >&2) | head -n 1"])
    let outcome = try await shell.outcome()
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors == "ended 0\n")
  }

  @Test func outputThatCannotBeWrittenIsToldOnce() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk")
    let shell = try home.start("/bin/sh", ["-c", "\(RunningProgram.path) list clinic > /dev/full"])
    let outcome = try await shell.outcome()
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("no space left on device"))
  }
}
