/// Asks for somebody who knows, for one's team or oneself.
public struct AskForHelp: Operation {
  public static let kind = "help.ask"

  public var topic: String
  public var moment: HostMoment

  /// A request as given.
  public init(topic: String, moment: HostMoment) {
    self.topic = topic
    self.moment = moment
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "ask for help")
    try TextRule.title.check(topic)
    guard let person = context.person.flatMap({ board.get($0) }) else {
      throw Refusal(.rule, "Whoever asks for help has a name, so that somebody can come.", instead: "Ask with yours.")
    }
    let open = [HelpRequest.State.waiting, .claimed, .arrived].flatMap { board.fetch(.inState($0)) }
    let isOwn = { (request: HelpRequest) in
      request.team.map { $0 == person.team } ?? (request.asker == person.id)
    }
    if let request = open.first(where: isOwn) {
      throw Refusal(
        .rule,
        "\(request.team == nil ? "You wait" : "Your team waits") already, for “\(request.topic)”.",
        instead: "Close that first.",
        remedy: .closeHelp)
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let person = stamp.actor.person else { return }
    board.put(
      HelpRequest(
        id: HelpID(madeBy: stamp.id), seq: stamp.seq, number: board.takeNumber(NumberSeries.help, stamp), topic: topic,
        asker: person, team: board.get(person)?.team, askedAt: moment))
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let request = board.get(HelpID(madeBy: stamp.id)), request.state == .waiting else { return nil }
    return CloseHelp(request: request.id, note: nil, moment: moment)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let topic = board.get(HelpID(madeBy: stamp.id))?.topic
    return Activity(topic.map { "asked for help with “\($0)”" } ?? "asked for help")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.help(HelpID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self { AskForHelp(topic: mark, moment: moment) }
}
