import IdeaPipeline
import Testing

@testable import Settings

/// A fixed sequence of numbers.
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

@Suite("Starting a board from a seed")
struct SeedingTests {
  private static let now = Timestamp(milliseconds: 1_800_000_000_000)

  /// The board that submissions make; every one has to pass its check.
  private func board(_ submissions: [Submission]) throws -> MemoryBoard {
    let board = MemoryBoard()
    for (place, submission) in submissions.enumerated() {
      let stamp = Stamp(
        seq: place + 1, id: submission.id, at: submission.at ?? Self.now, actor: submission.actor,
        enteredBy: submission.enteredBy)
      try OperationRules.check(submission, stamp, at: HostMoment(steady: stamp.at), on: board)
      submission.operation.apply(to: board, stamp)
    }
    return board
  }

  private func submissions(
    _ seed: BoardSeed, founder: String = "ann", title: String? = nil, shown: Bool = false
  ) -> [Submission] {
    var generator = Sequence64(state: 7)
    return seed.submissions(
      founder: BoardFounder(handle: founder, name: "Ann Founder", account: "ann"), title: title,
      withDemonstration: shown, now: Self.now, using: &generator)
  }

  private func neighbourhoods() throws -> BoardSeed {
    try SeedLibrary.seed(file: checkout + "/seeds/neighbourhoods-first.yaml")
  }

  @Test("Board, owner, standing round, teams and challenges come from the seed; times are those of the submission")
  func plainBoard() throws {
    let seed = try neighbourhoods()
    let submissions = submissions(seed, title: "Our day")
    #expect(submissions.allSatisfy { $0.at == nil })
    let board = try board(submissions)
    let made = try #require(board.board)
    #expect(made.title == "Our day")
    #expect(made.seed == "neighbourhoods-first")
    #expect(made.guides == seed.guides)
    #expect(board.all(Team.self).map(\.name) == seed.teams.map(\.name))
    #expect(board.all(Challenge.self).map(\.question) == seed.challenges.map(\.question))
    let people = board.all(Person.self)
    #expect(people.map(\.handle) == ["ann"])
    #expect(people[0].role == .facilitator && people[0].account == "ann" && made.owner == people[0].id)
    #expect(board.all(Round.self).map(\.kind) == [.dots(budget: 5, cap: 3)])
    #expect(board.all(Idea.self).isEmpty)
    #expect(board.all(Session.self).map(\.title) == ["The hackathon day"])
    #expect(board.openSession == nil)
  }

  @Test("The same numbers make the same board")
  func determinism() throws {
    let seed = try neighbourhoods()
    #expect(submissions(seed, shown: true).map(\.id) == submissions(seed, shown: true).map(\.id))
    #expect(Set(submissions(seed, shown: true).map(\.id)).count == submissions(seed, shown: true).count)
  }

  @Test("The demonstration fills every stage, and shows each thing that can happen to an idea")
  func demonstration() throws {
    let board = try board(submissions(neighbourhoods(), shown: true))
    let ideas = board.all(Idea.self)
    #expect(ideas.count == 26)
    for stage in Stage.allCases { #expect(ideas.contains { $0.stage == stage && $0.state == .active }, "\(stage)") }
    #expect(ideas.count { $0.outcome?.kind == .adopted } == 1)
    #expect(ideas.count { $0.state == .merged } == 1)
    #expect(ideas.count { $0.buildsOn != nil } >= 4)
    #expect(board.all(Move.self).contains { $0.to < $0.from && $0.reason != nil })
    let kinds = Set(board.all(Comment.self).map(\.kind))
    #expect(kinds == [.comment, .question, .evidence, .coachNote])
    #expect(board.all(Comment.self).contains { $0.replyTo != nil })
    #expect(board.all(Tally.self).contains { $0.dots >= 5 })
    let partly = ideas.filter { idea in
      let gate = board.gate(of: idea.id, leaving: idea.stage)
      return gate.met > 0 && !gate.missing.isEmpty
    }
    #expect(partly.count >= 3)
    #expect(Set(ideas.compactMap(\.challenge)).count == 5)
    #expect(board.all(Person.self).count == 13)
    #expect(board.all(Session.self).map(\.state) == [.planned])
  }

  @Test("Its times are counted back from now, never run backwards, and the board is older than all of it")
  func times() throws {
    let submissions = submissions(try neighbourhoods(), shown: true)
    let times = submissions.compactMap(\.at)
    #expect(times.count == submissions.count)
    #expect(times == times.sorted())
    #expect(try #require(times.last) == Timestamp(milliseconds: Self.now.milliseconds - 4 * 60_000))
    #expect(try #require(times.first) == Timestamp(milliseconds: Self.now.milliseconds - (9 * 24 + 1) * 3_600_000))
  }

  @Test("A founder who has the handle of an invented person keeps it")
  func handleClash() throws {
    let board = try board(submissions(neighbourhoods(), founder: "fern", shown: true))
    let people = board.all(Person.self)
    #expect(people.first { $0.handle == "fern" }?.name == "Ann Founder")
    #expect(people.first { $0.handle == "fern-2" }?.name == "Fern Meadows")
  }

  @Test("What the board would refuse is told with its place when the file is read, once for each idea")
  func refusals() throws {
    let text = """
      title: Our board
      stages:
        empathise: { guide: Listen., worksheet: need, gate: [who] }
      worksheets:
        need: { title: Need, fields: { who: { question: Who?, label: who it is about } } }
      demonstration:
        people:
          - { handle: ash, name: Ash Invented }
          - { handle: elm, name: Elm Invented }
        ideas:
          - key: one
            by: ash
            ago: 2h
            title: First
            journey:
              - { ago: 1h, advance: define }
              - { dots: 9 }
          - key: two
            by: ash
            ago: 1h
            title: Second
            journey:
              - { by: elm, answer: { who: Us } }
      """
    let error = #expect(throws: SettingsError.self) {
      try SeedReader.read(text, name: "day", file: "day.yaml")
    }
    let told = try #require(error).description.split(separator: "\n").map(String.init)
    #expect(
      told == [
        "day.yaml:16:11: The board would refuse this: Empathise needs who it is about before Define.",
        "day.yaml:23:11: The board would refuse this: You cannot answer the worksheet of 2 “Second”: it is not yours or "
          + "your team’s. A coach or a facilitator can do it.",
      ])
  }
}
