/// Moves a challenge itself to another stage, forward or back.
public struct MoveChallenge: Operation {
  public static let kind = "challenge.move"

  public var challenge: ChallengeID
  /// The stage the facilitator saw it in.
  public var from: Stage
  public var to: Stage

  /// A move as given.
  public init(challenge: ChallengeID, from: Stage, to: Stage) {
    self.challenge = challenge
    self.from = from
    self.to = to
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "move a challenge")
    let challenge = try board.existing(challenge)
    if to == challenge.stage { throw .unchanged("challenge \(challenge.number) is in \(to.title) already") }
    if from != challenge.stage {
      throw .overtaken("Challenge \(challenge.number) was moved to \(challenge.stage.title)")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var challenge = board.get(challenge) else { return }
    challenge.stage = to
    board.put(challenge)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let stage = board.get(challenge)?.stage, stage != from else { return nil }
    return MoveChallenge(challenge: challenge, from: to, to: from)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("moved \(board.reference(challenge)) to \(to.title)")
  }
}
