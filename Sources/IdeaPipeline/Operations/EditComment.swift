/// Changes the text of a comment. The text it replaces is kept.
public struct EditComment: Operation {
  public static let kind = "comment.edit"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .edit }

  public var comment: CommentID
  /// The revision the new text started from.
  public var revision: Int
  public var text: String

  /// An edit as given.
  public init(comment: CommentID, revision: Int, text: String) {
    self.comment = comment
    self.revision = revision
    self.text = text
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let comment = try board.existing(comment)
    try context.require(.edit(isOwn: context.wrote(comment)), "edit that comment")
    if !comment.isVisible {
      throw Refusal(.rule, "You cannot edit that comment: it was taken away.", remedy: .restore)
    }
    try TextRule.comment.check(text)
    if text == comment.text { throw .unchanged("the comment reads like this already") }
    if revision != comment.revision { throw stale(comment, on: board) }
  }

  private func stale(_ comment: Comment, on board: some BoardAccess) -> Refusal {
    let base = board.fetch(.of(comment.id)).first { (earlier: CommentRevision) in earlier.number == revision }
    return Refusal(
      .stale(TextClash(revision: comment.revision, title: "", body: comment.text, base: base?.text)),
      "That comment was changed while you were writing.", instead: "Both texts are safe: compare them.",
      remedy: .compareTexts)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard let old = board.get(comment) else { return }
    board.put(
      CommentRevision(
        id: Identifier(madeBy: stamp.id), seq: stamp.seq, comment: comment, number: old.revision, text: old.text,
        textFrom: old.textFrom, replacedAt: stamp.at))
    board.change(comment, stamp) { comment in
      comment.text = text
      comment.mentions = board.mentioned(in: text)
      comment.revision += 1
      comment.textFrom = stamp.id
    }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    let replaced: CommentRevision? = board.get(Identifier(madeBy: stamp.id))
    guard let replaced, let now = board.get(comment), now.text != replaced.text else { return nil }
    return EditComment(comment: comment, revision: replaced.number + 1, text: replaced.text)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    board.activity("edited a comment on", comment)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.comment(comment)] }

  public func redacted(_ mark: String) -> Self {
    EditComment(comment: comment, revision: revision, text: mark)
  }
}
