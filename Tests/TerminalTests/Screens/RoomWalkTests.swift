import CellGrid
import Foundation
import TestSupport
import Testing

/// One agenda in the real terminals of all who are in the room: whoever runs it, two who take part, and the wall.
@Suite(.timeLimit(.minutes(10))) struct RoomWalkTests {
  @Test func whatIsWrittenAloneIsShownToAllAtOnce() async throws {
    let home = try await BoardsHome.withBoard()
    for handle in ["jo", "sam"] { try await home.succeed("people", "add", "clinic", handle) }
    let ann = try open(home, "open", "clinic")
    let (jo, sam) = (try open(home, "open", "clinic", "--as", "jo"), try open(home, "open", "clinic", "--as", "sam"))
    let wall = try open(home, "wall", "clinic")
    defer { for terminal in [ann, jo, sam, wall] { terminal.close() } }
    for terminal in [ann, jo, sam] { try terminal.waitFor("Empathise") }

    ann.press("S")
    try ann.waitFor("The hackathon day")
    ann.press("o")
    try ann.waitFor("you run it")
    ann.press("Down", "Down", "Enter")
    for terminal in [jo, sam, wall] { try terminal.waitFor("What we have seen") }

    try write("Nobody asks the night staff", jo)
    try write("The lift is out again", sam)
    try ann.waitFor("2 posted")
    try wall.waitFor("2 ideas posted")
    #expect(!sam.screen.contains("night staff") && !jo.screen.contains("The lift"))
    #expect(!wall.screen.contains("night staff") && !ann.screen.contains("night staff"))

    ann.press("Down", "Enter")
    try ann.waitFor("not revealed")
    ann.press("r")
    for terminal in [jo, sam, wall] {
      try terminal.waitFor("both ideas") { $0.contains("night staff") && $0.contains("The lift") }
    }
    let ideas = try await home.succeed("list", "clinic", "--as", "sam", "--json").objects()
    #expect(Set(ideas.compactMap { $0["id"] as? Int }) == [1, 2])
    #expect(ideas.compactMap { $0["author"] as? String }.count <= 1, "of a hidden step one sees one's own name alone")
    #expect(try await home.succeed("check", "clinic").output.contains("in order"))
  }

  private func open(_ home: BoardsHome, _ arguments: String...) throws -> TmuxTerminal {
    try TmuxTerminal(
      [RunningProgram.path] + arguments, environment: home.environment, size: Size(width: 100, height: 30))
  }

  private func write(_ title: String, _ terminal: TmuxTerminal) throws {
    terminal.press("n")
    try terminal.waitFor("Only you see it until the reveal")
    terminal.type(title)
    try terminal.waitFor(title)
    terminal.press("ctrl-s")
    try terminal.waitFor("only you see it until the reveal")
  }
}
