/// Makes the board, its owner (who is a facilitator) and the standing dot round.
public struct CreateBoard: Operation {
  public static let kind = "board.create"
  public static let cannotUndo: Lasting? = Lasting(
    "Making the board cannot be undone.", instead: "Its owner can delete the file.")

  public var title: String
  public var purpose: String
  public var seed: String?
  public var entryStage: Stage
  public var guides: [StageGuide]
  public var worksheets: [Worksheet]
  public var perspectives: [String]
  public var ownerHandle: String
  public var ownerName: String
  /// The account on this host that is the owner.
  public var ownerAccount: String?
  /// Dots and cap of the standing round.
  public var dots: Int
  public var cap: Int

  /// A board as given.
  public init(
    title: String, purpose: String = "", seed: String? = nil, entryStage: Stage = .empathise,
    guides: [StageGuide] = [], worksheets: [Worksheet] = [], perspectives: [String] = [], ownerHandle: String,
    ownerName: String, ownerAccount: String? = nil, dots: Int = 5, cap: Int = 3
  ) {
    self.title = title
    self.purpose = purpose
    self.seed = seed
    self.entryStage = entryStage
    self.guides = guides
    self.worksheets = worksheets
    self.perspectives = perspectives
    self.ownerHandle = ownerHandle
    self.ownerName = ownerName
    self.ownerAccount = ownerAccount
    self.dots = dots
    self.cap = cap
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    if board.board != nil {
      throw Refusal(.rule, "This board exists already.", instead: "Open it, or choose another name.")
    }
    try BoardText(title: title, purpose: purpose).check()
    try TextRule.name.check(ownerName)
    try Handle.check(ownerHandle)
    try Round.Kind.dots(budget: dots, cap: cap).check()
    try checkGuides()
  }

  /// Each worksheet and field is known by one key, and each guide asks for what there is.
  private func checkGuides() throws(Refusal) {
    if Set(guides.map(\.stage)).count < guides.count {
      throw Refusal(.badInput, "A stage has two guides;", instead: "give it one.")
    }
    if Set(worksheets.map(\.key)).count < worksheets.count {
      throw Refusal(.badInput, "Two worksheets have the same key;", instead: "give each its own.")
    }
    for sheet in worksheets where Set(sheet.fields.map(\.key)).count < sheet.fields.count {
      throw Refusal(
        .badInput, "Two questions of the worksheet “\(sheet.title)” have the same key;", instead: "give each its own.")
    }
    for guide in guides {
      let sheet = worksheets.first { $0.key == guide.worksheet }
      if guide.worksheet != nil, sheet == nil {
        throw Refusal(
          .badInput, "The guide for \(guide.stage.title) names a worksheet that is not there.",
          instead: "Name one that is, or add it.")
      }
      for key in guide.gate where sheet?.field(key) == nil {
        throw Refusal(
          .badInput, "The gate of \(guide.stage.title) asks for “\(key)”, which its worksheet does not have.",
          instead: "Name one of its questions, or add this one.")
      }
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let owner = PersonID(madeBy: stamp.id)
    board.put(
      Board(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, title: title, purpose: purpose, owner: owner, seed: seed,
        entryStage: entryStage, guides: guides, worksheets: worksheets, perspectives: perspectives,
        createdAt: stamp.at))
    board.put(
      Person(
        id: owner, seq: stamp.seq, handle: ownerHandle, name: ownerName, role: .facilitator, account: ownerAccount,
        joinedAt: stamp.at))
    board.put(
      Round(
        id: RoundID(madeBy: stamp.id), seq: stamp.seq, number: board.takeNumber(NumberSeries.rounds, stamp),
        title: "Dots", kind: .dots(budget: dots, cap: cap), isStanding: true, ballotList: nil, openedAt: stamp.at))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity { Activity("made this board") }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.board, .person(PersonID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self {
    var copy = self
    copy.title = mark
    copy.purpose = ""
    copy.ownerName = mark
    return copy
  }
}
