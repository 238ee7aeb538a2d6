/// Gives an idea another set of tags.
public struct TagIdea: Operation {
  public static let kind = "idea.tag"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID
  /// The tags as the person saw them.
  public var old: [String]
  public var new: [String]

  /// The tags before and after.
  public init(idea: IdeaID, old: [String], new: [String]) {
    self.idea = idea
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaToWrite(idea, for: "tag")
    try context.require(.edit(isOwn: context.wrote(idea)), "tag \(idea.reference)")
    try IdeaRules.check(tags: new)
    if new == idea.tags { throw .unchanged("\(idea.reference) has these tags already") }
    if old != idea.tags { throw .overtaken("The tags of \(idea.reference) were changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.tags = new
      idea.tagsFrom = stamp.id
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(idea)?.tags, now != old else { return nil }
    return TagIdea(idea: idea, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed the tags of \(board.reference(idea))", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.tags(idea)] }
  public func redacted(_ mark: String) -> Self { TagIdea(idea: idea, old: [], new: []) }
  public func oldTextRedacted(_ mark: String) -> Self { TagIdea(idea: idea, old: [], new: new) }
}
