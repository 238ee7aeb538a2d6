import IdeaPipeline

/// What a participant tells the room.
extension AppState {
  /// Says that one is ready, raises the hand, or asks for help.
  mutating func signal(_ command: Command) -> [Effect] {
    let room = board?.room
    switch command {
    case .ready:
      guard let room, let step = room.step else { return [] }
      return submit([MarkReady(step: step.id, isReady: !room.isReady)])
    case .hand:
      guard let room else { return [] }
      return submit([RaiseHand(session: room.session, isRaised: !room.hands.contains(where: \.isOwn))])
    default:
      if let request = room?.ownRequest { openHelpRequest(request) } else { askForHelp() }
      return []
    }
  }

  private mutating func askForHelp() {
    ask(.askForHelp, about: Composer.Subject(id: IdeaID(rawValue: 0), number: nil, title: ""))
  }

  /// Shows where one's request stands, and offers to end it.
  private mutating func openHelpRequest(_ help: IdeaPipeline.HelpView) {
    let stands =
      switch help.request.state {
      case .claimed: "\(help.expert ?? "Somebody") is on the way to you."
      case .arrived: "\(help.expert ?? "Somebody") is with you."
      case .waiting, .closed: queueWords(help)
      }
    let whose = help.team.map { "Your team, \($0)," } ?? "You"
    let asked = "\(whose) asked for help with “\(help.request.topic)”"
    let minutes = Int(max(0, moment.milliseconds(since: help.request.askedAt)) / 60_000)
    let ago = minutes == 0 ? "just now" : "\(Phrases.count(minutes, "minute")) ago"
    let options = [
      Menu.Option(words: "Wait on", choice: .stay, letter: "n"),
      Menu.Option(words: "No more help is needed", choice: .closeHelp(help.request.id), letter: "y"),
    ]
    overlays.append(.menu(Menu(title: "Help", words: "\(asked) \(ago). \(stands)", options: options)))
    notice = nil
  }

  private func queueWords(_ help: IdeaPipeline.HelpView) -> String {
    let waiting = (board?.room?.queue ?? []).filter { $0.request.state == .waiting }
    let place = (waiting.firstIndex { $0.request.id == help.request.id } ?? 0) + 1
    return place == 1 ? "You are the next." : "You are \(Phrases.place(place)) in the queue."
  }
}
