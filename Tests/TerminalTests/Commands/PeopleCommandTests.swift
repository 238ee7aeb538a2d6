import Foundation
import Testing

/// Identity, roles, rounds, challenges and teams with the real program.
@Suite struct PeopleCommandTests {
  @Test func asActsAsAnotherPersonAndMakesOneWhereThereIsNone() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Falls car", "--as", "Zoë O’Neil")
    let people = try await home.succeed("people", "clinic", "--json").objects()
    let zoe = people.first { $0["handle"] as? String == "zoe-oneil" }
    #expect(zoe?["name"] as? String == "Zoë O’Neil")
    #expect(zoe?["role"] as? String == "participant")
    try await home.succeed("post", "clinic", "Night rota", "--as", "zoe-oneil")
    #expect(try await home.succeed("people", "clinic", "--json").objects().count == people.count)
    #expect(try await home.succeed("list", "clinic", "--json").objects()[0]["author"] as? String == "zoe-oneil")
    // A participant is held to the rules of a participant.
    let refused = try await home.fail(77, "hide", "clinic", "1", "--reason", "x", "--as", "zoe-oneil")
    #expect(refused.errors.contains("Facilitating: "))
    try await home.fail(66, "list", "clinic", "--as", "nobody")
    try await home.fail(65, "post", "clinic", "x", "--as", "李雷")
  }

  @Test func aFacilitatorEntersForSomebodyWithoutADevice() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("people", "add", "clinic", "sam", "--name", "Sam Holt", "--team", "Millbrook")
    try await home.succeed("post", "clinic", "One number", "--for", "sam")
    #expect(try await home.succeed("list", "clinic", "--json").objects()[0]["author"] as? String == "sam")
    let last = try await home.succeed("log", "clinic").lines.last
    #expect(last?.contains("Sam Holt") == true && last?.contains("entered by") == true)
    try await home.fail(66, "post", "clinic", "x", "--for", "nobody")
    try await home.fail(77, "post", "clinic", "x", "--for", "sam", "--as", "jo")
  }

  @Test func rolesAndProfilesChange() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("people", "add", "clinic", "priya", "--name", "Priya Shah", "--role", "coach")
    try await home.succeed("role", "clinic", "priya", "observer")
    try await home.succeed(
      "people", "edit", "clinic", "priya", "--organisation", "Canalside Care", "--perspective", "carers")
    let table = try await home.succeed("people", "clinic").output
    #expect(table.contains("Priya Shah  observer") && table.contains("Canalside Care"))
    try await home.fail(77, "post", "clinic", "x", "--as", "priya")
    try await home.fail(1, "people", "add", "clinic", "priya")
    try await home.fail(65, "people", "add", "clinic", "Priya Two")
    try await home.fail(64, "role", "clinic", "priya", "boss")
    try await home.fail(66, "role", "clinic", "nobody", "coach")
  }

  @Test func peopleAreImportedFromAFileOrNotAtAll() async throws {
    let home = try await BoardsHome.withBoard()
    let good = try home.write(
      "handle,name,team,organisation,perspective,role\njo,Jo Marsh,Millbrook,Canalside Care,carers,participant\n"
        + "lee,Lee Ward,Highfield,,residents,coach\n", to: "people.csv")
    #expect(try await home.succeed("people", "import", "clinic", good).output.contains("2"))
    #expect(try await home.succeed("people", "clinic", "--json").objects().count == 3)
    let bad = try home.write("handle,name\nsam,Sam Holt\nNot A Handle,Nobody\n", to: "bad.csv")
    let refused = try await home.run("people", "import", "clinic", bad)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("line 3"))
    #expect(try await home.succeed("people", "clinic", "--json").objects().count == 3)
  }

  @Test func dotsAreSpentTakenBackAndRefusedBeyondTheBudget() async throws {
    let home = try await BoardsHome.withBoard()
    for title in ["Shared desk", "Falls car"] { try await home.succeed("post", "clinic", title) }
    try await home.succeed("dot", "clinic", "1", "--count", "3")
    let capped = try await home.fail(1, "dot", "clinic", "1")
    #expect(capped.errors.contains("undot clinic"))
    try await home.fail(1, "dot", "clinic", "2", "--count", "3")
    #expect(
      try await home.succeed("list", "clinic", "--json").objects().first { $0["id"] as? Int == 2 }?["dots"] as? Int == 0
    )
    try await home.succeed("undot", "clinic", "1")
    #expect(try await home.succeed("dot", "clinic", "2", "--json").object()["dots"] as? Int == 1)
    #expect(try await home.succeed("round", "clinic").output.contains("You have 2 dots left."))
    try await home.fail(1, "agree", "clinic", "1")
  }

  @Test func aRoundIsBlindUntilItCloses() async throws {
    let home = try await BoardsHome.withBoard()
    for title in ["Shared desk", "Falls car"] { try await home.succeed("post", "clinic", title) }
    try await home.succeed("round", "clinic", "open", "--consensus", "--title", "Which first")
    try await home.succeed("agree", "clinic", "1")
    try await home.succeed("disagree", "clinic", "1", "--as", "jo")
    try await home.succeed("pass", "clinic", "2", "--as", "jo")
    let open = try await home.succeed("round", "clinic", "show", "--json").object()
    #expect(open["open"] as? Bool == true)
    #expect((open["results"] as? [Any])?.isEmpty == true)
    #expect(try await home.succeed("round", "clinic").output.contains("The results show when it closes."))
    try await home.fail(77, "round", "clinic", "close", "--as", "jo")
    try await home.succeed("round", "clinic", "close")
    let closed = try await home.succeed("round", "clinic", "--json").object()["results"] as? [[String: Any]]
    let first = closed?.first { $0["id"] as? Int == 1 }
    #expect(first?["agree"] as? Int == 1 && first?["disagree"] as? Int == 1)
    #expect(try await home.succeed("list", "clinic").output.contains("Disagree"))
    try await home.fail(1, "agree", "clinic", "1")
    try await home.fail(66, "round", "clinic", "show", "--number", "9")
    try await home.succeed("round", "clinic", "open", "--dots", "4", "--cap", "2")
    try await home.succeed("round", "clinic", "budget", "--dots", "6")
  }

  @Test func challengesAndTeamsAreKept() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    #expect(try await home.succeed("challenge", "clinic").output.contains("No challenges yet."))
    let added = try await home.succeed(
      "challenge", "clinic", "add", "How might we ring once?", "--place", "Millbrook", "--json")
    #expect(try added.object()["number"] as? Int == 1)
    try await home.succeed("challenge", "clinic", "edit", "1", "--question", "How might families ring once?")
    try await home.succeed("challenge", "clinic", "move", "1", "--stage", "define")
    try await home.succeed("challenge", "clinic", "close", "1")
    let refused = try await home.fail(1, "post", "clinic", "Falls car", "--challenge", "1")
    #expect(refused.errors.contains("closed"))
    try await home.succeed("challenge", "clinic", "open", "1")
    let listed = try await home.succeed("challenge", "clinic").output
    #expect(listed.contains("How might families ring once?") && listed.contains("Define"))
    try await home.fail(66, "challenge", "clinic", "close", "7")
    try await home.succeed("team", "clinic", "add", "Oldham", "--place", "Town hall")
    #expect(try await home.succeed("team", "clinic", "--json").objects().first?["name"] as? String == "Oldham")
    try await home.fail(1, "team", "clinic", "add", "Oldham")
  }

  @Test func redactionAsksAndLeavesNothing() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "About Mrs Quillfeather", "--body", "She lives at home.")
    try await home.succeed("comment", "clinic", "1", "Mrs Quillfeather rang again")
    let unasked = try await home.fail(64, "redact", "clinic", "1", "--reason", "names a patient")
    #expect(unasked.errors.contains("--yes"))
    try await home.succeed("people", "add", "clinic", "jo")
    try await home.fail(77, "redact", "clinic", "1", "--reason", "names a patient", "--yes", "--as", "jo")
    try await home.fail(66, "redact", "clinic", "1", "--reason", "names a patient", "--yes", "--as", "nobody")
    let done = try await home.succeed("redact", "clinic", "1", "--reason", "names a patient", "--yes")
    #expect(done.output.contains("Backups"))
    for command in [
      ["list"], ["show", "clinic", "1"], ["log", "clinic", "--json"],
      ["export", "clinic", "--to", "json", "--history"],
    ] {
      let outcome = try await home.succeed(command.count == 1 ? command + ["clinic"] : command)
      #expect(!outcome.output.contains("Quillfeather"))
    }
    for end in ["", "-wal"] {
      let data = (try? Data(contentsOf: URL(fileURLWithPath: home.file(of: "clinic") + end))) ?? Data()
      #expect(data.range(of: Data("Quillfeather".utf8)) == nil)
    }
    #expect(try await home.succeed("check", "clinic").output.contains("in order"))
  }
}
