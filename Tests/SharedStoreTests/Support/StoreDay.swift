import IdeaPipeline
import TestSupport
import Testing

@testable import SharedStore

/// A day of random operations on a board's file, and the same day in memory beside it: each step has to have the same
/// outcome on both, down to stamps and sentences.
final class StoreDay {
  let directory: TemporaryDirectory
  private let builder: BoardBuilder
  private var store: BoardStore
  private var invent: RandomOperations
  private let clock: SharedNumber
  private let drafts: DraftStore
  private(set) var redactions = 0

  init(seed: UInt64) throws {
    directory = try TemporaryDirectory()
    let builder = try BoardBuilder.created(seed: seed)
    let creation = try #require(builder.log.first)
    let clock = SharedNumber(Int(creation.stamp.at.milliseconds) - 1_000)
    let submission = Submission(id: creation.stamp.id, CreateBoard.sample, by: creation.stamp.actor)
    store = try BoardStore.create(directory.board(), [submission]) { Self.tick(clock) }
    drafts = DraftStore(board: try store.identity(), person: "jo", environment: directory.environment)
    invent = RandomOperations(seed: seed)
    (self.builder, self.clock) = (builder, clock)
  }

  /// As the clock of `BoardBuilder`.
  private static func tick(_ clock: SharedNumber) -> HostMoment {
    HostMoment(steady: Timestamp(milliseconds: Int64(clock.add(1_000))))
  }

  func run(_ length: Int) throws {
    for _ in 0..<length {
      switch Int.random(in: 0..<100, using: &invent.random) {
      case 0..<6: try undo()
      case 6..<12: try submitSeveral()
      case 12..<15: try submitAgain()
      case 15..<17: try reopen()
      case 17..<18: try redact()
      default: try submit()
      }
    }
    try redact()
    try compareAll()
  }

  /// Nothing is wrong with the file, and log and tables are those in memory.
  private func compareAll() throws {
    #expect(try store.check() == [])
    #expect(try store.history(for: builder.owner) == builder.log)
    let tables = try store.connections.read { BoardSnapshot(of: SQLiteBoard($0)) }
    try BoardProperties.requireSame(tables, as: BoardSnapshot(of: builder.board), "the file is not as in memory")
    try BoardProperties.replayGivesTheSameTables(builder)
    try compareTotals()
  }

  /// The total beside a page is what the whole list has.
  private func compareTotals() throws {
    let stages: [Stage?] = [nil] + Stage.allCases
    let challenges: [Int?] = [nil, 987] + builder.board.all(Challenge.self).map(\.number)
    for stage in stages {
      for challenge in challenges {
        let whole = try store.ideas(IdeaQuery(stage: stage, challenge: challenge), for: .everyone).rows
        let page = try store.ideas(IdeaQuery(stage: stage, challenge: challenge, limit: 1), for: .everyone)
        #expect(page.total == whole.count, "\(stage as Any), \(challenge as Any)")
      }
    }
    let counts = try store.summary(for: .everyone).counts.filter { $0.value > 0 }
    let active = builder.board.all(Idea.self).filter { $0.state == .active }
    #expect(counts == Dictionary(grouping: active, by: \.stage).mapValues(\.count))
  }

  // MARK: Steps

  private func next() -> Submission {
    let (operation, person) = invent.next(on: builder.board)
    let id = builder.nextID()
    if operation is JoinBoard, invent.random.chance(70) {
      return Submission(id: id, operation, by: .person(PersonID(madeBy: id)))
    }
    if invent.goesWithoutName(operation, on: builder.board) {
      return Submission(id: id, operation, by: .sealed, asker: person)
    }
    return Submission(id: id, operation, by: .person(person))
  }

  private func submit() throws {
    let submission = next()
    try typing(submission) {
      try same {
        try store.submit([submission]).map(\.stamp)
      } and: {
        try [builder.carryOut(submission)]
      }
    }
  }

  /// As people do: a draft while they type, gone once it is posted.
  private func typing(_ submission: Submission, _ post: () throws -> Void) throws {
    guard case let idea as PostIdea = submission.operation else { return try post() }
    try drafts.save("\(idea.title)\n\(idea.body)", at: "new-idea")
    try post()
    try drafts.discard("new-idea")
  }

  /// One transaction that leaves out what is refused.
  private func submitSeveral() throws {
    let submissions = (0..<4).map { _ in next() }
    var refusals: [Int: Refusal] = [:]
    let receipts = try store.submit(submissions) { refusals[$0] = $1 }
    for (place, submission) in submissions.enumerated() {
      try same {
        if let refusal = refusals[place] { throw refusal }
        return try #require(receipts[place]).stamp
      } and: {
        try builder.carryOut(submission)
      }
    }
  }

  /// The answer to an earlier try got lost.
  private func submitAgain() throws {
    guard let logged = builder.log.randomElement(using: &invent.random), case .known(let operation) = logged.payload
    else { return }
    let again = Submission(id: logged.stamp.id, operation, by: logged.stamp.actor, asker: builder.owner)
    let receipts = try store.submit([again])
    #expect(receipts.map(\.stamp) == [logged.stamp] && receipts.allSatisfy(\.wasThereBefore))
  }

  private func undo() throws {
    let (person, id) = (invent.anybody(on: builder.board), builder.nextID())
    try same {
      try #require(store.undo(by: person, id: id, others: builder.nextID).first).receipt.stamp
    } and: {
      try builder.undo(by: person, id: id)
    }
  }

  private func reopen() throws {
    store.close()
    let clock = clock
    store = try BoardStore.open(directory.board()) { Self.tick(clock) }
  }

  /// Redacts what one operation wrote and looks for it in the bytes of every file.
  private func redact() throws {
    guard let chosen = builder.log.filter(RedactedWords.holdsText).randomElement(using: &invent.random) else { return }
    let (id, before) = (builder.nextID(), builder.log)
    let report = try store.redact(.operation(chosen.stamp.id), reason: "consent", by: builder.owner, id: id)
    let redact = try builder.redact([chosen.stamp.id], reason: "consent", id: id)
    #expect(report.isWiped && report.receipt.stamp == builder.log.last?.stamp)
    let words = try RedactedWords.gone([chosen], redact, before)
    if words.isEmpty { return }
    redactions += 1
    let holding = try files(in: directory.path, holding: words)
    #expect(holding == [], "\(words)")
  }

  private func same<Answer: Equatable>(
    _ here: () throws -> Answer, and there: () throws -> Answer, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (onFile, inMemory) = (try Self.outcome(here), try Self.outcome(there))
    #expect(onFile == inMemory, sourceLocation: sourceLocation)
  }

  private static func outcome<Answer>(_ body: () throws -> Answer) throws -> Result<Answer, Refusal> {
    do { return .success(try body()) } catch let refusal as Refusal { return .failure(refusal) }
  }
}
