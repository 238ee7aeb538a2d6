import Foundation
import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

@Suite struct ReadingTests {
  let room: Room
  let owner: Viewer

  init() throws {
    let worksheet = Worksheet(
      key: "need", title: "Need",
      fields: ["who", "what"].map { Field(key: $0, question: "\($0)?", label: $0, kind: .text) })
    let guide = StageGuide(stage: .empathise, guide: "Listen", worksheet: "need", gate: ["who", "what"])
    room = try Room(worksheets: [worksheet], guides: [guide])
    owner = .person(room.owner)
  }

  var store: BoardStore { room.store }

  func put(_ entities: any Entity...) throws {
    try room.withWriter { db in
      let board = SQLiteBoard(db)
      for entity in entities { board.put(entity) }
      try board.confirm()
    }
  }

  func person(_ handle: String, _ role: Role = .participant) throws -> PersonID {
    let id = PersonID(madeBy: room.newID())
    try put(Person(id: id, seq: 1, handle: handle, name: handle.capitalized, role: role, joinedAt: Samples.at))
    return id
  }

  func change(_ id: IdeaID, _ body: (inout Idea) -> Void) throws {
    var idea = try #require(try store.connections.read { SQLiteBoard($0).get(id) })
    body(&idea)
    idea.refreshState()
    try put(idea)
  }

  func titles(_ query: IdeaQuery, _ viewer: Viewer? = nil) throws -> [String] {
    let page = try store.ideas(query, for: viewer ?? owner)
    #expect(page.total == page.rows.count)
    return page.rows.map(\.title)
  }

  @Test func listsFilterAndSort() throws {
    let jo = try person("jo")
    let one = try room.post("Night pharmacy")
    let two = try room.post("One desk", body: "clinicians ring once", by: jo)
    try change(one) {
      $0.stage = .define
      $0.tags = ["carers", "night"]
      $0.activity = 90
    }
    #expect(try titles(IdeaQuery()) == ["One desk", "Night pharmacy"])
    #expect(try titles(IdeaQuery(sort: .activity)) == ["Night pharmacy", "One desk"])
    #expect(try titles(IdeaQuery(sort: .stage)) == ["One desk", "Night pharmacy"])
    #expect(try titles(IdeaQuery(stage: .define)) == ["Night pharmacy"])
    #expect(try titles(IdeaQuery(tags: ["carers"])) == ["Night pharmacy"])
    #expect(try titles(IdeaQuery(tags: ["carer"])) == [])
    #expect(try titles(IdeaQuery(authors: ["jo"])) == ["One desk"])
    #expect(try titles(IdeaQuery(authors: ["nobody"])) == [])
    #expect(try titles(IdeaQuery(words: "clin ring")) == ["One desk"])
    #expect(try titles(IdeaQuery(words: "desk pharm")) == [])
    #expect(try titles(IdeaQuery(words: "\"AND (*^:-")) == [])
    #expect(try titles(IdeaQuery(challenge: 7)) == [])
    try change(two) { $0.coAuthors = [room.owner] }
    #expect(try titles(IdeaQuery(authors: ["ann"])) == ["One desk", "Night pharmacy"])
    #expect(try titles(IdeaQuery(tags: ["carers", "night"])) == ["Night pharmacy"])
    #expect(try titles(IdeaQuery(tags: ["carers", "day"])) == [])
    #expect(try titles(IdeaQuery(authors: ["jo", "nobody"])) == ["One desk"])
    #expect(try titles(IdeaQuery(authors: ["ann", "jo"])) == ["One desk", "Night pharmacy"])
    #expect(try titles(IdeaQuery(isOwn: true), .person(jo)) == ["One desk"])
    #expect(try titles(IdeaQuery(isOwn: false), .person(jo)) == ["Night pharmacy"])
    #expect(try titles(IdeaQuery(isOwn: true), .everyone) == [])
    #expect(try titles(IdeaQuery(postedAfter: 2)) == ["One desk"])
    let changed = try store.ideas(IdeaQuery(), for: owner).rows.map(\.updatedAt.milliseconds)
    let earliest = Timestamp(milliseconds: changed.min() ?? 0)
    let latest = Timestamp(milliseconds: changed.max() ?? 0)
    #expect(try titles(IdeaQuery(quietSince: latest)) == ["One desk", "Night pharmacy"])
    #expect(try titles(IdeaQuery(quietSince: Timestamp(milliseconds: earliest.milliseconds - 1))) == [])
    let page = try store.ideas(IdeaQuery(limit: 1, offset: 1), for: owner)
    #expect(page.rows.map(\.title) == ["Night pharmacy"])
    #expect(page.total == 2)
    #expect(page.seq == 3)
  }

