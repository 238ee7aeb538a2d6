import Foundation
import Testing

/// Sessions and their agendas with the real program.
@Suite struct SessionCommandTests {
  private func steps(_ home: BoardsHome) async throws -> [[String: Any]] {
    try await home.succeed("step", "clinic", "--json").objects()
  }

  /// Plans and opens a session with two steps.
  private func homeWithAgenda() async throws -> BoardsHome {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("session", "clinic", "add", "Day one")
    try await home.succeed("step", "clinic", "add", "Write alone", "--kind", "private-writing", "--minutes", "8")
    try await home.succeed("step", "clinic", "add", "Gallery", "--kind", "gallery", "--instruction", "Walk around.")
    return home
  }

  @Test func aSessionIsPlannedOpenedTakenOverAndClosed() async throws {
    let home = try await homeWithAgenda()
    try await home.succeed("people", "add", "clinic", "dee", "--name", "Dee Hart", "--role", "facilitator")
    let opened = try await home.succeed("session", "clinic", "open", "--json").objects()
    #expect(opened.map { $0["state"] as? String } == ["open"])
    #expect((opened[0]["steps"] as? [Any])?.count == 2)
    // Nobody else runs the room before it was taken over, and that is told.
    let refused = try await home.fail(77, "step", "clinic", "start", "1", "--as", "dee")
    #expect(refused.errors.contains("hothouse session clinic take-over"))
    #expect(try await home.succeed("session", "clinic", "take-over", "--as", "dee").output.contains("Took over"))
    try await home.succeed("step", "clinic", "start", "1", "--as", "dee")
    #expect(try await home.succeed("session", "clinic").output.contains("Dee Hart"))
    try await home.fail(77, "session", "clinic", "take-over", "--as", "zoe")
    try await home.succeed("session", "clinic", "close", "--as", "dee")
    let closed = try await home.succeed("session", "clinic", "--json").objects()
    #expect(closed[0]["state"] as? String == "closed" && closed[0]["closed_at"] is String)
    try await home.fail(1, "session", "clinic", "close")
    try await home.fail(66, "session", "clinic", "open", "7")
  }

  @Test func theClockIsPausedExtendedAndShortened() async throws {
    let home = try await homeWithAgenda()
    // No session is open: starting its first step opens it.
    try await home.succeed("step", "clinic", "start")
    var step = try await steps(home)[0]
    #expect(step["state"] as? String == "running" && step["private"] as? Bool == true)
    let left = try #require(step["seconds_left"] as? Int)
    // However busy the host is, no test takes two minutes.
    #expect((360...480).contains(left))
    try await home.succeed("step", "clinic", "extend", "5m")
    try await home.succeed("step", "clinic", "pause")
    step = try await steps(home)[0]
    let paused = try #require(step["seconds_left"] as? Int)
    #expect(step["state"] as? String == "paused" && step["deadline_at"] is NSNull && (660...780).contains(paused))
    try await home.succeed("step", "clinic", "resume")
    try await home.succeed("step", "clinic", "shorten", "3")
    #expect((paused - 300...paused - 180).contains(try #require(await steps(home)[0]["seconds_left"] as? Int)))
    try await home.fail(64, "step", "clinic", "extend", "soon")
  }

  @Test func theAgendaIsReorderedSkippedAndWalked() async throws {
    let home = try await homeWithAgenda()
    try await home.succeed("step", "clinic", "add", "Break", "--kind", "break", "--before", "1")
    #expect(try await steps(home).map { $0["title"] as? String } == ["Break", "Write alone", "Gallery"])
    try await home.succeed("step", "clinic", "move", "1", "--before", "3")
    try await home.succeed("session", "clinic", "open")
    try await home.succeed("step", "clinic", "skip", "2")
    try await home.succeed("step", "clinic", "next")
    try await home.succeed("step", "clinic", "next")
    #expect(try await steps(home).map { $0["state"] as? String } == ["done", "skipped", "running"])
    // Back, and on again: a step that was run is run again.
    try await home.succeed("step", "clinic", "start", "1")
    try await home.succeed("step", "clinic", "next")
    #expect(try await steps(home)[2]["runs"] as? Int == 2)
    let last = try await home.fail(1, "step", "clinic", "next")
    #expect(last.errors.contains("hothouse session clinic close"))
    try await home.fail(66, "step", "clinic", "start", "9")
    let table = try await home.succeed("step", "clinic").output
    #expect(table.contains("Walk around.") && table.contains("0 of "))
  }

