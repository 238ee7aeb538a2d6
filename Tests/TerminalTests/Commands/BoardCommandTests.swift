import Foundation
import Testing

/// Making, listing, checking and copying boards with the real program.
@Suite struct BoardCommandTests {
  @Test func aBoardIsMadeListedAndOwnedByItsMaker() async throws {
    let home = try BoardsHome()
    #expect(try await home.succeed("boards").output.contains("Make one:"))
    #expect(try await home.succeed("boards", "--json").output == "[]\n")
    try await home.succeed("new", "clinic", "--seed", "neighbourhoods-first", "--title", "Clinic day")
    let boards = try await home.succeed("boards", "--json").objects()
    #expect(boards.first?["name"] as? String == "clinic")
    #expect(boards.first?["title"] as? String == "Clinic day")
    #expect(try await home.succeed("boards", "--json").output.contains(#""name":"clinic""#))
    let people = try await home.succeed("people", "clinic", "--json").objects()
    #expect(people.count == 1 && people[0]["role"] as? String == "facilitator")
    var status = stat()
    #expect(stat(home.file(of: "clinic"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    try await home.fail(1, "new", "clinic")
    let named = try await home.fail(64, "new", "Clinic Day")
    #expect(named.errors.contains("“clinic-day” would do"))
  }

  @Test func aBoardCanBeNamedByItsPath() async throws {
    let home = try BoardsHome()
    let path = "\(home.path)/elsewhere.hothouse"
    try await home.succeed("new", path)
    #expect(try await home.succeed("post", path, "Here").output == "1\n")
    #expect(try await home.succeed("list", path).output.contains("Here"))
  }

  @Test func theDemonstrationShowsABoardInUse() async throws {
    let home = try BoardsHome()
    try await home.succeed("new", "demo", "--seed", "neighbourhoods-first", "--demonstration")
    #expect(try await home.succeed("list", "demo", "--json").objects().count > 10)
    #expect(try await home.succeed("check", "demo").output.contains("in order"))
    try await home.fail(64, "new", "other", "--demonstration")
  }

  @Test func aSeedWithAMistakeIsNamedByLineAndColumn() async throws {
    let home = try BoardsHome()
    let file = try home.write("title: Day\nstages:\n  ideat:\n    guide: x\n", to: "day.yaml")
    let refused = try await home.run("new", "day", "--seed", file)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("day.yaml:3:3:") && refused.errors.contains("“ideate”"))
    #expect(!FileManager.default.fileExists(atPath: home.file(of: "day")))
    let unknown = try await home.fail(66, "new", "day", "--seed", "neighborhoods-first")
    #expect(unknown.errors.contains("“neighbourhoods-first”"))
  }

  @Test func seedsThemesAndPathsAreListed() async throws {
    let home = try BoardsHome()
    let seeds = try await home.succeed("seeds", "--json").objects().compactMap { $0["name"] as? String }
    #expect(Set(seeds).isSuperset(of: ["blank", "neighbourhoods-first", "leadership-framework"]))
    #expect(try await home.succeed("seeds").output.contains("neighbourhoods-first"))
    let themes = try await home.succeed("themes", "--json").objects().compactMap { $0["name"] as? String }
    #expect(Set(themes).isSuperset(of: ["dark", "light"]))
    #expect(try await home.succeed("paths", "--json").object()["boards"] as? String == "\(home.path)/boards")
    #expect(try await home.succeed("paths").output.contains("\(home.path)/boards"))
  }

  @Test func aBackupIsABoardAndReplacesNothing() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk")
    let copy = "\(home.path)/monday.hothouse"
    try await home.succeed("backup", "clinic", copy)
    #expect(try await home.succeed("list", copy).output.contains("Shared desk"))
    #expect(try await home.succeed("check", copy).output.contains("in order"))
    try await home.fail(1, "backup", "clinic", copy)
    try await home.fail(66, "backup", "nowhere", "\(home.path)/x.hothouse")
  }

  @Test func checkSaysWhatIsWrongAndWhere() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk")
    #expect(try await home.succeed("check", "clinic").output.contains("clinic is in order"))
    #expect(try await home.succeed("check", "clinic", "--json").output == "[]\n")
    let places = try await home.damagedCopies(of: "Shared desk", as: "Shaved desk")
    // The log and the table of ideas hold the text.
    #expect(places.count >= 2)
    for copy in places {
      let damaged = try await home.run("check", copy)
      #expect(damaged.status == 65, "\(damaged)")
      #expect(damaged.output.contains("operation") || damaged.output.contains("table"), "\(damaged)")
      #expect(damaged.errors.contains("is damaged in"))
      let findings = try await home.run("check", copy, "--json").objects()
      #expect(findings.allSatisfy { $0["place"] is String && $0["problem"] is String } && !findings.isEmpty)
    }
  }

  @Test func aTruncatedBoardIsNamedAsDamaged() async throws {
    let home = try await BoardsHome.withBoard()
    let size = try FileManager.default.attributesOfItem(atPath: home.file(of: "clinic"))[.size] as? Int ?? 0
    #expect(truncate(home.file(of: "clinic"), size / 2) == 0)
    let outcome = try await home.run("check", "clinic")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func whatIsNoBoardIsLeftAlone() async throws {
    let home = try BoardsHome()
    let file = try home.write("not a database, only a note of some length", to: "note.hothouse")
    try await home.fail(65, "list", file)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("not a database"))
    try await home.fail(66, "list", "nowhere")
  }
}
