import CellGrid
import Foundation
import TestSupport
import Testing

/// The real wall in a real terminal.
@Suite(.timeLimit(.minutes(10))) struct RealWallTests {
  private func home() async throws -> BoardsHome {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("people", "add", "clinic", "zoe", "--team", "Millbrook")
    return home
  }

  @Test func itFollowsTheRoomAndEndsWithQ() async throws {
    let home = try await home()
    let command = ["sh", "-c", "\(RunningProgram.path) wall clinic --join 'Code 4F7K'; echo ended=$?; cat"]
    let terminal = try TmuxTerminal(command, environment: home.environment)
    defer { terminal.close() }
    try terminal.waitFor("Code 4F7K")
    try await home.succeed(
      "step", "clinic", "start", "--title", "Walk the gallery", "--minutes", "5", "--instruction", "Say what you like.")
    try terminal.waitFor("Walk the gallery")
    let first = try terminal.waitFor("Say what you like.")
    #expect(first.contains("█"))
    // The clock runs without anything happening on the board.
    try terminal.waitFor("another second") { $0 != first }
    try await home.succeed("post", "clinic", "Falls car, eight to eight", "--as", "zoe")
    try terminal.waitFor("Falls car, eight to eight")
    try await home.succeed("broadcast", "clinic", "Lunch is here")
    try terminal.waitFor("Lunch is here")
    try await home.succeed("wall", "clinic", "--blank")
    try terminal.waitFor("a blank wall") { !$0.contains("Falls car") && !$0.contains("Lunch") && $0.contains("█") }
    try await home.succeed("wall", "clinic", "--unblank")
    try terminal.waitFor("Falls car")
    terminal.press("q")
    try terminal.waitFor("ended=0")
  }

  @Test func whatOnlySomeMaySeeIsNotOnIt() async throws {
    let home = try await home()
    try await home.succeed("step", "clinic", "start", "--title", "Alone", "--kind", "private-writing")
    let terminal = try TmuxTerminal([RunningProgram.path, "wall", "clinic"], environment: home.environment)
    defer { terminal.close() }
    try terminal.waitFor("0 ideas posted")
    _ = try await home.run("post", "clinic", "Only mine so far", "--as", "zoe")
    let screen = try terminal.waitFor("1 idea posted by 1 of")
    #expect(!screen.contains("Only mine"))
    try await home.succeed("step", "clinic", "reveal")
    try terminal.waitFor("Only mine so far")
  }

  @Test func withoutATerminalItPrintsWhereTheRoomIs() async throws {
    let home = try await home()
    try await home.succeed("step", "clinic", "start", "--title", "Gallery", "--minutes", "5")
    try await home.succeed("post", "clinic", "Falls car", "--as", "zoe")
    let page = try await home.succeed("wall", "clinic").output
    #expect(page.contains("Gallery") && page.contains("left") && page.contains("Falls car"))
    #expect(page.contains("Join: hothouse open clinic"))
    try await home.fail(77, "wall", "clinic", "--blank", "--as", "zoe")
    try await home.succeed("wall", "clinic", "--blank")
    #expect(try await !home.succeed("wall", "clinic").output.contains("Falls car"))
  }
}
