import IdeaPipeline
import TestSupport

/// A day on which much is kept from people: random operations, and a facilitator who goes through steps of every naming and
/// opens rounds. Notes, from what was submitted alone, what the steps promised to whom.
struct SecretDay {
  /// An idea or comment whose author some people may not know.
  struct Post {
    let id: OperationID
    let seq: Int
    let author: PersonID
    let naming: Naming
    /// The step, where it was private.
    let privateIn: StepID?
  }

  private(set) var ideas: [Post] = []
  private(set) var comments: [Post] = []
  /// Where each step that was revealed was so last.
  private(set) var revealed: [StepID: Int] = [:]
  let builder: BoardBuilder
  private var invent: RandomOperations
  private(set) var steps: [StepID] = []

  init(seed: UInt64) throws {
    builder = try BoardBuilder.created(seed: seed)
    invent = RandomOperations(seed: seed)
    let teams = [try builder.team("North"), try builder.team("South")]
    for (place, name) in ["bo", "cy", "di", "ed", "fay"].enumerated() {
      _ = try builder.person(name, team: place < 4 ? teams[place % 2] : nil)
    }
    _ = try builder.person("obi", .observer)
    _ = try builder.person("coco", .coach)
    let plans: [StepPlan] = [
      StepPlan(title: "Alone, hidden", minutes: 9, kind: .privateWriting, naming: .hidden),
      StepPlan(title: "Alone, sealed", minutes: 9, kind: .privateWriting, naming: .sealed),
      StepPlan(title: "Alone, named", minutes: 9, kind: .privateWriting),
      StepPlan(title: "Together, hidden", minutes: 9, naming: .hidden, hidesOrganisations: true),
    ]
    let session = SessionID(madeBy: try builder.run(AddSession(title: "Day", steps: plans)).id)
    try builder.run(OpenSession(session: session))
    steps = builder.board.agenda(of: session).map(\.id)
  }

  mutating func run(_ length: Int) {
    for turn in 0..<length {
      if turn % 12 == 0 { direct() }
      let (operation, person) = invent.random.chance(45) ? posting() : invent.next(on: builder.board)
      attempt(operation, by: person)
    }
  }

  /// What a facilitator does: the next step, a reveal, a round.
  private mutating func direct() {
    let step = steps.randomElement(using: &invent.random) ?? steps[0]
    switch Int.random(in: 0..<8, using: &invent.random) {
    case 0, 1: attempt(RevealStep(step: step, shuffle: 7), by: builder.owner)
    case 2: attempt(OpenRound(title: "Dots", round: .dots(budget: 4, cap: 2)), by: builder.owner)
    case 3: attempt(OpenRound(title: "Agree?", round: .consensus), by: builder.owner)
    default: attempt(StartStep(step: step, moment: builder.moment), by: builder.owner)
    }
  }

  private mutating func posting() -> RandomOperations.Attempt {
    let person = invent.anybody(on: builder.board)
    let all = builder.board.all(Idea.self)
    let some = all.randomElement(using: &invent.random)
    let own = all.filter { $0.author == person }.randomElement(using: &invent.random)
    switch Int.random(in: 0..<9, using: &invent.random) {
    case 0..<4:
      return (PostIdea(title: "w\(builder.log.count)w", buildsOn: invent.random.chance(30) ? some?.id : nil), person)
    case 4: return (PostComment(idea: some?.id ?? IdeaID(rawValue: 1), text: "c\(builder.log.count)c"), person)
    case 5:
      guard let own else { return (PostIdea(title: "w\(builder.log.count)w"), person) }
      return (EditIdea(idea: own.id, revision: own.revision, title: "e\(builder.log.count)e", body: ""), person)
    case 6:
      guard let own else { return (PostIdea(title: "w\(builder.log.count)w"), person) }
      return (AnswerField(idea: own.id, worksheet: "need", field: "voice", old: nil, answer: .text("a")), person)
    default:
      let open = builder.openRound ?? RoundID(rawValue: 1)
      return (GiveDot(round: open, idea: some?.id ?? IdeaID(rawValue: 1)), person)
    }
  }

  private mutating func attempt(_ operation: any IdeaPipeline.Operation, by person: PersonID) {
    let step = builder.board.currentStep
    let naming = step?.plan.naming ?? .named
    let isPost = operation is PostIdea || operation is PostComment
    guard
      let stamp = try? naming == .sealed && isPost
        ? builder.runSealed(operation, asker: person) : builder.run(operation, by: person)
    else { return }
    let post = Post(
      id: stamp.id, seq: stamp.seq, author: person, naming: naming,
      privateIn: step?.plan.isPrivate == true ? step?.id : nil)
    if operation is PostIdea { ideas.append(post) }
    if operation is PostComment { comments.append(post) }
    if let reveal = operation as? RevealStep { revealed[reveal.step] = stamp.seq }
  }

  /// Whether the post waits for its reveal.
  func isSecret(_ post: Post) -> Bool { post.privateIn.map { (revealed[$0] ?? 0) < post.seq } ?? false }

  /// People of a role, as it is at the end.
  func people(_ roles: Role...) -> [PersonID] {
    builder.board.all(Person.self).filter { roles.contains($0.role) }.map(\.id)
  }
}
