import CellGrid
import Foundation
import TestSupport
import Testing

/// The terminal in a real terminal: a probe that shows what it is sent.
@Suite(.serialized) struct TerminalProbeTests {
  private static let probe = TmuxTerminal.built("TerminalProbe")

  private func withProbe(
    _ arguments: [String] = [], environment: [String: String?] = [:], size: Size = Size(width: 80, height: 24),
    term: String = "tmux-256color", _ body: (TmuxTerminal) throws -> Void
  ) throws {
    try TmuxTerminal.run([Self.probe] + arguments, environment: environment, size: size, term: term, body)
  }

  /// The probe started from a shell, which shows what state the terminal is left in.
  private func withProbeInShell(_ body: (TmuxTerminal) throws -> Void) throws {
    try TmuxTerminal.run(["sh", "-i"], environment: ["PS1": "$ ", "SWIFT_BACKTRACE": "enable=no"]) { terminal in
      try terminal.waitFor("$")
      terminal.type("\(Self.probe)\n")
      try terminal.waitFor("ready")
      try body(terminal)
    }
  }

  private func expectSaneShell(_ terminal: TmuxTerminal) throws {
    try terminal.waitFor("$ ")
    #expect(terminal.state("#{alternate_on}") == "0")
    #expect(terminal.state("#{cursor_flag}") == "1")
    #expect(terminal.state("#{mouse_any_flag}#{keypad_cursor_flag}") == "00")
    terminal.type("clear; stty -a | tr ';' '\\n'; echo checked=$((6 * 7))\n")
    let settings = try terminal.waitFor("checked=42")
    let words = Set(settings.split(whereSeparator: \.isWhitespace))
    #expect(words.isSuperset(of: ["icanon", "echo", "isig", "icrnl", "ixon", "opost", "onlcr"]), "\(settings)")
  }