  @Test func whatIsWithdrawnOrHiddenIsSeenByThoseWhoMayBringItBack() throws {
    let (jo, lee) = (try person("jo"), try person("lee", .coach))
    let withdrawn = try room.post("Withdrawn thing", by: jo)
    let hidden = try room.post("Hidden thing", by: jo)
    try change(withdrawn) { $0.isWithdrawn = true }
    try change(hidden) { $0.hidden = Samples.hiding }
    let all = IdeaQuery(includesInactive: true)
    #expect(try titles(IdeaQuery(), owner) == [])
    #expect(try titles(all, owner) == ["Hidden thing", "Withdrawn thing"])
    #expect(try titles(all, .person(jo)) == ["Withdrawn thing"])
    #expect(try titles(all, .person(lee)) == ["Hidden thing"])
    #expect(try titles(all, .everyone) == [])
    #expect(try titles(IdeaQuery(state: .withdrawn), .person(jo)) == ["Withdrawn thing"])
    #expect(try titles(IdeaQuery(state: .withdrawn), .person(lee)) == [])
    #expect(try titles(IdeaQuery(state: .hidden), .person(lee)) == ["Hidden thing"])
    #expect(try titles(IdeaQuery(state: .hidden), .person(jo)) == [])
    for (viewer, seen) in [(owner, 2), (.person(jo), 1), (.person(lee), 1), (.everyone, 0)] {
      #expect(try store.search("thing", limit: 9, for: viewer).count == seen)
      let details = try [withdrawn, hidden].compactMap { try store.idea(.id($0), for: viewer) }
      #expect(details.count == seen)
      let changes = try store.changes(since: 1, limit: 9, for: viewer)
      #expect(changes.count == 2)
      #expect(changes.compactMap(\.activity.idea).count == seen)
      #expect(!changes.contains { $0.activity.words.contains("thing") })
    }
    #expect(try store.similar(to: "hidden thing", limit: 5, for: owner).isEmpty)
  }

  @Test func anOpenRoundShowsEverybodyOnlyTheirOwn() throws {
    let jo = try person("jo")
    let one = try room.post("One")
    let two = try room.post("Two")
    let standing = try #require(try store.connections.read { SQLiteBoard($0).first(.open) })
    var closed = standing
    closed.isOpen = false
    var round = Round(
      id: RoundID(rawValue: 77), seq: 4, number: 2, title: "Blind", kind: .dots(budget: 1, cap: 1), isStanding: false,
      ballotList: [one], openedAt: Samples.at)
    var tally = Tally(round: round, idea: one)
    (tally.dots, tally.people) = (2, 2)
    try put(
      closed, round, tally,
      Ballot(id: Identifier(rawValue: 1), seq: 5, round: round.id, person: jo, idea: one, position: nil),
      Ballot(id: Identifier(rawValue: 2), seq: 6, round: round.id, person: room.owner, idea: one, position: nil))
    func tallies(_ viewer: Viewer) throws -> [TallyView] {
      try store.ideas(IdeaQuery(sort: .dots), for: viewer).rows.map(\.tally)
    }
    #expect(try tallies(.person(jo)) == [.own(dots: 1, position: nil), .none])
    #expect(try tallies(.everyone) == [.none, .own(dots: 0, position: nil)])
    #expect(try store.rounds(for: .person(jo)).map(\.results.count) == [0, 0])
    let row = try #require(try store.summary(for: .person(jo)).round)
    #expect(row.done == 2 && row.voters == 2 && row.ownSpent == 1)
    #expect(try store.idea(.id(one), for: .everyone)?.tallies == [])
    round.isOpen = false
    try put(round)
    #expect(try tallies(.person(jo)) == [.dots(2, own: 1), .none])
    #expect(try tallies(.everyone) == [.dots(2, own: 0), .none])
    #expect(try store.rounds(for: .everyone).first?.results.map(\.idea) == [one])
    #expect(try store.idea(.id(two), for: .person(jo))?.tallies == [])
  }

  @Test func aMergedIdeaIsShownUnderItsParent() throws {
    let parent = try room.post("Parent")
    let child = try room.post("Child")
    try change(child) {
      $0.mergedInto = parent
      $0.comments = 1
    }
    let comment = Comment(
      id: CommentID(rawValue: 5), seq: 9, idea: child, number: 1, kind: .question, text: "Who pays?",
      author: room.owner, replyTo: nil, mentions: [room.owner], createdAt: Samples.at)
    try put(comment)
    #expect(try titles(IdeaQuery()) == ["Parent"])
    let detail = try #require(try store.idea(.number(1), for: owner))
    #expect(detail.row.comments == 1)
    #expect(detail.merged.map(\.title) == ["Child"])
    #expect(detail.merged.first?.mergedInto == 1)
    #expect(detail.comments.map(\.text) == ["Who pays?"])
    #expect(detail.comments.first?.mentionsViewer == true)
    #expect(detail.comments.first?.author.words == "Ann")
    let hit = try #require(try store.search("pays", limit: 3, for: owner).first)
    #expect(hit.comment == 1)
    #expect(hit.idea.title == "Child")
    #expect(hit.excerpt == "Who pays?")
    #expect(hit.ranges == [4..<8])
    var gone = comment
    gone.isWithdrawn = true
    try put(gone)
    #expect(try store.idea(.number(1), for: owner)?.comments.map(\.text) == [nil])
    #expect(try store.search("pays", limit: 3, for: owner).isEmpty)
  }

