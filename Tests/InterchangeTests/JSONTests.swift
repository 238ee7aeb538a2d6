import Foundation
import IdeaPipeline
import Testing

@testable import Interchange

@Suite("JSON")
struct JSONTests {
  /// A board with an idea that has a bit of everything, one built on it, one merged and one hidden.
  private func sample() -> Playground {
    var playground = Playground()
    let sam = playground.add("sam", team: playground.team)
    let jo = playground.add("jo", role: .coach)
    let desk = IdeaID(
      madeBy: playground.submit(
        PostIdea(title: "Shared desk", body: "One desk/two", tags: ["desk"], challenge: playground.challenge), by: sam))
    let said = playground.submit(PostComment(idea: desk, comment: .question, text: "Who pays?"), by: jo)
    playground.submit(PostComment(idea: desk, text: "Nobody.", replyTo: CommentID(madeBy: said)), by: sam)
    playground.submit(GiveDot(round: playground.round, idea: desk), by: jo)
    playground.submit(
      AnswerField(idea: desk, worksheet: "need", field: "who", old: nil, answer: .text("Carers")), by: sam)
    playground.submit(PostIdea(title: "By video", buildsOn: desk), by: jo)
    let twin = IdeaID(madeBy: playground.submit(PostIdea(title: "One desk"), by: jo))
    playground.submit(MergeIdea(idea: twin, into: desk))
    let secret = IdeaID(madeBy: playground.submit(PostIdea(title: "Secret words"), by: sam))
    playground.submit(HideIdea(idea: secret, reason: "A name was in it"))
    return playground
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("An idea has every key, null where there is nothing")
  func idea() throws {
    let board = try sample().stored()
    let page = try board.store.ideas(IdeaQuery(), for: .everyone)
    let desk = try #require(page.rows.first { $0.number == 1 })
    let text = try JSONText.line(IdeaJSON(desk))
    #expect(
      text == """
        {"author":"sam","body":"One desk/two","builds":1,"builds_on":null,"challenge":1,"comments":2,\
        "created_at":"2026-05-14T10:30:00Z","dots":1,"id":1,"merged_into":null,"outcome":null,"revision":1,\
        "stage":"empathise","state":"active","tags":["desk"],"title":"Shared desk",\
        "updated_at":"2026-05-14T10:30:00Z"}
        """)
  }

  @Test("One idea in full has those keys and its conversation, gates, answers and tallies")
  func detail() throws {
    let board = try sample().stored()
    let detail = try #require(try board.store.idea(.number(1), for: .everyone))
    let json = try object(JSONText.pretty(IdeaDetailJSON(detail)))
    #expect(json["title"] as? String == "Shared desk")
    #expect(json["team"] as? String == "North")
    #expect(json["challenge_question"] as? String == "How might we try?")
    #expect(json["decision"] is NSNull)
    #expect(json["built_on_by"] as? [Int] == [2])
    #expect(json["merged"] as? [Int] == [3])
    let said = try #require(json["conversation"] as? [[String: Any]])
    #expect(said.map { $0["text"] as? String } == ["Who pays?", "Nobody."])
    #expect(said.map { $0["reply_to"] as? Int } == [nil, 1])
    let gate = try #require((json["gates"] as? [[String: Any]])?.first)
    #expect(gate["missing"] as? [String] == ["sure"])
    let answers = try #require(json["answers"] as? [[String: Any]])
    #expect(answers.map { $0["answer"] as? String } == ["Carers"])
  }

  @Test("A board for a viewer holds what that viewer may see; hidden words are nowhere in it")
  func boardExport() throws {
    let playground = sample()
    let board = try playground.stored()
    let all = try JSONText.pretty(BoardExport(of: board.store, for: .everyone, at: Playground.now))
    #expect(!all.contains("Secret words"))
    #expect(!all.contains("A name was in it"))
    let json = try object(all)
    #expect(json["format"] as? String == "hothouse-board")
    #expect(json["exported_at"] as? String == "2026-05-14T10:30:00Z")
    #expect((json["ideas"] as? [[String: Any]])?.map { $0["id"] as? Int } == [1, 2, 3])
    #expect((json["people"] as? [[String: Any]])?.count == 3)
    let owners = try JSONText.pretty(
      BoardExport(of: board.store, for: .person(playground.owner), at: Playground.now))
    #expect(owners.contains("Secret words"))
  }

