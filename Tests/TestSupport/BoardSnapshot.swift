import IdeaPipeline

/// Every row of a board at one moment, to be compared with another.
public struct BoardSnapshot: Equatable {
  /// Rows by table and identity.
  public private(set) var rows: [String: [Int64: AnyHashable]] = [:]

  /// All rows as they are.
  public init(of board: any BoardAccess) {
    for type in EntityCatalogue.all { keep(type, board) }
  }

  private mutating func keep<E: Entity>(_ type: E.Type, _ board: any BoardAccess) { keep(type, board) { $0 } }

  private mutating func keep<E: Entity>(_ type: E.Type, _ board: any BoardAccess, _ simplify: (E) -> E) {
    rows[E.entityName] = Dictionary(uniqueKeysWithValues: board.all(type).map { ($0.id.rawValue, simplify($0)) })
  }

  /// What differs, a line each; empty when the two are equal.
  public func differences(from other: BoardSnapshot) -> [String] {
    Set(rows.keys).union(other.rows.keys).sorted().flatMap { table -> [String] in
      let (ours, theirs) = (rows[table] ?? [:], other.rows[table] ?? [:])
      return Set(ours.keys).union(theirs.keys).sorted().compactMap { id in
        guard ours[id] != theirs[id] else { return nil }
        return "\(table) \(id): \(Self.words(theirs[id])) became \(Self.words(ours[id]))"
      }
    }
  }

  private static func words(_ row: AnyHashable?) -> String { row.map { "\($0.base)" } ?? "nothing" }
}

// MARK: - What people see

extension BoardSnapshot {
  /// Only what people see: bookkeeping (who wrote last, when, which revision) is levelled, earlier texts are left out, and
  /// dots are counted for each person on each family of merged ideas.
  public static func visible(of board: any BoardAccess) -> BoardSnapshot {
    var snapshot = BoardSnapshot(of: board)
    snapshot.keep(Idea.self, board, level)
    snapshot.keep(Comment.self, board, level)
    snapshot.keep(Board.self, board) { Self.with($0) { $0.textFrom = nowhere } }
    snapshot.keep(Person.self, board) { Self.with($0) { $0.textFrom = nowhere } }
    snapshot.keep(Challenge.self, board) { Self.with($0) { $0.textFrom = nowhere } }
    for table in [IdeaRevision.entityName, CommentRevision.entityName, NumberSeries.entityName] {
      snapshot.rows[table] = nil
    }
    snapshot.rows[Entry.entityName] = answers(board)
    let ready = board.all(ReadyMark.self).map { ($0.step.rawValue ^ $0.person.rawValue, AnyHashable("ready")) }
    snapshot.rows[ReadyMark.entityName] = Dictionary(ready) { $1 }
    // Asking is taken back by closing, and an action that was added by dropping it.
    snapshot.rows[HelpRequest.entityName] = snapshot.rows[HelpRequest.entityName]?.filter {
      ($0.value.base as? HelpRequest)?.isOpen != false
    }
    snapshot.rows[Action.entityName] = snapshot.rows[Action.entityName]?.filter {
      ($0.value.base as? Action)?.state != .dropped
    }
    snapshot.rows[Ballot.entityName] = votes(board)
    return snapshot
  }

  /// The same without rows that must differ.
  public func without<E: Entity>(_ id: Identifier<E>) -> BoardSnapshot {
    var copy = self
    copy.rows[E.entityName]?[id.rawValue] = nil
    return copy
  }

  /// The same with a change to each row of a type.
  public func mapping<E: Entity>(_ type: E.Type, _ change: (inout E) -> Void) -> BoardSnapshot {
    var copy = self
    copy.rows[E.entityName] = rows[E.entityName]?.mapValues { row in
      guard let entity = row.base as? E else { return row }
      return AnyHashable(Self.with(entity, change))
    }
    return copy
  }

  private static let nowhere = OperationID(rawValue: 0)
  private static let never = Timestamp(milliseconds: 0)

  private static func with<E>(_ value: E, _ change: (inout E) -> Void) -> E {
    var value = value
    change(&value)
    return value
  }

  private static func level(_ hiding: Hiding?) -> Hiding? {
    hiding.map { Hiding(reason: $0.reason, by: nil, at: never, hiddenIn: nowhere) }
  }

  private static func level(_ idea: Idea) -> Idea {
    with(idea) { idea in
      (idea.textFrom, idea.tagsFrom, idea.linksFrom, idea.revision) = (nowhere, nowhere, nowhere, 1)
      (idea.updatedAt, idea.activity, idea.lastComment, idea.builds) = (never, 0, 0, 0)
      (idea.formerHiding, idea.formerOutcome, idea.formerParent) = (nil, nil, nil)
      // Brought back after a reveal it was not part of, it gets a number and keeps it.
      if idea.isWithdrawn { idea.number = nil }
      idea.hidden = level(idea.hidden)
      idea.outcome = idea.outcome.map {
        Outcome(kind: $0.kind, learning: $0.learning, by: nil, at: never, decidedIn: nowhere)
      }
    }
  }

  private static func level(_ comment: Comment) -> Comment {
    with(comment) { comment in
      (comment.textFrom, comment.revision, comment.updatedAt, comment.formerHiding) = (nowhere, 1, never, nil)
      comment.hidden = level(comment.hidden)
    }
  }

  private struct Question: Hashable { let idea: IdeaID, worksheet: String, field: String }
  private struct Vote: Hashable { let round: RoundID, person: PersonID, idea: IdeaID, position: Ballot.Position? }

  private static func answers(_ board: any BoardAccess) -> [Int64: AnyHashable] {
    let answers = board.all(Entry.self).map {
      (Question(idea: $0.idea, worksheet: $0.worksheet, field: $0.field), $0.answer)
    }
    return [0: Dictionary(uniqueKeysWithValues: answers)]
  }

  private static func votes(_ board: any BoardAccess) -> [Int64: AnyHashable] {
    var votes: [Vote: Int] = [:]
    for ballot in board.all(Ballot.self) where ballot.counts {
      let idea = ballot.position == nil ? FromScratch.root(of: ballot.idea, on: board) : ballot.idea
      let vote = Vote(round: ballot.round, person: ballot.person, idea: idea, position: ballot.position)
      let cap = board.get(ballot.round)?.cap ?? 1
      votes[vote] = min(cap, votes[vote, default: 0] + 1)
    }
    return [0: votes]
  }
}
