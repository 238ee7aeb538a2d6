import BoardUI
import CellGrid
import IdeaPipeline
import SharedStore
import Testing

@testable import TestSupport

/// What people do with their own things, played on a board file.
@Suite(.timeLimit(.minutes(1))) struct ScenarioTests {
  @Test func aCommentIsEditedWithdrawnAndBroughtBack() throws {
    let room = try DriverRoom.withBoard()
    let ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("Enter", "c")
    ann.type("Who pays?")
    ann.press("ctrl-s")
    try ann.see("saved ✓", "Who pays?")
    ann.press("Down", "e")
    ann.type(" And from when?")
    ann.press("ctrl-s")
    try ann.see("Who pays? And from when?", "edited")
    ann.press("x")
    try ann.see("withdrawn · x brings it back")
    ann.press("u")
    try ann.see("Who pays? And from when?")
  }

  @Test func aReasonBeingTypedSurvivesAKill() throws {
    let room = try DriverRoom.withBoard()
    var ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("One number for carers")
    ann.press("X")
    ann.type("It names a pat")
    ann.kill()
    ann = BoardDriver(room, as: "ann", board: "spring")
    try ann.see("Continue the reason “It names a pat”")
    ann.press("Enter")
    try ann.see("Hide 1")
    ann.type("ient")
    ann.press("Enter")
    try ann.see("Hidden from everyone: “It names a patient”.")
    ann.press("X")
    try ann.seeGone("Hidden from everyone")
  }

  @Test func aChangeFromAnEarlierVisitIsTakenBackWhenOneSaysSo() throws {
    let room = try DriverRoom.withBoard()
    let first = BoardDriver(room, as: "sam", board: "spring")
    try first.see("One number for carers")
    first.press("v")
    try first.see("saved ✓")
    first.hangUp()
    room.clock.advance(seconds: 90_000)
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("dots left ●●●●○")
    sam.press("u")
    try sam.see("Take back an earlier change?", "yesterday")
    sam.press("y")
    try sam.see("You took back a dot")
  }

  @Test func theFilterFindsWhatIsOutOfPlay() throws {
    let room = try DriverRoom.withBoard()
    let sam = BoardDriver(room, as: "sam", board: "spring")
    try sam.see("One number for carers")
    sam.press("x")
    try sam.see("No ideas yet")
    sam.press("/")
    sam.type("is:withdrawn @sam @ann")
    try sam.see("One number for carers", "1 withdrawn idea")
    sam.press("Enter", "x", "Esc")
    try sam.see("One number for carers", "saved ✓")
  }
}
