import IdeaPipeline

/// One sequence of random operations on a fresh board, with every property looked at on the way.
public struct RandomRun {
  /// How often each kind was carried out and refused.
  public struct Count: Sendable {
    public var done: [String: Int] = [:]
    public var refused: [String: Int] = [:]
    /// How many changes were taken back some time after they were made.
    public var undone = 0
    public init() {}
  }

  private var invent: RandomOperations
  private let builder: BoardBuilder
  private var count: Count

  /// Runs `length` attempts from the seed and adds to `count`. Throws a `PropertyFailure` that names the seed.
  public static func run(
    seed: UInt64, length: Int, on board: any BoardAccess, counting count: inout Count
  ) throws {
    do {
      var creation = CreateBoard.sample
      creation.entryStage = Stage.allCases[Int(seed % 5)]
      var run = RandomRun(
        invent: RandomOperations(seed: seed), builder: try BoardBuilder.created(creation, on: board, seed: seed),
        count: count)
      try run.attempt(length)
      count = run.count
    } catch let failure as PropertyFailure {
      throw PropertyFailure("seed \(seed): \(failure)")
    }
  }

  private mutating func attempt(_ length: Int) throws {
    for step in 1...length {
      try attemptOne()
      if step % 10 == 0 { try BoardProperties.talliesHold(builder.board) }
    }
    if invent.random.chance(40) { try redact() }
    try BoardProperties.talliesHold(builder.board)
    try BoardProperties.nothingIsUnreachable(builder)
    try BoardProperties.replayGivesTheSameTables(builder)
  }

  private mutating func attemptOne() throws {
    if invent.random.chance(5) { try undoLater() }
    let (operation, person) = invent.next(on: builder.board)
    let looksClosely = invent.random.chance(40)
    let before = looksClosely ? BoardSnapshot(of: builder.board) : nil
    let seen = looksClosely ? BoardSnapshot.visible(of: builder.board) : nil
    let kind = type(of: operation).kind
    do {
      let stamp = try carryOut(operation, by: person)
      count.done[kind, default: 0] += 1
      guard let before, let seen else { return }
      do {
        try undo(operation, stamp, person, before, seen)
      } catch let refusal as Refusal {
        throw PropertyFailure("undoing \(kind) is refused: \(refusal.sentence)")
      }
    } catch let refusal as Refusal {
      count.refused[kind, default: 0] += 1
      try BoardProperties.require(refusal.sentence.hasSuffix("."), "“\(refusal.sentence)” is no sentence")
      if let before {
        try BoardProperties.requireSame(BoardSnapshot(of: builder.board), as: before, "\(kind) refused, yet")
      }
    }
  }

  private mutating func carryOut(_ operation: any IdeaPipeline.Operation, by person: PersonID) throws(Refusal) -> Stamp
  {
    if operation is JoinBoard, invent.random.chance(70) {
      let id = builder.nextID()
      return try builder.carryOut(Submission(id: id, operation, by: .person(PersonID(madeBy: id))))
    }
    if invent.goesWithoutName(operation, on: builder.board) {
      return try builder.runSealed(operation, asker: person)
    }
    return try builder.run(operation, by: person)
  }

  /// Somebody takes their last change back, after whatever others did meanwhile.
  private mutating func undoLater() throws {
    let person = invent.anybody(on: builder.board)
    do {
      try builder.undo(by: person)
      count.undone += 1
    } catch {
      try BoardProperties.require(error.sentence.hasSuffix("."), "“\(error.sentence)” is no sentence")
    }
  }

  /// Undoes what was just done, and compares with what was before.
  private mutating func undo(
    _ operation: any IdeaPipeline.Operation, _ stamp: Stamp, _ person: PersonID, _ before: BoardSnapshot,
    _ seen: BoardSnapshot
  ) throws {
    let kind = type(of: operation).kind
    guard stamp.actor != .sealed, type(of: operation).cannotUndo == nil else { return }
    // Taking a position back that was never taken leaves nothing to undo.
    if let cast = operation as? CastPosition, cast.position == nil { return }
    // Whoever gives a request back to the queue claims it again.
    if let claim = operation as? ClaimHelp, !claim.isClaimed { return }
    do {
      try builder.undo(by: person)
    } catch {
      if mayStay(operation, by: person, error) { return }
      throw error
    }
    var after = BoardSnapshot.visible(of: builder.board)
    switch operation {
    case is PostIdea: after = after.without(IdeaID(madeBy: stamp.id))
    case is PostComment: after = after.without(CommentID(madeBy: stamp.id))
    default: break
    }
    try BoardProperties.requireSame(after, as: seen, "\(kind) undone differs")
    if operation is MergeIdea {
      try BoardProperties.requireSame(
        BoardSnapshot(of: builder.board).withoutTimes(), as: before.withoutTimes(), "unmerged differs")
    }
  }

  /// Whether what was just done has no way back. An undo is checked like anything else, so these and no others are refused
  /// at once after the change itself.
  private func mayStay(_ operation: any IdeaPipeline.Operation, by person: PersonID, _ refusal: Refusal) -> Bool {
    let board = builder.board
    switch operation {
    // Who gives a right away cannot take it back: a facilitator steps down, a co-author leaves.
    case let change as SetRole:
      return refusal.reason == .notPermitted && change.person == person && change.new < change.old
    case let change as SetCoAuthors:
      return refusal.reason == .notPermitted && change.old.contains(person) && !change.new.contains(person)
    // The challenge it came from has closed since and takes no ideas.
    case let reassign as ReassignIdea:
      return refusal.reason == .rule && reassign.old.flatMap { board.get($0) }?.isOpen == false
    // Parent or child has left play since the merge, or ended, so that they could not be merged anew.
    case let unmerge as UnmergeIdea:
      let child = board.get(unmerge.idea)
      let parent = child?.formerParent.flatMap { board.get($0) }
      let isApart = child?.state != .active || child?.outcome != nil
      return refusal.reason == .rule && (isApart || parent?.state != .active || parent?.mergeAtClose != nil)
    default: return false
    }
  }

  /// Redacts what a few operations wrote, and looks for the words everywhere.
  private mutating func redact() throws {
    let texts = builder.log.filter(RedactedWords.holdsText)
    let chosen = (0..<3).compactMap { _ in texts.randomElement(using: &invent.random) }
    if chosen.isEmpty { return }
    let before = builder.log
    let redact = try builder.redact(chosen.map(\.stamp.id))
    let words = try RedactedWords.gone(chosen, redact, before)
    let log = try builder.log.map(RedactedWords.json)
    let tables = "\(BoardSnapshot(of: builder.board).rows)"
    for word in words {
      let lines = log.filter { $0.contains(word) }
      try BoardProperties.require(lines.isEmpty, "“\(word)” is still in the log: \(lines)")
      try BoardProperties.require(!tables.contains(word), "“\(word)” is still in the tables")
    }
  }
}

extension BoardSnapshot {
  /// The same without when an idea was last touched.
  fileprivate func withoutTimes() -> BoardSnapshot {
    mapping(Idea.self) { idea in
      idea.updatedAt = Timestamp(milliseconds: 0)
      idea.activity = 0
      idea.formerParent = nil
    }
  }
}