  @Test func showsKeysAsTheyArePressed() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.press("n", "Enter", "Esc")
      try terminal.waitFor("key Esc")
      terminal.press("Up", "shift-tab", "ctrl-s", "alt-b", "F1", "F12", "PgDn", "Del", "ctrl-Left", "shift-Up", "/")
      terminal.type("é漢")
      let screen = try terminal.waitFor("key 漢")
      let keys = screen.split(separator: "\n").filter { $0.hasPrefix("key") }.map { $0.dropFirst(4) }
      #expect(
        keys == [
          "n", "Enter", "Esc", "Up", "shift-tab", "ctrl-s", "alt-b", "F1", "F12", "PgDn", "Del", "ctrl-Left",
          "shift-Up", "/", "é", "漢",
        ])
    }
  }

  @Test func aPasteIsOneKey() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.paste("quit: q\nnext line")
      try terminal.waitFor(#"paste "quit: q\nnext line""#)
      #expect(!terminal.screen.contains("key q"))
    }
  }

  @Test func aPasteWithoutItsEndTimesOut() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.send(bytes: "\u{1B}[200~left open".utf8)
      try terminal.waitFor(#"paste "left open""#)
      terminal.press("n")
      try terminal.waitFor("key n")
    }
  }

  @Test func aSplitArrowRunsNoLetter() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.send(bytes: [0x1B])
      try terminal.waitFor("key Esc")
      terminal.send(bytes: "[".utf8)
      terminal.send(bytes: "A".utf8)
      let screen = try terminal.waitFor("key Up")
      #expect(!screen.contains("key [") && !screen.contains("key A"))
    }
  }

  @Test func followsTheWindowsSize() throws {
    try withProbe { terminal in
      try terminal.waitFor("probe 80x24")
      for size in [Size(width: 120, height: 40), Size(width: 20, height: 6), Size(width: 1, height: 1)] {
        terminal.resize(size)
      }
      terminal.resize(Size(width: 61, height: 12))
      try terminal.waitFor("probe 61x12")
      try terminal.waitFor("resize 61x12")
    }
  }

  @Test func drawsNoMoreThanTheLargestScreen() throws {
    try withProbe(size: Size(width: 700, height: 320)) { terminal in
      try terminal.waitFor("probe 500x300")
    }
  }

  @Test func theMouseIsTakenOnlyWhenAsked() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      #expect(terminal.state("#{mouse_any_flag}") == "0")
      terminal.press("ctrl-x")
      try terminal.waitFor("key ctrl-x")
      try terminal.waitFor(state: "#{mouse_standard_flag}#{mouse_sgr_flag}", "11")
      terminal.send(bytes: "\u{1B}[<0;250;3M\u{1B}[<0;250;3m\u{1B}[<65;1;1M".utf8)
      let screen = try terminal.waitFor("wheelDown – at 0,0")
      #expect(screen.contains("press left at 249,2 clicks 1\nrelease left at 249,2"))
    }
  }

  @Test func aWakeAndADeadlineEndTheWait() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.press("ctrl-w")
      try terminal.waitFor("woken")
      terminal.press("ctrl-d")
      try terminal.waitFor("timed out")
    }
  }

  @Test func namesTheWindow() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      terminal.press("ctrl-o")
      try terminal.waitFor(state: "#{pane_title}", "probe· title")
    }
  }

  @Test func drawsColoursAndAttributes() throws {
    try withProbe(["--show", "漢字 e\u{301} 👩‍💻! \u{1B}[31mred\u{202E}"]) { terminal in
      let screen = try terminal.waitFor("ready")
      #expect(screen.contains("漢字 e\u{301} 👩! ·[31mred\n"))
      let styled = terminal.styledScreen
      #expect(styled.contains("38;5;214m"))
      #expect(styled.contains("38;5;196m") && styled.contains("44m"))
    }
    try withProbe(["--show", "text"], environment: ["NO_COLOR": "1"]) { terminal in
      try terminal.waitFor("ready")
      #expect(!terminal.styledScreen.contains("38;5;"))
      #expect(!terminal.styledScreen.contains("44m"))
      #expect(terminal.styledScreen.contains("\u{1B}[1m"))
    }
    try withProbe(["--show", "text"], term: "xterm") { terminal in
      try terminal.waitFor("ready")
      #expect(terminal.styledScreen.contains("\u{1B}[31m"))
    }
  }

  @Test func redrawsWhatSomethingElseWroteOver() throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      try "scribble".write(toFile: terminal.state("#{pane_tty}"), atomically: false, encoding: .utf8)
      try terminal.waitFor("scribble")
      terminal.press("ctrl-l")
      try terminal.waitUntilGone("scribble")
    }
  }

  // MARK: Endings

  @Test func leavingGivesTheTerminalBack() throws {
    try withProbeInShell { terminal in
      #expect(terminal.state("#{alternate_on}") == "1")
      terminal.press("ctrl-x", "ctrl-o", "ctrl-q")
      try terminal.waitFor("probe ended")
      try expectSaneShell(terminal)
    }
  }

  /// Abort, trap, bad address, and an exit that does not give the terminal back.
  @Test(arguments: ["ctrl-a", "ctrl-t", "ctrl-g", "ctrl-e"])
  func aCrashGivesTheTerminalBack(key: String) throws {
    try withProbeInShell { terminal in
      terminal.press("ctrl-x", key)
      try terminal.waitFor(state: "#{alternate_on}", "0")
      try expectSaneShell(terminal)
    }
  }

  @Test func aCrashIsStillACrash() throws {
    try withProbe(environment: ["SWIFT_BACKTRACE": "enable=no"]) { terminal in
      try terminal.waitFor("ready")
      terminal.press("ctrl-a")
      let ending = try terminal.waitForEnding()
      #expect(ending == .killed(signal: Int(SIGABRT)))
    }
  }

  @Test func suspendsAndComesBack() throws {
    try withProbeInShell { terminal in
      terminal.press("ctrl-z")
      try terminal.waitFor(state: "#{alternate_on}", "0")
      terminal.resize(Size(width: 90, height: 20))
      terminal.type("clear; echo shell=$((6 * 7))\n")
      try terminal.waitFor("shell=42")
      terminal.type("fg\n")
      try terminal.waitFor("probe 90x20")
      #expect(terminal.state("#{alternate_on}") == "1")
      terminal.press("n")
      try terminal.waitFor("key n")
      terminal.press("ctrl-q")
      try terminal.waitFor("probe ended")
      try expectSaneShell(terminal)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalToEndIsReported(signal: Int32) throws {
    try withProbe { terminal in
      try terminal.waitFor("ready")
      let pid = try #require(Int32(terminal.state("#{pane_pid}")))
      kill(pid, signal)
      let ending = try terminal.waitForEnding()
      #expect(ending == .exited(7))
    }
  }

  @Test func aLostConnectionIsReportedAndEndsTheProcess() throws {
    let log = FileManager.default.temporaryDirectory.appending(path: "probe-\(UUID().uuidString).log")
    defer { try? FileManager.default.removeItem(at: log) }
    try withProbe(["--log", log.path(percentEncoded: false)]) { terminal in
      try terminal.waitFor("ready")
      let pid = try #require(Int32(terminal.state("#{pane_pid}")))
      terminal.hangUp()
      try terminal.poll("the probe to be gone") { kill(pid, 0) == 0 ? nil : true }
    }
    let lines = try String(contentsOf: log, encoding: .utf8)
    #expect(lines.hasSuffix("hang-up\n"))
  }

  // MARK: Terminals and locales

  @Test func aTerminalThatCannotPlaceTextIsRefused() throws {
    try withProbe(term: "dumb") { terminal in
      let ending = try terminal.waitForEnding()
      #expect(ending == .exited(69))
      #expect(terminal.screen.contains("“dumb” cannot show the screens; set TERM"))
    }
  }

  /// The Linux console's description, for one.
  @Test func aTerminalWhoseDescriptionHasNoSizeIsDrawn() throws {
    try withProbe(environment: ["LINES": "7", "COLUMNS": "33"], size: Size(width: 90, height: 20), term: "linux") {
      terminal in
      try terminal.waitFor("probe 90x20")
      terminal.resize(Size(width: 100, height: 30))
      try terminal.waitFor("probe 100x30")
    }
  }

  @Test func anUnknownTerminalIsDrawnAsXterm() throws {
    try withProbe(term: "no-such-terminal") { terminal in
      try terminal.waitFor("notice Nothing is known here of terminals called “no-such-terminal”")
      terminal.press("Up")
      try terminal.waitFor("key Up")
    }
  }

  @Test func aPlainLocaleIsDrawnInASCII() throws {
    try withProbe(environment: ["LANG": "C"]) { terminal in
      let screen = try terminal.waitFor("ready")
      #expect(screen.contains("- probe 80x24 **"))
      #expect(screen.contains("notice The locale \"C\" has no Unicode"))
    }
  }

  @Test func anUnknownLocaleSaysSo() throws {
    try withProbe(environment: ["LANG": "xx_XX.UTF-8"]) { terminal in
      try terminal.waitFor("─ probe 80x24 ●●")
      try terminal.waitFor("This machine has no locale “xx_XX.UTF-8”, so C.UTF-8 is used instead.")
    }
    try withProbe(environment: ["LANG": String?.none]) { terminal in
      try terminal.waitFor("─ probe 80x24 ●●")
      try terminal.waitFor("No locale is set, so C.UTF-8 is used instead.")
    }
  }
}
