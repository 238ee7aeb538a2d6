/// Opens a round on the active ideas, all or those of a stage or a challenge. The list is frozen here. The first round
/// that is opened closes the standing one.
public struct OpenRound: Operation {
  public static let kind = "round.open"
  public static let cannotUndo: Lasting? = Lasting(
    "Opening a round cannot be undone.", instead: "Close it instead.")

  public var title: String
  public var round: Round.Kind
  /// Only ideas in this stage.
  public var stage: Stage?
  /// Only ideas that answer this challenge.
  public var challenge: ChallengeID?

  /// A round as given.
  public init(title: String, round: Round.Kind, stage: Stage? = nil, challenge: ChallengeID? = nil) {
    self.title = title
    self.round = round
    self.stage = stage
    self.challenge = challenge
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "open a round")
    try TextRule.name.check(title)
    try round.check()
    if let open = board.first(.open), !open.isStanding {
      throw Refusal(
        .rule, "Round \(open.number) “\(open.title)” is open.", instead: "Close it before you open another one.",
        remedy: .closeRound)
    }
    if let challenge { _ = try board.existing(challenge) }
    if ballotList(on: board).isEmpty {
      throw Refusal(
        .rule, "There is no active idea to vote on yet, so the round would have an empty list.",
        instead: "Post ideas first.")
    }
  }

  private func ballotList(on board: some BoardAccess) -> [IdeaID] {
    let ideas = challenge.map { board.fetch(.answering($0)) } ?? board.all(Idea.self)
    // By number: the order in which they were posted would tell who was first in a private step.
    return ideas.filter { $0.state == .active && (stage == nil || $0.stage == stage) }
      .sorted { ($0.number ?? 0) < ($1.number ?? 0) }.map(\.id)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    if var open = board.first(.open) { Tallies.close(&open, stamp, on: board) }
    board.put(
      Round(
        id: RoundID(madeBy: stamp.id), seq: stamp.seq, number: board.takeNumber(NumberSeries.rounds, stamp),
        title: title, kind: round, isStanding: false, ballotList: ballotList(on: board), openedAt: stamp.at))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("opened \(board.reference(RoundID(madeBy: stamp.id)))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.round(RoundID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self {
    OpenRound(title: mark, round: round, stage: stage, challenge: challenge)
  }
}
