import Foundation
import IdeaPipeline
import SharedStore
import Testing

@testable import Interchange

/// A fixed sequence of numbers.
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

/// Carries out submissions on a board in memory, each after its check, as the store does.
func carryOut(
  _ submissions: [Submission], on board: MemoryBoard, after seq: Int = 0
) throws -> [LoggedOperation] {
  try submissions.enumerated().map { place, submission in
    let stamp = Stamp(
      seq: seq + place + 1, id: submission.id, at: submission.at ?? Playground.now, actor: submission.actor,
      enteredBy: submission.enteredBy)
    try OperationRules.check(submission, stamp, at: HostMoment(steady: stamp.at), on: board)
    submission.operation.apply(to: board, stamp)
    return LoggedOperation(stamp: stamp, payload: .known(submission.operation), undoes: submission.undoes)
  }
}

/// A board with an owner, a team, a challenge and whatever a test adds, in memory or in a file.
struct Playground {
  static let now = Timestamp(milliseconds: 1_778_754_600_000)

  private(set) var submissions: [Submission] = []
  private var generator = Sequence64(state: 42)
  let owner: PersonID
  let round: RoundID
  let team: TeamID
  let challenge: ChallengeID

  static let sheet = Worksheet(
    key: "need", title: "Need",
    fields: [
      Field(key: "who", question: "Who is it about?", label: "who it is about", kind: .text),
      Field(key: "sure", question: "Sure?", label: "sure", kind: .yesNo),
    ])

  init() {
    var generator = generator
    let create = OperationID(using: &generator)
    owner = PersonID(madeBy: create)
    round = RoundID(madeBy: create)
    let guide = StageGuide(stage: .empathise, guide: "Listen.", worksheet: "need", gate: ["who", "sure"])
    let board = CreateBoard(
      title: "Day", purpose: "To try.", guides: [guide], worksheets: [Self.sheet], perspectives: ["residents"],
      ownerHandle: "ann", ownerName: "Ann")
    submissions = [Submission(id: create, board, by: .person(owner), at: Self.now)]
    let (teamMade, challengeMade) = (OperationID(using: &generator), OperationID(using: &generator))
    team = TeamID(madeBy: teamMade)
    challenge = ChallengeID(madeBy: challengeMade)
    let text = ChallengeText(question: "How might we try?", detail: "More.")
    submissions.append(
      Submission(id: teamMade, AddTeam(name: "North", place: "Hall"), by: .person(owner), at: Self.now))
    submissions.append(Submission(id: challengeMade, AddChallenge(text: text), by: .person(owner), at: Self.now))
    self.generator = generator
  }

  @discardableResult mutating func submit(
    _ operation: some IdeaPipeline.Operation, by person: PersonID? = nil
  ) -> OperationID {
    let id = OperationID(using: &generator)
    submissions.append(Submission(id: id, operation, by: .person(person ?? owner), at: Self.now))
    return id
  }

  mutating func add(_ handle: String, role: Role = .participant, team: TeamID? = nil) -> PersonID {
    let profile = PersonProfile(name: handle.capitalized, team: team)
    return PersonID(madeBy: submit(AddPerson(handle: handle, profile: profile, role: role)))
  }

  func memory() throws -> MemoryBoard {
    let board = MemoryBoard()
    _ = try carryOut(submissions, on: board)
    return board
  }

  /// What an import has to know of it.
  func ground() throws -> ImportGround {
    let board = try memory()
    let people = board.all(Person.self).map { person in
      PersonRow(
        id: person.id, handle: person.handle, name: person.name, role: person.role,
        team: person.team.flatMap { board.get($0)?.name }, organisation: person.organisation,
        perspective: person.perspective)
    }
    return ImportGround(
      importer: owner, people: Dictionary(uniqueKeysWithValues: people.map { ($0.handle, $0) }),
      teams: ["North": team], challenges: [1: challenge], entryStage: .empathise)
  }

  /// A board file with all of it, read through the store. It goes away with the store's last user.
  func stored() throws -> StoredBoard { try StoredBoard(submissions) }
}

/// A board in a directory of its own.
final class StoredBoard {
  let store: BoardStore
  private let directory: String

  init(_ submissions: [Submission]) throws {
    directory = FileManager.default.temporaryDirectory.path + "/hothouse-\(UUID().uuidString)"
    store = try BoardStore.create(BoardLocation(directory + "/day.hothouse"), submissions)
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }
}

extension MemoryBoard {
  /// Every table, for comparing whole boards.
  var everything: [[AnyHashable]] {
    func table<E: Entity>(_ type: E.Type) -> [AnyHashable] { all(type).map { AnyHashable($0) } }
    return [
      table(Board.self), table(Challenge.self), table(Team.self), table(Person.self), table(Idea.self),
      table(IdeaRevision.self), table(Comment.self), table(Entry.self), table(Move.self), table(Round.self),
      table(Ballot.self), table(Tally.self), table(NumberSeries.self),
    ]
  }
}
