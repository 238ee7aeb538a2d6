import Foundation
import TestSupport
import Testing

/// Importing with the real program: what it changes, and what it shows meanwhile.
@Suite struct ImportTests {
  @Test func aConversationGivesEachStatementTheLastVotesOfEverybody() async throws {
    let conversation = InventedConversation()
    let home = try BoardsHome()
    try conversation.write(to: "\(home.path)/conversation")
    try await home.succeed("new", "talk", "--seed", "blank")
    let done = try await home.succeed("import", "talk", "--from", "polis", "\(home.path)/conversation")
    #expect(done.output.contains("40 statements") && done.output.contains("5 statements too long"))
    let ideas = try await home.succeed("list", "talk", "--all", "--json").objects().sorted { id($0) < id($1) }
    let round = try await home.succeed("round", "talk", "--json").object()
    let results = try #require(round["results"] as? [[String: Any]])
    #expect(round["open"] as? Bool == false && round["kind"] as? String == "consensus")
    #expect(ideas.map(id) == Array(1...40))
    for (idea, statement) in zip(ideas, conversation.inOrder) {
      let text = statement.text.replacing("\n", with: " ")
      let (title, body) = (idea["title"] as? String ?? "", idea["body"] as? String)
      #expect(text.count > 140 ? title.hasSuffix("…") && body == statement.text : title == text && body == "")
      #expect(title.count <= 140 && text.hasPrefix(title.prefix { $0 != "…" }))
      #expect(idea["author"] as? String == "p\(statement.author)")
      #expect((idea["state"] as? String == "hidden") == (statement.moderated == -1))
      let result = results.first { id($0) == id(idea) }
      let counts = ["agree", "disagree", "pass"].map { result?[$0] as? Int ?? 0 }
      #expect(counts == conversation.lastVotes(on: statement.number), "statement \(statement.number)")
    }
    #expect(try await home.succeed("list", "talk", "--json").objects().count == 32)
    #expect(try await home.succeed("check", "talk").output.contains("in order"))
  }

  @Test func theInventedConversationHasWhatRealOnesHave() {
    let conversation = InventedConversation()
    let cast = Set(conversation.votes.map { [$0.statement, $0.voter] })
    #expect(cast.count < conversation.votes.count, "votes that were changed")
    #expect(conversation.votes.contains { $0.sign == 0 })
    #expect(conversation.votes.map(\.at) != conversation.votes.map(\.at).sorted())
    #expect(Set(conversation.statements.map(\.moderated)) == [-1, 0, 1])
    #expect(conversation.statements.count { $0.text.count > 140 } == 5)
    #expect(Set(conversation.statements.map(\.at)).count == 40)
  }

  @Test(.timeLimit(.minutes(5)))
  func progressIsShownAtATerminalAndGoesAgain() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let file = try home.write(Self.table(rows: 2_000), to: "ideas.csv")
    let terminal = try home.pseudoTerminal("import", "clinic", "--from", "csv", file)
    #expect(await terminal.status() == 0, "\(terminal.text)")
    try await terminal.waitFor("Imported: 2,000 ideas")
    let shown = terminal.text.matches(of: #/\r(\d+) % of 2000 changes /#).compactMap { Int($0.1) }
    #expect(!shown.isEmpty && shown == shown.sorted() && shown.allSatisfy { (0...100).contains($0) }, "\(shown)")
    // Written over with spaces before the summary.
    #expect(terminal.text.contains(#/ changes \r {40}\rImported: 2,000 ideas/#))
  }

  @Test func nothingIsShownMeanwhileWhereErrorsGoToAFile() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let file = try home.write(Self.table(rows: 2_000), to: "ideas.csv")
    #expect(try await home.succeed("import", "clinic", "--from", "csv", file).output.hasPrefix("Imported: 2,000 ideas"))
  }

  @Test func aDryRunChangesNothing() async throws {
    let home = try await BoardsHome.withBoard()
    let folder = "\(home.path)/conversation"
    try InventedConversation().write(to: folder)
    let ideas = try home.write("title,author\nFalls car,zoe\n", to: "ideas.csv")
    let people = try home.write("handle,name\njo,Jo Marsh\n", to: "people.csv")
    let before = try await home.succeed("export", "clinic", "--to", "json", "--history").output
    let files = try FileManager.default.contentsOfDirectory(atPath: home.path + "/boards").sorted()
    for command in [
      ["import", "clinic", "--from", "polis", folder], ["import", "clinic", "--from", "csv", ideas],
      ["people", "import", "clinic", people],
    ] {
      let dry = try await home.succeed(command + ["--dry-run"])
      #expect(dry.output.contains("nothing was imported"), "\(dry)")
      // Nor does it bring anybody onto the board.
      try await home.fail(66, command + ["--dry-run", "--as", "Zoë New"])
    }
    #expect(try await home.succeed("export", "clinic", "--to", "json", "--history").output == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path + "/boards").sorted() == files)
  }

  @Test func aBadRowOfAConversationIsNamedAndLeftOutWhereThatIsAllowed() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    let folder = "\(home.path)/conversation"
    try InventedConversation().write(to: folder)
    let votes = try String(contentsOfFile: "\(folder)/votes.csv", encoding: .utf8)
    try Data((votes + "1500000200000,x,99,1,1\n1500000200000,x,1,1,7\n").utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/votes.csv"))
    let before = try await home.succeed("log", "clinic").output
    let refused = try await home.run("import", "clinic", "--from", "polis", folder)
    #expect(refused.status == 65 && refused.output == "")
    for place in ["votes.csv, line 902, column 3 (comment-id)", "votes.csv, line 903, column 5 (vote)"] {
      #expect(refused.errors.contains(place), "\(refused)")
    }
    #expect(try await home.succeed("log", "clinic").output == before)
    let done = try await home.succeed("import", "clinic", "--from", "polis", folder, "--skip-bad")
    #expect(done.output.contains("line 902") && done.output.contains("line 903"))
    #expect(try await home.succeed("list", "clinic", "--all", "--json").objects().count == 40)
  }

  private static func table(rows: Int) -> String {
    "title\n" + (1...rows).map { "Idea \($0)\n" }.joined()
  }

  private func id(_ object: [String: Any]) -> Int { object["id"] as? Int ?? -1 }
}
