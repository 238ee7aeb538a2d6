/// Ends a help request, with a note to the team where there is something to keep.
public struct CloseHelp: Operation {
  public static let kind = "help.close"
  public static let cannotUndo: Lasting? = Lasting(
    "A help request that was closed stays closed.", instead: "Ask again if help is still wanted.")

  public var request: HelpID
  public var note: String?
  public var moment: HostMoment

  /// The end of a request.
  public init(request: HelpID, note: String?, moment: HostMoment) {
    self.request = request
    self.note = note
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let request = try board.openHelp(request)
    if let note { try TextRule.reason.check(note) }
    let isOfTeam = context.person.flatMap { board.get($0)?.team }.map { $0 == request.team } ?? false
    let mayClose =
      [request.expert, request.asker].contains(context.person) || isOfTeam || context.role == .facilitator
    guard context.person != nil, mayClose else {
      throw Refusal(
        .notPermitted, "Only who helps, who asked, or a facilitator closes a request.", instead: "Ask one of them.",
        remedy: .askFacilitator)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var request = board.get(request) else { return }
    request.state = .closed
    request.closedAt = moment
    request.note = note
    request.noteFrom = note.map { _ in stamp.id }
    board.put(request)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("closed \(board.reference(request))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { note == nil ? [] : [.helpNote(request)] }

  public func redacted(_ mark: String) -> Self {
    CloseHelp(request: request, note: note.map { _ in mark }, moment: moment)
  }
}
