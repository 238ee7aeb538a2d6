import Foundation
import IdeaPipeline
import TestSupport
import Testing

@testable import Interchange
@testable import SharedStore

/// A recorded conversation played again by several programs at once, as fast as they can. `HOTHOUSE_POLIS` names the
/// directory of a real one; an invented one is always played.
@Suite(.timeLimit(.minutes(5))) struct ConversationReplayTests {
  private static let real = ProcessInfo.processInfo.environment["HOTHOUSE_POLIS"]
    .flatMap { RecordedConversation(directory: $0) }

  @Test func anInventedConversationComesToTheTalliesOfItsFile() throws {
    try play(RecordedConversation(inventedFrom: RandomSeed.fresh("an invented conversation")), programs: 4)
  }

  @Test(.enabled(if: real != nil)) func aRealConversationComesToTheTalliesOfItsFile() throws {
    try play(try #require(Self.real), programs: 6)
  }

  /// Operations get their identities from what they are in the file, so that every program knows those of the others.
  private func play(_ conversation: RecordedConversation, programs: Int) throws {
    let directory = try TemporaryDirectory()
    let owner = PersonID(rawValue: 11)
    let read = try PolisConversation(
      comments: ImportFile(name: "comments.csv", text: conversation.comments),
      votes: ImportFile(name: "votes.csv", text: conversation.votes))
    let people = Set(read.statements.map(\.author)).union(conversation.casts.map(\.person))
    let joins = people.map { person in
      Submission(
        id: OperationID(rawValue: 10_000 + Int64(person)),
        AddPerson(handle: "p\(person)", profile: PersonProfile(name: "Participant \(person)")), by: .person(owner))
    }
    let creation = Submission(id: OperationID(rawValue: 11), CreateBoard.sample, by: .person(owner))
    let store = try BoardStore.create(directory.board(), [creation] + joins)
    defer { store.close() }
    let probes = try (0..<programs).map { part in
      let script = try script(conversation, read, part, programs, in: directory)
      return try Probe("play", directory.board().path, script)
    }
    for probe in probes { try probe.awaitReady() }
    for probe in probes { probe.tell("statements") }
    for probe in probes { #expect(probe.line() == "posted") }
    _ = try store.submit([
      Submission(
        id: OperationID(rawValue: 12), OpenRound(title: "Agree?", round: .consensus), by: .person(owner))
    ])
    for probe in probes { probe.tell("votes") }
    for probe in probes { #expect(probe.line() == "voted") }
    for probe in probes { #expect(probe.finish() == 0) }
    _ = try store.submit([
      Submission(id: OperationID(rawValue: 13), CloseRound(round: RoundID(rawValue: 12)), by: .person(owner))
    ])
    try expectTallies(conversation, store, owner)
  }

  private func expectTallies(_ conversation: RecordedConversation, _ store: BoardStore, _ owner: PersonID) throws {
    let round = try #require(try store.rounds(for: .person(owner)).first)
    var found: [Int: [Int]] = [:]
    for result in round.results {
      found[Int(result.idea.rawValue) - 1_000] = [result.tally.agree, result.tally.disagree, result.tally.pass]
    }
    #expect(found == conversation.tallies)
    #expect(try store.check() == [])
  }

  /// What one program does, a line each.
  private func script(
    _ conversation: RecordedConversation, _ read: PolisConversation, _ part: Int, _ parts: Int,
    in directory: TemporaryDirectory
  ) throws -> String {
    let posts = read.statements.filter { $0.author % parts == part }.map { statement in
      let title = ClippedTitle(statement.text, limit: TextRule.title.limit).title
      return "post\t\(statement.id)\t\(statement.author)\t\(title)"
    }
    let votes = conversation.casts.filter { $0.person % parts == part }
      .map { "vote\t\($0.statement)\t\($0.person)\t\($0.sign)" }
    let path = "\(directory.path)/part-\(part)"
    try (posts + votes).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
