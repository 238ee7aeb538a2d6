import CellGrid
import Foundation
import Testing
import TestSupport

/// What somebody configured, in the real program.
@Suite(.timeLimit(.minutes(10)), .serialized) struct ConfigurationWalkTests {
  private func home(configuration: String) async throws -> BoardsHome {
    let home = try await BoardsHome.withSpringBoard()
    let directory = "\(home.path)/home/.config/hothouse"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data(configuration.utf8).write(to: URL(fileURLWithPath: directory + "/config.yaml"))
    return home
  }

  @Test func changedKeysWorkAndAreShownAndLinesAreASCIIAsAsked() async throws {
    let home = try await home(configuration: "lines: ascii\nkeys: { new_idea: f6, filter: none }\n")
    try home.screens("--as", "nia", size: Size(width: 80, height: 24)) { terminal in
      try terminal.waitFor("F6 new") { $0.contains("F6 new") && !$0.contains("─") && !$0.contains("/ find") }
      terminal.press("F6")
      try terminal.waitFor("New idea")
    }
  }

  @Test func aMistakeIsShownWithItsPlaceAndTheRestApplies() async throws {
    let home = try await home(configuration: "mose: no\nkeys: { new_idea: f6, edit: esc }\n")
    try home.screens("--as", "nia", size: Size(width: 140, height: 45)) { terminal in
      try terminal.waitFor("config.yaml:1:1")
      try terminal.waitFor("F6 new")
    }
    let keys = try await home.run("keys")
    #expect(keys.status == 0)
    #expect(keys.lines.contains { $0.hasPrefix("F6 ") && $0.contains("new_idea") })
    #expect(keys.errors.contains("config.yaml:1:1: Unknown key “mose” in the configuration. Did you mean “mouse”?"))
    #expect(keys.errors.contains("config.yaml:2:29: Esc stays as it is"))
    let paths = try await home.run("paths")
    #expect(paths.lines.contains { $0.hasPrefix("Configuration") && $0.hasSuffix("/hothouse/config.yaml") })
  }

  @Test func aChosenThemeLastsUntilTheConfigurationNamesOne() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let file = "\(home.path)/home/.local/state/hothouse/theme"
    try home.screens("--as", "nia", size: Size(width: 100, height: 30)) { terminal in
      try terminal.waitFor("n new")
      terminal.press("T")
      try terminal.waitFor("Themes")
      terminal.press("Down", "Enter")
      try terminal.waitFor("from now on")
    }
    let chosen = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try await home.run("paths").lines.contains { $0.hasPrefix("Chosen theme") && $0.contains(file) })
    try home.screens("--as", "nia", size: Size(width: 100, height: 30)) { terminal in
      try terminal.waitFor("n new")
      terminal.press("T", "Enter")
      try terminal.waitFor("Theme: \(chosen.trimmingCharacters(in: .whitespacesAndNewlines)), from now on.")
    }
    try Data("no such theme\n".utf8).write(to: URL(fileURLWithPath: file))
    try home.screens("--as", "nia", size: Size(width: 200, height: 45)) { terminal in
      try terminal.waitFor("The theme “no such theme” cannot be used")
    }
    try Data([0xFF, 0x00]).write(to: URL(fileURLWithPath: file))
    try home.screens("--as", "nia", size: Size(width: 200, height: 45)) { terminal in
      try terminal.waitFor("holds no name of a theme")
    }
    #expect(try await home.run("paths").errors.contains("\(file) holds no name of a theme"))
  }
}
