import CellGrid
import Foundation
import TestSupport
import Testing

/// The same short walk on every kind of terminal that people come with, in a locale with Unicode and in one without.
@Suite(.timeLimit(.minutes(10))) struct TerminalKindsTests {
  /// What TERM says; nil where it says nothing. The terminal itself is always tmux.
  private static let kinds = [
    "xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "xterm-kitty", "no-such-terminal", nil,
  ]

  @Test(arguments: kinds, ["C.UTF-8", "C"])
  func aShortWalk(term: String?, locale: String) async throws {
    let home = try await BoardsHome.withSpringBoard()
    let environment: [String: String?] = ["LC_ALL": locale, "TERM": term]
    let walk = Walk(isUnicode: locale != "C")
    try home.screensInShell(environment) { terminal in
      for sentence in walk.notices(term) { try terminal.waitFor(sentence) }
      try walk.selectAndWrite(terminal)
      try walk.read(terminal)
      try walk.leave(terminal)
      try terminal.expectGivenBack()
    }
    #expect(try await home.succeed("list", "spring").output.contains("Café rota"))
    #expect(try await home.succeed("check", "spring").output.contains("in order"))
  }

  private struct Walk {
    let isUnicode: Bool

    /// What is said of the terminal that nobody here knows and of the locale.
    func notices(_ term: String?) -> [String] {
      var notices = isUnicode ? [] : ["has no Unicode"]
      if term == nil { notices.append("TERM is not set") }
      if term == "no-such-terminal" { notices.append("Nothing is known here of terminals") }
      return notices
    }

    /// Moves the selection, writes an idea in two sittings and posts it.
    func selectAndWrite(_ terminal: TmuxTerminal) throws {
      terminal.press("Down")
      let bar = isUnicode ? " ▌ 1  One number" : " | 1  One number"
      try see(terminal, bar)
      terminal.press("n")
      terminal.type("Café")
      try see(terminal, isUnicode ? "Café" : "Cafe")
      terminal.press("Esc")
      try see(terminal, "Kept for later")
      terminal.press("n")
      try see(terminal, isUnicode ? "Café" : "Cafe")
      terminal.type(" rota")
      terminal.press("ctrl-s")
      try see(terminal, isUnicode ? "saved ✓" : "saved +")
    }

    /// Help and the themes, each tried on the screen.
    func read(_ terminal: TmuxTerminal) throws {
      terminal.press("?")
      try see(terminal, "five stages")
      terminal.press("Esc")
      try terminal.waitFor("n new")
      terminal.press("T")
      for theme in ["high-contrast", "mono", "light"] {
        try see(terminal, theme)
        terminal.press("Down")
      }
      terminal.press("Esc")
      try terminal.waitFor("n new")
    }

    func leave(_ terminal: TmuxTerminal) throws {
      terminal.press("q")
      try see(terminal, "Leave?")
      terminal.press("Enter")
    }

    /// Waits for words and looks for what no screen should hold: the rest of a control sequence, a character that could
    /// not be read, and outside Unicode anything beyond ASCII.
    private func see(_ terminal: TmuxTerminal, _ words: String) throws {
      let screen = try terminal.waitFor(words)
      let rests = try Regex(#"\[[?<>=]?[0-9;]*[A-Za-z~]|\]2;|\$<"#)
      #expect(screen.firstMatch(of: rests) == nil, "\(screen)")
      #expect(!screen.contains("\u{FFFD}"), "\(screen)")
      let controls = screen.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty, "\(screen)")
      let foreign = screen.filter { !$0.isASCII && !isUnicode }
      #expect(foreign.isEmpty, "\(screen)")
    }
  }

  /// One sentence that says what is the matter and how to take part nevertheless.
  @Test func aTerminalThatCannotDrawIsToldOfTheConversation() async throws {
    let home = try await BoardsHome.withSpringBoard()
    for locale in ["C.UTF-8", "C"] {
      let environment: [String: String?] = ["LC_ALL": locale, "TERM": "dumb"]
      try home.screensInShell(environment, awaiting: "ended=74") { terminal in
        let words = terminal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("dumb"))
        #expect(words.contains("hothouse open spring --plain"))
        try terminal.expectGivenBack(endingWith: 74)
        terminal.type("clear; \(RunningProgram.path) open spring --as ann --plain\n")
        try terminal.waitFor("Type the number of what you want")
      }
    }
  }
}
