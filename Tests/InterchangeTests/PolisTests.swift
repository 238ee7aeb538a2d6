import Foundation
import IdeaPipeline
import Testing

@testable import Interchange

@Suite("Importing a Polis conversation")
struct PolisTests {
  private static let comments = """
    timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
    2000,x,1,4,0,2,-1,Sell the parks
    1000,x,0,7,2,0,1,"Build
    more homes"
    3000,x,2,7,0,0,0,\(String(repeating: "word ", count: 30))end
    """
  /// Person 4 changed from disagree to agree on statement 0, whose total counts both; person 9 passed.
  private static let votes = """
    timestamp,datetime,comment-id,voter-id,vote
    5000,x,0,4,1
    4000,x,0,4,-1
    4100,x,0,7,1
    4200,x,1,7,-1
    4300,x,1,9,-1
    4400,x,0,9,0
    """

  private func file(_ name: String, _ text: String) -> ImportFile { ImportFile(name: name, text: text) }

  private func conversation(
    _ comments: String = comments, _ votes: String = votes, summary: String? = nil, skipBad: Bool = false
  ) throws -> PolisConversation {
    try PolisConversation(
      comments: file("comments.csv", comments), votes: file("votes.csv", votes),
      summary: summary.map { file("summary.csv", $0) }, skipBad: skipBad)
  }

  private func imported(_ conversation: PolisConversation) throws -> (MemoryBoard, ImportPlan) {
    let playground = Playground()
    var generator = Sequence64(state: 8)
    let plan = conversation.plan(on: try playground.ground(), using: &generator)
    let board = try playground.memory()
    _ = try carryOut(plan.submissions, on: board, after: playground.submissions.count)
    return (board, plan)
  }

  @Test("Statements become ideas of their authors, at their times, in a challenge with the topic")
  func statements() throws {
    let (board, _) = try imported(conversation(summary: "topic,Homes for all\nurl,x\n"))
    let ideas = board.all(Idea.self)
    #expect(ideas.map(\.title.count) == [16, 14, 140])
    #expect(ideas[0].title == "Build more homes" && ideas[0].body == "")
    #expect(ideas.map(\.createdAt.milliseconds) == [1_000, 2_000, 3_000])
    let handles = ideas.map { $0.author.flatMap { board.get($0)?.handle } }
    #expect(handles == ["p7", "p4", "p7"])
    #expect(board.first(.handle("p9"))?.name == "Participant 9")
    #expect(board.first(.handle("p4"))?.joinedAt.milliseconds == 2_000)
    let challenge = try #require(ideas[0].challenge.flatMap { board.get($0) })
    #expect(challenge.question == "Homes for all")
  }

  @Test("A statement too long for a title is clipped at a word and whole in the body")
  func longStatements() throws {
    let (board, _) = try imported(conversation())
    let long = try #require(board.all(Idea.self).last)
    #expect(long.title == String(repeating: "word ", count: 27) + "word…")
    #expect(long.body == String(repeating: "word ", count: 30) + "end")
    #expect(ClippedTitle(String(repeating: "x", count: 200), limit: 140).title.count == 140)
    #expect(!ClippedTitle(String(repeating: "x", count: 140), limit: 140).isClipped)
    #expect(ClippedTitle("a  b\nc", limit: 140).title == "a b c")
  }

  @Test("Last votes count, in a consensus round that is closed; rejected statements are hidden with their ballots kept")
  func votes() throws {
    let (board, _) = try imported(conversation())
    let ideas = board.all(Idea.self)
    let round = try #require(board.all(Round.self).last)
    #expect(round.kind == .consensus && !round.isOpen)
    #expect(round.openedAt.milliseconds == 4_100 && round.closedAt?.milliseconds == 5_000)
    #expect(round.ballotList == ideas.map(\.id))
    let tallies = ideas.map { board.get(Tally.identity(round: round.id, idea: $0.id)) }
    #expect(tallies.map { $0?.agree } == [2, 0, nil])
    #expect(tallies.map { $0?.disagree } == [0, 2, nil])
    #expect(tallies.map { $0?.pass } == [1, 0, nil])
    #expect(board.all(Ballot.self).count == 5)
    #expect(ideas.map(\.state) == [.active, .hidden, .active])
  }

  @Test("Where the signs are the other way round, the file's own totals tell")
  func turnedSigns() throws {
    let turned = Self.votes.replacing(",1\n", with: ",X\n").replacing(",-1\n", with: ",1\n")
      .replacing(",X\n", with: ",-1\n")
    let conversation = try conversation(Self.comments, turned)
    #expect(conversation.agreeSign == -1)
    let (board, _) = try imported(conversation)
    #expect(board.all(Tally.self).map(\.agree).sorted() == [0, 2])
    #expect(board.all(Tally.self).map(\.disagree).sorted() == [0, 2])
  }

