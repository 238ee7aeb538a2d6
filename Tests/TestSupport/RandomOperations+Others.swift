import IdeaPipeline

extension RandomOperations {
  /// What people say.
  mutating func aboutComments(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    switch roll(8) {
    case 0, 1, 2: return say(board)
    case 3: return rephrase(board)
    case 4: return comment(board).map { WithdrawComment(comment: $0.id) }
    case 5: return comment(board, { $0.isWithdrawn }).map { RestoreComment(comment: $0.id) }
    case 6:
      guard let comment = comment(board) else { return nil }
      return HideComment(comment: comment.id, reason: text())
    default: return comment(board, { $0.hidden != nil }).map { UnhideComment(comment: $0.id) }
    }
  }

  private mutating func comment(
    _ board: any BoardAccess, _ suits: (Comment) -> Bool = { $0.isVisible }
  ) -> Comment? {
    choose(board.all(Comment.self), suits)
  }

  private mutating func mention(_ board: any BoardAccess) -> String {
    let handle = random.chance(30) ? choose(board.all(Person.self))?.handle : nil
    return handle.map { " @\($0)" } ?? ""
  }

  private mutating func say(_ board: any BoardAccess) -> PostComment? {
    guard let idea = idea(board) else { return nil }
    let family = board.all(Comment.self).filter { FromScratch.root(of: $0.idea, on: board) == idea.id }
    let answered = random.chance(40) ? choose(random.chance(90) ? family : board.all(Comment.self)) : nil
    return PostComment(
      idea: idea.id, comment: Comment.Kind.allCases.randomElement(using: &random) ?? .comment,
      text: text() + mention(board), replyTo: answered?.id)
  }

  private mutating func rephrase(_ board: any BoardAccess) -> EditComment? {
    guard let comment = comment(board) else { return nil }
    return EditComment(
      comment: comment.id, revision: seen(comment.revision, otherwise: 1), text: text() + mention(board))
  }

  /// How people vote.
  mutating func aboutVotes(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    if random.chance(20) {
      return choose(board.all(Ballot.self), { $0.position == nil }).map { TakeBackDot(round: $0.round, idea: $0.idea) }
    }
    guard let round = choose(board.all(Round.self), { $0.isOpen }), let idea = voted(board, round) else { return nil }
    let isDots = (round.budget != nil) == random.chance(95)
    if isDots { return GiveDot(round: round.id, idea: idea.id) }
    let position = random.chance(90) ? Ballot.Position.allCases.randomElement(using: &random) : nil
    return CastPosition(round: round.id, idea: idea.id, position: position)
  }

  private mutating func voted(_ board: any BoardAccess, _ round: Round) -> Idea? {
    idea(board, { idea in idea.state == .active && round.ballotList.map { $0.contains(idea.id) } ?? true })
  }

  /// How facilitators run rounds.
  mutating func aboutRounds(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    let open = board.first(.open)
    switch roll(5) {
    case 0, 1: return openRound(board)
    case 2: return choose(board.all(Round.self), { $0.isOpen && !$0.isStanding }).map { CloseRound(round: $0.id) }
    default:
      guard let round = open ?? choose(board.all(Round.self)) else { return nil }
      return ChangeRoundBudget(round: round.id, old: seen(round.budget ?? 1, otherwise: 99), new: roll(7))
    }
  }

  private mutating func openRound(_ board: any BoardAccess) -> OpenRound {
    let budget = 1 + roll(5)
    let kind: Round.Kind = random.chance(50) ? .consensus : .dots(budget: budget, cap: random.chance(70) ? 2 : budget)
    return OpenRound(
      title: text(), round: kind, stage: random.chance(15) ? stage() : nil,
      challenge: random.chance(15) ? choose(board.all(Challenge.self))?.id : nil)
  }

  /// What facilitators set up.
  mutating func aboutSettings(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    switch roll(9) {
    case 0: return editBoard(board)
    case 1, 2, 3: return aboutChallenge(board)
    case 4: return AddTeam(name: random.chance(85) ? text() : board.all(Team.self).first?.name ?? "Team")
    case 5: return newcomer(board)
    case 6: return JoinBoard(handle: "p\(board.all(Person.self).count)", name: text())
    case 7:
      guard let person = choose(board.all(Person.self)) else { return nil }
      let old = seen(person.profile, otherwise: PersonProfile(name: "?"))
      return EditPerson(person: person.id, old: old, new: profile(board))
    default:
      guard let person = choose(board.all(Person.self)) else { return nil }
      return SetRole(person: person.id, old: seen(person.role, otherwise: .observer), new: role())
    }
  }

  private mutating func editBoard(_ board: any BoardAccess) -> EditBoard? {
    guard let now = board.board?.text else { return nil }
    return EditBoard(
      old: seen(now, otherwise: BoardText(title: "?", purpose: "")), new: BoardText(title: text(), purpose: text()))
  }

  private mutating func aboutChallenge(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    guard random.chance(65), let challenge = choose(board.all(Challenge.self)) else {
      return AddChallenge(text: challengeText(board), stage: stage())
    }
    switch roll(3) {
    case 0:
      let old = seen(challenge.text, otherwise: ChallengeText(question: "?"))
      return EditChallenge(challenge: challenge.id, old: old, new: challengeText(board))
    case 1: return MoveChallenge(challenge: challenge.id, from: seen(challenge.stage, otherwise: .test), to: stage())
    default: return SetChallengeOpen(challenge: challenge.id, isOpen: random.chance(60))
    }
  }

  private mutating func role() -> Role { Role.allCases.randomElement(using: &random) ?? .participant }

  private mutating func newcomer(_ board: any BoardAccess) -> AddPerson {
    let isNew = random.chance(90)
    let handle = isNew ? "p\(board.all(Person.self).count)" : "ann"
    return AddPerson(handle: handle, profile: profile(board), role: role())
  }

  private mutating func profile(_ board: any BoardAccess) -> PersonProfile {
    PersonProfile(
      name: text(), team: random.chance(60) ? choose(board.all(Team.self))?.id : nil,
      organisation: random.chance(40) ? text() : nil, perspective: random.chance(40) ? text() : nil)
  }

  private mutating func challengeText(_ board: any BoardAccess) -> ChallengeText {
    ChallengeText(
      question: text(), detail: random.chance(50) ? text() : "", owner: random.chance(30) ? person(board) : nil,
      sponsor: random.chance(30) ? text() : nil, team: random.chance(50) ? choose(board.all(Team.self))?.id : nil,
      place: random.chance(30) ? text() : nil)
  }
}
