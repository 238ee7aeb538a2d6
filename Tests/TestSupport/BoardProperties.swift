import IdeaPipeline

/// Something that must always hold and did not.
public struct PropertyFailure: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// What holds on every board at every moment, whatever people did. Each throws a `PropertyFailure`.
public enum BoardProperties {
  public static func require(_ condition: Bool, _ otherwise: @autoclosure () -> String) throws {
    if !condition { throw PropertyFailure(otherwise()) }
  }

  /// Both are the same, row by row.
  public static func requireSame(_ one: BoardSnapshot, as other: BoardSnapshot, _ what: String) throws {
    guard one != other else { return }
    throw PropertyFailure("\(what):\n" + one.differences(from: other).joined(separator: "\n"))
  }

  /// Replaying the log gives the same tables; through JSON, as the log is stored.
  public static func replayGivesTheSameTables(_ builder: BoardBuilder) throws {
    let replayed = MemoryBoard()
    for logged in builder.log {
      let json = try OperationCatalogue.json(operation(in: logged))
      let payload = OperationCatalogue.payload(kind: logged.payload.kind, json: json)
      try require(payload == logged.payload, "\(logged.payload.kind) reads back as something else from \(json)")
      let line = LoggedOperation(stamp: logged.stamp, payload: payload, undoes: logged.undoes, deed: logged.deed)
      OperationRules.replay(line, on: replayed)
    }
    try requireSame(BoardSnapshot(of: replayed), as: BoardSnapshot(of: builder.board), "replay differs")
  }

  private static func operation(in logged: LoggedOperation) throws -> any IdeaPipeline.Operation {
    guard case .known(let operation) = logged.payload else {
      throw PropertyFailure("\(logged.payload.kind) is not known")
    }
    return operation
  }

  /// Nobody spends more than the budget or shows more than the cap, and each tally is what its ballots come to.
  public static func talliesHold(_ board: any BoardAccess) throws {
    for round in board.all(Round.self) {
      guard case .dots(let budget, let cap) = round.kind else { continue }
      let counting = board.all(Ballot.self).filter { $0.round == round.id && $0.counts }
      for (person, own) in Dictionary(grouping: counting, by: \.person) {
        try require(own.count <= budget, "\(person) spent \(own.count) of \(budget) in round \(round.number)")
        let families = Dictionary(grouping: own) { FromScratch.root(of: $0.idea, on: board) }
        for (idea, dots) in families where round.isOpen {
          try require(dots.count <= cap, "\(person) has \(dots.count) on \(idea), cap \(cap)")
        }
      }
    }
    let kept = Set(board.all(Tally.self))
    let counted = Set(FromScratch.tallies(on: board))
    try require(kept == counted, "tallies are \(kept), ballots come to \(counted)")
  }

  /// Everything that was posted is found: by number, below its parent, or as withdrawn or hidden; and so is every text.
  public static func nothingIsUnreachable(_ builder: BoardBuilder) throws {
    let board = builder.board
    for logged in builder.log {
      switch try operation(in: logged) {
      case is PostIdea: try ideaIsReachable(IdeaID(madeBy: logged.stamp.id), on: board)
      case is PostComment: try commentIsReachable(CommentID(madeBy: logged.stamp.id), on: board)
      default: break
      }
    }
  }

  private static func ideaIsReachable(_ id: IdeaID, on board: any BoardAccess) throws {
    guard let idea = board.get(id) else { throw PropertyFailure("idea \(id) is gone") }
    guard let number = idea.number else {
      return try require(
        idea.isUnrevealed || idea.isWithdrawn || idea.hidden != nil, "idea \(id) is shown without a number")
    }
    try require(board.fetch(.number(number)) == [idea], "\(number) does not find its idea")
    let asFlagged: IdeaState =
      idea.hidden != nil ? .hidden : idea.isWithdrawn ? .withdrawn : idea.mergedInto != nil ? .merged : .active
    try require(idea.state == asFlagged, "idea \(number) is \(idea.state) and should be \(asFlagged)")
    if let parent = idea.mergedInto {
      try require(board.fetch(.merged(into: parent)).contains(idea), "idea \(number) is not below its parent")
      // Ends only where there is no circle.
      _ = FromScratch.root(of: id, on: board)
    }
    let earlier: [IdeaRevision] = board.fetch(.of(id))
    let texts = Set(earlier.map(\.textFrom)).union([idea.textFrom])
    try require(texts.contains(OperationID(rawValue: id.rawValue)), "the text of idea \(number) as posted is gone")
    let comments = board.fetch(.on(id))
    try require(idea.comments == comments.count { $0.isVisible }, "idea \(number) miscounts its comments")
    try require(idea.lastComment == comments.count, "idea \(number) lost a comment")
    let builds = board.fetch(.builds(on: id)).filter { !$0.isUnrevealed }
    try require(idea.builds == builds.count, "idea \(number) miscounts its builds")
  }

  private static func commentIsReachable(_ id: CommentID, on board: any BoardAccess) throws {
    guard let comment = board.get(id) else { throw PropertyFailure("comment \(id) is gone") }
    try require(board.fetch(.on(comment.idea)).contains(comment), "comment \(id) is not on its idea")
    if let answered = comment.replyTo {
      try require(board.get(answered)?.replyTo == nil, "comment \(id) answers a reply")
      try require(board.get(answered)?.idea == comment.idea, "comment \(id) answers one on another idea")
    }
    let earlier: [CommentRevision] = board.fetch(.of(id))
    let texts = Set(earlier.map(\.textFrom)).union([comment.textFrom])
    try require(texts.contains(OperationID(rawValue: id.rawValue)), "the text of comment \(id) as posted is gone")
  }
}
