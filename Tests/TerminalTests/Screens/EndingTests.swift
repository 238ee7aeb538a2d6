import CellGrid
import Foundation
import TestSupport
import Testing

/// How the screens end, stop and come back when that is not the person's doing.
@Suite(.timeLimit(.minutes(10)), .serialized) struct EndingTests {
  private static let thought = "Half a thought about weekends"

  /// The terminal's other side is gone, with a hang-up where the terminal is the session's own, and without one where it is
  /// not: then reading it is all that tells.
  @Test(arguments: [true, false])
  func aTerminalThatIsGoneEndsTheProgramAndKeepsTheDraft(isControlling: Bool) async throws {
    let home = try await BoardsHome.withSpringBoard()
    let terminal = try home.pseudoTerminal("open", "spring", "--as", "ann", isControlling: isControlling)
    try await terminal.waitFor("pharmacy")
    terminal.type("n\(Self.thought)")
    let drafts = "\(home.path)/home/.local/state/hothouse/drafts"
    let isKept = try await eventually { home.files(under: drafts).contains { $0.contains("weekends") } ? true : nil }
    try #require(isKept == true)
    terminal.close()
    // By itself, and not by the alarm that is there for a program that is stuck.
    #expect(await terminal.status() == 0)
    try home.screens("--as", "ann") { terminal in _ = try terminal.waitFor("Half a thought") }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalToEndGivesTheTerminalBackAndKeepsTheDraft(signal: Int32) async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screensInShell { terminal in
      terminal.press("n")
      terminal.type(Self.thought)
      try terminal.waitFor("weekends")
      kill(try home.processOfScreens(), signal)
      try terminal.expectGivenBack()
    }
    try home.screens("--as", "ann") { terminal in _ = try terminal.waitFor("Half a thought") }
  }

  @Test func stoppedFromOutsideItComesBackAsItWas() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screensInShell { terminal in
      let process = try home.processOfScreens()
      kill(process, SIGTSTP)
      try terminal.waitFor(state: "#{alternate_on}", "0")
      try terminal.poll("the process to be stopped") {
        try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).contains(") T ") ? true : nil
      }
      terminal.resize(Size(width: 100, height: 30))
      try terminal.waitFor("Stopped")
      terminal.type("fg\n")
      try terminal.waitFor(state: "#{alternate_on}", "1")
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      terminal.type("After the stop")
      terminal.press("ctrl-s")
      try terminal.waitFor("saved ✓")
    }
    #expect(try await home.succeed("list", "spring").output.contains("After the stop"))
  }

  /// Stopped with no time to give the terminal back, which something else uses meanwhile.
  @Test func stoppedAtOnceItTakesTheTerminalAgain() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screensInShell { terminal in
      let process = try home.processOfScreens()
      kill(process, SIGSTOP)
      try terminal.poll("the process to be stopped") {
        try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).contains(") T ") ? true : nil
      }
      try terminal.waitFor("Stopped")
      try home.scribble(on: terminal.state("#{pane_tty}"))
      try terminal.waitFor("scribble")
      #expect(terminal.state("#{alternate_on}") == "0")
      terminal.type("\nfg\n")
      try terminal.waitFor("One number for carers") { $0.contains("One number for carers") && !$0.contains("scribble") }
      #expect(terminal.state("#{alternate_on}") == "1")
      terminal.press("n")
      terminal.type("After the stop")
      terminal.press("ctrl-s")
      try terminal.waitFor("saved ✓")
    }
  }

  /// Nothing stops a program whose session has no shell: it has to go on as if nothing had been.
  @Test func aStopThatDoesNotStopItLeavesItAtWork() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      kill(try #require(Int32(terminal.state("#{pane_pid}"))), SIGTSTP)
      terminal.press("n")
      terminal.type("After the stop")
      terminal.press("ctrl-s")
      try terminal.waitFor("saved ✓")
      #expect(terminal.state("#{alternate_on}") == "1")
    }
  }
}

extension BoardsHome {
  /// Leaves a terminal as another program might: its own screen gone, lines edited by the system, and words on it.
  fileprivate func scribble(on terminal: String) throws {
    let status = try ChildProcess.run(
      ["/bin/sh", "-c", "stty sane < \(terminal); printf '\\033[?1049l\\033[Hscribble' > \(terminal)"],
      environment: environment, output: .null, errors: .null)
    try #require(status == 0)
  }
}
