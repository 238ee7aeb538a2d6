/// Says something about an idea, or replies to what somebody said.
public struct PostComment: Operation {
  public static let kind = "comment.post"
  public static let mayBeSealed = true
  public var stepDeed: StepDeed? { .comment }

  public var idea: IdeaID
  public var comment: Comment.Kind
  public var text: String
  /// The comment it answers. An answer to a reply joins the same conversation.
  public var replyTo: CommentID?
  /// What the composer promised about the name; nil for what the step says when it is stored.
  public var naming: Naming?
  /// The step in which the composer was opened.
  public var step: StepID?

  /// A comment as given.
  public init(
    idea: IdeaID, comment: Comment.Kind = .comment, text: String, replyTo: CommentID? = nil, naming: Naming? = nil,
    step: StepID? = nil
  ) {
    self.idea = idea
    self.comment = comment
    self.text = text
    self.replyTo = replyTo
    self.naming = naming
    self.step = step
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "comment")
    let idea = try board.ideaInPlay(idea, for: "comment on")
    try TextRule.comment.check(text)
    try StepRules.checkNaming(naming, in: step, context, on: board)
    if comment == .coachNote, context.role < .coach {
      throw Refusal(.notPermitted, "A coach’s note is for coaches and facilitators.", instead: "Say it as a comment.")
    }
    guard let replyTo else { return }
    let answered = try board.existing(replyTo)
    guard Tallies.root(of: answered.idea, on: board) == idea.id else {
      throw Refusal(
        .notFound, "That comment is not about \(idea.reference).",
        instead: "Reply where it was said, or say it as a comment of its own.")
    }
    if !answered.isVisible {
      throw Refusal(
        .rule, "You cannot reply to that comment: it was taken away.", instead: "Say it as a comment of its own.")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    // A reply stays with what it answers, also where that was said about an idea merged into this one.
    let answered = replyTo.flatMap { board.get($0) }
    guard var idea = board.get(answered?.idea ?? idea) else { return }
    idea.lastComment += 1
    idea.comments += 1
    idea.touch(stamp)
    board.put(idea)
    var posted = Comment(
      id: CommentID(madeBy: stamp.id), seq: stamp.seq, idea: idea.id, number: idea.lastComment, kind: comment,
      text: text, author: stamp.actor.person, replyTo: answered.map { $0.replyTo ?? $0.id },
      mentions: board.mentioned(in: text), createdAt: stamp.at)
    posted.naming = StepRules.naming(naming, stamp, on: board)
    board.put(posted)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let posted = board.get(CommentID(madeBy: stamp.id)), !posted.isWithdrawn else { return nil }
    return WithdrawComment(comment: posted.id)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let idea = board.get(CommentID(madeBy: stamp.id))?.idea ?? idea
    return Activity("\(verb) \(board.reference(idea))", idea: idea)
  }

  private var verb: String {
    switch comment {
    case _ where replyTo != nil: "replied on"
    case .comment: "commented on"
    case .question: "asked about"
    case .evidence: "gave evidence on"
    case .coachNote: "left a coach’s note on"
    }
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.comment(CommentID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self {
    PostComment(idea: idea, comment: comment, text: mark, replyTo: replyTo, naming: naming, step: step)
  }
}