  @Test func startWithATitleMakesStepAndSession() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let words = "step clinic start --title Notes --minutes 5 --kind work --naming sealed --private --hard-stop"
    try await home.succeed(words.split(separator: " ").map(String.init) + ["--hide-organisations"])
    let step = try #require(await steps(home).first)
    #expect(step["naming"] as? String == "sealed" && step["hides_organisations"] as? Bool == true)
    #expect(step["hard_stop"] as? Bool == true && step["private"] as? Bool == true && step["minutes"] as? Int == 5)
    #expect(try await home.succeed("session", "clinic", "--json").objects().count == 1)
    // The next one comes right after it on the same agenda, and before what was planned to follow.
    try await home.succeed("step", "clinic", "add", "End")
    try await home.succeed("step", "clinic", "start", "--title", "Break", "--kind", "break")
    #expect(try await steps(home).map { $0["title"] as? String } == ["Notes", "Break", "End"])
    #expect(try await steps(home).map { $0["state"] as? String } == ["done", "running", "planned"])
  }

  @Test func leavingAPrivateStepAsksAboutTheReveal() async throws {
    let home = try await homeWithAgenda()
    try await home.succeed("step", "clinic", "start", "1")
    let posted = try await home.run("post", "clinic", "Falls car", "--as", "zoe")
    #expect(posted.status == 0 && posted.output == "" && posted.errors.contains("when the step is revealed"))
    #expect(try await home.succeed("list", "clinic", "--json").objects().isEmpty)
    let asked = try await home.fail(1, "step", "clinic", "next")
    #expect(asked.errors.contains("1 idea") && asked.errors.contains("--reveal"))
    #expect(try await steps(home)[0]["state"] as? String == "running")
    try await home.succeed("step", "clinic", "next", "--leave-private")
    #expect(try await home.succeed("list", "clinic", "--json").objects().isEmpty)
    try await home.succeed("step", "clinic", "reveal")
    let shown = try await home.succeed("list", "clinic", "--json").objects()
    #expect(shown.map { $0["id"] as? Int } == [1] && shown[0]["author"] as? String == "zoe")
    try await home.succeed("step", "clinic", "start", "1")
    try await home.run("post", "clinic", "Night rota", "--as", "ann")
    try await home.succeed("step", "clinic", "next", "--reveal")
    #expect(try await home.succeed("list", "clinic", "--json").objects().count == 2)
  }

  @Test func whatIsPostedWhereNoNamesAreKeptHasNone() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    for handle in ["zoe", "ann"] { try await home.succeed("people", "add", "clinic", handle) }
    try await home.succeed("step", "clinic", "start", "--title", "Say it", "--naming", "sealed")
    let posted = try await home.run("post", "clinic", "We are tired", "--as", "zoe")
    #expect(posted.output == "1\n" && posted.errors.contains("cannot be edited later"))
    let said = try await home.run("comment", "clinic", "1", "So are we", "--as", "ann", "--json")
    #expect(said.status == 0 && said.errors.contains("without your name"))
    let idea = try await home.succeed("show", "clinic", "1", "--json", "--as", "zoe").output
    #expect(!idea.contains("\"zoe\"") && !idea.contains("\"ann\""))
    let log = try await home.succeed("log", "clinic", "--json").lines.filter { $0.contains(".post\"") }
    #expect(log.count == 2 && log.allSatisfy { $0.contains("\"actor\":null") && $0.contains("\"entered_by\":null") })
    // Whoever joined right before would be known by that.
    let newcomer = try await home.fail(1, "post", "clinic", "Me too", "--as", "lou")
    #expect(newcomer.errors.contains("not on this board yet"))
    #expect(try await !home.succeed("people", "clinic").output.contains("lou"))
    // Not even by whoever wrote it: nothing tells that it was them.
    try await home.fail(77, "edit", "clinic", "1", "--title", "Another", "--as", "zoe")
    try await home.succeed("check", "clinic")
  }

  @Test func aHiddenNameIsToldToFacilitatorsOnly() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("people", "add", "clinic", "ann")
    try await home.succeed("step", "clinic", "start", "--title", "Say it", "--naming", "hidden")
    let posted = try await home.run("post", "clinic", "We are tired", "--as", "zoe")
    #expect(posted.output == "1\n" && posted.errors.contains("coaches and facilitators do"))
    #expect(try await home.succeed("list", "clinic", "--json").objects()[0]["author"] as? String == "zoe")
    #expect(try await home.succeed("list", "clinic", "--json", "--as", "ann").objects()[0]["author"] is NSNull)
  }
}
