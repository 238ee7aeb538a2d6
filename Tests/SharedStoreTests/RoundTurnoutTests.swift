import Foundation
import IdeaPipeline
import TestSupport
import Testing

@testable import SharedStore

/// "n of m done" while a round is blind: whom it counts, and who is away.
@Suite struct RoundTurnoutTests {
  let directory: TemporaryDirectory
  let location: BoardLocation
  let store: BoardStore
  let owner = PersonID(rawValue: 11)
  let now = SharedNumber(1_795_000_020_000)
  let ids = SharedNumber(700)

  init() throws {
    directory = try TemporaryDirectory()
    location = try directory.board()
    let now = now
    store = try BoardStore.create(
      location, [Submission(id: OperationID(rawValue: 11), CreateBoard.sample, by: .person(owner))]
    ) { HostMoment(steady: Timestamp(milliseconds: Int64(now.current))) }
  }

  @discardableResult
  private func run(_ operation: any IdeaPipeline.Operation, by person: PersonID? = nil) throws -> OperationID {
    let id = OperationID(rawValue: Int64(ids.add(1)))
    _ = try store.submit([Submission(id: id, operation, by: .person(person ?? owner))])
    return id
  }

  private func person(_ handle: String, _ role: Role = .participant) throws -> PersonID {
    PersonID(madeBy: try run(AddPerson(handle: handle, profile: PersonProfile(name: handle), role: role)))
  }

  private var date: Date { Date(timeIntervalSince1970: Double(now.current) / 1000) }

  private func turnout() throws -> [Int] {
    let round = try #require(try store.summary(for: .everyone).round)
    return [round.done, round.voters, round.away]
  }

  @Test func leavesOutObserversAndFacilitatorsWhoOnlyRunTheRoom() throws {
    let (jo, sam) = (try person("jo"), try person("sam"))
    let (ida, ola) = (IdeaID(madeBy: try run(PostIdea(title: "Ida"))), try person("ola", .observer))
    let round = RoundID(madeBy: try run(OpenRound(title: "Dots", round: .dots(budget: 1, cap: 1))))
    let present = try ["jo", "sam"].map { try PresenceHolder($0, at: location, now: date) }
    #expect(try turnout() == [0, 2, 0])
    try run(GiveDot(round: round, idea: ida), by: jo)
    #expect(try turnout() == [1, 2, 0])
    try run(GiveDot(round: round, idea: ida))
    #expect(try turnout() == [2, 3, 0], "a facilitator who votes is counted")
    _ = now.add(180_000)
    #expect(try turnout() == [2, 3, 1], "sam has been away; jo and ann are done")
    present[1].touch(now: date)
    #expect(try turnout() == [2, 3, 0])
    try run(CloseRound(round: round))
    _ = now.add(400_000)
    #expect(try turnout() == [2, 3, 0], "nobody is waited for")
    _ = (sam, ola)
  }

  @Test func withdrawingDoesNotTellHowManyVotedForIt() throws {
    let jo = try person("jo")
    let ideas = try ["Ida", "Bea"].map { IdeaID(madeBy: try run(PostIdea(title: $0))) }
    let round = RoundID(madeBy: try run(OpenRound(title: "Dots", round: .dots(budget: 2, cap: 2))))
    for _ in 0..<2 { try run(GiveDot(round: round, idea: ideas[0]), by: jo) }
    #expect(try turnout().first == 1)
    try run(WithdrawIdea(idea: ideas[0]))
    #expect(try turnout().first == 1)
    let own = try #require(try store.summary(for: .person(jo)).round)
    #expect(own.ownSpent == 0, "the dots came back all the same")
  }
}
