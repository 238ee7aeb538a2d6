/// Poses a challenge.
public struct AddChallenge: Operation {
  public static let kind = "challenge.add"
  public static let cannotUndo: Lasting? = Lasting(
    "A challenge that was posed stays on the board.", instead: "Close it instead.")

  public var text: ChallengeText
  /// Where the challenge itself stands.
  public var stage: Stage

  /// A challenge as given.
  public init(text: ChallengeText, stage: Stage = .empathise) {
    self.text = text
    self.stage = stage
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "pose a challenge")
    try text.check(on: board)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Challenge(
        id: ChallengeID(madeBy: stamp.id), seq: stamp.seq, number: board.takeNumber(NumberSeries.challenges, stamp),
        question: text.question, detail: text.detail, owner: text.owner, sponsor: text.sponsor, team: text.team,
        place: text.place, stage: stage))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let challenge = board.get(ChallengeID(madeBy: stamp.id))
    return Activity(challenge.map { "posed challenge \($0.number): “\($0.question)”" } ?? "posed a challenge")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.challenge(ChallengeID(madeBy: id))] }
  public func redacted(_ mark: String) -> Self { AddChallenge(text: text.redacted(mark), stage: stage) }
}

/// What a facilitator writes about a challenge.
public struct ChallengeText: Codable, Sendable, Hashable {
  /// 1–200 graphemes: "How might we …?".
  public var question: String
  public var detail: String
  public var owner: PersonID?
  /// Who can give permission, in words.
  public var sponsor: String?
  public var team: TeamID?
  public var place: String?

  /// A text as given.
  public init(
    question: String, detail: String = "", owner: PersonID? = nil, sponsor: String? = nil, team: TeamID? = nil,
    place: String? = nil
  ) {
    self.question = question
    self.detail = detail
    self.owner = owner
    self.sponsor = sponsor
    self.team = team
    self.place = place
  }

  func check(on board: some BoardAccess) throws(Refusal) {
    try TextRule.question.check(question)
    try TextRule.body.check(detail, mayBeEmpty: true)
    if let sponsor { try TextRule.name.check(sponsor) }
    if let place { try TextRule.name.check(place) }
    if let owner { _ = try board.existing(owner) }
    if let team { _ = try board.existing(team) }
  }

  func redacted(_ mark: String) -> Self { ChallengeText(question: mark, owner: owner, team: team) }
}

extension Challenge {
  /// What a facilitator wrote about the challenge.
  public internal(set) var text: ChallengeText {
    get {
      ChallengeText(
        question: question, detail: detail, owner: owner, sponsor: sponsor, team: team, place: place)
    }
    set {
      question = newValue.question
      detail = newValue.detail
      owner = newValue.owner
      sponsor = newValue.sponsor
      team = newValue.team
      place = newValue.place
    }
  }
}
