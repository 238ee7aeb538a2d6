/// Gives an idea another set of links to evidence.
public struct LinkEvidence: Operation {
  public static let kind = "idea.link"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID
  /// The links as the person saw them.
  public var old: [EvidenceLink]
  public var new: [EvidenceLink]

  /// The links before and after.
  public init(idea: IdeaID, old: [EvidenceLink], new: [EvidenceLink]) {
    self.idea = idea
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaToWrite(idea, for: "link evidence to")
    try context.require(.edit(isOwn: context.wrote(idea)), "change the links of \(idea.reference)")
    try IdeaRules.check(links: new)
    if new == idea.links { throw .unchanged("\(idea.reference) has these links already") }
    if old != idea.links { throw .overtaken("The links of \(idea.reference) were changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.change(idea, stamp) { idea in
      idea.links = new
      idea.linksFrom = stamp.id
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(idea)?.links, now != old else { return nil }
    return LinkEvidence(idea: idea, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed the links of \(board.reference(idea))", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.links(idea)] }
  public func redacted(_ mark: String) -> Self { LinkEvidence(idea: idea, old: [], new: []) }
  public func oldTextRedacted(_ mark: String) -> Self { LinkEvidence(idea: idea, old: [], new: new) }
}
