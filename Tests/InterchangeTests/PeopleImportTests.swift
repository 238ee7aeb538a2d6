import IdeaPipeline
import Testing

@testable import Interchange

@Suite("Importing people")
struct PeopleImportTests {
  private func plan(_ text: String, _ playground: Playground, skipBad: Bool = false) throws -> ImportPlan {
    var generator = Sequence64(state: 5)
    return try PeopleCSV.plan(
      ImportFile(name: "people.csv", text: text), on: playground.ground(), skipBad: skipBad, using: &generator)
  }

  @Test("New people, changed ones and new teams; what a row leaves empty stays")
  func wholeRows() throws {
    var playground = Playground()
    _ = playground.add("sam", team: playground.team)
    _ = playground.add("jo")
    let plan = try plan(
      """
      handle,name,team,organisation,perspective,role
      @Sam,,,Hospice,residents,coach
      jo,Jo,,,,
      ,Zoë New,South,,carers,
      ,Zoë New,South,,,observer
      kit,,North,,,
      """, playground)
    #expect(
      plan.summary.description == """
        People: 3 new, 1 changed, 1 on the board as they are.
        New teams: 1.
        """)
    let board = try playground.memory()
    _ = try carryOut(plan.submissions, on: board, after: playground.submissions.count)
    let people = Dictionary(uniqueKeysWithValues: board.all(Person.self).map { ($0.handle, $0) })
    #expect(people.keys.sorted() == ["ann", "jo", "kit", "sam", "zoe-new", "zoe-new-2"])
    let sam = try #require(people["sam"])
    #expect(sam.name == "Sam" && sam.team == playground.team && sam.organisation == "Hospice")
    #expect(sam.perspective == "residents" && sam.role == .coach)
    let zoe = try #require(people["zoe-new"])
    #expect(zoe.team.flatMap { board.get($0)?.name } == "South" && zoe.perspective == "carers")
    #expect(people["zoe-new-2"]?.role == .observer)
    #expect(people["kit"]?.name == "kit")
  }

  @Test("The same file a second time changes nothing")
  func twice() throws {
    let text = "handle,name,team,role\nsam,Sam,North,coach\n"
    var playground = Playground()
    let sam = playground.add("sam", team: playground.team)
    playground.submit(SetRole(person: sam, old: .participant, new: .coach))
    let plan = try plan(text, playground)
    #expect(plan.submissions.isEmpty)
    #expect(plan.summary.description == "People: 0 new, 0 changed, 1 on the board as they are.")
  }

  @Test("Bad rows are named")
  func badRows() throws {
    let text = "handle,name,role\n-x,X,\n,,\nsam,Sam,boss\nkit,Kit,\nkit,Kit,\n"
    let error = #expect(throws: ImportError.self) { try plan(text, Playground()) }
    #expect(
      error?.description == """
        people.csv, line 2, column 1 (handle): “-x” cannot be a handle: use 1–32 lower-case letters, digits, “-” or “_”.
        people.csv, line 3: This row has neither a handle nor a name.
        people.csv, line 4, column 3 (role): “boss” is none of “observer”, “participant”, “coach”, “facilitator”.
        people.csv, line 6, column 1 (handle): There is a row for @kit already.
        """)
    #expect(try plan(text, Playground(), skipBad: true).submissions.count == 1)
    let none = #expect(throws: ImportError.self) { try plan("who\nSam\n", Playground()) }
    #expect(none?.description.contains("neither “handle” nor “name”") == true)
  }

  @Test("What is exported comes back as nothing to change")
  func roundTrip() throws {
    var playground = Playground()
    _ = playground.add("sam", team: playground.team)
    let stored = try playground.stored()
    let text = try PeopleCSV.text(of: stored.store, for: .everyone)
    #expect(text.hasPrefix("handle,name,team,organisation,perspective,role\r\n"))
    #expect(try plan(text, playground).submissions.isEmpty)
  }
}
