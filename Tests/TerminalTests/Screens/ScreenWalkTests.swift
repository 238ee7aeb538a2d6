import CellGrid
import Foundation
import Testing
import TestSupport

/// The real program in a real terminal.
@Suite(.timeLimit(.minutes(10)), .serialized) struct ScreenWalkTests {
  /// What somebody does in their first minutes. What counts is what people wrote and what the board holds afterwards;
  /// the words around it may change.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 45)])
  func newcomersWalk(_ size: Size) async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "nia", size: size) { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("/")
      terminal.type("pharmacy")
      try terminal.waitUntilGone("One number for carers")
      terminal.press("Esc")
      try terminal.waitFor("One number for carers")
      terminal.type("1")
      terminal.press("Enter")
      try terminal.waitUntilGone("Night-time pharmacy rota")
      terminal.press("c")
      terminal.type("Who pays at weekends?")
      try terminal.waitFor("Who pays at weekends?")
      terminal.press("ctrl-s")
      try terminal.waitFor("You commented on")
      terminal.press("b")
      terminal.type("One number, answered by video")
      try terminal.waitFor("answered by video")
      terminal.press("ctrl-s")
      try terminal.waitFor("You built")
      terminal.press("Esc")
      try terminal.waitFor("Night-time pharmacy rota")
      try tryToAdvance(terminal)
      terminal.press("u")
      try terminal.waitFor("the idea to be withdrawn") { $0.lowercased().contains("withdr") }
      try leave(terminal)
      #expect(terminal.state("#{alternate_on}") == "0", "the terminal shows what was there before")
    }
    let ideas = try await home.succeed("list", "spring", "--all", "--json").objects()
    #expect(ideas.first?["state"] as? String == "withdrawn")
    #expect(ideas.compactMap { $0["builds_on"] as? Int } == [1])
    #expect(ideas.compactMap { $0["stage"] as? String } == Array(repeating: "empathise", count: 3))
    #expect(ideas.compactMap { $0["comments"] as? Int } == [0, 0, 1])
    #expect(try await home.succeed("check", "spring").output.contains("in order"))
  }

  /// Somebody else's idea, then one's own, whose gate asks for what is not there yet.
  private func tryToAdvance(_ terminal: TmuxTerminal) throws {
    terminal.press("1", "Enter", ">")
    try terminal.waitFor("not yours")
    terminal.press("Esc")
    try terminal.waitFor("Night-time pharmacy rota")
    terminal.press("3", "Enter", ">")
    let form = try terminal.waitFor("0 of 3")
    terminal.press("ctrl-s")
    try terminal.waitFor("a refusal") { $0 != form && $0.contains("needs") }
    terminal.press("Esc")
    try terminal.waitUntilGone("gate 0 of 3")
  }

  /// Back to the board, and out of it with the answer that is offered.
  private func leave(_ terminal: TmuxTerminal) throws {
    terminal.press("q")
    try terminal.waitFor("n new")
    terminal.press("q")
    try terminal.waitFor("Leave?")
    terminal.press("Enter")
    #expect(try terminal.waitForEnding() == .exited(0))
  }

  @Test func fiveTerminalsShowTheSameAndWhatOneDoesAppearsInAll() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let people = ["ann", "bo", "cy", "di", "ed"]
    let terminals = try people.map { try home.terminal("--as", $0) }
    defer { for terminal in terminals { terminal.close() } }
    for terminal in terminals { try terminal.waitFor("5 here") }
    for (place, terminal) in terminals.enumerated() {
      terminal.press("n")
      terminal.type("From \(people[place]) to all")
      terminal.press("ctrl-s")
    }
    for terminal in terminals {
      for name in people { try terminal.waitFor("From \(name) to all") }
    }
    let list = try await home.run("list", "spring", "--json")
    for name in people { #expect(list.output.contains("From \(name) to all")) }
  }

  @Test func aDraftOutlivesTheTerminalAndIsOfferedAgain() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      terminal.type("Half a thought about weekends")
      try terminal.waitFor("Half a thought about weekends")
      let process = try #require(Int32(terminal.state("#{pane_pid}")))
      terminal.hangUp()
      // The process ends by itself: it neither lingers nor spins.
      _ = try terminal.poll("the process to be gone") { kill(process, 0) == -1 ? true : nil }
    }
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("Half a thought")
    }
  }

  @Test func killedWhileTypingLosesNothing() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      terminal.type("Written before the kill")
      try terminal.waitFor("Written before the kill")
      let drafts = "\(home.path)/home/.local/state/hothouse/drafts"
      _ = try terminal.poll("the draft on the disk") {
        home.files(under: drafts).contains { $0.contains("Written before the kill") } ? true : nil
      }
      let process = try #require(Int32(terminal.state("#{pane_pid}")))
      kill(process, SIGKILL)
    }
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("Written before the kill")
    }
  }

  @Test func resizedAtAnyMomentItGoesOn() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try home.screens("--as", "ann") { terminal in
      try terminal.waitFor("One number for carers")
      terminal.press("n")
      terminal.type("Typed through a storm")
      for step in 0..<60 {
        terminal.resize(Size(width: 2 + (step * 37) % 200, height: 1 + (step * 13) % 60))
      }
      terminal.resize(Size(width: 100, height: 30))
      try terminal.waitFor("Typed through a storm")
      terminal.press("ctrl-s")
      try terminal.waitFor("saved ✓")
    }
  }

  @Test func withoutATerminalItSaysSoInOneSentence() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let outcome = try await home.run("open", "spring")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("need a terminal"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}

extension BoardsHome {
  /// A home with the board "spring", two ideas on it.
  static func withSpringBoard() async throws -> BoardsHome {
    let home = try BoardsHome()
    for arguments in [
      ["new", "spring", "--seed", "blank", "--title", "Spring day"],
      ["post", "spring", "One number for carers"],
      ["post", "spring", "Night-time pharmacy rota"],
    ] {
      let outcome = try await home.run(arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    return home
  }

  /// The board's screens in a terminal, until `body` returns.
  @discardableResult
  func screens<Result>(
    _ arguments: String..., size: Size = Size(width: 80, height: 24), _ body: (TmuxTerminal) throws -> Result
  ) throws -> Result {
    let command = [RunningProgram.path, "open", "spring"] + arguments
    return try TmuxTerminal.run(command, environment: environment, size: size, body)
  }

  /// The board's screens in a terminal that the caller closes; high enough for all ideas of a test, as the selection stays
  /// while others are put above it.
  func terminal(_ arguments: String...) throws -> TmuxTerminal {
    try TmuxTerminal(
      [RunningProgram.path, "open", "spring"] + arguments, environment: environment,
      size: Size(width: 80, height: 50))
  }

  /// The contents of all files under a directory, without those that are still being written.
  func files(under directory: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    let finished = names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    return finished.compactMap { try? String(contentsOfFile: "\(directory)/\($0)", encoding: .utf8) }
  }
}
