import GRDB
import IdeaPipeline

extension BoardReader {
  /// The open session; nil when none is.
  func room() throws -> RoomView? {
    guard let session = board.openSession else { return nil }
    let lead = session.lead.flatMap { board.get($0) }
    var room = RoomView(
      session, lead: lead.map(row), isLead: lead != nil && lead?.id == sight.person?.id,
      agenda: board.agenda(of: session.id))
    room.line = session.broadcast.map {
      LineView(text: $0.text, by: sight.author($0.by), at: $0.at, id: $0.sentIn)
    }
    room.spotlight = session.spotlight.flatMap { board.get($0) }.flatMap { idea in
      sight.sees(idea) ? SpotlightView(idea: idea.id, number: idea.number, title: idea.title) : nil
    }
    room.hands = board.fetch(.raised(in: session.id)).compactMap(hand)
    room.help = try help(since: session)
    try fill(&room)
    return room
  }

  func sessions() -> [SessionRow] {
    board.all(Session.self).sorted { $0.number < $1.number }.map { session in
      var session = session
      if let idea = session.spotlight.flatMap({ board.get($0) }), !sight.sees(idea) { session.spotlight = nil }
      return SessionRow(
        session: session, lead: session.lead.flatMap { board.get($0)?.name }, agenda: board.agenda(of: session.id))
    }
  }

  func actions() -> [ActionRow] {
    board.all(Action.self).compactMap { action in
      guard let subject = subject(of: action) else { return nil }
      let isTheirs =
        sight.person.map { person in
          [action.owner, action.addedBy].contains(person.id) || (action.team != nil && action.team == person.team)
        } ?? false
      let role = sight.person?.role ?? .observer
      return ActionRow(
        action: action, owner: action.owner.flatMap { board.get($0)?.name },
        team: action.team.flatMap { board.get($0)?.name }, subject: subject.words,
        mayChange: role >= .coach || (isTheirs && role == .participant))
    }
  }

  func teams() -> [TeamRow] {
    let people = board.all(Person.self)
    return board.all(Team.self).map { team in
      let waiting = people.filter { $0.waitsFor == team.id }.sorted { ($0.waitsSince ?? 0) < ($1.waitsSince ?? 0) }
      return TeamRow(
        team: team, members: people.filter { $0.team == team.id }.map(row), waiting: waiting.map(row))
    }
  }

  /// Nil where the viewer may not see what an action is about.
  private func subject(of action: Action) -> (words: String?, Void)? {
    switch action.subject {
    case .board: return (nil, ())
    case .challenge(let id): return (board.get(id).map { "challenge \($0.number)" }, ())
    case .idea(let id):
      guard let idea = board.get(id), sight.sees(idea) else { return nil }
      return (idea.number.map { "idea \($0)" } ?? "an idea", ())
    }
  }

  private func hand(_ hand: RaisedHand) -> HandView? {
    guard let person = board.get(hand.person) else { return nil }
    return HandView(
      person: person.id, name: person.name, team: person.team.flatMap { board.get($0)?.name }, at: hand.at,
      isOwn: person.id == sight.person?.id)
  }

  /// What is open, oldest first, then what was closed since the session opened.
  private func help(since session: Session) throws -> [HelpView] {
    let open = [HelpRequest.State.waiting, .claimed, .arrived].flatMap { board.fetch(.inState($0)) }
      .sorted { $0.seq < $1.seq }
    let closed = board.fetch(.inState(.closed)).filter { request in
      session.openedAt.map { request.askedAt.wall >= $0 } ?? false
    }
    return (open + closed).map { request in
      HelpView(
        request: request, asker: board.get(request.asker)?.name ?? "somebody",
        team: request.team.flatMap { board.get($0)?.name }, expert: request.expert.flatMap { board.get($0)?.name },
        isOwn: sight.person.map { $0.id == request.asker || ($0.team != nil && $0.team == request.team) } ?? false,
        isMine: request.expert != nil && request.expert == sight.person?.id)
    }
  }

  static let postedSQL = """
    SELECT idea.author, person.team FROM idea LEFT JOIN person ON person.id = idea.author WHERE idea.step = ?
    """

  /// Counts of the step the room is in: who is ready and who has posted. Where no names are kept nobody is counted.
  private func fill(_ room: inout RoomView) throws {
    guard let step = room.step else { return }
    let people = board.all(Person.self).filter { $0.role == .participant || $0.role == .coach }
    let ready = board.fetch(.ready(in: step.id))
    room.ready = Share(count: ready.count { mark in people.contains { $0.id == mark.person } }, of: people.count)
    room.isReady = ready.contains { $0.person == sight.person?.id }
    let posts = try Row.fetchAll(db.cachedStatement(sql: Self.postedSQL), arguments: [step.id.rawValue])
    room.posted = posts.count
    guard step.plan.naming != .sealed else { return }
    let authors = Set(posts.compactMap { ($0[0] as Int64?).map { PersonID(rawValue: $0) } })
    room.voices = Share(count: people.count { authors.contains($0.id) }, of: people.count)
    guard sight.knowsHidden else { return }
    room.teams = voices(of: people, authors, room.help)
  }

  private func voices(of people: [Person], _ authors: Set<PersonID>, _ help: [HelpView]) -> [TeamVoices] {
    let visited = Set(help.filter { $0.request.arrivedAt != nil }.compactMap(\.request.team))
    let teams = board.all(Team.self).map { (id: TeamID?.some($0.id), name: $0.name) } + [(id: nil, name: "no team")]
    return teams.compactMap { team in
      let members = people.filter { $0.team == team.id }
      if members.isEmpty { return nil }
      return TeamVoices(
        team: team.id, name: team.name,
        posted: Share(count: members.count { authors.contains($0.id) }, of: members.count),
        visited: team.id.map(visited.contains) ?? false)
    }
  }
}
