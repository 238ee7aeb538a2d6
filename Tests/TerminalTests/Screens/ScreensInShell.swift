import Foundation
import TestSupport
import Testing

extension BoardsHome {
  /// The board's screens, started by Ann from a shell with jobs, once they show the board.
  /// - Parameters:
  ///   - changes: to the environment; nil takes a variable away.
  ///   - awaited: what shows that they are there.
  func screensInShell(
    _ changes: [String: String?] = [:], awaiting awaited: String = "One number for carers",
    _ body: (TmuxTerminal) throws -> Void
  ) throws {
    let script = "\(path)/screens"
    try Data("#!/bin/sh\necho $$ > \(path)/process\nexec \(RunningProgram.path) open spring --as ann\n".utf8)
      .write(to: URL(fileURLWithPath: script))
    var environment: [String: String?] = environment
    environment["PS1"] = "$ "
    environment.merge(changes) { $1 }
    try TmuxTerminal.run(["sh", "-i"], environment: environment) { terminal in
      try terminal.waitFor("$")
      terminal.type("sh \(script); echo ended=$?\n")
      try terminal.waitFor(awaited)
      try body(terminal)
    }
  }

  /// The process of the screens that a shell has started.
  func processOfScreens() throws -> Int32 {
    let text = try String(contentsOfFile: "\(path)/process", encoding: .utf8)
    return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}

extension TmuxTerminal {
  /// The program has ended, and its shell finds the terminal as it was before.
  /// - Parameter status: how it ended, as the shell counts.
  func expectGivenBack(endingWith status: Int = 0) throws {
    try waitFor("ended=\(status)")
    let modes = "#{alternate_on}#{cursor_flag} #{mouse_any_flag}#{keypad_flag}#{keypad_cursor_flag} "
    #expect(state(modes + "#{wrap_flag}#{insert_flag}#{origin_flag} #{scroll_region_upper}") == "01 000 100 0")
    type("clear; stty -a | tr ';' '\\n'; echo checked=$((6 * 7))\n")
    let settings = Set(try waitFor("checked=42").split(whereSeparator: \.isWhitespace))
    #expect(settings.isSuperset(of: ["icanon", "echo", "isig", "icrnl", "ixon", "opost", "onlcr"]), "\(settings)")
    // Pasted as it is: nobody asks for brackets around it any more.
    paste("echo pasted=$((6 * 7))")
    press("Enter")
    #expect(try !waitFor("pasted=42").contains("200~"))
  }
}