  @Test("The summary reads as sentences")
  func summary() throws {
    let (_, plan) = try imported(conversation())
    #expect(
      plan.summary.description == """
        3 statements imported as ideas, from 3 participants.
        5 ballots cast in a round of agree, disagree and pass, which is closed.
        1 statement too long for a title: clipped at a word, the whole text below.
        1 rejected statement hidden, the ballots on them kept.
        1 statement not moderated yet, and listed.
        1 is taken for “agree”: it fits the file’s own totals for 3 of 3 statements.
        1 earlier vote left out, since a person’s last one counts.
        """)
  }

  @Test("Who has such a handle already keeps it")
  func handleClash() throws {
    var playground = Playground()
    _ = playground.add("p7")
    var generator = Sequence64(state: 8)
    let plan = try conversation().plan(on: playground.ground(), using: &generator)
    let board = try playground.memory()
    _ = try carryOut(plan.submissions, on: board, after: playground.submissions.count)
    #expect(board.first(.handle("p7-2"))?.name == "Participant 7")
  }

  @Test("Bad rows of both files are named together; the rest is imported when asked for")
  func badRows() throws {
    let comments =
      Self.comments + "\n9000,x,2,7,0,0,1,Again\nsoon,x,3,7,0,0,1,When\n1,x,4,7,0,0,5,How\n1,x,5,7,0,0,1,\n"
    let votes = Self.votes + "\n4500,x,8,4,1\n4500,x,0,4,2\n4500,x,0,-4,1\n"
    let error = #expect(throws: ImportError.self) { try conversation(comments, votes) }
    #expect(
      error?.description == """
        comments.csv, line 6, column 3 (comment-id): There is a statement 2 already.
        comments.csv, line 7, column 1 (timestamp): “soon” is no whole number.
        comments.csv, line 8, column 7 (moderated): This is 1 (accepted), 0 (not yet) or -1 (rejected).
        comments.csv, line 9, column 8 (comment-body): The text is empty: write something first.
        votes.csv, line 8, column 3 (comment-id): There is no statement 8 to vote on.
        votes.csv, line 9, column 5 (vote): This is 1, 0 or -1.
        votes.csv, line 10, column 4 (voter-id): A participant has a number from 0 upwards.
        """)
    let (board, plan) = try imported(conversation(comments, votes, skipBad: true))
    #expect(board.all(Idea.self).count == 3)
    #expect(plan.summary.skipped.count == 7)
  }

  @Test("An export without statements imports nothing and says so")
  func empty() throws {
    let head = Self.comments.prefix { !$0.isNewline }
    let (board, plan) = try imported(conversation(String(head), String(Self.votes.prefix { !$0.isNewline })))
    #expect(board.all(Idea.self).isEmpty)
    #expect(plan.summary.description == "There is no statement to import.")
  }
}

/// The export of a real conversation, where somebody has one.
enum RealConversation {
  /// Of comments.csv and votes.csv; named in the environment.
  static let directory = ProcessInfo.processInfo.environment["HOTHOUSE_CONVERSATION"]

  static func file(_ name: String) throws -> ImportFile {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: (directory ?? "") + "/" + name))
    return try ImportFile(name: name, bytes: Array(bytes))
  }
}

@Suite(
  "Importing a real conversation",
  .enabled(if: RealConversation.directory != nil, "needs HOTHOUSE_CONVERSATION, the folder of an export"))
struct RealConversationTests {
  @Test("Each statement is an idea with the counts of the last votes, in memory and through the store")
  func counts() throws {
    let conversation = try PolisConversation(
      comments: RealConversation.file("comments.csv"), votes: RealConversation.file("votes.csv"))
    let playground = Playground()
    let stored = try playground.stored()
    var generator = Sequence64(state: 8)
    let ground = try ImportGround(of: stored.store, importer: playground.owner)
    let plan = conversation.plan(on: ground, using: &generator)
    let board = try playground.memory()
    _ = try carryOut(plan.submissions, on: board, after: playground.submissions.count)
    _ = try stored.store.submit(plan.submissions)
    let expected = try lastVotes()
    let ideas = board.all(Idea.self)
    #expect(ideas.count == statementIDs.count)
    #expect(board.all(Ballot.self).count == expected.values.flatMap(\.self).reduce(0, +))
    let round = try #require(board.all(Round.self).last)
    for idea in ideas {
      let statement = try #require(idea.number.map { statementIDs[$0 - 1] })
      let tally = board.get(Tally.identity(round: round.id, idea: idea.id))
      let counts = [tally?.agree ?? 0, tally?.disagree ?? 0, tally?.pass ?? 0]
      #expect(counts == expected[statement] ?? [0, 0, 0], "\(statement)")
    }
    let all = try stored.store.ideas(IdeaQuery(includesInactive: true), for: .person(playground.owner))
    #expect(all.total == statementIDs.count)
    let results = try #require(try stored.store.rounds(for: .person(playground.owner)).first).results
    for result in results {
      let statement = try #require(result.number.map { statementIDs[$0 - 1] })
      #expect([result.tally.agree, result.tally.disagree, result.tally.pass] == expected[statement] ?? [0, 0, 0])
    }
  }

  /// The ids of the statements in the order of their times, which is that of the ideas' numbers.
  private let statementIDs: [Int]

  init() throws {
    let rows = try CSVReader.rows(of: RealConversation.file("comments.csv").text).dropFirst()
    statementIDs = rows.map { (Int($0.cells[0].text) ?? 0, Int($0.cells[2].text) ?? 0) }.sorted(by: <).map(\.1)
  }

  /// Agree, disagree and pass for each statement, counted here in another way than the import does.
  private func lastVotes() throws -> [Int: [Int]] {
    let lines = try RealConversation.file("votes.csv").text.split(whereSeparator: \.isNewline).dropFirst()
    var last: [[Int]: (at: Int, vote: Int)] = [:]
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let (at, statement, person, vote) = (Int(cells[0])!, Int(cells[2])!, Int(cells[3])!, Int(cells[4])!)
      if at >= last[[statement, person]]?.at ?? 0 { last[[statement, person]] = (at, vote) }
    }
    var counts: [Int: [Int]] = [:]
    for (key, value) in last {
      counts[key[0], default: [0, 0, 0]][value.vote == 1 ? 0 : value.vote == -1 ? 1 : 2] += 1
    }
    return counts
  }
}
