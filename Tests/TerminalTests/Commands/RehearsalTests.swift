import Foundation
import TestSupport
import Testing

/// Simulated people, each a process of the real program.
@Suite(.timeLimit(.minutes(10))) struct RehearsalTests {
  private func rehearse(_ home: BoardsHome, _ more: String...) async throws -> [String: Any] {
    let words = ["rehearse", "clinic", "--people", "6", "--minutes", "0.06", "--pace", "0.2", "--seed", "11", "--json"]
    return try await home.succeed(words + more).object()
  }

  @Test(arguments: [
    ["--kind", "work"], ["--kind", "private-writing", "--naming", "hidden"], ["--naming", "sealed", "--private"],
    ["--kind", "gallery"], ["--kind", "round"], ["--kind", "actions"], ["--kind", "pitch"], ["--kind", "break"],
  ])
  func simulatedPeopleDoWhatTheStepAsksFor(step: [String]) async throws {
    let home = try await BoardsHome.withBoard()
    for number in 1...5 { try await home.succeed("post", "clinic", "Rehearsal: idea \(number)") }
    try await home.succeed(["step", "clinic", "start", "--title", "Now"] + step)
    try await home.succeed("round", "clinic", "open")
    let figures = try await rehearse(home)
    #expect((figures["unexpected"] as? [Any])?.isEmpty == true, "\(figures)")
    #expect(figures["screens_equal"] as? Bool == true, "\(figures)")
    #expect(figures["board"] as? String == "clinic" && figures["seed"] as? Int == 11)
    if step != ["--kind", "break"] { #expect(try #require(figures["operations"] as? Int) > 0) }
    let people = try await home.succeed("people", "clinic", "--json").objects()
    let simulated = people.filter { ($0["handle"] as? String)?.hasPrefix("rehearsal-0") == true }
    #expect(simulated.count == 6 && Set(simulated.compactMap { $0["team"] as? String }).count == 6)
    #expect(simulated.allSatisfy { ($0["name"] as? String)?.hasPrefix("Rehearsal 0") == true })
    try await home.succeed("check", "clinic")
  }

  @Test func whereSomebodyHasPostedItIsRehearsedOnACopy() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Falls car")
    let before = try await home.succeed("log", "clinic").output
    let figures = try await rehearse(home)
    #expect(figures["board"] as? String == "clinic-rehearsal")
    #expect(try await home.succeed("log", "clinic").output == before)
    #expect(try await home.succeed("people", "clinic-rehearsal").output.contains("Rehearsal 06"))
    let removed = try await home.succeed("rehearse", "clinic", "--remove", "--json").object()
    #expect(removed["copy_deleted"] as? Bool == true)
    try await home.fail(66, "list", "clinic-rehearsal")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/boards").allSatisfy {
        !$0.contains("rehearsal")
      })
    #expect(try await home.succeed("log", "clinic").output == before)
  }

  @Test func whatARehearsalLeftOnTheBoardItselfIsTakenOutOfSight() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Falls car", "--as", "zoe")
    try await home.succeed("step", "clinic", "start", "--title", "Now", "--naming", "sealed")
    _ = try await rehearse(home, "--here")
    #expect(try await home.succeed("list", "clinic", "--json").objects().count > 1)
    try await home.succeed("step", "clinic", "start", "--title", "After")
    let removed = try await home.succeed("rehearse", "clinic", "--remove")
    #expect(removed.output.contains("6 simulated people now only look on"))
    #expect(
      try await home.succeed("list", "clinic", "--json").objects().filter { $0["state"] as? String == "active" }.count
        == 1)
    #expect(try await home.succeed("show", "clinic", "1", "--as", "zoe").output.contains("Rehearsal:") == false)
    #expect(try await home.succeed("step", "clinic").output.contains("0 of 1 ready"))
    try await home.succeed("check", "clinic")
    #expect(try await home.succeed("rehearse", "clinic", "--remove").output.contains("Nothing is left"))
    // Those who were there once come back.
    _ = try await rehearse(home, "--here")
    try await home.fail(77, "rehearse", "clinic", "--here", "--as", "zoe")
  }

  @Test func ctrlCEndsItWithItsFiguresAndLeavesNobodyBehind() async throws {
    let home = try await BoardsHome.withBoard()
    let line =
      "trap : INT; \(RunningProgram.path) rehearse clinic --people 4 --minutes 60 --pace 0.2; echo ended=$?; cat"
    try TmuxTerminal.run(["sh", "-c", line], environment: home.environment) { terminal in
      try terminal.waitFor("Ctrl-C ends it.")
      terminal.press("ctrl-c")
      let screen = try terminal.waitFor("ended=")
      #expect(screen.contains("ended=0") && screen.contains("Screens at the end: equal."), "\(screen)")
    }
    let here = try await home.succeed("who", "clinic", "--json").object()
    #expect((here["people"] as? [Any])?.isEmpty == true)
  }
}

/// A recorded conversation, had again by processes of the real program.
@Suite(.timeLimit(.minutes(10))) struct ReplayTests {
  @Test func aRecordedConversationComesToTheSameVotes() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let conversation = InventedConversation()
    try conversation.write(to: "\(home.path)/conversation")
    let figures = try await home.succeed(
      "rehearse", "clinic", "--script", "\(home.path)/conversation", "--people", "5", "--json"
    ).object()
    #expect((figures["unexpected"] as? [Any])?.isEmpty == true && figures["screens_equal"] as? Bool == true)
    let round = try await home.succeed("round", "clinic", "--json").object()
    let results = try #require(round["results"] as? [[String: Any]])
    let counts = results.map { row in ["agree", "disagree", "pass"].map { row[$0] as? Int ?? 0 } }
    let expected = conversation.statements.map { conversation.lastVotes(on: $0.number) }
    #expect(counts.map(\.description).sorted() == expected.map(\.description).sorted())
    try await home.succeed("check", "clinic")
  }
}