  @Test func gatesCountWhatIsAnswered() throws {
    let idea = try room.post("One")
    try put(
      Entry(
        id: Identifier(rawValue: 1), seq: 3, idea: idea, worksheet: "need", field: "who", answer: .text("Carers"),
        answeredBy: nil, answeredAt: Samples.at, answeredIn: Samples.operation))
    let row = try #require(try store.ideas(IdeaQuery(), for: owner).rows.first)
    #expect(row.gateMet == 1 && row.gateTotal == 2)
    let detail = try #require(try store.idea(.id(idea), for: owner))
    #expect(detail.gates.map(\.items.count) == [2, 0, 0, 0, 0])
    #expect(detail.entries.map(\.by) == [.sealed])
    #expect(detail.mayEdit && detail.mayMove)
    #expect(try store.idea(.id(idea), for: .everyone).map { $0.mayEdit || $0.mayMove } == false)
  }

  @Test func summaryCountsAndNames() throws {
    _ = try person("jo")
    try room.post("One")
    let two = try room.post("Two")
    try change(two) { $0.stage = .test }
    let summary = try store.summary(for: owner)
    #expect(summary.counts == [.empathise: 1, .test: 1])
    #expect(summary.people == 2)
    #expect(summary.seq == 3)
    #expect(summary.isOwner && !summary.needsUpdate)
    #expect(summary.viewer?.handle == "ann")
    #expect(summary.round?.round.isStanding == true)
    let strangers = try store.summary(for: .everyone)
    #expect(strangers.viewer == nil && !strangers.isOwner)
    #expect(try store.people(for: .everyone).map(\.handle) == ["ann", "jo"])
    #expect(try store.person(handle: "jo")?.name == "Jo")
    #expect(try store.person(account: "root") == nil)
  }

  @Test func changesTellWhoDidWhat() throws {
    let jo = try person("jo")
    let one = try room.post("One", by: jo)
    let sealed = Submission(id: room.newID(), PostIdea(title: "Two"), by: .sealed, asker: jo)
    _ = try store.submit([sealed])
    let changes = try store.changes(since: 1, limit: 10, for: .person(jo))
    #expect(changes.map(\.seq) == [2, 3])
    #expect(changes.map(\.actor.words) == ["Jo", "no name"])
    #expect(changes.map(\.isOwn) == [true, false])
    #expect(changes.map(\.kind) == ["idea.post", "idea.post"])
    #expect(changes.first?.activity.idea == one)
    #expect(changes.first?.activity.words == "posted 1 “One”")
    #expect(try store.recentChanges(limit: 2, for: owner).map(\.seq) == [3, 2])
    #expect(try store.recentChanges(before: 3, limit: 1, for: owner).map(\.seq) == [2])
    #expect(try store.recentChanges(before: 1, limit: 5, for: owner).isEmpty)
    #expect(try store.changes(since: 2, limit: 1, for: owner).map(\.seq) == [3])
  }

  @Test func similarIdeasShareTellingWords() throws {
    try room.post("Shared triage desk between 999 and UCR")
    try room.post("Night-time pharmacy rota")
    try room.post("Café for carers", body: "A desk where families ring")
    func similar(_ title: String) throws -> [String] {
      try store.similar(to: title, limit: 3, for: owner).map(\.title)
    }
    #expect(try similar("A triage des").first == "Shared triage desk between 999 and UCR")
    #expect(try similar("pharmacies at night") == ["Night-time pharmacy rota"])
    #expect(try similar("cafe") == ["Café for carers"])
    #expect(try similar("how might we") == [])
    #expect(try similar("") == [])
    #expect(try similar("🙂 !!") == [])
  }
}

@Suite struct TextQueryTests {
  @Test func nothingTypedIsAnOperator() {
    #expect(TextQuery("a OR b").all == "\"a\"* AND \"or\"* AND \"b\"*")
    let query = TextQuery("say \"no more\" -x -\"y z\" col:y NOT*")
    #expect(query.all == "\"say\"* AND \"no more\" AND \"col\"* AND \"y\"* AND \"not\"*")
    #expect(query.leftOut == "(\"x\"*) OR (\"y z\")")
    #expect(query.match == "(\(query.all ?? "")) NOT (\(query.leftOut ?? ""))")
    #expect(TextQuery("-x").match == nil)
    #expect(TextQuery("“night pha").all == "\"night pha\"*")
    #expect(TextQuery(" \n").all == nil)
    #expect(TextQuery("Zoë’s").words == ["zoe", "s"])
  }

  @Test func excerptsSayWhereTheWordsAre() {
    let (excerpt, ranges) = BoardReader.parse("a \u{2}dësk\u{3}\nof \u{2}one\u{3}")
    #expect(excerpt == "a dësk of one")
    #expect(ranges == [2..<6, 10..<13])
  }
}
