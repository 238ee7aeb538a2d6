import Foundation
import TestSupport
import Testing

/// A fault of the program's own costs the person nothing but the program.
@Suite(.timeLimit(.minutes(10))) struct CrashTests {
  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS])
  func aCrashGivesTheTerminalBackAndTheDraftIsOfferedAgain(signal: Int32) async throws {
    let home = try await BoardsHome.withSpringBoard()
    // Without the report that Swift writes of a crash, which takes it long.
    try home.screensInShell(["SWIFT_BACKTRACE": "enable=no"]) { terminal in
      terminal.press("n")
      terminal.type("Written before the crash")
      try terminal.waitFor("Written before the crash")
      let drafts = "\(home.path)/home/.local/state/hothouse/drafts"
      try terminal.poll("the draft on the disk") {
        home.files(under: drafts).contains { $0.contains("Written before the crash") } ? true : nil
      }
      kill(try home.processOfScreens(), signal)
      // The shell counts 128 and the signal that ended the program.
      try terminal.expectGivenBack(endingWith: 128 + Int(signal))
    }
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("Written before the crash")
    }
    #expect(try await home.succeed("check", "spring").output.contains("in order"))
  }
}
