import Foundation
import IdeaPipeline
import SharedStore

/// A directory for this run. `HOTHOUSE_BENCH_DIRECTORY` names the disk that is meant.
struct Workplace {
  let path: String

  init() throws {
    let parent = ProcessInfo.processInfo.environment["HOTHOUSE_BENCH_DIRECTORY"] ?? "/tmp"
    path = "\(parent)/hothouse-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  func board(_ name: String) throws -> BoardLocation { try BoardLocation("\(path)/\(name).hothouse") }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A board after a number of operations: of ten, three post ideas, four comment, two give dots, one edits.
final class BenchBoard {
  let store: BoardStore
  let owner: PersonID
  private(set) var seq = 0
  private(set) var ideas: [IdeaID] = []
  private var people: [PersonID] = []
  private var random = SystemRandomNumberGenerator()

  init(at location: BoardLocation, operations: Int) throws {
    let id = OperationID(using: &random)
    owner = PersonID(madeBy: id)
    let creation = CreateBoard(title: "Bench", ownerHandle: "ann", ownerName: "Ann", dots: 90, cap: 90)
    store = try BoardStore.create(location, [Submission(id: id, creation, by: .person(owner))])
    seq = 1
    try submit((1...101).map { AddPerson(handle: "p\($0)", profile: PersonProfile(name: "Person \($0)")) })
    while seq < operations { try submit((0..<min(500, operations - seq)).map { operation(seq + $0) }) }
  }

  /// Each by somebody else in turn, in one transaction.
  func submit(_ operations: [any IdeaPipeline.Operation]) throws {
    let submissions = operations.enumerated().map { place, operation in
      let person = operation is AddPerson || operation is TagIdea ? owner : people[(seq + place) % people.count]
      return Submission(id: OperationID(using: &random), operation, by: .person(person))
    }
    for submission in submissions {
      if submission.operation is AddPerson { people.append(PersonID(madeBy: submission.id)) }
      if submission.operation is PostIdea { ideas.append(IdeaID(madeBy: submission.id)) }
    }
    seq = try store.submit(submissions).last?.stamp.seq ?? seq
  }

  func post() throws { try postSeveral(1) }

  /// Ideas, in one transaction.
  func postSeveral(_ count: Int) throws { try submit((0..<count).map { idea(seq + $0) }) }

  private func operation(_ number: Int) -> any IdeaPipeline.Operation {
    guard ideas.count > 10 else { return idea(number) }
    let about = ideas[number * 7 % ideas.count]
    switch number % 10 {
    case 0, 3, 6: return idea(number)
    case 1, 4, 7, 8:
      return PostComment(idea: about, text: "Comment \(number): who pays for it at weekends, and who is asked?")
    case 2, 5:
      guard let round = standing else { return idea(number) }
      return GiveDot(round: round, idea: about)
    default: return TagIdea(idea: about, old: tags[about] ?? [], new: tag(about, number))
    }
  }

  private var tags: [IdeaID: [String]] = [:]

  private func tag(_ idea: IdeaID, _ number: Int) -> [String] {
    tags[idea] = ["tag-\(number % 40)-\(number)"]
    return tags[idea] ?? []
  }

  private lazy var standing: RoundID? = try? store.rounds(for: .everyone).last?.round.id

  private func idea(_ number: Int) -> PostIdea {
    PostIdea(
      title: "Idea \(number): a shared desk near the ward",
      body: "One desk that is open at night. " + String(repeating: "It helps people who care for others. ", count: 5))
  }
}
