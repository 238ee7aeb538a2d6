import BoardUI
import CellGrid
import Foundation
import IdeaPipeline
import SharedStore
import Testing

@testable import TestSupport

/// A facilitator and participants in a live session, on one board file.
@Suite(.timeLimit(.minutes(5))) struct SessionTests {
  @Test func privateWritingIsSeenByItsAuthorsUntilTheReveal() throws {
    let room = try SessionRoom([
      StepPlan(title: "Alone", instruction: "What did people tell you?", minutes: 10, kind: .privateWriting),
      StepPlan(title: "Gallery", instruction: "Read and comment.", minutes: 5),
    ])
    let (sam, jo) = (room.screen("sam"), room.screen("jo"))
    try sam.see("One number for carers")
    try jo.see("One number for carers")
    try room.start(0)
    try sam.see("Alone: 10 minutes. What did people tell you?", "10:00 left")
    sam.press("n")
    sam.type("Night-time rota")
    sam.press("ctrl-s")
    try sam.see("Night-time rota", "only you see it until the reveal")
    try jo.see("1 posted")
    #expect(!jo.screen.contains("rota"))
    try room.revealAndStart(0, 1)
    try jo.see("1 idea revealed", "Night-time rota", "Gallery: 5 minutes. Read and comment.")
    let selected = jo.screen.split(separator: "\n").first { $0.contains("▌") && $0.contains("One number") }
    #expect(selected != nil, "the selection stays:\n\(jo.screen)")
  }

  @Test func whatIsPostedWithoutANameIsEditableInThisVisitOnly() throws {
    let room = try SessionRoom([StepPlan(title: "Sealed", minutes: 10, naming: .sealed)])
    try room.start(0)
    var sam = room.screen("sam")
    try sam.see("Welcome: where the room is", "Sealed")
    sam.press("Enter", "n")
    try sam.see("No name is stored, not even for the facilitator")
    sam.type("Nobody asks the night staff")
    sam.press("ctrl-s")
    try sam.see("Posted without a name", "Nobody asks the night staff")
    sam.press("Y", "Enter", "e")
    try sam.see("No name is stored with the change")
    sam.type(", ever")
    sam.press("ctrl-s")
    try sam.see("Nobody asks the night staff, ever", "Changed without a name")
    let store = try room.room.store("spring")
    defer { store.close() }
    let owner = Viewer.person(room.ann)
    #expect(try store.ideas(IdeaQuery(), for: owner).rows.first?.author == .sealed)
    sam.hangUp()
    sam = room.screen("sam")
    try sam.see("Nobody asks the night staff, ever")
    sam.press("Y")
    try sam.see("posted nothing without a name")
  }

  @Test func whatWasTypedWithoutANameIsOnNoDisk() throws {
    let room = try SessionRoom([StepPlan(title: "Sealed", minutes: 10, naming: .sealed)])
    try room.start(0)
    let sam = room.screen("sam")
    try sam.see("Welcome: where the room is", "Sealed")
    sam.press("Enter", "n")
    sam.type("Zweihundertsechs")
    sam.hangUp()
    let again = room.screen("sam")
    try again.see("One number for carers")
    #expect(!again.screen.contains("Welcome back"))
    #expect(try room.files(holding: "Zweihundertsechs").isEmpty)
  }

  @Test func anEditorStaysThroughEveryStepAndTheHiddenNameIsKept() throws {
    let room = try SessionRoom([
      StepPlan(title: "Hidden", minutes: 1, naming: .hidden), StepPlan(title: "Open", minutes: 5),
    ])
    let sam = room.screen("sam")
    try sam.see("One number for carers")
    try room.start(0)
    try sam.see("Hidden: 1 minute")
    sam.press("n")
    sam.type("A desk")
    sam.pass(seconds: 61)
    try sam.see("Time is up in Hidden", "0:01 over", "A desk")
    try room.start(1)
    try sam.see("Open: 5 minutes", "Hidden from participants", "A desk")
    sam.press("ctrl-s")
    try sam.see("saved ✓")
    let jo = room.screen("jo")
    try jo.see("Welcome: where the room is", "Done: Hidden")
    jo.press("Enter")
    try jo.see("A desk", "name hidden")
  }

  @Test func everybodySeesTheLineTheSpotlightAndThePause() throws {
    let room = try SessionRoom([StepPlan(title: "Work", minutes: 10)])
    let sam = room.screen("sam")
    try sam.see("One number for carers")
    try room.start(0)
    try sam.see("Work: 10 minutes")
    try room.run(SendBroadcast(session: room.session, text: "Soup is served"))
    try sam.see("Ann Example to everybody: Soup is served")
    sam.press("Esc")
    try sam.seeGone("to everybody: Soup")
    try room.run(PauseStep(step: room.steps[0], moment: room.room.clock.moment))
    try sam.see("The room is paused", "10:00 paused")
    let idea = try room.firstIdea()
    try room.run(SetSpotlight(session: room.session, idea: idea))
    try sam.see("Ann Example asks everybody to look at 1", "Enter to go, Esc to stay")
    sam.pass(seconds: 2)
    sam.press("Enter")
    try sam.see("idea 1 ")
  }

  @Test func readyHandAndHelpReachTheFacilitator() throws {
    let room = try SessionRoom([StepPlan(title: "Work", minutes: 10)])
    let sam = room.screen("sam")
    try sam.see("One number for carers")
    try room.start(0)
    try sam.see("Work: 10 minutes")
    sam.press("d")
    try sam.see("✓ you and 0 of 2 ready")
    sam.press("!")
    try sam.see("your hand is up")
    sam.press("s")
    try sam.see("Ask for help")
    sam.type("sharing data")
    sam.press("Enter")
    try sam.see("help: 1st in the queue")
    let store = try room.room.store("spring")
    defer { store.close() }
    let seen = try #require(try store.summary(for: .person(room.ann)).room)
    #expect(seen.ready == Share(count: 1, of: 2))
    #expect(seen.hands.map(\.name) == ["Sam Sample"])
    #expect(seen.help.map(\.request.topic) == ["sharing data"])
    try room.run(ClaimHelp(request: seen.help[0].request.id, moment: room.room.clock.moment))
    try sam.see("Ann Example is on the way to you")
  }
}

