import IdeaPipeline
import TestSupport
import Testing

/// Expects a refusal for the given reason whose sentence holds `part`.
func expectRefusal(
  _ reason: Refusal.Reason, _ part: String, remedy: Remedy? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("not refused; expected “\(part)”", sourceLocation: sourceLocation)
  } catch let refusal as Refusal {
    #expect(refusal.reason == reason, sourceLocation: sourceLocation)
    #expect(refusal.sentence.contains(part), "“\(refusal.sentence)” lacks “\(part)”", sourceLocation: sourceLocation)
    #expect(refusal.sentence.hasSuffix("."), sourceLocation: sourceLocation)
    #expect(refusal.instead.map { $0.count > 8 } ?? (refusal.remedy != nil), sourceLocation: sourceLocation)
    #expect(refusal.remedy == remedy, sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

/// Expects that what the owner (or `person`) did last can be undone, and that everything people see is then as it was
/// before `change`.
func expectUndo(
  on builder: BoardBuilder, by person: PersonID? = nil, sourceLocation: SourceLocation = #_sourceLocation,
  _ change: () throws -> Void
) throws {
  let before = BoardSnapshot.visible(of: builder.board)
  try change()
  #expect(BoardSnapshot.visible(of: builder.board) != before, "nothing changed", sourceLocation: sourceLocation)
  try builder.undo(by: person)
  let differences = BoardSnapshot.visible(of: builder.board).differences(from: before)
  #expect(differences.isEmpty, "\(differences)", sourceLocation: sourceLocation)
}

/// A board with people of each role, two teams and a few ideas.
struct Fixture {
  let builder: BoardBuilder
  let oldham: TeamID
  let wirral: TeamID
  /// Participant of Oldham.
  let jo: PersonID
  /// Participant of Oldham.
  let pat: PersonID
  /// Participant of Wirral.
  let sam: PersonID
  /// Coach.
  let cass: PersonID
  /// Facilitator who does not own the board.
  let fay: PersonID
  /// Observer.
  let otto: PersonID
  /// Idea 1, by Jo.
  let desk: IdeaID
  /// Idea 2, by Sam.
  let rota: IdeaID

  init() throws {
    builder = try BoardBuilder.created()
    oldham = try builder.team("Oldham")
    wirral = try builder.team("Wirral")
    jo = try builder.person("jo", team: oldham)
    pat = try builder.person("pat", team: oldham)
    sam = try builder.person("sam", team: wirral)
    cass = try builder.person("cass", .coach)
    fay = try builder.person("fay", .facilitator)
    otto = try builder.person("otto", .observer)
    desk = try builder.idea("Shared desk", body: "One desk for all.", by: jo)
    rota = try builder.idea("Night rota", by: sam)
  }

  var board: any BoardAccess { builder.board }
  var ann: PersonID { builder.owner }

  func idea(_ id: IdeaID) throws -> Idea { try #require(board.get(id)) }
  func comment(_ id: CommentID) throws -> IdeaPipeline.Comment { try #require(board.get(id)) }

  /// Carries an operation out.
  @discardableResult func run(_ operation: any Operation, by person: PersonID? = nil) throws(Refusal) -> Stamp {
    try builder.run(operation, by: person)
  }

  /// What the feed says about the last operation.
  var said: String { builder.lastActivity?.words ?? "" }
}
