import Foundation
import Testing

/// What goes on in the room, with the real program.
@Suite struct RoomCommandTests {
  private func openHome() async throws -> BoardsHome {
    let home = try await BoardsHome.withBoard()
    for (handle, team) in [("zoe", "Millbrook"), ("ann", "Harbour")] {
      try await home.succeed("people", "add", "clinic", handle, "--team", team)
    }
    try await home.succeed("step", "clinic", "start", "--title", "Work", "--minutes", "20")
    return home
  }

  @Test func handsAndReadyMarksAreCounted() async throws {
    let home = try await openHome()
    #expect(try await home.succeed("ready", "clinic", "--as", "zoe").output.hasPrefix("1 of "))
    let ready = try await home.succeed("ready", "clinic", "--as", "ann", "--json").object()
    #expect(ready["count"] as? Int == 2)
    #expect(try await home.succeed("ready", "clinic", "--not-yet", "--as", "ann").output.hasPrefix("1 of "))
    try await home.fail(1, "ready", "clinic", "--as", "zoe")
    try await home.succeed("hand", "clinic", "--as", "zoe")
    try await home.succeed("hand", "clinic", "--as", "ann")
    #expect(try await home.succeed("step", "clinic").output.contains("Hand up: zoe, Millbrook"))
    try await home.fail(77, "hand", "clinic", "--down", "--whose", "zoe", "--as", "ann")
    let left = try await home.succeed("hand", "clinic", "--down", "--whose", "zoe", "--json").objects()
    #expect(left.map { $0["name"] as? String } == ["ann"])
  }

  @Test func aLineAndASpotlightReachEverybody() async throws {
    let home = try await openHome()
    try await home.succeed("post", "clinic", "Falls car", "--as", "zoe")
    try await home.succeed("broadcast", "clinic", "Lunch is here")
    try await home.succeed("spotlight", "clinic", "1")
    let page = try await home.succeed("step", "clinic", "--as", "ann").output
    #expect(page.contains("Lunch is here") && page.contains("Look at 1 Falls car"))
    try await home.fail(77, "broadcast", "clinic", "Mine", "--as", "ann")
    #expect(try await home.succeed("broadcast", "clinic", "--clear", "--json").object()["text"] is NSNull)
    #expect(try await home.succeed("spotlight", "clinic", "--clear", "--json").object()["idea"] is NSNull)
    try await home.fail(66, "spotlight", "clinic", "99")
    try await home.fail(64, "broadcast", "clinic")
  }

