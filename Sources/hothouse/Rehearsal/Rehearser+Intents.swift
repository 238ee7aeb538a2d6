import IdeaPipeline

extension Rehearser {
  /// What people do.
  private enum Wish: CaseIterable {
    case post, build, comment, vote, ready, hand, ask, help, agree, wait
  }

  /// What somebody does in a step of this kind: so many chances each.
  private var wishes: [(Wish, Int)] {
    if !person.isParticipating { return [(.help, 6), (.comment, 2), (.wait, 4)] }
    guard seen.room != nil else { return [(.post, 2), (.comment, 3), (.wait, 5)] }
    guard let step = seen.step, step.state == .running else { return [(.wait, 9), (.hand, 1)] }
    if step.plan.isPrivate { return [(.post, 5), (.ready, 2), (.wait, 3)] }
    switch step.plan.kind {
    case .work: return [(.post, 4), (.build, 1), (.comment, 3), (.ask, 1), (.ready, 1), (.wait, 2)]
    case .privateWriting: return [(.post, 5), (.ready, 2), (.wait, 3)]
    case .gallery: return [(.comment, 6), (.build, 2), (.ready, 1), (.wait, 2)]
    case .round: return [(.vote, 8), (.ready, 1), (.wait, 1)]
    case .pitch: return [(.comment, 3), (.hand, 2), (.wait, 4)]
    case .actions: return [(.agree, 3), (.comment, 1), (.ready, 2), (.wait, 2)]
    case .rest: return [(.wait, 1)]
    }
  }

  /// The next thing to do; nil to think.
  mutating func intent() throws -> Intent? {
    let wishes = wishes
    var draw = Int.random(in: 0..<max(1, wishes.reduce(0) { $0 + $1.1 }), using: &random)
    for (wish, chances) in wishes {
      if draw < chances { return try intent(for: wish) }
      draw -= chances
    }
    return nil
  }

  private mutating func intent(for wish: Wish) throws -> Intent? {
    switch wish {
    case .post: return try post(on: nil)
    case .build: return try someIdea().flatMap { try post(on: $0) }
    case .comment: return try comment()
    case .vote: return try vote()
    case .ready:
      guard let step = seen.step else { return nil }
      return Intent(operation: MarkReady(step: step.id, isReady: seen.room?.isReady == false))
    case .hand:
      guard let room = seen.room else { return nil }
      return Intent(operation: RaiseHand(session: room.session, isRaised: !room.hands.contains(where: \.isOwn)))
    case .ask: return ask()
    case .help: return help()
    case .agree:
      return Intent(operation: AddAction(text: RehearsalNames.title(using: &random), owner: person.id))
    case .wait: return nil
    }
  }

  private func may(_ deed: StepDeed) -> Bool {
    guard let step = seen.step else { return true }
    if deed == .comment, step.plan.isPrivate { return false }
    if deed == .post, step.plan.isHardStop, (step.left(at: visit.shell.clock()) ?? 0) < 0 { return false }
    return step.plan.allows(deed, person.role)
  }

  private mutating func someIdea() throws -> IdeaRow? {
    try visit.reading.ideas(IdeaQuery(limit: 60), for: viewer).rows.filter { $0.number != nil }
      .randomElement(using: &random)
  }

  private mutating func post(on parent: IdeaRow?) throws -> Intent? {
    guard may(.post) else { return nil }
    let open = seen.summary.challenges.filter(\.challenge.isOpen).map(\.challenge.id)
    let operation = PostIdea(
      title: RehearsalNames.title(using: &random), tags: ["rehearsal"],
      challenge: parent == nil ? open.randomElement(using: &random) : nil, buildsOn: parent?.id,
      naming: seen.room?.naming, step: seen.step?.id)
    return Intent(operation: operation, idea: parent?.id)
  }

  private mutating func comment() throws -> Intent? {
    guard may(.comment), let idea = try someIdea() else { return nil }
    let operation = PostComment(
      idea: idea.id, comment: .comment, text: RehearsalNames.remark(using: &random), naming: seen.room?.naming,
      step: seen.step?.id)
    return Intent(operation: operation, idea: idea.id)
  }

  /// Spends a dot, or takes a position on something not looked at yet.
  private mutating func vote() throws -> Intent? {
    guard may(.vote), let row = seen.summary.round, row.round.isOpen else { return nil }
    let list = row.round.ballotList.map(Set.init)
    let rows = try visit.reading.ideas(IdeaQuery(limit: .max), for: viewer).rows.filter { idea in
      list?.contains(idea.id) ?? (idea.number != nil)
    }
    if let budget = row.round.budget {
      let free = rows.filter { $0.tally.own < (row.round.cap ?? 1) }
      guard row.ownSpent < budget, let idea = free.randomElement(using: &random) else { return nil }
      return Intent(operation: GiveDot(round: row.round.id, idea: idea.id), idea: idea.id)
    }
    guard let idea = rows.filter({ !$0.tally.hasOwnPosition }).randomElement(using: &random) else { return nil }
    let position = Ballot.Position.allCases.randomElement(using: &random)
    return Intent(operation: CastPosition(round: row.round.id, idea: idea.id, position: position), idea: idea.id)
  }

  /// Once a team; whoever waits does not ask again.
  private mutating func ask() -> Intent? {
    guard let room = seen.room, !room.help.contains(where: { $0.isOwn && $0.request.isOpen }) else { return nil }
    return Intent(
      operation: AskForHelp(topic: RehearsalNames.title(using: &random), moment: visit.shell.clock()))
  }

  /// A coach goes to whoever waits longest, and stays until it is done.
  private mutating func help() -> Intent? {
    let (open, moment) = (seen.room?.help.filter(\.request.isOpen) ?? [], visit.shell.clock())
    if let own = open.first(where: \.isMine)?.request {
      let note = RehearsalNames.remark(using: &random)
      return own.state == .claimed
        ? Intent(operation: ArriveToHelp(request: own.id, moment: moment))
        : Intent(operation: CloseHelp(request: own.id, note: note, moment: moment))
    }
    guard let next = open.first(where: { $0.request.state == .waiting && !$0.isOwn })?.request else { return nil }
    return Intent(operation: ClaimHelp(request: next.id, moment: moment))
  }
}

extension PersonRow {
  /// Whether somebody takes part, rather than helps.
  fileprivate var isParticipating: Bool { role == .participant }
}

extension TallyView {
  /// Dots of the viewer.
  fileprivate var own: Int {
    switch self {
    case .own(let dots, _), .dots(_, let dots): dots
    case .none, .consensus: 0
    }
  }

  fileprivate var hasOwnPosition: Bool {
    switch self {
    case .own(_, let position), .consensus(_, _, _, let position): position != nil
    case .none, .dots: false
    }
  }
}
