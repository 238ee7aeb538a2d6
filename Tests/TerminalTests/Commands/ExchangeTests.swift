import Foundation
import Testing

/// Importing and exporting with the real program.
@Suite struct ExchangeTests {
  @Test func aHistoryMakesAnEqualBoard() async throws {
    let home = try BoardsHome()
    try await home.succeed("new", "clinic", "--seed", "neighbourhoods-first", "--demonstration")
    try await home.succeed("redact", "clinic", "26", "--reason", "names a patient", "--yes")
    let file = "\(home.path)/clinic.json"
    try await home.succeed("export", "clinic", "--to", "json", "--history", "-o", file)
    let dry = try await home.succeed("import", "copy", "--from", "json", file, "--dry-run")
    #expect(dry.output.contains("nothing was"))
    try await home.fail(66, "list", "copy")
    try await home.succeed("import", "copy", "--from", "json", file)
    #expect(try await home.succeed("check", "copy").output.contains("in order"))
    let again = try await home.succeed("export", "copy", "--to", "json", "--history").output
    #expect(try again == String(contentsOfFile: file, encoding: .utf8))
    for command in ["list", "people", "round", "challenge"] {
      let (one, other) = (
        try await home.succeed(command, "clinic", "--json"), try await home.succeed(command, "copy", "--json")
      )
      #expect(one.output == other.output)
    }
    try await home.fail(1, "import", "copy", "--from", "json", file)
    try await home.fail(77, "export", "clinic", "--to", "json", "--history", "--as", "reed")
    try await home.fail(64, "export", "clinic", "--to", "csv", "--history")
  }