extension SessionTests {
  @Test func whoComesLateSeesOnceWhereTheRoomIs() throws {
    let room = try SessionRoom([
      StepPlan(title: "Welcome", minutes: 5), StepPlan(title: "Work", instruction: "Three ideas each.", minutes: 10),
    ])
    try room.start(0)
    try room.start(1)
    try room.run(OpenRound(title: "Which first?", round: .dots(budget: 4, cap: 2)))
    var sam = room.screen("sam", size: Size(width: 80, height: 30))
    try sam.see("Welcome: where the room is", "Step 2 of 2", "10:00 left", "Three ideas each.", "Done: Welcome")
    try sam.see("Top of the board", "One number for carers", "You have all of your 4 dots")
    sam.press("x")
    try sam.seeGone("where the room is")
    try sam.see("One number for carers")
    sam.hangUp()
    sam = room.screen("sam")
    try sam.see("One number for carers", "Work")
    #expect(!sam.screen.contains("where the room is"), "it was seen in this step")
    sam.hangUp()
    try room.start(0)
    sam = room.screen("sam")
    try sam.see("Welcome: where the room is")
  }

  @Test func aTeamIsJoinedAndAFullOneWaitedFor() throws {
    let room = try SessionRoom([StepPlan(title: "Work", minutes: 10)])
    try room.run(AddTeam(name: "Oldham"), AddTeam(name: "Wirral"))
    let teams = try room.teams()
    try room.run(SetSeats(team: teams[0], seats: 1))
    let (sam, jo) = (room.screen("sam"), room.screen("jo"))
    try sam.see("One number for carers")
    try jo.see("One number for carers")
    sam.choose("Join a team")
    try sam.see("Oldham", "0 of 1 seats taken", "Wirral", "0 people")
    sam.press("Enter")
    try sam.see("You joined the team “Oldham”")
    jo.choose("Join a team")
    try jo.see("full: Enter waits for a seat")
    jo.press("Enter")
    try jo.see("saved ✓")
    jo.choose("Join a team")
    try jo.see("you wait for a seat: 1st")
    jo.press("Down", "Enter")
    try jo.see("You joined the team “Wirral”")
  }

