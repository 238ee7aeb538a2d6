import IdeaPipeline
import Testing

@testable import Interchange

@Suite("Importing ideas")
struct IdeaImportTests {
  private func plan(
    _ text: String, _ playground: Playground = Playground(), skipBad: Bool = false
  ) throws -> ImportPlan {
    var generator = Sequence64(state: 5)
    return try IdeaCSV.plan(
      ImportFile(name: "ideas.csv", text: text), on: playground.ground(), skipBad: skipBad, using: &generator)
  }

  private func imported(_ text: String, _ playground: Playground = Playground()) throws -> MemoryBoard {
    let board = try playground.memory()
    _ = try carryOut(plan(text, playground).submissions, on: board, after: playground.submissions.count)
    return board
  }

  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try plan(text)
      return []
    } catch let error as ImportError {
      return error.description.split(separator: "\n").map(String.init)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("A column of titles is enough; they are the importer's own")
  func titles() throws {
    let playground = Playground()
    let board = try imported("title\r\nOne\r\n\"Two, with a comma\"\r\n", playground)
    let ideas = board.all(Idea.self)
    #expect(ideas.map(\.title) == ["One", "Two, with a comma"])
    #expect(ideas.map(\.number) == [1, 2])
    #expect(ideas.allSatisfy { $0.author == playground.owner && $0.stage == .empathise })
  }

  @Test("Everything a row says: text, tags, challenge, stage, time, author on the board or new, what it builds on")
  func wholeRows() throws {
    var playground = Playground()
    let sam = playground.add("sam")
    let board = try imported(
      """
      id,title,body,stage,challenge,author,tags,builds_on,created_at,dots
      8,Later,"Two
      lines",define,1,sam,#Falls night_shift,7,2026-01-02T03:04:05Z,9
      7,Earlier,,,,Zoë New,,,,
      9,Third,,,,Zoë New,,,,
      """, playground)
    let ideas = board.all(Idea.self)
    #expect(ideas.map(\.title) == ["Earlier", "Third", "Later"], "what is built on comes first")
    let later = ideas[2]
    #expect(later.body == "Two\nlines")
    #expect(later.tags == ["falls", "night-shift"])
    #expect(later.challenge == playground.challenge)
    #expect(later.stage == .define)
    #expect(later.author == sam)
    #expect(later.buildsOn == ideas[0].id)
    #expect(later.createdAt.iso8601 == "2026-01-02T03:04:05Z")
    let zoe = board.all(Person.self).filter { $0.name == "Zoë New" }
    #expect(zoe.map(\.handle) == ["zoe-new"])
    #expect(ideas[0].author == zoe[0].id && ideas[1].author == zoe[0].id)
    #expect(board.all(Move.self).map(\.overrode) == [true])
  }

  @Test("The summary says what came and what did not")
  func summary() throws {
    let plan = try plan("title,author,dots,mood\nOne,Zoë,3,happy\n")
    #expect(
      plan.summary.description == """
        Imported: 1 idea.
        New on the board: 1 person.
        Not imported: “dots”, “mood”.
        """)
  }

  @Test("Every bad row is named by line and column, and nothing is imported")
  func badRows() {
    let told = mistakes(
      """
      title,body,stage,challenge,tags,created_at,id,builds_on
      "over
      two lines",,ideat,,,,,
      ,,,,,,,
      short,row
      \(String(repeating: "x", count: 141)),,,,,,,
      fine,,,9,,,1,
      fine,,,,,soon,2,
      fine,,,,,,3,
      fine,,,,,,3,
      fine,,,,,,,77
      """)
    #expect(
      told == [
        "ideas.csv, line 3, column 3 (stage): “ideat” is none of “empathise”, “define”, “ideate”, “prototype”, “test”.",
        "ideas.csv, line 4, column 1 (title): The title is empty: write something first.",
        "ideas.csv, line 5: This row has 2 cells, but the first line names 8 columns.",
        "ideas.csv, line 6, column 1 (title): The title has 141 characters; at most 140 fit. Shorten it a little.",
        "ideas.csv, line 7, column 4 (challenge): There is no challenge 9 on this board. Give its number, or nothing.",
        "ideas.csv, line 8, column 6 (created_at): “soon” is no time. Write it like 2026-05-14T10:30:00Z.",
        "ideas.csv, line 10, column 7 (id): There is a row with the id 3 already.",
        "ideas.csv, line 11: It builds on 77, which is not among the ideas that are imported.",
      ])
  }

  @Test("The rest is imported when that is asked for, and what was left out is listed")
  func skipping() throws {
    let plan = try plan("title\nOne\n\"\"\nTwo\n", skipBad: true)
    #expect(plan.submissions.count == 2)
    #expect(
      plan.summary.description == """
        Imported: 2 ideas.
        Left out: 1 row.
          ideas.csv, line 3, column 1 (title): The title is empty: write something first.
        """)
  }

  @Test("Ideas that build on one another in a circle are named")
  func circle() {
    #expect(
      mistakes("id,title,builds_on\n1,One,2\n2,Two,1\n3,Three,\n") == [
        "ideas.csv, line 2: It builds on 2, which is not among the ideas that are imported.",
        "ideas.csv, line 3: It builds on 1, which is not among the ideas that are imported.",
      ])
  }

  @Test("A file that cannot be read as a table says why")
  func unusable() {
    #expect(mistakes("") == ["ideas.csv cannot be imported: it is empty."])
    #expect(
      mistakes("Title;Body\nOne;Two\n") == [
        "ideas.csv cannot be imported: its columns are separated by “;”. Save it with commas."
      ])
    #expect(
      mistakes("name\nOne\n") == [
        "ideas.csv cannot be imported: its first line names the columns, and “title” is not there."
      ])
    #expect(mistakes("title,Title\n") == ["ideas.csv, line 1, column 2 (title): This column is there twice."])
    #expect(
      mistakes("title\n\"One\n") == ["ideas.csv, line 2, column 1: A quote is opened here and never closed."])
    let latin = #expect(throws: ImportError.self) {
      try ImportFile(name: "ideas.csv", bytes: Array("title\nOn".utf8) + [0xE9, 0x0A])
    }
    #expect(latin?.description.contains("line 2 is not text in UTF-8") == true)
  }

  @Test("A refusal of the board is told with the row it comes from")
  func refusals() throws {
    let plan = try plan("title\nOne\nTwo\n")
    let told = plan.mistake(at: 1, Refusal(.rule, "Not today.", instead: "Tomorrow."))
    #expect(told.description == "ideas.csv, line 3: Not today. Tomorrow.")
  }

  @Test("What is exported as comma-separated values comes back the same, also text like a formula")
  func csvRoundTrip() throws {
    var playground = Playground()
    let sam = playground.add("sam")
    let first = playground.submit(
      PostIdea(title: "=cmd|' /C calc'!A0", body: "-1, \"two\"\nthree", tags: ["a", "b"]), by: sam)
    playground.submit(PostIdea(title: "'=x", challenge: playground.challenge, buildsOn: IdeaID(madeBy: first)))
    let original = try playground.stored()
    let text = try IdeaCSV.text(of: original.store, for: .person(playground.owner))
    #expect(!text.split(separator: "\r\n").contains { $0.contains(",=") })
    let copy = try imported(
      text,
      {
        var other = Playground(); _ = other.add("sam"); return other
      }())
    let ideas = copy.all(Idea.self)
    #expect(ideas.map(\.title) == ["=cmd|' /C calc'!A0", "'=x"])
    #expect(ideas[0].body == "-1, \"two\"\nthree")
    #expect(ideas[0].tags == ["a", "b"])
    #expect(ideas[1].buildsOn == ideas[0].id)
    #expect(ideas.map { $0.author.flatMap { copy.get($0) }?.handle } == ["sam", "ann"])
    #expect(ideas.allSatisfy { $0.createdAt == Playground.now })
  }

  @Test("The JSON of an export comes back with its comments; the array of a list does too")
  func jsonRoundTrip() throws {
    var playground = Playground()
    let sam = playground.add("sam")
    let idea = IdeaID(madeBy: playground.submit(PostIdea(title: "Desk", challenge: playground.challenge), by: sam))
    let said = CommentID(
      madeBy: playground.submit(PostComment(idea: idea, comment: .question, text: "Who pays?")))
    playground.submit(PostComment(idea: idea, text: "Nobody.", replyTo: said), by: sam)
    playground.submit(PostComment(idea: idea, text: "Taken away"), by: sam)
    playground.submit(
      WithdrawComment(comment: CommentID(madeBy: playground.submissions[playground.submissions.count - 1].id)), by: sam)
    let stored = try playground.stored()
    let export = try JSONText.pretty(BoardExport(of: stored.store, for: .everyone, at: Playground.now))
    let board = try importedJSON(export)
    let comments = board.all(Comment.self)
    #expect(comments.map(\.text) == ["Who pays?", "Nobody."])
    #expect(comments.map(\.kind) == [.question, .comment])
    #expect(comments[1].replyTo == comments[0].id)
    #expect(board.all(Idea.self).map(\.title) == ["Desk"])
    #expect(board.all(Idea.self).allSatisfy { $0.challenge != nil })
    let list = try JSONText.pretty(stored.store.ideas(IdeaQuery(), for: .everyone).rows.map { IdeaJSON($0) })
    #expect(try importedJSON(list).all(Idea.self).map(\.title) == ["Desk"])
  }

  private func importedJSON(_ text: String) throws -> MemoryBoard {
    let playground = Playground()
    var generator = Sequence64(state: 6)
    let plan = try IdeaJSONImport.plan(
      ImportFile(name: "day.json", text: text), on: playground.ground(), using: &generator)
    let board = try playground.memory()
    _ = try carryOut(plan.submissions, on: board, after: playground.submissions.count)
    return board
  }

  @Test("Bad JSON is named by the place in the list")
  func badJSON() throws {
    func reason(_ text: String) -> String? {
      #expect(throws: ImportError.self) { try importedJSON(text) }?.description
    }
    #expect(
      reason(#"[{"title":"One"},{"title":""},7]"#) == """
        day.json, item 2, “title”: The title is empty: write something first.
        day.json, item 3: This is no idea, which would be an object.
        """)
    #expect(reason(#"{"board":[]}"#) == "day.json cannot be imported: there is no list of “ideas” in it.")
    #expect(reason("3") == "day.json cannot be imported: it is no list of ideas.")
    #expect(reason("[1,")?.contains("it is not JSON") == true)
  }
}