  @Test func helpIsAskedForClaimedAndClosedWithANote() async throws {
    let home = try await openHome()
    #expect(try await home.succeed("help-queue", "clinic").output.contains("Nobody waits"))
    #expect(
      try await home.succeed("help-queue", "clinic", "ask", "Sharing data", "--as", "zoe").output.contains("0 others"))
    let second = try await home.succeed("help-queue", "clinic", "ask", "Who pays?", "--as", "ann")
    #expect(second.output.contains("Request 2: 1 other waits before."))
    let again = try await home.fail(1, "help-queue", "clinic", "ask", "More", "--as", "zoe")
    #expect(again.errors.contains("Your team waits already"))
    try await home.succeed("help-queue", "clinic", "claim", "1")
    try await home.succeed("help-queue", "clinic", "arrive", "1")
    let page = try await home.succeed("help-queue", "clinic").output
    #expect(page.contains("arrived") && page.contains("Nobody has been with Harbour yet."))
    try await home.succeed("help-queue", "clinic", "close", "1", "--note", "Ask the data officer.")
    let queue = try await home.succeed("help-queue", "clinic", "--json").objects()
    let closed = try #require(queue.first { $0["number"] as? Int == 1 })
    #expect(closed["state"] as? String == "closed" && closed["note"] as? String == "Ask the data officer.")
    #expect(closed["team"] as? String == "Millbrook" && closed["seconds_waiting"] is Int)
    try await home.succeed("help-queue", "clinic", "claim", "2")
    try await home.succeed("help-queue", "clinic", "give-back", "2")
    #expect(try await home.succeed("help-queue", "clinic", "--json").objects()[0]["state"] as? String == "waiting")
    try await home.fail(66, "help-queue", "clinic", "claim", "9")
  }

  @Test func actionsHaveAnOwnerADayAndAState() async throws {
    let home = try await openHome()
    try await home.succeed("post", "clinic", "Falls car", "--as", "zoe")
    let added = try await home.succeed(
      "action", "clinic", "add", "Invite a carer", "--owner", "ann", "--due", "2026-05-04", "--idea", "1", "--team",
      "Millbrook", "--json"
    ).object()
    #expect(added["owner"] as? String == "ann" && added["due"] as? String == "2026-05-04")
    #expect(added["about"] as? String == "idea 1" && added["team"] as? String == "Millbrook")
    try await home.succeed("action", "clinic", "edit", "1", "--text", "Invite two carers")
    try await home.succeed("action", "clinic", "done", "1", "--as", "ann")
    let row = try await home.succeed("action", "clinic", "--json").objects()[0]
    #expect(row["state"] as? String == "done" && row["text"] as? String == "Invite two carers")
    try await home.succeed("action", "clinic", "reopen", "1")
    try await home.succeed("action", "clinic", "drop", "1")
    #expect(try await home.succeed("action", "clinic").output.contains("dropped"))
    try await home.fail(65, "action", "clinic", "add", "x", "--due", "soon")
    try await home.fail(66, "action", "clinic", "done", "9")
    try await home.fail(64, "action", "clinic", "add", "x", "--idea", "1", "--challenge", "1")
  }

  @Test func teamsFillUpAndSomebodyWaits() async throws {
    let home = try await openHome()
    try await home.succeed("team", "clinic", "seats", "Millbrook", "1")
    let waiting = try await home.succeed("team", "clinic", "join", "Millbrook", "--as", "ann")
    #expect(waiting.output.contains("number 1 of those who wait"))
    let list = try await home.succeed("team", "clinic", "waiting", "--json").objects()
    #expect(list.map { $0["name"] as? String } == ["Millbrook"] && list[0]["waiting"] as? [String] == ["ann"])
    // A facilitator gives a seat that is not free.
    try await home.succeed("team", "clinic", "join", "Millbrook", "--whose", "ann")
    #expect(try await home.succeed("team", "clinic", "waiting").output == "Nobody waits for a seat.\n")
    try await home.succeed("team", "clinic", "leave", "--as", "zoe")
    let teams = try await home.succeed("team", "clinic", "--json").objects()
    let millbrook = try #require(teams.first { $0["name"] as? String == "Millbrook" })
    #expect(millbrook["members"] as? [String] == ["ann"] && millbrook["seats"] as? Int == 1)
    try await home.fail(77, "team", "clinic", "seats", "Millbrook", "3", "--as", "ann")
  }

  @Test func aClosedRoundShowsPlacesTiesAndSpreadAndWhoEnteredForOthers() async throws {
    let home = try await openHome()
    for title in ["Falls car", "Night rota", "One number"] {
      try await home.succeed("post", "clinic", title, "--as", "zoe")
    }
    try await home.succeed("round", "clinic", "open", "--dots", "3", "--cap", "2")
    // Ann has no device: a facilitator puts her dots.
    try await home.succeed("dot", "clinic", "1", "--count", "2", "--for", "ann")
    try await home.succeed("dot", "clinic", "2", "--as", "zoe")
    try await home.succeed("dot", "clinic", "3", "--as", "zoe")
    let open = try await home.succeed("round", "clinic").output
    #expect(!open.contains("Place"))
    try await home.succeed("round", "clinic", "close")
    let shown = try await home.succeed("round", "clinic").output
    #expect(shown.contains("4 dots on 3 ideas; the first 3 have 100 in a hundred."))
    #expect(shown.components(separatedBy: "2=").count == 3)
    #expect(shown.contains("2 votes were entered for people without a device."))
    let results = try await home.succeed("round", "clinic", "--json").object()["results"] as? [[String: Any]]
    #expect(results?.map { $0["place"] as? Int } == [1, 2, 2])
    let log = try await home.succeed("log", "clinic").lines.filter { $0.contains(" ann ") && $0.contains("dot") }
    #expect(!log.isEmpty && log.allSatisfy { $0.contains("entered by") }, "\(log)")
  }

  @Test func whoShowsWhoIsHereAndWhoIsMissing() async throws {
    let home = try await openHome()
    let empty = try await home.succeed("who", "clinic", "--json").object()
    #expect((empty["people"] as? [Any])?.isEmpty == true)
    let wanted = try #require(empty["missing"] as? [String])
    let voice = try #require(wanted.first)
    try await home.succeed("people", "edit", "clinic", "zoe", "--perspective", voice)
    let terminal = try home.shellInTerminal("\(RunningProgram.path) open clinic --as zoe")
    try await terminal.waitFor("\u{1B}[?1049h")
    let here = try await eventually {
      let seen = try await home.succeed("who", "clinic", "--json").object()
      return (seen["people"] as? [[String: Any]])?.isEmpty == false ? seen : nil
    }
    let seen = try #require(here)
    let person = try #require((seen["people"] as? [[String: Any]])?.first)
    #expect(person["handle"] as? String == "zoe" && person["team"] as? String == "Millbrook")
    #expect(person["away"] as? Bool == false && person["perspective"] as? String == voice)
    #expect((seen["missing"] as? [String]) == Array(wanted.dropFirst()))
    #expect(try await home.succeed("who", "clinic").output.contains("Not in the room: "))
    terminal.close()
    _ = await terminal.status()
  }
}
