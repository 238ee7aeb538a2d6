/// A session that a seed plans.
public struct SessionSeed: Hashable, Sendable {
  public var title: String
  public var agenda: [StepSeed]

  /// A session as given.
  public init(title: String, agenda: [StepSeed] = []) {
    self.title = title
    self.agenda = agenda
  }
}

/// A step on the agenda of a session that a seed plans.
public struct StepSeed: Hashable, Sendable {
  /// The plan but for its challenges, which have no identity before the board is made.
  public var plan: StepPlan
  /// The places in the seed, from 1, of the challenges it is about; empty for all.
  public var challenges: [Int]

  /// A step as given.
  public init(_ plan: StepPlan, challenges: [Int] = []) {
    self.plan = plan
    self.challenges = challenges
  }
}

extension SessionSeed {
  /// The operation that plans it on a board with these challenges.
  func operation(_ challenges: [ChallengeID]) -> AddSession {
    AddSession(
      title: title,
      steps: agenda.map { step in
        var plan = step.plan
        plan.challenges = step.challenges.compactMap { place in
          challenges.indices.contains(place - 1) ? challenges[place - 1] : nil
        }
        return plan
      })
  }
}
