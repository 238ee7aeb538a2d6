/// Why a seed cannot be played, and which part of it the board refuses.
public struct SeedRefusal: Error, Hashable, Sendable {
  public let part: SeedPart
  public let refusal: Refusal
}

extension BoardSeed {
  /// The operations that make the board, in order: the board with its owner, teams, challenges, planned sessions and,
  /// if asked for, the demonstration.
  ///
  /// The times of a demonstration are counted back from `now`, and the board is then an hour older than the oldest thing
  /// on it; without one everything happens when it is submitted.
  public func submissions(
    founder: BoardFounder, title: String? = nil, withDemonstration: Bool = false, now: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) -> [Submission] {
    plan(founder: founder, title: title, withDemonstration: withDemonstration, now: now, using: &generator)
      .map(\.submission)
  }

  /// Plays the whole seed on an empty board in memory and returns what the board would refuse: of each idea of the
  /// demonstration only the first such thing, since what follows hangs on it.
  public func rehearse() -> [SeedRefusal] {
    var generator = FixedOrder()
    let founder = BoardFounder(handle: "founder", name: "Founder")
    let now = Timestamp(milliseconds: 0)
    let board = MemoryBoard()
    var refusals: [SeedRefusal] = []
    var broken: Set<Int> = []
    var seq = 0
    for planned in plan(founder: founder, title: nil, withDemonstration: true, now: now, using: &generator) {
      if let idea = planned.part.idea, broken.contains(idea) { continue }
      let submission = planned.submission
      let moment = HostMoment(steady: submission.at ?? now)
      let stamp = OperationRules.stamp(submission, seq: seq + 1, at: moment, on: board)
      do throws(Refusal) {
        try OperationRules.check(submission, stamp, at: moment, on: board)
        submission.operation.apply(to: board, stamp)
        seq += 1
      } catch {
        refusals.append(SeedRefusal(part: planned.part, refusal: error))
        if let idea = planned.part.idea { broken.insert(idea) }
      }
    }
    return refusals
  }

  private func plan(
    founder: BoardFounder, title: String?, withDemonstration: Bool, now: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) -> [PlannedSubmission] {
    let shown = withDemonstration ? demonstration : nil
    let opened = shown.map { Timestamp(milliseconds: now.milliseconds - Int64($0.span + 3_600) * 1_000) }
    var plan = SeedPlan(openedAt: opened)
    let create = plan.add(
      CreateBoard(
        title: title ?? self.title, purpose: purpose, seed: name, entryStage: entryStage, guides: guides,
        worksheets: worksheets, perspectives: perspectives, ownerHandle: founder.handle, ownerName: founder.name,
        ownerAccount: founder.account, dots: dots, cap: cap),
      for: .board, using: &generator)
    plan.owner = PersonID(madeBy: create)
    var teamIDs: [String: TeamID] = [:]
    for (place, team) in teams.enumerated() {
      let id = plan.add(AddTeam(name: team.name, place: team.place), for: .team(place), using: &generator)
      teamIDs[team.name] = TeamID(madeBy: id)
    }
    var challengeIDs: [ChallengeID] = []
    for (place, challenge) in challenges.enumerated() {
      let operation = AddChallenge(
        text: ChallengeText(
          question: challenge.question, detail: challenge.detail, sponsor: challenge.sponsor,
          team: challenge.team.flatMap { teamIDs[$0] }, place: challenge.place),
        stage: challenge.stage)
      challengeIDs.append(ChallengeID(madeBy: plan.add(operation, for: .challenge(place), using: &generator)))
    }
    for (place, session) in sessions.enumerated() {
      _ = plan.add(session.operation(challengeIDs), for: .session(place), using: &generator)
    }
    guard let shown else { return plan.submissions }
    let stage = DemonstrationPlan(
      demonstration: shown, founder: founder, teams: teamIDs, challenges: challengeIDs,
      round: RoundID(madeBy: create), entryStage: entryStage, now: now)
    return plan.submissions + stage.submissions(after: plan, using: &generator)
  }
}

/// A submission and the part of the seed it comes from.
struct PlannedSubmission {
  let part: SeedPart
  let submission: Submission
}

/// Gathers what the owner of the new board does.
struct SeedPlan {
  private(set) var submissions: [PlannedSubmission] = []
  /// When all of it happens; nil for when it is submitted.
  let openedAt: Timestamp?
  /// Known once the board is made.
  var owner: PersonID?

  init(openedAt: Timestamp?) { self.openedAt = openedAt }

  /// Adds an operation and returns its identity.
  mutating func add(
    _ operation: some Operation, for part: SeedPart, using generator: inout some RandomNumberGenerator
  ) -> OperationID {
    let id = OperationID(using: &generator)
    let actor = owner ?? PersonID(madeBy: id)
    submissions.append(
      PlannedSubmission(part: part, submission: Submission(id: id, operation, by: .person(actor), at: openedAt)))
    return id
  }
}

extension SeedPart {
  /// The idea of the demonstration it belongs to.
  fileprivate var idea: Int? {
    switch self {
    case .idea(let idea), .step(let idea, _): idea
    case .board, .team, .challenge, .session, .person: nil
    }
  }
}

/// A fixed sequence of numbers: a rehearsal needs identities, not chance.
private struct FixedOrder: RandomNumberGenerator {
  private var state: UInt64 = 0

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
