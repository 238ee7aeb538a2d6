import CellGrid
import Foundation
import TestSupport
import Testing

/// Typing with the real program: the mouse, long pastes and the person's own editor.
@Suite(.timeLimit(.minutes(5)), .serialized) struct TypingTests {
  @Test func aClickPutsTheCaretAndPressesButtons() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      try terminal.waitFor("New idea")
      terminal.type("A title all")
      terminal.press("Tab")
      terminal.type("Some text of it")
      try terminal.waitFor("Some text of it")
      let title = try #require(terminal.point(of: "A title all"))
      terminal.click(Point(x: title.x + 8, y: title.y))
      terminal.type("for ")
      try terminal.waitFor("A title for all")
      let text = try #require(terminal.point(of: "text of it"))
      terminal.click(text)
      terminal.type("more ")
      try terminal.waitFor("Some more text of it")
      terminal.click(try #require(terminal.point(of: "Post ]")))
      try terminal.waitFor("saved ✓")
    }
    let ideas = try await home.succeed("list", "spring", "--json").objects()
    #expect(ideas.contains { $0["title"] as? String == "A title for all" })
  }

  @Test func theWheelScrollsTheTextItIsOver() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n", "Tab")
      terminal.paste((1...20).map { "row \($0)." }.joined(separator: "\n"))
      try terminal.waitFor("row 20.")
      let point = try #require(terminal.point(of: "row 19."))
      terminal.roll(.wheelUp, at: point, times: 9)
      try terminal.waitFor("row 9.")
      try terminal.waitUntilGone("row 20.")
    }
  }

  @Test func tenThousandPastedCharactersAreKeptWholeAndRunNothing() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let text = String(repeating: "qnx>:/?u\n", count: 1_111) + "z"
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      terminal.type("Long")
      terminal.press("Tab")
      terminal.paste(text)
      try terminal.waitFor("6,000 too many")
      terminal.press("ctrl-s")
      try terminal.waitFor("Take away 6,000 characters: a text has at most 4,000.")
      terminal.press("ctrl-_")
      try terminal.waitUntilGone("too many")
      terminal.press("alt-_")
      try terminal.waitFor("6,000 too many")
      terminal.press("Esc")
      try terminal.waitFor("Kept for later")
    }
    let drafts = home.files(under: "\(home.path)/home/.local/state/hothouse/drafts")
    let lines =
      drafts.joined().components(separatedBy: #"qnx>:\/?u\n"#).count
      + drafts.joined().components(separatedBy: #"qnx>:/?u\n"#).count
    #expect(lines == 1_113, "all of it is on the disk")
    #expect(try await home.succeed("list", "spring", "--all", "--json").objects().count == 2)
  }

  @Test func aReasonIsWrittenInOnesOwnEditor() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let script = try home.write("#!/bin/sh\nprintf 'Nobody was asked.' > \"$1\"\n", to: "editor")
    var environment: [String: String?] = home.environment
    environment["EDITOR"] = "sh \(script)"
    let command = [RunningProgram.path, "open", "spring"]
    _ = try await home.succeed("advance", "spring", "1", "--to", "define", "--override", "--reason", "to begin with")
    try TmuxTerminal.run(command, environment: environment) { terminal in
      try terminal.waitFor("pharmacy")
      terminal.type("1")
      terminal.press("Enter")
      try terminal.waitFor("Conversation")
      terminal.press("<")
      try terminal.waitFor("Ctrl-G editor")
      terminal.press("ctrl-g")
      try terminal.waitFor("Nobody was asked.")
      terminal.press("Enter")
      try terminal.waitFor("saved ✓")
    }
  }
}
