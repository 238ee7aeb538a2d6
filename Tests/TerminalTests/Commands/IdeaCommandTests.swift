import Foundation
import Testing

/// Posting, reading and changing ideas with the real program.
@Suite struct IdeaCommandTests {
  @Test func postPrintsTheNumberAndListShowsTheIdea() async throws {
    let home = try await BoardsHome.withBoard()
    #expect(try await home.succeed("post", "clinic", "One number for carers", "--tag", "Night Shift").output == "1\n")
    #expect(
      try await home.succeed("post", "clinic", "Falls car", "--challenge", "2", "--build-on", "1").output == "2\n")
    let list = try await home.succeed("list", "clinic").lines
    #expect(list.count == 3)
    #expect(list[1].contains("2  Falls car") && list[2].contains("1  One number for carers"))
    let ideas = try await home.succeed("list", "clinic", "--json").objects()
    let keys = [
      "id", "title", "body", "stage", "challenge", "author", "tags", "dots", "comments", "builds", "builds_on",
      "merged_into", "state", "outcome", "created_at", "updated_at", "revision",
    ]
    for idea in ideas { #expect(Set(idea.keys).isSuperset(of: keys)) }
    #expect(ideas.compactMap { $0["id"] as? Int } == [2, 1])
    #expect(ideas[0]["builds_on"] as? Int == 1)
    #expect(ideas[0]["challenge"] as? Int == 2)
    #expect(ideas[1]["tags"] as? [String] == ["night-shift"])
    #expect(ideas[1]["builds"] as? Int == 1)
  }

  @Test func anIdeaComesFromStandardInput() async throws {
    let home = try await BoardsHome.withBoard(seed: "blank")
    try await home.succeed("post", "clinic", "-", input: "Falls car\n\nEight to eight.\nEvery day.\n")
    try await home.succeed("post", "clinic", "Night rota", "--body", "-", input: "Pharmacies\ntake turns.\n")
    let ideas = try await home.succeed("list", "clinic", "--json").objects()
    #expect(ideas[1]["title"] as? String == "Falls car")
    #expect(ideas[1]["body"] as? String == "Eight to eight.\nEvery day.")
    #expect(ideas[0]["body"] as? String == "Pharmacies\ntake turns.")
    try await home.fail(65, "post", "clinic", "-", input: "\n\n")
    try await home.fail(64, "post", "clinic", "-", "--body", "-", input: "x")
  }

