/// Makes an idea answer another challenge, or none.
public struct ReassignIdea: Operation {
  public static let kind = "idea.reassign"
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID
  /// The challenge as the person saw it.
  public var old: ChallengeID?
  public var new: ChallengeID?

  /// The challenge before and after.
  public init(idea: IdeaID, old: ChallengeID?, new: ChallengeID?) {
    self.idea = idea
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaToWrite(idea, for: "reassign")
    try context.require(.edit(isOwn: context.wrote(idea)), "reassign \(idea.reference)")
    if new == idea.challenge { throw .unchanged("\(idea.reference) answers \(board.reference(new)) already") }
    if old != idea.challenge { throw .overtaken("\(idea.reference) was moved to another challenge") }
    try board.checkTakesIdeas(new)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { $0.challenge = new }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(idea), now.challenge != old else { return nil }
    return ReassignIdea(idea: idea, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("made \(board.reference(idea)) answer \(board.reference(new))", idea: idea)
  }
}
