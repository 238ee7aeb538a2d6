/// An expert is on the way to whoever asked for help, or is not after all.
public struct ClaimHelp: Operation {
  public static let kind = "help.claim"

  public var request: HelpID
  public var moment: HostMoment
  /// False to give the request back to the queue.
  public var isClaimed: Bool

  /// A claim as given.
  public init(request: HelpID, moment: HostMoment, isClaimed: Bool = true) {
    self.request = request
    self.moment = moment
    self.isClaimed = isClaimed
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "help")
    guard let person = context.person else {
      throw Refusal(.rule, "Whoever helps has a name.", instead: "Claim it with yours.")
    }
    let request = try board.openHelp(request)
    if isClaimed {
      guard request.state == .waiting else {
        let expert = request.expert.map { board.reference($0) } ?? "somebody"
        throw Refusal(.rule, "\(expert) is helping with “\(request.topic)” already.", instead: "Take another request.")
      }
      if request.asker == person {
        throw Refusal(.rule, "You asked for this help yourself.", instead: "Somebody else has to come.")
      }
    } else if request.expert != person, context.role != .facilitator {
      throw Refusal(
        .notPermitted, "Only who claimed it, or a facilitator, gives it back.", instead: "Ask one of them.",
        remedy: .askFacilitator)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var request = board.get(request) else { return }
    request.state = isClaimed ? .claimed : .waiting
    request.expert = isClaimed ? stamp.actor.person : nil
    request.claimedAt = isClaimed ? moment : nil
    request.arrivedAt = nil
    board.put(request)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard isClaimed, let request = board.get(request), request.state == .claimed, request.expert == stamp.actor.person
    else { return nil }
    return ClaimHelp(request: request.id, moment: moment, isClaimed: false)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let request = board.reference(request)
    return Activity(isClaimed ? "is on the way to help with \(request)" : "gave \(request) back to the queue")
  }
}

extension BoardAccess {
  /// The help request while it is open; refuses with the way out.
  func openHelp(_ id: HelpID) throws(Refusal) -> HelpRequest {
    guard let request = get(id) else {
      throw Refusal(.notFound, "There is no such help request on this board.", instead: "Look at the help queue.")
    }
    if request.isOpen { return request }
    throw Refusal(.rule, "Help request \(request.number) is closed.", instead: "Ask again if help is still wanted.")
  }

  /// How a sentence names the request: "request 3 “sharing data”".
  func reference(_ id: HelpID) -> String { get(id).map { "request \($0.number) “\($0.topic)”" } ?? "a help request" }
}
