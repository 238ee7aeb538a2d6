import IdeaPipeline

/// A board and its log, changed as the store changes them: stamp, check, append, apply. Time moves a second with each
/// operation, and identities come from a seed, so that two builders told the same do the same.
public final class BoardBuilder {
  public let board: any BoardAccess
  /// Oldest first.
  public private(set) var log: [LoggedOperation] = []
  public private(set) var now: Timestamp
  /// Now, by the clocks of the host.
  public var moment: HostMoment { HostMoment(steady: now) }
  private var random: SplitMix64

  /// A builder on a board where nothing happened yet.
  public init(on board: any BoardAccess = MemoryBoard(), seed: UInt64 = 1) {
    self.board = board
    random = SplitMix64(seed: seed)
    now = Timestamp(milliseconds: 1_772_000_000_000)
  }

  /// A builder with the board of `creation` on it, which is "ann"'s.
  public static func created(
    _ creation: CreateBoard = .sample, on board: any BoardAccess = MemoryBoard(), seed: UInt64 = 1
  ) throws(Refusal) -> BoardBuilder {
    let builder = BoardBuilder(on: board, seed: seed)
    try builder.submit(creation, by: nil)
    return builder
  }

  /// The owner of the board.
  public var owner: PersonID { board.board?.owner ?? PersonID(rawValue: 0) }

  /// Carries an operation out for `person`, the owner when none is named.
  @discardableResult public func run(
    _ operation: any IdeaPipeline.Operation, by person: PersonID? = nil, undoes: OperationID? = nil
  ) throws(Refusal) -> Stamp {
    try submit(operation, by: person ?? owner, undoes: undoes)
  }

  /// Carries an operation out for somebody whose name is not stored.
  @discardableResult public func runSealed(
    _ operation: any IdeaPipeline.Operation, asker: PersonID
  ) throws(Refusal) -> Stamp {
    try carryOut(Submission(id: nextID(), operation, by: .sealed, asker: asker))
  }

  /// Lets time pass.
  public func pass(minutes: Int) { now = Timestamp(milliseconds: now.milliseconds + Int64(minutes) * 60_000) }

  /// Carries a submission out.
  @discardableResult public func carryOut(_ submission: Submission) throws(Refusal) -> Stamp {
    now = Timestamp(milliseconds: now.milliseconds + 1_000)
    let stamp = OperationRules.stamp(submission, seq: log.count + 1, at: moment, on: board)
    try OperationRules.check(submission, stamp, at: moment, on: board)
    log.append(
      LoggedOperation(
        stamp: stamp, payload: .known(submission.operation), undoes: submission.undoes, deed: submission.deed))
    submission.operation.apply(to: board, stamp)
    return stamp
  }

  @discardableResult private func submit(
    _ operation: any IdeaPipeline.Operation, by person: PersonID?, undoes: OperationID? = nil
  ) throws(Refusal) -> Stamp {
    let id = nextID()
    return try carryOut(Submission(id: id, operation, by: .person(person ?? PersonID(madeBy: id)), undoes: undoes))
  }

  /// Takes back the last change of `person`, the owner when none is named.
  @discardableResult public func undo(by person: PersonID? = nil, id: OperationID? = nil) throws(Refusal) -> Stamp {
    let person = person ?? owner
    let own = log.reversed().lazy.filter { $0.stamp.actor.person == person || $0.stamp.enteredBy == person }
    let undoing = try UndoRule.last(of: own, undone: Set(log.compactMap(\.undoes)), on: board)
    return try carryOut(undoing.submission(id: id ?? nextID(), by: person))
  }

  /// Redacts as the store does: on the board and in the log.
  @discardableResult public func redact(
    _ chosen: [OperationID], reason: String = "consent withdrawn", id: OperationID? = nil
  ) throws(Refusal) -> Redact {
    let redact = Redaction.of(chosen, in: log, reason: reason)
    let stamp = try carryOut(Submission(id: id ?? nextID(), redact, by: .person(owner)))
    log = log.map { logged in
      guard case .known(let operation) = logged.payload,
        let rewritten = redact.rewritten(operation, logged.stamp.id, at: stamp.at)
      else { return logged }
      return LoggedOperation(stamp: logged.stamp, payload: .known(rewritten), undoes: logged.undoes, deed: logged.deed)
    }
    return redact
  }

  /// An identity that nothing has yet.
  public func nextID() -> OperationID { OperationID(using: &random) }

