/// A question that ideas answer: "How might we …?".
public struct Challenge: Entity {
  public static let entityName = "challenge"
  public let id: ChallengeID
  public let seq: Int
  /// Said aloud: "challenge 2".
  public var number: Int
  /// 1–200 characters.
  public var question: String
  public var detail: String
  public var owner: PersonID?
  /// Who can give permission, in words; need not be on the board.
  public var sponsor: String?
  public var team: TeamID?
  public var place: String?
  /// A closed challenge takes no new ideas.
  public var isOpen: Bool
  /// Where the challenge itself stands.
  public var stage: Stage
  /// The operation that wrote question, detail, sponsor and place as they stand now.
  public var textFrom: OperationID

  /// A challenge as given.
  public init(
    id: ChallengeID, seq: Int, number: Int, question: String, detail: String = "", owner: PersonID? = nil,
    sponsor: String? = nil, team: TeamID? = nil, place: String? = nil, isOpen: Bool = true,
    stage: Stage = .empathise
  ) {
    self.id = id
    self.seq = seq
    self.number = number
    self.question = question
    self.detail = detail
    self.owner = owner
    self.sponsor = sponsor
    self.team = team
    self.place = place
    self.isOpen = isOpen
    self.stage = stage
    textFrom = OperationID(rawValue: id.rawValue)
  }

  public static let indexes: [EntityIndex<Challenge>] = [
    EntityIndex(["number"], isUnique: true) { [.number($0.number)] }
  ]
}

extension Lookup where E == Challenge {
  /// The challenge with this number (at most one).
  public static func number(_ number: Int) -> Self { Self(["number"], [.number(number)]) }
}
