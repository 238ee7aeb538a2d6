/// Changes what a challenge asks, and who and where it belongs to.
public struct EditChallenge: Operation {
  public static let kind = "challenge.edit"

  public var challenge: ChallengeID
  /// The text as the facilitator saw it.
  public var old: ChallengeText
  public var new: ChallengeText

  /// The text before and after.
  public init(challenge: ChallengeID, old: ChallengeText, new: ChallengeText) {
    self.challenge = challenge
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change a challenge")
    let challenge = try board.existing(challenge)
    try new.check(on: board)
    if new == challenge.text { throw .unchanged("challenge \(challenge.number) reads like this already") }
    if old != challenge.text { throw .overtaken("Challenge \(challenge.number) was changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var changed = board.get(challenge) else { return }
    changed.text = new
    changed.textFrom = stamp.id
    board.put(changed)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(challenge)?.text, now != old else { return nil }
    return EditChallenge(challenge: challenge, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed \(board.reference(challenge))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.challenge(challenge)] }

  public func redacted(_ mark: String) -> Self {
    EditChallenge(challenge: challenge, old: old.redacted(mark), new: new.redacted(mark))
  }

  public func oldTextRedacted(_ mark: String) -> Self {
    EditChallenge(challenge: challenge, old: old.redacted(mark), new: new)
  }
}