  @Test func listFiltersAndSorts() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk", "--tag", "desk", "--challenge", "1")
    try await home.succeed("post", "clinic", "Night pharmacy", "--as", "Jo Marsh", "--body", "open until two")
    try await home.succeed("post", "clinic", "Falls car", "--as", "jo-marsh")
    try await home.succeed("dot", "clinic", "2", "--count", "2")
    func listed(_ options: String...) async throws -> [Int] {
      try await home.succeed(["list", "clinic", "--json"] + options).objects().compactMap { $0["id"] as? Int }
    }
    #expect(try await listed() == [3, 2, 1])
    #expect(try await listed("--tag", "#Desk") == [1])
    #expect(try await listed("--challenge", "1") == [1])
    #expect(try await listed("--by", "@jo-marsh") == [3, 2])
    #expect(try await listed("--search", "until pharm") == [2])
    #expect(try await listed("--stage", "emp") == [3, 2, 1])
    #expect(try await listed("--stage", "test") == [])
    #expect(try await listed("--sort", "dots").first == 2)
    try await home.succeed("comment", "clinic", "1", "Good")
    #expect(try await listed("--sort", "activity").first == 1)
    #expect(
      try await home.succeed("list", "clinic", "--stage", "test").output.contains("“hothouse list clinic” lists all"))
    try await home.succeed("withdraw", "clinic", "1")
    #expect(try await listed() == [3, 2])
    #expect(try await listed("--all") == [3, 2, 1])
    #expect(try await home.succeed("list", "clinic", "--all").output.contains("withdrawn"))
  }

  @Test func commentsAreNumberedAndAnswered() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk")
    let question = try await home.succeed("comment", "clinic", "1", "Who pays at weekends?", "--kind", "question")
    #expect(question.output == "1\n")
    let answer = try await home.succeed(
      "comment", "clinic", "1", "-", "--reply-to", "1", "--json", input: "The trust.\n")
    #expect(try answer.object()["number"] as? Int == 2)
    #expect(try answer.object()["reply_to"] as? Int == 1)
    try await home.succeed("comment", "clinic", "1", "Seen it elsewhere", "--kind", "evidence")
    try await home.succeed("withdraw", "clinic", "1", "--comment", "3")
    let shown = try await home.succeed("show", "clinic", "1").output
    #expect(shown.contains("Who pays at weekends?") && shown.contains("The trust."))
    #expect(shown.contains("withdrawn") && !shown.contains("Seen it elsewhere"))
    try await home.succeed("restore", "clinic", "1", "--comment", "3")
    try await home.succeed("edit", "clinic", "1", "--comment", "3", "--body", "Seen it in two places")
    let comments = try await home.succeed("show", "clinic", "1", "--json").object()["conversation"] as? [[String: Any]]
    #expect(comments?.compactMap { $0["text"] as? String }.last == "Seen it in two places")
    try await home.fail(66, "comment", "clinic", "1", "x", "--reply-to", "9")
  }

  @Test func editingTaggingAndTheirRefusals() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk", "--body", "One desk.")
    try await home.succeed("people", "add", "clinic", "jo", "--name", "Jo Marsh")
    try await home.succeed(
      "edit", "clinic", "1", "--title", "One desk", "--challenge", "2", "--link", "https://example.org/desk", "--with",
      "@jo")
    let edited = try await home.succeed("show", "clinic", "1", "--json").object()
    #expect(edited["title"] as? String == "One desk")
    #expect(edited["body"] as? String == "One desk.")
    #expect(edited["challenge"] as? Int == 2)
    #expect(edited["co_authors"] as? [String] == ["jo"])
    #expect((edited["links"] as? [[String: Any]])?.first?["url"] as? String == "https://example.org/desk")
    #expect(edited["revision"] as? Int == 2)
    let stale = try await home.fail(1, "edit", "clinic", "1", "--title", "Two desks", "--revision", "1")
    #expect(stale.errors.contains("“hothouse show clinic 1” shows what stands there now."))
    try await home.fail(65, "edit", "clinic", "1", "--link", "javascript:alert(1)")
    try await home.succeed(
      "edit", "clinic", "1", "--unlink", "https://example.org/desk", "--without", "jo", "--challenge", "0")
    try await home.succeed("tag", "clinic", "1", "carers", "Night Shift")
    try await home.succeed("tag", "clinic", "1", "--remove", "night-shift")
    #expect(try await home.succeed("list", "clinic", "--json").objects()[0]["tags"] as? [String] == ["carers"])
    try await home.fail(65, "post", "clinic", String(repeating: "x", count: 141))
    try await home.fail(66, "edit", "clinic", "9", "--title", "x")
  }

  @Test func anIdeaGoesThroughItsGateAndBack() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk")
    let refused = try await home.fail(1, "advance", "clinic", "1")
    #expect(refused.errors.contains("“hothouse answer clinic 1” shows what is asked."))
    let questions = try await home.succeed("answer", "clinic", "1", "--json").objects()
    #expect(questions.compactMap { $0["field"] as? String } == ["who", "need", "voice", "heard"])
    for (field, words) in [("who", "Mrs Ode"), ("need", "to ring once"), ("voice", "“I rang four times.”")] {
      try await home.succeed("answer", "clinic", "1", field, words)
    }
    try await home.succeed("answer", "clinic", "1", "heard", "We Saw It")
    try await home.fail(65, "answer", "clinic", "1", "heard", "somebody dreamt it")
    let unknown = try await home.fail(66, "answer", "clinic", "1", "voise", "x")
    #expect(unknown.errors.contains("Did you mean “voice”?"))
    #expect(try await home.succeed("advance", "clinic", "1").output.contains("Define"))
    try await home.fail(1, "advance", "clinic", "1", "--to", "empathise")
    try await home.succeed("advance", "clinic", "1", "--to", "test", "--override", "--reason", "agreed in the room")
    try await home.succeed("send-back", "clinic", "1", "--to", "define", "--reason", "carers see it otherwise")
    let shown = try await home.succeed("show", "clinic", "1").output
    #expect(shown.contains("Define → Test, past the gate") && shown.contains("carers see it otherwise"))
    try await home.fail(64, "send-back", "clinic", "1")
    try await home.succeed("answer", "clinic", "1", "voice", "--clear")
    try await home.fail(1, "outcome", "clinic", "1", "adopted", "--learning", "too early")
    try await home.succeed("advance", "clinic", "1", "--to", "test", "--override", "--reason", "tried it")
    try await home.succeed("outcome", "clinic", "1", "adopted", "--learning", "Carers rang once.")
    #expect(try await home.succeed("list", "clinic", "--json").objects()[0]["outcome"] as? String == "adopted")
    try await home.succeed("outcome", "clinic", "1", "--take-back")
    #expect(try await home.succeed("show", "clinic", "1", "--json").object()["outcome"] is NSNull)
  }

  @Test func mergingHidingAndUndoing() async throws {
    let home = try await BoardsHome.withBoard()
    for title in ["Shared desk", "Joint desk"] { try await home.succeed("post", "clinic", title) }
    try await home.succeed("dot", "clinic", "2")
    try await home.succeed("merge", "clinic", "2", "--into", "1")
    let merged = try await home.succeed("list", "clinic", "--all", "--json").objects()
    #expect(merged.first { $0["id"] as? Int == 2 }?["merged_into"] as? Int == 1)
    #expect(merged.first { $0["id"] as? Int == 1 }?["dots"] as? Int == 1)
    try await home.fail(1, "merge", "clinic", "2", "--into", "1")
    try await home.succeed("unmerge", "clinic", "2")
    try await home.succeed("hide", "clinic", "2", "--reason", "names a patient")
    #expect(try await home.succeed("show", "clinic", "2").output.contains("Hidden: names a patient"))
    try await home.succeed("restore", "clinic", "2")
    #expect(try await home.succeed("undo", "clinic").status == 0)
    #expect(try await home.succeed("show", "clinic", "2", "--json").object()["state"] as? String == "hidden")
    try await home.fail(66, "undo", "clinic", "999")
  }

  @Test func searchFindsWordsInIdeasAndComments() async throws {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("post", "clinic", "Shared desk", "--body", "Families ring once")
    try await home.succeed("comment", "clinic", "1", "Pharmacies take turns at weekends")
    #expect(try await home.succeed("search", "clinic", "famil").output.contains("Shared desk"))
    let hits = try await home.succeed("search", "clinic", "weekend", "--json").objects()
    #expect(hits.first?["comment"] as? Int == 1)
    #expect(try await home.succeed("search", "clinic", "zeppelin").output.contains("Nothing holds these words."))
    #expect(try await home.succeed("search", "clinic", "zeppelin", "--json").output == "[]\n")
  }
}
