import IdeaPipeline
import Interchange
import SharedStore

/// One process's part in a recorded conversation: every so many of its people, who state and vote as they did.
struct Replayer {
  let visit: Visit
  let replay: PolisReplay
  /// Which of the parts this is, and of how many.
  let part: Int
  let parts: Int
  let seed: UInt64
  private(set) var report = RehearsalReport()
  private var known: [Int: PersonID] = [:]

  /// A part that has said nothing yet.
  init(_ visit: Visit, _ replay: PolisReplay, part: Int, of parts: Int, seed: UInt64) {
    self.visit = visit
    self.replay = replay
    self.part = part
    self.parts = parts
    self.seed = seed
  }

  /// The identity of the operation that posts a statement: the same for every process, so that all can vote on it.
  static func identity(ofStatement place: Int, seed: UInt64) -> OperationID {
    var generator = SeededGenerator(seed: seed &+ UInt64(place) &* 0x9E37)
    return OperationID(using: &generator)
  }

  /// Posts what the people of this part stated.
  mutating func state(on challenge: ChallengeID) {
    for (place, statement) in replay.statements.enumerated() where statement.person % parts == part {
      let operation = PostIdea(
        title: statement.title, body: statement.body, tags: ["rehearsal"], challenge: challenge)
      submit(operation, Self.identity(ofStatement: place, seed: seed), by: statement.person)
    }
  }

  /// Votes as the people of this part did.
  mutating func vote(in round: RoundID) {
    for vote in replay.votes where vote.person % parts == part {
      let idea = IdeaID(madeBy: Self.identity(ofStatement: vote.statement, seed: seed))
      let operation = CastPosition(round: round, idea: idea, position: vote.position)
      submit(operation, visit.shell.newIdentity(), by: vote.person)
    }
  }

  private mutating func submit(_ operation: some IdeaPipeline.Operation, _ id: OperationID, by person: Int) {
    let start = ContinuousClock.now
    do {
      let actor = try known[person] ?? visit.person(RehearsalNames.handle(person + 1)).id
      known[person] = actor
      let submission = Submission(id: id, operation, by: .person(actor))
      _ = try visit.store.submit([submission], waitingAtMost: .seconds(60), report: { _ in })
      report.note(type(of: operation).kind, since: start)
    } catch {
      report.unexpected[Complaint(error).sentence, default: 0] += 1
    }
  }
}