  @Test("Changes, people, rounds and hits of a search")
  func parts() throws {
    let board = try sample().stored()
    let change = try #require(try board.store.changes(since: 5, limit: 1, for: .everyone).first)
    let line = try object(JSONText.line(ChangeJSON(change) { _ in 1 }))
    #expect(line["kind"] as? String == "idea.post")
    #expect(line["actor"] as? String == "sam")
    #expect(line["idea"] as? Int == 1)
    #expect(line["entered_by"] is NSNull)
    #expect(line["at"] as? String == "2026-05-14T10:30:00Z")
    let people = try board.store.people(for: .everyone).map { try JSONText.line(PersonJSON($0)) }
    #expect(
      people.contains(
        #"{"handle":"sam","name":"Sam","organisation":null,"perspective":null,"role":"participant","team":"North"}"#))
    let round = try #require(try board.store.rounds(for: .everyone).first)
    let voted = try object(JSONText.line(RoundJSON(round)))
    #expect(voted["kind"] as? String == "dots")
    #expect(voted["standing"] as? Bool == true)
    #expect((voted["results"] as? [[String: Any]])?.first?["dots"] as? Int == 1)
    let hit = try #require(try board.store.search("pays", limit: 5, for: .everyone).first)
    let found = try object(JSONText.line(SearchHitJSON(hit)))
    #expect(found["id"] as? Int == 1)
    #expect(found["comment"] as? Int == 1)
  }

  @Test("A history makes an equal board, and is written the same again")
  func history() throws {
    let log = try carryOut(sample().submissions, on: MemoryBoard())
    let text = try BoardHistory.text(of: log)
    #expect(BoardHistory.isHistory(text))
    let read = try BoardHistory.log(from: ImportFile(name: "day.json", text: text))
    #expect(read == log)
    #expect(try BoardHistory.text(of: read) == text)
    let (original, replayed) = (MemoryBoard(), MemoryBoard())
    log.forEach { OperationRules.replay($0, on: original) }
    read.forEach { OperationRules.replay($0, on: replayed) }
    #expect(replayed.everything == original.everything)
  }

  @Test(
    "What a newer program wrote, what has no name, what was taken back and what was done in one go pass through a history as they are"
  )
  func unknownOperations() throws {
    var generator = Sequence64(state: 3)
    let first = try #require(try carryOut(Playground().submissions, on: MemoryBoard()).first)
    let json = #"{"big":9007199254740993,"half":0.5,"nested":[{"a":null,"b":true}],"text":"é \"/\" 🌱"}"#
    let stamp = Stamp(
      seq: 2, id: OperationID(using: &generator), at: Timestamp(milliseconds: -5), actor: .sealed)
    let strange = LoggedOperation(
      stamp: stamp, payload: .unknown(kind: "idea.tele\"port", json: json), undoes: first.stamp.id)
    let second = Stamp(seq: 3, id: OperationID(using: &generator), at: stamp.at, actor: first.stamp.actor)
    let withOthers = LoggedOperation(stamp: second, payload: first.payload, deed: first.stamp.id)
    let text = try BoardHistory.text(of: [first, strange, withOthers])
    let read = try BoardHistory.log(from: ImportFile(name: "day.json", text: text))
    #expect(read == [first, strange, withOthers])
    let older = text.replacingOccurrences(of: "\"deed\":null,", with: "")
    #expect(older != text)
    #expect(try BoardHistory.log(from: ImportFile(name: "day.json", text: older)) == [first, strange, withOthers])
  }

  @Test("A history that is not whole is refused")
  func damagedHistory() throws {
    let log = try carryOut(Playground().submissions, on: MemoryBoard())
    func reason(_ text: String) -> String? {
      let error = #expect(throws: ImportError.self) {
        try BoardHistory.log(from: ImportFile(name: "day.json", text: text))
      }
      return error?.description
    }
    #expect(
      reason(try BoardHistory.text(of: [log[0], log[2]]))
        == "day.json cannot be imported: operation 2 is missing from it.")
    #expect(
      reason(try BoardHistory.text(of: log.dropFirst()))
        == "day.json cannot be imported: its first line does not make a board.")
    #expect(
      reason("{}") == "day.json cannot be imported: it is no history of a board: there is no “format” at its top.")
    #expect(reason("{")?.contains("it is not JSON") == true)
  }
}