  @Test func notesOfATableAreEnteredOneAfterAnother() throws {
    let room = try SessionRoom([StepPlan(title: "Work", minutes: 10)])
    let ann = room.screen("ann")
    try ann.see("One number for carers")
    ann.choose("Enter notes for others")
    try ann.see("Enter notes for others", "For whom?")
    ann.type("@sam @j")
    try ann.see("@jo Jo Birch")
    ann.type("o")
    ann.press("Enter")
    try ann.see("Notes of Sam Sample, Jo Birch")
    for note in ["A bell at the door", "A rota for weekends", "A mistake"] {
      ann.type(note)
      ann.press("Enter")
    }
    try ann.see("3 notes entered", "A bell at the door")
    ann.press("Backspace")
    try ann.see("taken back", "2 notes entered")
    ann.press("Esc")
    let store = try room.room.store("spring")
    defer { store.close() }
    try ann.see("A rota for weekends")
    let rows = try store.ideas(IdeaQuery(), for: .person(room.ann)).rows
    #expect(rows.map(\.title) == ["A rota for weekends", "A bell at the door", "One number for carers"])
    #expect(rows[0].author.words == "Sam Sample")
    #expect(rows[0].coAuthors.map(\.words) == ["Jo Birch"])
    let change = try store.recentChanges(limit: 20, for: .person(room.ann)).first { $0.kind == PostIdea.kind }
    #expect(change?.enteredBy?.words == "Ann Example")
  }
}

extension BoardDriver {
  /// Runs a command by its name, as from the palette.
  func choose(_ name: String) {
    press(":")
    type(name)
    press("Enter")
  }
}

/// A room with a session: Ann runs it, Sam and Jo take part.
struct SessionRoom {
  let room: DriverRoom
  let ann: PersonID
  let session: SessionID
  let steps: [StepID]

  /// - Parameter plans: the agenda; the session is open, none of its steps is running.
  init(_ plans: [StepPlan]) throws {
    room = try DriverRoom.withBoard()
    let store = try room.store("spring")
    defer { store.close() }
    let ann = try #require(try store.person(handle: "ann")).id
    self.ann = ann
    var generator = SystemRandomNumberGenerator()
    let made = OperationID(using: &generator)
    let session = SessionID(madeBy: made)
    let jo = AddPerson(handle: "jo", profile: PersonProfile(name: "Jo Birch"))
    _ = try store.submit([
      Submission(id: OperationID(using: &generator), jo, by: .person(ann)),
      Submission(id: made, AddSession(title: "Day one", steps: plans), by: .person(ann)),
      Submission(id: OperationID(using: &generator), OpenSession(session: session), by: .person(ann)),
    ])
    self.session = session
    let row = try #require(try store.sessions(for: .person(ann)).first)
    steps = row.agenda.map(\.id)
  }

  func screen(_ handle: String, size: Size = Size(width: 80, height: 24)) -> BoardDriver {
    BoardDriver(room, as: handle, board: "spring", size: size)
  }

  /// Does something as Ann.
  func run(_ operations: any IdeaPipeline.Operation...) throws {
    let store = try room.store("spring")
    defer { store.close() }
    var generator = SystemRandomNumberGenerator()
    _ = try store.submit(
      Submission.together(operations, by: .person(ann)) { OperationID(using: &generator) })
  }

  func start(_ step: Int) throws { try run(StartStep(step: steps[step], moment: room.clock.moment)) }

  func revealAndStart(_ step: Int, _ next: Int) throws {
    try run(
      RevealStep(step: steps[step], shuffle: 5), StartStep(step: steps[next], moment: room.clock.moment))
  }

  func teams() throws -> [TeamID] {
    let store = try room.store("spring")
    defer { store.close() }
    return try store.teams(for: .person(ann)).map(\.team.id)
  }

  func firstIdea() throws -> IdeaID {
    let store = try room.store("spring")
    defer { store.close() }
    return try #require(try store.ideas(IdeaQuery(), for: .person(ann)).rows.last).id
  }

  /// The files of the room in which these words stand.
  func files(holding words: String) throws -> [String] {
    let all = FileManager.default.enumerator(at: room.directory, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { url in
      (try? Data(contentsOf: url)).map { $0.range(of: Data(words.utf8)) != nil } ?? false
    }.map(\.path)
  }
}
