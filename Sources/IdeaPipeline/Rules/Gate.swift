/// What it takes to leave a stage.
public struct Gate: Sendable, Hashable {
  /// One question of the gate and its answer.
  public struct Item: Sendable, Hashable {
    public let field: Field
    /// Nil while it is missing.
    public let answer: Answer?

    /// An item as given.
    public init(field: Field, answer: Answer?) {
      self.field = field
      self.answer = answer
    }
  }

  public let stage: Stage
  /// Title of the worksheet that asks; empty where the stage has none.
  public let worksheet: String
  /// In the order of the worksheet. Empty means the gate is open to all.
  public let items: [Item]

  /// A gate as given.
  public init(stage: Stage, worksheet: String, items: [Item]) {
    self.stage = stage
    self.worksheet = worksheet
    self.items = items
  }

  /// The fields that are not answered yet.
  public var missing: [Field] { items.filter { $0.answer == nil }.map(\.field) }

  /// How many are answered.
  public var met: Int { items.count - missing.count }
}

extension BoardAccess {
  /// The gate an idea meets when it leaves `stage`.
  public func gate(of idea: IdeaID, leaving stage: Stage) -> Gate {
    guard let board, let guide = board.guide(for: stage), let key = guide.worksheet,
      let worksheet = board.worksheet(key)
    else { return Gate(stage: stage, worksheet: "", items: []) }
    let entries = fetch(.about(idea, worksheet: key))
    let items = worksheet.fields.filter { guide.gate.contains($0.key) }.map { field in
      Gate.Item(field: field, answer: entries.first { $0.field == field.key }?.answer)
    }
    return Gate(stage: stage, worksheet: worksheet.title, items: items)
  }
}
