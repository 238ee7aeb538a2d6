/// Changes the title and body of an idea. The text it replaces is kept.
public struct EditIdea: Operation {
  public static let kind = "idea.edit"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var idea: IdeaID
  /// The revision the new text started from.
  public var revision: Int
  public var title: String
  public var body: String

  /// An edit as given.
  public init(idea: IdeaID, revision: Int, title: String, body: String) {
    self.idea = idea
    self.revision = revision
    self.title = title
    self.body = body
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaToWrite(idea, for: "edit")
    try context.require(.edit(isOwn: context.wrote(idea)), "edit \(idea.reference)")
    try TextRule.title.check(title)
    try TextRule.body.check(body, mayBeEmpty: true)
    if title == idea.title, body == idea.body {
      throw .unchanged("\(idea.reference) reads like this already")
    }
    if revision != idea.revision { throw stale(idea, on: board) }
  }

  private func stale(_ idea: Idea, on board: some BoardAccess) -> Refusal {
    let base = board.fetch(.of(idea.id)).first { (earlier: IdeaRevision) in earlier.number == revision }
    let clash = TextClash(
      revision: idea.revision, title: idea.title, body: idea.body, base: base.map { "\($0.title)\n\($0.body)" })
    return Refusal(
      .stale(clash), "\(idea.reference) was changed while you were writing.",
      instead: "Both texts are safe: compare them.",
      remedy: .compareTexts)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let old = board.get(idea) else { return }
    board.put(
      IdeaRevision(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, idea: idea, number: old.revision, title: old.title,
        body: old.body, textFrom: old.textFrom, replacedAt: stamp.at))
    board.change(idea, stamp) { idea in
      idea.title = title
      idea.body = body
      idea.revision += 1
      idea.textFrom = stamp.id
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    let replaced: IdeaRevision? = board.get(Identifier(madeBy: stamp.id))
    guard let replaced, let now = board.get(idea), (now.title, now.body) != (replaced.title, replaced.body) else {
      return nil
    }
    return EditIdea(idea: idea, revision: replaced.number + 1, title: replaced.title, body: replaced.body)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("edited \(board.reference(idea))", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.ideaText(idea)] }

  public func redacted(_ mark: String) -> Self {
    EditIdea(idea: idea, revision: revision, title: mark, body: "")
  }
}
