import Foundation
import TestSupport
import Testing

/// A command that asks at a terminal before it goes on.
@Suite(.timeLimit(.minutes(10))) struct AskingTests {
  @Test func redactionGoesOnAfterYes() async throws {
    let home = try await Self.home()
    let screen = try asked(home, answer: "y", until: "status=")
    #expect(screen.contains("status=0") && screen.contains("Backups"), "\(screen)")
    #expect(try await !home.succeed("list", "clinic").output.contains("Quillfeather"))
  }

  @Test(arguments: ["n", "", "yesterday", "ctrl-d"])
  func redactionChangesNothingAfterAnythingElse(answer: String) async throws {
    let home = try await Self.home()
    let before = try await home.succeed("log", "clinic").output
    let screen = try asked(home, answer: answer, until: "status=")
    #expect(screen.contains("status=0") && screen.contains("Nothing was changed."), "\(screen)")
    #expect(try await home.succeed("log", "clinic").output == before)
    #expect(try await home.succeed("list", "clinic").output.contains("Quillfeather"))
  }

  @Test func whoMayNotRedactIsNotAsked() async throws {
    let home = try await Self.home()
    try TmuxTerminal.run(Self.command(as: " --as jo"), environment: home.environment) { terminal in
      let screen = try terminal.waitFor("status=")
      #expect(screen.contains("status=77") && !screen.contains("[y/N]"), "\(screen)")
    }
  }

  @Test func withoutATerminalItNamesTheWayOut() async throws {
    let home = try await Self.home()
    for input in [nil, "y\n"] {
      let refused = try await home.fail(64, "redact", "clinic", "1", "--reason", "a name", input: input)
      #expect(refused.errors.contains("Give --yes to do it."))
    }
    #expect(try await home.succeed("list", "clinic").output.contains("Quillfeather"))
  }

  private static func home() async throws -> BoardsHome {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "About Mrs Quillfeather", "--as", "jo")
    return home
  }

  private static func command(as person: String = "") -> [String] {
    let line = "\(RunningProgram.path) redact clinic 1 --reason 'a name'\(person)"
    return ["sh", "-c", "\(line); echo status=$?; cat"]
  }

  private func asked(_ home: BoardsHome, answer: String, until words: String) throws -> String {
    try TmuxTerminal.run(Self.command(), environment: home.environment) { terminal in
      try terminal.waitFor("[y/N]")
      if answer == "ctrl-d" { terminal.press("ctrl-d") } else { terminal.type(answer + "\n") }
      return try terminal.waitFor(words)
    }
  }
}
