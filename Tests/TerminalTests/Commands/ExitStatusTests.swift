import Foundation
import Testing

@testable import hothouse

/// Every way a command can end, as a script sees it: the status, one line on standard error, nothing on output.
@Suite struct ExitStatusTests {
  @Test func zeroWhenDone() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    #expect(try await home.succeed("post", "clinic", "Falls car").output == "1\n")
  }

  @Test func oneWhenARuleRefuses() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "Falls car")
    try await home.fail(1, "advance", "clinic", "1")
    try await home.fail(1, "undot", "clinic", "1")
  }

  @Test func sixtyFourForAWrongCommandLine() async throws {
    let home = try BoardsHome()
    try await home.fail(64, "post")
    try await home.fail(64, "frobnicate")
    try await home.fail(64, "post", "clinic", "x", "--wait", "-1")
    try await home.fail(64, "post", "clinic", "x", "--wait", "nan")
    try await home.fail(64, "post", "clinic", "x", "--wait", "soon")
  }

  @Test func sixtyFiveForBadInput() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.fail(65, "post", "clinic", String(repeating: "x", count: 141))
    let file = try home.write("not a board", to: "other.hothouse")
    try await home.fail(65, "list", file)
  }

  @Test func sixtySixForWhatIsNotThere() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.fail(66, "list", "nowhere")
    try await home.fail(66, "show", "clinic", "14")
  }

  @Test func seventyFourWhenOutputFails() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.fail(74, "export", "clinic", "--to", "md", "-o", "\(home.path)/no/such/folder.md")
    try await home.fail(74, "backup", "clinic", "\(home.path)/no/such/copy.hothouse")
    let full = try home.start("/bin/sh", ["-c", "\(RunningProgram.path) list clinic > /dev/full"])
    let outcome = try await full.outcome()
    #expect(outcome.status == 74 && outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome)")
  }

  /// Every kind of command that writes gives up in time, whoever has the lock.
  @Test(.timeLimit(.minutes(5)))
  func seventyFiveWhileSomebodyElseHasTheBoard() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "Falls car")
    let file = try home.write("title\nNight rota\n", to: "ideas.csv")
    let before = try await home.succeed("log", "clinic").output
    let lock = try HeldLock(ofBoardAt: home.file(of: "clinic"))
    for command in [
      ["post", "clinic", "Shared desk"], ["post", "clinic", "Shared desk", "--as", "new-person"],
      ["dot", "clinic", "1"], ["undo", "clinic"], ["round", "clinic", "close"], ["people", "add", "clinic", "jo"],
      ["challenge", "clinic", "add", "How might we?"], ["team", "clinic", "add", "Oldham"],
      ["redact", "clinic", "1", "--reason", "a name", "--yes"], ["import", "clinic", "--from", "csv", file],
    ] {
      try await expectBusySoon(home, command)
    }
    // Reading needs no turn.
    #expect(try await home.succeed("log", "clinic").output == before)
    lock.release()
    #expect(try await home.succeed("post", "clinic", "Shared desk").output == "2\n")
  }

  /// Gives up at once, and not after the ten seconds it would wait otherwise. On a machine with much else to do one try
  /// may take that long all the same; one that is not asked to give up takes it every time.
  private func expectBusySoon(_ home: BoardsHome, _ command: [String]) async throws {
    for _ in 1...5 {
      let began = ContinuousClock.now
      let refused = try await home.fail(75, command + ["--wait", "0.05"])
      let words = "another program is writing. Nothing was changed; try again."
      #expect(refused.errors.contains(words), "\(refused)")
      if ContinuousClock.now - began < .seconds(8) { return }
    }
    Issue.record("\(command) does not mind --wait")
  }

  @Test func whoeverWaitsLongEnoughComesIn() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let lock = try HeldLock(ofBoardAt: home.file(of: "clinic"))
    let waiting = try home.start(["post", "clinic", "Falls car", "--wait", "600"])
    let lockFile = home.file(of: "clinic") + "-lock"
    _ = try #require(try await eventually { try KernelLocks(on: lockFile).waiters.first { $0 == waiting.identifier } })
    lock.release()
    let outcome = try await waiting.outcome()
    #expect(outcome.status == 0 && outcome.output == "1\n" && outcome.errors == "", "\(outcome)")
  }

  @Test func seventySevenForWhatOneMayNot() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "Falls car", "--as", "jo")
    try await home.fail(77, "hide", "clinic", "1", "--reason", "x", "--as", "jo")
    try await home.fail(77, "redact", "clinic", "1", "--reason", "x", "--yes", "--as", "jo")
  }
}
