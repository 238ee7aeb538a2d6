/// Opens a challenge for new ideas, or closes it.
public struct SetChallengeOpen: Operation {
  public static let kind = "challenge.set-open"

  public var challenge: ChallengeID
  public var isOpen: Bool

  /// The challenge, and whether it takes new ideas.
  public init(challenge: ChallengeID, isOpen: Bool) {
    self.challenge = challenge
    self.isOpen = isOpen
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "\(verb) a challenge")
    let challenge = try board.existing(challenge)
    if challenge.isOpen == isOpen {
      throw .unchanged("challenge \(challenge.number) is \(isOpen ? "open" : "closed") already")
    }
  }

  private var verb: String { isOpen ? "open" : "close" }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var challenge = board.get(challenge) else { return }
    challenge.isOpen = isOpen
    board.put(challenge)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(challenge)?.isOpen == isOpen ? SetChallengeOpen(challenge: challenge, isOpen: !isOpen) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("\(isOpen ? "opened" : "closed") \(board.reference(challenge))")
  }
}