  /// What the feed says about the last operation.
  public var lastActivity: Activity? {
    guard let last = log.last, case .known(let operation) = last.payload else { return nil }
    return operation.activity(on: board, of: last.stamp)
  }
}

// MARK: - Short ways to common things

extension BoardBuilder {
  public func team(_ name: String) throws(Refusal) -> TeamID { TeamID(madeBy: try run(AddTeam(name: name)).id) }

  public func person(
    _ handle: String, _ role: Role = .participant, team: TeamID? = nil
  ) throws(Refusal) -> PersonID {
    let profile = PersonProfile(name: handle.prefix(1).uppercased() + handle.dropFirst(), team: team)
    return PersonID(madeBy: try run(AddPerson(handle: handle, profile: profile, role: role)).id)
  }

  public func challenge(_ question: String, team: TeamID? = nil) throws(Refusal) -> ChallengeID {
    ChallengeID(madeBy: try run(AddChallenge(text: ChallengeText(question: question, team: team))).id)
  }

  public func idea(_ title: String, body: String = "", by person: PersonID? = nil) throws(Refusal) -> IdeaID {
    IdeaID(madeBy: try run(PostIdea(title: title, body: body), by: person).id)
  }

  public func comment(
    _ text: String, on idea: IdeaID, replyTo: CommentID? = nil, by person: PersonID? = nil
  ) throws(Refusal) -> CommentID {
    CommentID(madeBy: try run(PostComment(idea: idea, text: text, replyTo: replyTo), by: person).id)
  }

  public func openDots(_ budget: Int = 5, cap: Int = 3, title: String = "Choose") throws(Refusal) -> RoundID {
    RoundID(madeBy: try run(OpenRound(title: title, round: .dots(budget: budget, cap: cap))).id)
  }

  public func openConsensus(title: String = "Agree?") throws(Refusal) -> RoundID {
    RoundID(madeBy: try run(OpenRound(title: title, round: .consensus)).id)
  }

  /// The round that is open.
  public var openRound: RoundID? { board.first(.open)?.id }

  /// Gives dots in the open round.
  public func dots(_ count: Int, on idea: IdeaID, by person: PersonID? = nil) throws(Refusal) {
    guard let round = openRound else { throw Refusal(.notFound, "No round is open.", instead: "Open one.") }
    for _ in 0..<count { try run(GiveDot(round: round, idea: idea), by: person) }
  }

  /// Moves an idea on, whatever its gates ask.
  public func advance(_ idea: IdeaID, to stage: Stage) throws(Refusal) {
    let from = board.get(idea)?.stage ?? .empathise
    try run(AdvanceIdea(idea: idea, from: from, to: stage, reason: "for the test", overrides: true))
  }
}

extension CreateBoard {
  /// A board whose first three stages have gates with one field of each kind.
  public static var sample: CreateBoard {
    let need = Worksheet(
      key: "need", title: "Need",
      fields: [
        Field(key: "who", question: "Who needs it?", label: "who needs it", kind: .text),
        Field(key: "voice", question: "In whose words?", label: "a voice", kind: .text),
      ])
    let define = Worksheet(
      key: "define", title: "Define",
      fields: [
        Field(key: "how_might_we", question: "How might we …?", label: "a “How might we …”", kind: .text),
        Field(key: "size", question: "How big is it?", label: "a size", kind: .choice(options: ["small", "large"])),
      ])
    let ideate = Worksheet(
      key: "ideate", title: "Ideate",
      fields: [Field(key: "chosen", question: "Is one chosen?", label: "a choice", kind: .yesNo)])
    return CreateBoard(
      title: "Neighbourhoods", purpose: "To try it", seed: "sample",
      guides: [
        StageGuide(stage: .empathise, guide: "Listen.", worksheet: "need", gate: ["who"]),
        StageGuide(stage: .define, guide: "Ask.", worksheet: "define", gate: ["how_might_we", "size"]),
        StageGuide(stage: .ideate, guide: "Think.", worksheet: "ideate", gate: ["chosen"]),
        StageGuide(stage: .prototype, guide: "Make.", worksheet: nil, gate: []),
        StageGuide(stage: .test, guide: "Try.", worksheet: nil, gate: []),
      ],
      worksheets: [need, define, ideate], perspectives: ["residents", "social care"], ownerHandle: "ann",
      ownerName: "Ann")
  }
}
