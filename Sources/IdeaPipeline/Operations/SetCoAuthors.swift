/// Says who wrote an idea together with its author.
public struct SetCoAuthors: Operation {
  public static let kind = "idea.set-co-authors"
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID
  /// The co-authors as the person saw them.
  public var old: [PersonID]
  public var new: [PersonID]

  /// The co-authors before and after.
  public init(idea: IdeaID, old: [PersonID], new: [PersonID]) {
    self.idea = idea
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaToWrite(idea, for: "credit others for")
    if idea.naming == .sealed {
      throw Refusal(
        .rule, "No name is kept with \(idea.reference), so it can credit nobody.",
        instead: "Build on it under your name.")
    }
    try context.require(.edit(isOwn: context.wrote(idea)), "change the co-authors of \(idea.reference)")
    try board.check(coAuthors: new, author: idea.author)
    if new == idea.coAuthors { throw .unchanged("\(idea.reference) has these co-authors already") }
    if old != idea.coAuthors { throw .overtaken("The co-authors of \(idea.reference) were changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { $0.coAuthors = new }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(idea)?.coAuthors, now != old else { return nil }
    return SetCoAuthors(idea: idea, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed the co-authors of \(board.reference(idea))", idea: idea)
  }
}
