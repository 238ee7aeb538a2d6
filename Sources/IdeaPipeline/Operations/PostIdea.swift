/// Posts a new idea, alone or building on another.
public struct PostIdea: Operation {
  public static let kind = "idea.post"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .post }

  public var title: String
  public var body: String
  public var tags: [String]
  public var links: [EvidenceLink]
  public var challenge: ChallengeID?
  public var coAuthors: [PersonID]
  /// The idea it builds on; both are credited.
  public var buildsOn: IdeaID?
  /// What the composer promised about the name; nil for what the step says when it is stored.
  public var naming: Naming?
  /// The step in which the composer was opened.
  public var step: StepID?

  /// An idea as given.
  public init(
    title: String, body: String = "", tags: [String] = [], links: [EvidenceLink] = [], challenge: ChallengeID? = nil,
    coAuthors: [PersonID] = [], buildsOn: IdeaID? = nil, naming: Naming? = nil, step: StepID? = nil
  ) {
    self.title = title
    self.body = body
    self.tags = tags
    self.links = links
    self.challenge = challenge
    self.coAuthors = coAuthors
    self.buildsOn = buildsOn
    self.naming = naming
    self.step = step
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "post an idea")
    try TextRule.title.check(title)
    try TextRule.body.check(body, mayBeEmpty: true)
    try IdeaRules.check(tags: tags)
    try IdeaRules.check(links: links)
    if let buildsOn { _ = try board.ideaInPlay(buildsOn, for: "build on") }
    try board.checkTakesIdeas(challenge(on: board))
    try board.check(coAuthors: coAuthors, author: context.person)
    try StepRules.checkNaming(naming, in: step, context, on: board)
    if context.person == nil, !coAuthors.isEmpty {
      throw Refusal(
        .rule, "An idea without a name has no co-authors either: that would tell who wrote it.",
        instead: "Leave them out.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let current = board.currentStep
    let isUnrevealed = current?.plan.isPrivate ?? false
    var idea = Idea(
      id: IdeaID(madeBy: stamp.id), seq: stamp.seq,
      number: isUnrevealed ? nil : board.takeNumber(NumberSeries.ideas, stamp), title: title, body: body, tags: tags,
      links: links, challenge: challenge(on: board), stage: board.board?.entryStage ?? .empathise,
      author: stamp.actor.person, coAuthors: coAuthors, buildsOn: buildsOn, createdAt: stamp.at)
    idea.step = current?.id
    idea.naming = StepRules.naming(naming, stamp, on: board)
    idea.isUnrevealed = isUnrevealed
    idea.refreshState()
    board.put(idea)
    // A build that nobody sees yet is not counted either: see `RevealStep`.
    if let buildsOn, !isUnrevealed { board.change(buildsOn, stamp) { $0.builds += 1 } }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let idea = board.get(IdeaID(madeBy: stamp.id)), !idea.isWithdrawn else { return nil }
    return WithdrawIdea(idea: idea.id)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    guard let idea = board.get(IdeaID(madeBy: stamp.id)) else { return Activity("posted an idea") }
    if let parent = idea.buildsOn.flatMap({ board.get($0) }) {
      return Activity("built \(idea.reference) on \(parent.reference)", idea: idea.id)
    }
    return Activity("posted \(idea.reference)", idea: idea.id)
  }

  /// The challenge asked for, else that of the idea it builds on.
  private func challenge(on board: some BoardAccess) -> ChallengeID? {
    challenge ?? buildsOn.flatMap { board.get($0)?.challenge }
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] {
    let idea = IdeaID(madeBy: id)
    return [.ideaText(idea), .tags(idea), .links(idea)]
  }

  public func redacted(_ mark: String) -> Self {
    var copy = self
    copy.title = mark
    copy.body = ""
    copy.tags = []
    copy.links = []
    return copy
  }
}
