/// Replaces on the board what some operations wrote.
struct Eraser {
  private let targets: Set<OperationID>
  private let mark: String
  private let stamp: Stamp

  init(_ targets: Set<OperationID>, _ mark: String, _ stamp: Stamp) {
    self.targets = targets
    self.mark = mark
    self.stamp = stamp
  }

  /// The board's own text, people, teams, challenges and rounds.
  func eraseBoard(_ board: some BoardAccess) {
    if var own = board.board, targets.contains(own.textFrom) {
      own.text = own.text.redacted(mark)
      board.put(own)
    }
    for var person in board.all(Person.self) where targets.contains(person.textFrom) {
      person.profile = person.profile.redacted(mark)
      board.put(person)
    }
    for var team in board.all(Team.self) where made(team.id) {
      (team.name, team.place) = (mark, nil)
      board.put(team)
    }
    for var challenge in board.all(Challenge.self) where targets.contains(challenge.textFrom) {
      challenge.text = challenge.text.redacted(mark)
      board.put(challenge)
    }
    for var round in board.all(Round.self) where made(round.id) && !round.isStanding {
      round.title = mark
      board.put(round)
    }
  }

  /// Sessions with their agendas, help requests and actions.
  func eraseSessions(_ board: some BoardAccess) {
    for var session in board.all(Session.self) {
      let before = session
      if targets.contains(session.textFrom) { session.title = mark }
      if let line = session.broadcast, targets.contains(line.sentIn) { session.broadcast?.text = mark }
      if session != before { board.put(session) }
    }
    for var step in board.all(AgendaStep.self)
    where targets.contains(step.textFrom) || made(step.session, step.textFrom, step.id) {
      step.plan = step.plan.redacted(mark)
      board.put(step)
    }
    for var request in board.all(HelpRequest.self) {
      let before = request
      if made(request.id) { request.topic = mark }
      if let note = request.noteFrom, targets.contains(note) { request.note = mark }
      if request != before { board.put(request) }
    }
    for var action in board.all(Action.self) where targets.contains(action.textFrom) {
      action.text = mark
      board.put(action)
    }
  }

  /// Whether a step still reads as it came with its session, and that is redacted.
  private func made(_ session: SessionID, _ textFrom: OperationID, _ step: StepID) -> Bool {
    made(session) && textFrom == OperationID(rawValue: step.rawValue)
  }

  /// Ideas with their earlier texts, moves and answers.
  func eraseIdeas(_ board: some BoardAccess) {
    for idea in board.all(Idea.self) where holdsTarget(idea) {
      board.change(idea.id, stamp) { $0 = erasing($0) }
    }
    for var earlier in board.all(IdeaRevision.self) where targets.contains(earlier.textFrom) {
      (earlier.title, earlier.body) = (mark, "")
      board.put(earlier)
    }
    for var move in board.all(Move.self) where made(move.id) && move.reason != nil {
      move.reason = mark
      board.put(move)
    }
    for var entry in board.all(Entry.self) where targets.contains(entry.answeredIn) {
      entry.answer = entry.answer.redacted(mark)
      board.put(entry)
    }
  }

  /// Comments with their earlier texts.
  func eraseComments(_ board: some BoardAccess) {
    for comment in board.all(Comment.self) where holdsTarget(comment) {
      board.change(comment.id, stamp) { $0 = erasing($0) }
    }
    for var earlier in board.all(CommentRevision.self) where targets.contains(earlier.textFrom) {
      earlier.text = mark
      board.put(earlier)
    }
  }

  private func made<E: Entity>(_ id: Identifier<E>) -> Bool { targets.contains(OperationID(rawValue: id.rawValue)) }

  // Whether something is touched follows from who wrote it, never from what it says: replayed after the log was
  // rewritten, the mark is there already.

  private func holdsTarget(_ idea: Idea) -> Bool {
    let writers = [
      idea.textFrom, idea.tagsFrom, idea.linksFrom, idea.hidden?.hiddenIn, idea.formerHiding?.hiddenIn,
      idea.outcome?.decidedIn, idea.formerOutcome?.decidedIn,
    ]
    return writers.contains { $0.map(targets.contains) ?? false }
  }

  private func holdsTarget(_ comment: Comment) -> Bool {
    let writers = [comment.textFrom, comment.hidden?.hiddenIn, comment.formerHiding?.hiddenIn]
    return writers.contains { $0.map(targets.contains) ?? false }
  }

  private func erasing(_ idea: Idea) -> Idea {
    var idea = idea
    if targets.contains(idea.textFrom) {
      (idea.title, idea.body) = (mark, "")
      // Somebody may be editing the old text right now: saving it has to clash.
      idea.revision += 1
    }
    if targets.contains(idea.tagsFrom) { idea.tags = [] }
    if targets.contains(idea.linksFrom) { idea.links = [] }
    idea.hidden = erasing(idea.hidden)
    idea.formerHiding = erasing(idea.formerHiding)
    idea.outcome = erasing(idea.outcome)
    idea.formerOutcome = erasing(idea.formerOutcome)
    return idea
  }

  private func erasing(_ comment: Comment) -> Comment {
    var comment = comment
    if targets.contains(comment.textFrom) {
      (comment.text, comment.mentions) = (mark, [])
      comment.revision += 1
    }
    comment.hidden = erasing(comment.hidden)
    comment.formerHiding = erasing(comment.formerHiding)
    return comment
  }

  private func erasing(_ hiding: Hiding?) -> Hiding? {
    guard var hiding, targets.contains(hiding.hiddenIn) else { return hiding }
    hiding.reason = mark
    return hiding
  }

  private func erasing(_ outcome: Outcome?) -> Outcome? {
    guard var outcome, targets.contains(outcome.decidedIn) else { return outcome }
    outcome.learning = mark
    return outcome
  }
}
