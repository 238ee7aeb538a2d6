/// Shows everyone what was posted in a private step, all at once. The ideas get their numbers now, in an order that says
/// nothing about who posted them or when.
public struct RevealStep: Operation {
  public static let kind = "step.reveal"
  public static let cannotUndo: Lasting? = Lasting(
    "A reveal cannot be undone: everybody has seen it.", instead: "Hide an idea instead.")

  public var step: StepID
  /// Random: decides the order.
  public var shuffle: Int

  /// The step to reveal.
  public init(step: StepID, shuffle: Int) {
    self.step = step
    self.shuffle = shuffle
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let step = try board.stepToRun(step, "reveal what was posted", context)
    guard step.plan.isPrivate, !step.runs.isEmpty else {
      throw Refusal(
        .rule, "Nothing was written in private in “\(step.plan.title)”, so there is nothing to reveal.",
        instead: "Reveal a step of private writing.")
    }
    if step.revealedAt != nil, board.fetch(.unrevealed(in: step.id)).isEmpty {
      throw Refusal.unchanged("everything posted in “\(step.plan.title)” is shown already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    for idea in order(board.fetch(.unrevealed(in: step))) {
      let number = idea.isWithdrawn ? nil : board.takeNumber(NumberSeries.ideas, stamp)
      board.change(idea.id, stamp) { idea in
        idea.number = number
        idea.isUnrevealed = false
        idea.shownFrom = stamp.seq
        idea.createdAt = stamp.at
      }
      if let parent = idea.buildsOn { board.change(parent, stamp) { $0.builds += 1 } }
    }
    board.change(step) { $0.revealedAt = stamp.at }
  }

  /// The identities are random and so is the number that each is mixed with.
  private func order(_ ideas: [Idea]) -> [Idea] {
    ideas.sorted { (mixed($0.id), $0.id) < (mixed($1.id), $1.id) }
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  private func mixed(_ id: IdeaID) -> UInt64 {
    var mixed = UInt64(bitPattern: id.rawValue) ^ UInt64(bitPattern: Int64(shuffle))
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("showed everyone what was posted in \(board.reference(step))")
  }
}
