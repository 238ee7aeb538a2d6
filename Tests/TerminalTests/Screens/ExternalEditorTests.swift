import CellGrid
import Foundation
import TestSupport
import Testing

@testable import hothouse

/// The person's own editor: here a script that a shell reads. A program started by another test at the same moment may
/// hold it open for writing, and then it could not be executed itself.
@Suite(.timeLimit(.minutes(3))) struct ExternalEditorTests {
  private func editor(_ home: BoardsHome, _ script: String) throws -> ExternalEditor {
    let path = try home.write("#!/bin/sh\n" + script, to: "editor")
    var environment = home.environment
    environment["EDITOR"] = "sh \(path)"
    return ExternalEditor(environment: environment)
  }

  private func left(_ home: BoardsHome) -> [String] {
    let directory = "\(home.path)/home/.local/state/hothouse/editing"
    return (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
  }

  @Test func whatIsSavedComesBackWithoutTheLastLineBreak() throws {
    let home = try BoardsHome()
    #expect(try editor(home, "echo more >> \"$1\"").edit("one\n", limit: 100) == "one\nmore\n")
    #expect(try editor(home, "printf 'x\\ny\\n' > \"$1\"").edit("one", limit: 100) == "x\ny")
    #expect(left(home).isEmpty)
  }

  @Test func whateverGoesWrongNothingIsLost() throws {
    let home = try BoardsHome()
    let failed = #expect(throws: ExternalEditor.Failure.self) {
      try editor(home, "echo kept > \"$1\"; exit 3").edit("one", limit: 100)
    }
    #expect(failed?.sentence.contains("ended with an error (3)") == true)
    let long = #expect(throws: ExternalEditor.Failure.self) {
      try editor(home, "printf 123456 > \"$1\"").edit("one", limit: 5)
    }
    #expect(long?.sentence.contains("has 6 characters, and 5 fit: it is whole in ") == true)
    #expect(left(home).count == 2)
  }

  @Test func fromTheComposerAndBack() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let script = try home.write("#!/bin/sh\necho 'written elsewhere' > \"$1\"\n", to: "editor")
    let command = [RunningProgram.path, "open", "spring", "--as", "nia"]
    let environment = home.environment.merging(["VISUAL": "sh \(script)"]) { $1 }
    try TmuxTerminal.run(command, environment: environment) { terminal in
      try terminal.waitFor("Have an idea? Press n")
      terminal.press("n")
      terminal.type("A bell")
      terminal.press("ctrl-g")
      try terminal.waitFor("written elsewhere")
      terminal.press("ctrl-s")
      try terminal.waitFor("You posted 3")
    }
    #expect(try await home.run("show", "spring", "3").output.contains("written elsewhere"))
  }
}
