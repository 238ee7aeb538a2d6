extension Demonstration {
  /// Seconds between the oldest thing in it and the moment the board is made.
  var span: Int {
    ideas.map { idea in max(idea.ago, idea.journey.map(\.ago).max() ?? 0) }.max() ?? 0
  }
}

/// Turns what invented people did into submissions, each by the person it is said of, in the order of their times.
struct DemonstrationPlan {
  let demonstration: Demonstration
  let founder: BoardFounder
  let teams: [String: TeamID]
  let challenges: [ChallengeID]
  /// The standing round.
  let round: RoundID
  let entryStage: Stage
  let now: Timestamp

  /// The identities of what the demonstration makes, by the names it uses.
  private struct Cast {
    var people: [String: PersonID] = [:]
    var ideas: [String: IdeaID] = [:]
  }

  /// Something that happens, before it is put in its place.
  private struct Happening {
    let ago: Int
    let part: SeedPart
    let id: OperationID
    let by: String
    let operation: any Operation
  }

  func submissions(
    after plan: SeedPlan, using generator: inout some RandomNumberGenerator
  ) -> [PlannedSubmission] {
    var plan = plan
    let before = plan.submissions.count
    var cast = Cast()
    for (place, person) in demonstration.people.enumerated() {
      let id = plan.add(joining(person), for: .person(place), using: &generator)
      cast.people[person.handle] = PersonID(madeBy: id)
    }
    for idea in demonstration.ideas { cast.ideas[idea.key] = IdeaID(using: &generator) }
    var happenings: [Happening] = []
    for (place, idea) in demonstration.ideas.enumerated() {
      happenings += self.happenings(of: idea, place, cast, using: &generator)
    }
    // Sorting is stable in Swift: what happens at the same time stays in the order of the file.
    happenings.sort { $0.ago > $1.ago }
    return plan.submissions[before...] + happenings.map { submission(of: $0, cast) }
  }

  /// The founder's handle may be that of an invented person, who then gets another.
  private func joining(_ person: DemonstrationPerson) -> AddPerson {
    AddPerson(
      handle: person.handle == founder.handle ? person.handle + "-2" : person.handle,
      profile: PersonProfile(
        name: person.name, team: person.team.flatMap { teams[$0] }, organisation: person.organisation,
        perspective: person.perspective),
      role: person.role)
  }

  private func submission(of happening: Happening, _ cast: Cast) -> PlannedSubmission {
    let at = Timestamp(milliseconds: now.milliseconds - Int64(happening.ago) * 1_000)
    let actor = cast.people[happening.by].map(Actor.person) ?? .sealed
    return PlannedSubmission(
      part: happening.part, submission: Submission(id: happening.id, happening.operation, by: actor, at: at))
  }

  private func happenings(
    of idea: DemonstrationIdea, _ place: Int, _ cast: Cast, using generator: inout some RandomNumberGenerator
  ) -> [Happening] {
    guard let id = cast.ideas[idea.key] else { return [] }
    let challenge = idea.challenge.flatMap { challenges.indices.contains($0 - 1) ? challenges[$0 - 1] : nil }
    let post = PostIdea(
      title: idea.title, body: idea.body, tags: idea.tags, challenge: challenge,
      buildsOn: idea.buildsOn.flatMap { cast.ideas[$0] })
    var happenings = [
      Happening(
        ago: idea.ago, part: .idea(place), id: OperationID(rawValue: id.rawValue), by: idea.author, operation: post)
    ]
    var thread = IdeaThread(idea: id, stage: entryStage, round: round, ideas: cast.ideas)
    for (number, step) in idea.journey.enumerated() {
      let made = OperationID(using: &generator)
      guard let operation = thread.operation(for: step.deed, made) else { continue }
      happenings.append(
        Happening(ago: step.ago, part: .step(idea: place, step: number), id: made, by: step.by, operation: operation))
    }
    return happenings
  }
}

/// Where one idea stands while its journey is told: operations name what whoever acts has before them.
private struct IdeaThread {
  let idea: IdeaID
  var stage: Stage
  let round: RoundID
  let ideas: [String: IdeaID]
  private var lastComment: CommentID?
  private var answers: [[String]: Answer] = [:]

  init(idea: IdeaID, stage: Stage, round: RoundID, ideas: [String: IdeaID]) {
    self.idea = idea
    self.stage = stage
    self.round = round
    self.ideas = ideas
  }

  /// The operation for a deed, which will have the identity `made`; nil when it names an idea that is not told of.
  mutating func operation(for deed: DemonstrationIdea.Deed, _ made: OperationID) -> (any Operation)? {
    switch deed {
    case .comment(let kind, let text):
      lastComment = CommentID(madeBy: made)
      return PostComment(idea: idea, comment: kind, text: text)
    case .reply(let text): return PostComment(idea: idea, text: text, replyTo: lastComment)
    case .answer(let worksheet, let field, let answer):
      let old = answers.updateValue(answer, forKey: [worksheet, field])
      return AnswerField(idea: idea, worksheet: worksheet, field: field, old: old, answer: answer)
    case .advance(let to):
      defer { stage = to }
      return AdvanceIdea(idea: idea, from: stage, to: to)
    case .sendBack(let to, let reason):
      defer { stage = to }
      return SendBackIdea(idea: idea, from: stage, to: to, reason: reason)
    case .dot: return GiveDot(round: round, idea: idea)
    case .outcome(let kind, let learning): return DecideOutcome(idea: idea, outcome: kind, learning: learning)
    case .merge(let parent): return ideas[parent].map { MergeIdea(idea: idea, into: $0) }
    }
  }
}