  @Test func ideasGoFromBoardToBoard() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed(
      "post", "clinic", "Shared desk", "--body", "One, \"two\"\nthree", "--tag", "desk", "--as", "jo")
    try await home.succeed("post", "clinic", "Falls car", "--build-on", "1")
    for form in ["csv", "json"] {
      let file = "\(home.path)/ideas.\(form)"
      try await home.succeed("export", "clinic", "--to", form, "-o", file)
      try await home.succeed("new", "from-\(form)", "--seed", "neighbourhoods-first")
      try await home.succeed("import", "from-\(form)", "--from", form, file)
      let ideas = try await home.succeed("list", "from-\(form)", "--json").objects()
      #expect(ideas.compactMap { $0["title"] as? String } == ["Falls car", "Shared desk"])
      #expect(ideas[0]["builds_on"] as? Int == 1)
      #expect(ideas[1]["body"] as? String == "One, \"two\"\nthree")
      #expect(ideas[1]["author"] as? String == "jo")
      #expect(ideas[1]["tags"] as? [String] == ["desk"])
    }
    let report = try await home.succeed("export", "clinic", "--to", "md").output
    #expect(report.hasPrefix("# Neighbourhoods First") && report.contains("Shared desk"))
    #expect(try await home.succeed("export", "clinic", "--to", "csv", "--people").output.contains("jo,jo,"))
    try await home.fail(74, "export", "clinic", "--to", "md", "-o", "\(home.path)/no/such/folder.md")
  }

  @Test func aBadRowIsNamedAndNothingIsImportedUnlessItMayBeLeftOut() async throws {
    let home = try await BoardsHome.withBoard()
    let rows = "title,challenge\nShared desk,1\n\(String(repeating: "x", count: 141)),1\nFalls car,99\nNight rota,\n"
    let file = try home.write(rows, to: "ideas.csv")
    let refused = try await home.run("import", "clinic", "--from", "csv", file)
    #expect(refused.status == 65 && refused.output == "")
    #expect(
      refused.errors.contains("line 3, column 1 (title)") && refused.errors.contains("line 4, column 2 (challenge)"))
    #expect(try await home.succeed("list", "clinic", "--json").output == "[]\n")
    let dry = try await home.succeed("import", "clinic", "--from", "csv", file, "--skip-bad", "--dry-run")
    #expect(dry.output.contains("2 ideas") && dry.output.contains("line 4") && dry.output.contains("dry run"))
    #expect(try await home.succeed("list", "clinic", "--json").output == "[]\n")
    let done = try await home.succeed("import", "clinic", "--from", "csv", file, "--skip-bad", "--json")
    #expect((try done.object()["left_out"] as? [String])?.count == 2)
    #expect(try await home.succeed("list", "clinic", "--json").objects().count == 2)
  }

  @Test func whatTheBoardRefusesIsNamedByItsRowAndTakesAllBack() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("challenge", "clinic", "close", "2")
    let file = try home.write("title,challenge\nShared desk,1\nFalls car,2\n", to: "ideas.csv")
    let refused = try await home.run("import", "clinic", "--from", "csv", file)
    #expect(refused.status == 65 && refused.errors.contains("line 3") && refused.errors.contains("closed"))
    #expect(try await home.succeed("list", "clinic", "--json").output == "[]\n")
    try await home.succeed("people", "add", "clinic", "jo")
    try await home.fail(77, "import", "clinic", "--from", "csv", file, "--as", "jo")
    try await home.fail(66, "import", "clinic", "--from", "csv", "\(home.path)/missing.csv")
    let binary = "\(home.path)/ideas.bin"
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: binary))
    try await home.fail(65, "import", "clinic", "--from", "csv", binary)
  }

  /// The real conversation, where it lies beside the project.
  static let conversation = RealData.folder("polis-affordable-housing")

  @Test(.enabled(if: conversation != nil, "the conversation is not beside the project"))
  func aRealConversationComesInWhole() async throws {
    let folder = try #require(Self.conversation)
    let home = try BoardsHome()
    try await home.succeed("new", "talk")
    try await home.succeed("import", "talk", "--from", "polis", folder)
    #expect(try await home.succeed("list", "talk", "--json").objects().count == 119)
    #expect(try await home.succeed("list", "talk", "--all", "--json").objects().count == 165)
    let results = try await home.succeed("round", "talk", "--json").object()["results"] as? [[String: Any]] ?? []
    let counts = { (key: String) in results.reduce(0) { $0 + ($1[key] as? Int ?? 0) } }
    #expect(counts("agree") + counts("disagree") + counts("pass") == 14_995)
    #expect(try positions(of: results) == RealData.lastVotes(in: folder))
    let clipped = try await home.succeed("list", "talk", "--all", "--json").objects().filter {
      ($0["body"] as? String) != ""
    }
    #expect(clipped.count == 14)
    #expect(try await home.succeed("check", "talk").output.contains("in order"))
  }

  /// How many ideas came to each pair of agree and disagree.
  private func positions(of results: [[String: Any]]) -> [[Int]: Int] {
    results.reduce(into: [:]) { found, result in
      found[[result["agree"] as? Int ?? -1, result["disagree"] as? Int ?? -1], default: 0] += 1
    }
  }
}

/// Data of others that is not part of the project.
enum RealData {
  /// A folder of `../shared/data` beside the checkout; nil where it is not there.
  static func folder(_ name: String) -> String? {
    var directory = URL(fileURLWithPath: #filePath)
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let folder = directory.appendingPathComponent("shared/data/\(name)").path
      if FileManager.default.fileExists(atPath: folder) { return folder }
    }
    return nil
  }

  /// How many statements came to each pair of agree and disagree by everybody's last votes, counted here anew.
  static func lastVotes(in folder: String) throws -> [[Int]: Int] {
    var last: [[Int]: (at: Int, sign: Int)] = [:]
    for line in try String(contentsOfFile: "\(folder)/votes.csv", encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 5, let at = Int(cells[0]), let statement = Int(cells[2]), let voter = Int(cells[3]),
        let sign = Int(cells[4].trimmingCharacters(in: .whitespaces))
      else { continue }
      if let earlier = last[[statement, voter]], earlier.at > at { continue }
      last[[statement, voter]] = (at, sign)
    }
    var counts: [Int: [Int]] = [:]
    for (key, vote) in last where vote.sign != 0 { counts[key[0], default: [0, 0]][vote.sign == 1 ? 0 : 1] += 1 }
    for key in last.keys where counts[key[0]] == nil { counts[key[0]] = [0, 0] }
    return counts.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
