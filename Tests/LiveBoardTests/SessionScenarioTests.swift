import BoardUI
import CellGrid
import IdeaPipeline
import SharedStore
import Testing

@testable import TestSupport

/// A facilitator and the people in the room, each at a screen of their own, on one board file.
@Suite(.timeLimit(.minutes(5))) struct SessionScenarioTests {
  @Test func aSessionIsPlannedRunRevealedAndClosed() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try ann.see("One number for carers")
    try sam.see("One number for carers")
    ann.press("S", "N")
    try ann.see("Plan a session")
    ann.type("Day one")
    ann.press("Enter")
    try ann.see("saved ✓", "Day one (planned)")
    try addStep("Private writing", .privateWriting, ann)
    try addStep("Gallery", .gallery, ann)
    ann.press("o")
    try ann.see("you run it")
    ann.press("g", "Enter")
    try ann.see("▶ Private writing", "0 of 1 have posted")
    sam.press("n")
    sam.type("A door that is always open")
    sam.press("ctrl-s")
    try sam.see("saved ✓")
    ann.press("+")
    try ann.see("1 of 1 have posted")
    ann.press("Enter")
    try ann.see("1 post is not revealed")
    ann.press("r")
    try ann.see("Gallery", "✓ Private writing")
    try sam.see("A door that is always open")
    ann.press("Space")
    try ann.see("paused")
    ann.press("Space", "+")
    try ann.see("gave the step “Gallery” 5 minutes more")
    ann.press("C", "y")
    try ann.see("Day one (closed)")
  }

  private func addStep(_ title: String, _ kind: StepPlan.Kind, _ ann: BoardDriver) throws {
    ann.press("n")
    try ann.see("New step")
    ann.type(title)
    ann.press("Tab", "Tab", "Tab")
    for _ in 0..<(StepPlan.Kind.allCases.firstIndex(of: kind) ?? 0) { ann.press("Right") }
    ann.press("ctrl-s")
    try ann.see("\(title)  ", "saved ✓")
    try ann.seeGone("New step")
  }

  @Test func anotherFacilitatorTakesOverAndEverybodyIsTold() throws {
    let room = try DriverRoom.withSession()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("S")
    try ann.see("you run it")
    let store = try room.store("spring")
    defer { store.close() }
    let owner = try #require(try store.person(handle: "ann")).id
    let sam = try #require(try store.person(handle: "sam")).id
    var generator = SystemRandomNumberGenerator()
    _ = try store.submit([
      Submission(
        id: OperationID(using: &generator), SetRole(person: sam, old: .participant, new: .facilitator),
        by: .person(owner))
    ])
    let lee = BoardDriver(room, as: "sam", board: "spring")
    try lee.see("One number for carers")
    lee.press("S", "t")
    try lee.see("Take over from")
    lee.press("y")
    try lee.see("you run it")
    try ann.see("Sam runs it · you can take over")
    ann.press("Space")
    try ann.see("runs the room. t takes over")
  }

  @Test func helpIsAskedForClaimedAndClosedWithANote() throws {
    let room = try DriverRoom.withSession()
    let store = try room.store("spring")
    defer { store.close() }
    let sam = try #require(try store.person(handle: "sam")).id
    var generator = SystemRandomNumberGenerator()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    _ = try store.submit([
      Submission(
        id: OperationID(using: &generator), AskForHelp(topic: "sharing data", moment: room.clock.moment),
        by: .person(sam))
    ])
    ann.press("Q")
    try ann.see("sharing data", "unclaimed", "Help 1")
    ann.press("Enter", "c")
    try ann.see("you on the way")
    ann.press("Enter", "i")
    try ann.see("you are there")
    ann.press("Enter", "n")
    try ann.see("Close the request")
    ann.type("Ask the practice manager")
    ann.press("Enter")
    try ann.see("closed · Ask the practice manager", "Help 0")
  }

  @Test func anActionIsAgreedOnDoneAndTakenBack() throws {
    let room = try DriverRoom.withSession()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("D")
    try sam.see("Nothing was agreed yet")
    sam.press("a")
    try sam.see("New action")
    sam.type("Ring the council")
    sam.press("Tab")
    sam.type("@sam")
    sam.press("ctrl-s")
    try sam.see("1 Ring the council", "Actions 1")
    sam.press("Enter", "d")
    try sam.see("✓ 1 Ring the council", "Actions 0")
    sam.press("u")
    try sam.see("○ 1 Ring the council")
  }

  @Test func oneKeyBlanksTheWallAndAnotherHidesAPost() throws {
    let room = try DriverRoom.withSession()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("B")
    try ann.see("You blanked the wall")
    ann.press("u")
    try ann.see("You showed the wall again")
    ann.press("X", "Enter")
    try ann.see("No ideas yet")
  }
}

extension DriverRoom {
  /// The board of the other tests, with a session that Ann has opened and one step of it running.
  static func withSession() throws -> DriverRoom {
    let room = try DriverRoom.withBoard()
    let store = try room.store("spring")
    defer { store.close() }
    let owner = try #require(try store.person(handle: "ann")).id
    var generator = SystemRandomNumberGenerator()
    let session = OperationID(using: &generator)
    _ = try store.submit([
      Submission(
        id: session, AddSession(title: "Day one", steps: [StepPlan(title: "Work", minutes: 20)]), by: .person(owner)),
      Submission(
        id: OperationID(using: &generator), OpenSession(session: SessionID(madeBy: session)), by: .person(owner)),
    ])
    return room
  }
}
