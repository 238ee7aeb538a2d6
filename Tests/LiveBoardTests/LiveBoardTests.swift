import BoardUI
import CellGrid
import Foundation
import IdeaPipeline
import SharedStore
import Testing

@testable import TestSupport

/// People at their screens, on one board file.
@Suite(.timeLimit(.minutes(5))) struct LiveBoardTests {
  @Test func anotherPersonsPostAppearsWithoutAKeyAndLeavesTheSelection() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")

    sam.press("n")
    sam.type("Night-time pharmacy rota")
    sam.press("ctrl-s")
    try sam.see("saved ✓", "Night-time pharmacy rota")

    try ann.see("Night-time pharmacy rota", "Sam")
    let selected = ann.screen.split(separator: "\n").first { $0.contains("▌") && $0.contains("One number") }
    #expect(selected != nil, "the selection stays on the idea it was on:\n\(ann.screen)")
  }

  @Test func whatIsTypedSurvivesAHangUpAndIsOfferedAgain() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("n")
    ann.type("A desk that both services share")
    ann.hangUp()

    let again = BoardDriver(room, as: "ann", board: "spring")
    try again.see("Welcome back", "A desk that both services")
  }

  @Test func undoTakesBackTheLastChangeOnTheBoardItself() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("v")
    try ann.see("saved ✓")
    let store = try room.store("spring")
    defer { store.close() }
    let viewer = Viewer.person(try #require(try store.person(handle: "ann")).id)
    #expect(try store.ideas(IdeaQuery(), for: viewer).rows.first?.tally == .dots(1, own: 1))
    ann.press("u")
    try ann.see("You took back a dot")
    #expect(try store.ideas(IdeaQuery(), for: viewer).rows.first?.tally.count == 0)
  }
}

extension DriverRoom {
  /// A room with the board "spring": Ann owns it, Sam takes part, and there is one idea by Sam.
  static func withBoard() throws -> DriverRoom {
    let room = try DriverRoom()
    var generator = SystemRandomNumberGenerator()
    let (ann, sam) = (OperationID(using: &generator), OperationID(using: &generator))
    try room.makeBoard(
      "spring",
      [
        Submission(
          id: ann, CreateBoard(title: "Spring day", ownerHandle: "ann", ownerName: "Ann Example"),
          by: .person(PersonID(madeBy: ann))),
        Submission(
          id: sam, AddPerson(handle: "sam", profile: PersonProfile(name: "Sam Sample")),
          by: .person(PersonID(madeBy: ann))),
        Submission(
          id: OperationID(using: &generator), PostIdea(title: "One number for carers"),
          by: .person(PersonID(madeBy: sam))),
      ])
    return room
  }
}
