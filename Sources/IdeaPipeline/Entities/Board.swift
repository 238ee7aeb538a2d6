/// What the whole board is about: exactly one on each board file.
public struct Board: Entity {
  public static let entityName = "board"
  public let id: Identifier<Board>
  public let seq: Int
  public var title: String
  /// One or two sentences on why people are here.
  public var purpose: String
  /// May appoint facilitators and redact.
  public var owner: PersonID
  /// The name of the seed it was made from.
  public var seed: String?
  /// Where new ideas enter.
  public var entryStage: Stage
  /// One for each stage, in order.
  public var guides: [StageGuide]
  /// Every set of questions the board knows.
  public var worksheets: [Worksheet]
  /// The voices that should be in the room.
  public var perspectives: [String]
  public var createdAt: Timestamp
  /// The operation that wrote title and purpose as they stand now.
  public var textFrom: OperationID

  /// A board as given.
  public init(
    id: Identifier<Board>, seq: Int, title: String, purpose: String, owner: PersonID, seed: String?,
    entryStage: Stage, guides: [StageGuide], worksheets: [Worksheet], perspectives: [String], createdAt: Timestamp
  ) {
    self.id = id
    self.seq = seq
    self.title = title
    self.purpose = purpose
    self.owner = owner
    self.seed = seed
    self.entryStage = entryStage
    self.guides = guides
    self.worksheets = worksheets
    self.perspectives = perspectives
    self.createdAt = createdAt
    textFrom = OperationID(rawValue: id.rawValue)
  }

  /// What to do in `stage` and what it takes to leave it.
  public func guide(for stage: Stage) -> StageGuide? { guides.first { $0.stage == stage } }

  /// The worksheet with this key.
  public func worksheet(_ key: String) -> Worksheet? { worksheets.first { $0.key == key } }
}

/// What to do in a stage, and the gate: the fields an idea must have answered to leave it.
public struct StageGuide: Codable, Sendable, Hashable {
  public var stage: Stage
  /// One or two sentences: what to do here.
  public var guide: String
  /// The key of the worksheet an idea answers in this stage.
  public var worksheet: String?
  /// The keys of that worksheet's fields that must be answered to leave.
  public var gate: [String]

  /// A guide as given.
  public init(stage: Stage, guide: String, worksheet: String?, gate: [String]) {
    self.stage = stage
    self.guide = guide
    self.worksheet = worksheet
    self.gate = gate
  }
}

/// The last number given out in one series (ideas, challenges, rounds). Numbers are never used twice.
public struct NumberSeries: Entity {
  public static let entityName = "number_series"
  public let id: Identifier<NumberSeries>
  public var seq: Int
  public var last: Int

  /// A series as given.
  public init(id: Identifier<NumberSeries>, seq: Int, last: Int) {
    self.id = id
    self.seq = seq
    self.last = last
  }

  public static let indexes: [EntityIndex<NumberSeries>] = []

  /// The numbers people say aloud: "idea 14".
  public static let ideas = Identifier<NumberSeries>(rawValue: 1)
  /// The numbers of challenges.
  public static let challenges = Identifier<NumberSeries>(rawValue: 2)
  /// The numbers of rounds.
  public static let rounds = Identifier<NumberSeries>(rawValue: 3)
  /// The numbers of sessions.
  public static let sessions = Identifier<NumberSeries>(rawValue: 4)
  /// The numbers of help requests.
  public static let help = Identifier<NumberSeries>(rawValue: 5)
  /// The numbers of actions.
  public static let actions = Identifier<NumberSeries>(rawValue: 6)
}

extension Board {
  public static let indexes: [EntityIndex<Board>] = []
}
