/// The expert is there.
public struct ArriveToHelp: Operation {
  public static let kind = "help.arrive"
  public static let cannotUndo: Lasting? = Lasting(
    "Having arrived is not taken back by undo.", instead: "Close the request, or give it back.")

  public var request: HelpID
  public var moment: HostMoment

  /// An arrival as given.
  public init(request: HelpID, moment: HostMoment) {
    self.request = request
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let request = try board.openHelp(request)
    switch request.state {
    case .waiting:
      throw Refusal(.rule, "Nobody has claimed “\(request.topic)” yet.", instead: "Claim it first.", remedy: .claimHelp)
    case .arrived: throw Refusal.unchanged("somebody is there already")
    default: break
    }
    let mayTell = [request.expert, request.asker].contains(context.person) || context.role == .facilitator
    guard context.person != nil, mayTell else {
      throw Refusal(
        .notPermitted, "Only who comes, who asked, or a facilitator says that help has arrived.",
        instead: "Ask one of them.",
        remedy: .askFacilitator)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var request = board.get(request) else { return }
    request.state = .arrived
    request.arrivedAt = moment
    board.put(request)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("arrived to help with \(board.reference(request))")
  }
}
