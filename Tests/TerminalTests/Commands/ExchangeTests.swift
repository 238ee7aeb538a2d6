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

  /// What a viewer may not see is in no export of theirs, whatever its form.
  @Test func anExportHoldsWhatItsViewerMaySee() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    for handle in ["jo", "lee"] { try await home.succeed("people", "add", "clinic", handle) }
    for title in ["Shared desk", "About Mrs Quillfeather"] { try await home.succeed("post", "clinic", title) }
    try await home.succeed("comment", "clinic", "1", "Mr Tansy rang again")
    try await home.succeed("round", "clinic", "open", "--dots", "5", "--cap", "3")
    try await home.succeed("dot", "clinic", "1", "--count", "3", "--as", "lee")
    try await home.succeed("hide", "clinic", "2", "--reason", "names a patient")
    try await home.succeed("hide", "clinic", "1", "--comment", "1", "--reason", "names a patient")
    for form in ["json", "csv", "md"] {
      let own = try await home.succeed("export", "clinic", "--to", form).output
      // A record to share leaves hidden ideas out even for whoever may see them.
      #expect(own.contains("About Mrs Quillfeather") == (form != "md"), "\(form)")
      let other = try await home.succeed("export", "clinic", "--to", form, "--as", "jo").output
      #expect(other.contains("Shared desk"), "\(form)")
      for words in ["Quillfeather", "Tansy"] { #expect(!other.contains(words), "\(form): \(words)") }
    }
    // Lee's dots stay Lee's until the round closes.
    let dots = { (viewer: String) async throws -> Int? in
      let export = try await home.succeed("export", "clinic", "--to", "json", "--as", viewer).object()
      return (export["ideas"] as? [[String: Any]])?.first?["dots"] as? Int
    }
    #expect(try await dots("jo") == 0)
    #expect(try await dots("lee") == 3)
    try await home.succeed("round", "clinic", "close")
    #expect(try await dots("jo") == 3)
  }
}
