import IdeaPipeline

/// Lends a board where nothing happened yet, for the time of the closure.
public typealias EmptyBoard = (_ body: (any BoardAccess) throws -> Void) throws -> Void

/// What every implementation of `BoardAccess` has to do. Each check throws a `PropertyFailure` that says what is wrong.
public enum BoardAccessContract {
  /// The whole contract.
  public static func verify(_ emptyBoard: EmptyBoard) throws {
    for (_, check) in all { try check(emptyBoard) }
  }

  /// The checks by name, for a test that runs each by itself.
  public static let all: [(name: String, check: @Sendable (EmptyBoard) throws -> Void)] = [
    ("a new board is empty", aNewBoardIsEmpty),
    ("it keeps what it is given", keepsWhatItIsGiven),
    ("put replaces and remove removes, also in the look-ups", replacesAndRemoves),
    ("every look-up finds what a look at all would", findsByEveryIndex),
    ("rows come in the order of their sequence numbers", ordersBySequence),
    ("a day on it leaves the same tables as in memory", aDayLeavesTheSameTables),
  ]

  /// Random days from seeds that follow on `seed`, with every property looked at.
  public static func verifyProperties(seed: UInt64, runs: Int, length: Int, _ emptyBoard: EmptyBoard) throws {
    var count = RandomRun.Count()
    for run in 0..<UInt64(runs) {
      try emptyBoard { try RandomRun.run(seed: seed + run, length: length, on: $0, counting: &count) }
    }
  }

  @Sendable private static func aNewBoardIsEmpty(_ emptyBoard: EmptyBoard) throws {
    try emptyBoard { board in
      let rows = BoardSnapshot(of: board).rows.filter { !$0.value.isEmpty }
      try BoardProperties.require(rows.isEmpty, "there are \(rows)")
      try BoardProperties.require(board.board == nil, "there is a board row")
    }
  }

  @Sendable private static func keepsWhatItIsGiven(_ emptyBoard: EmptyBoard) throws {
    let source = try busyBoard()
    try emptyBoard { board in
      for type in EntityCatalogue.all { copy(type, from: source, to: board) }
      try BoardProperties.requireSame(BoardSnapshot(of: board), as: BoardSnapshot(of: source), "the copy differs")
      for type in EntityCatalogue.all { try requireEachByIdentity(type, board) }
    }
  }

  @Sendable private static func replacesAndRemoves(_ emptyBoard: EmptyBoard) throws {
    try emptyBoard { board in
      let builder = try BoardBuilder.created(on: board)
      let id = try builder.person("jo")
      guard var jo = board.get(id) else { throw PropertyFailure("@jo is not there") }
      jo.handle = "joan"
      board.put(jo)
      try BoardProperties.require(board.first(.handle("jo")) == nil, "the old handle still finds")
      try BoardProperties.require(board.first(.handle("joan")) == jo, "the new handle does not find")
      try BoardProperties.require(board.all(Person.self).count == 2, "replacing added a row")
      board.remove(id)
      board.remove(id)
      try BoardProperties.require(board.get(id) == nil, "removed, yet there")
      try BoardProperties.require(board.first(.handle("joan")) == nil, "removed, yet found")
      board.put(jo)
      try BoardProperties.require(board.get(id) == jo, "put back, yet not there")
    }
  }

  @Sendable private static func findsByEveryIndex(_ emptyBoard: EmptyBoard) throws {
    let source = try busyBoard()
    try emptyBoard { board in
      for type in EntityCatalogue.all {
        copy(type, from: source, to: board)
        try requireEveryIndex(type, board)
      }
    }
  }

  @Sendable private static func ordersBySequence(_ emptyBoard: EmptyBoard) throws {
    try emptyBoard { board in
      let builder = try BoardBuilder.created(on: board)
      let owner = builder.owner
      for seq in [9, 4, 7, 5, 8] {
        let id = IdeaID(rawValue: Int64(seq) * 7_919 % 31)
        board.put(
          Idea(
            id: id, seq: seq, number: seq, title: "\(seq)", stage: .define, author: owner,
            createdAt: Timestamp(milliseconds: 0)))
      }
      try BoardProperties.require(board.all(Idea.self).map(\.seq) == [4, 5, 7, 8, 9], "all comes out of order")
      try BoardProperties.require(
        board.fetch(.posted(by: owner)).map(\.seq) == [4, 5, 7, 8, 9], "a look-up comes out of order")
    }
  }

  @Sendable private static func aDayLeavesTheSameTables(_ emptyBoard: EmptyBoard) throws {
    try emptyBoard { board in
      let builder = try busyDay(on: board)
      let inMemory = try busyDay(on: MemoryBoard())
      try BoardProperties.requireSame(
        BoardSnapshot(of: board), as: BoardSnapshot(of: inMemory.board), "not as in memory")
      try BoardProperties.replayGivesTheSameTables(builder)
      try BoardProperties.talliesHold(board)
      try BoardProperties.nothingIsUnreachable(builder)
    }
  }
}

// MARK: - Material

extension BoardAccessContract {
  /// A board with rows of every type.
  private static func busyBoard() throws -> any BoardAccess {
    let board = try busyDay(on: MemoryBoard()).board
    for type in EntityCatalogue.all { try requireSome(type, board) }
    return board
  }

  private static func requireSome<E: Entity>(_ type: E.Type, _ board: any BoardAccess) throws {
    try BoardProperties.require(!board.all(type).isEmpty, "the busy day leaves no \(E.entityName)")
  }

  private static func busySession(_ builder: BoardBuilder, team: TeamID, jo: PersonID, sam: PersonID) throws {
    let plans = [StepPlan(title: "Work", minutes: 20), StepPlan(title: "Write", minutes: 9, kind: .privateWriting)]
    let session = SessionID(madeBy: try builder.run(AddSession(title: "Day one", steps: plans)).id)
    try builder.run(OpenSession(session: session))
    for step in builder.board.agenda(of: session) {
      try builder.run(StartStep(step: step.id, moment: builder.moment))
      try builder.run(MarkReady(step: step.id), by: jo)
    }
    _ = try builder.idea("Alone", by: jo)
    try builder.run(RaiseHand(session: session), by: sam)
    let help = HelpID(madeBy: try builder.run(AskForHelp(topic: "Data", moment: builder.moment), by: jo).id)
    try builder.run(ClaimHelp(request: help, moment: builder.moment), by: sam)
    try builder.run(AddAction(text: "Ring", owner: jo, team: team, due: "2026-12-01"), by: sam)
    try builder.run(SetSeats(team: team, seats: 1))
    try builder.run(JoinTeam(team: team), by: sam)
  }

  /// A day that leaves rows of every type.
  private static func busyDay(on board: any BoardAccess) throws -> BoardBuilder {
    let builder = try BoardBuilder.created(on: board, seed: 7)
    let team = try builder.team("Oldham")
    let jo = try builder.person("jo", team: team)
    let sam = try builder.person("sam", .coach)
    try builder.run(AddPerson(handle: "lee", profile: PersonProfile(name: "Lee"), role: .observer, account: "lee"))
    let challenge = try builder.challenge("How might we?", team: team)
    let desk = try builder.idea("Shared desk", body: "One desk.", by: jo)
    try builder.run(
      PostIdea(title: "By video", tags: ["video"], challenge: challenge, coAuthors: [sam], buildsOn: desk), by: jo)
    let rota = try builder.idea("Night rota", by: sam)
    try builder.dots(3, on: desk, by: jo)
    try builder.dots(2, on: rota, by: jo)
    try builder.run(MergeIdea(idea: rota, into: desk), by: sam)
    try builder.run(EditIdea(idea: desk, revision: 1, title: "Shared triage desk", body: "One."), by: jo)
    let comment = try builder.comment("Who pays, @sam?", on: desk, by: sam)
    try builder.run(PostComment(idea: desk, text: "We do", replyTo: comment), by: jo)
    try builder.run(EditComment(comment: comment, revision: 1, text: "Who pays at weekends?"), by: sam)
    try builder.run(AnswerField(idea: desk, worksheet: "need", field: "who", old: nil, answer: .text("Carers")), by: jo)
    try builder.advance(desk, to: .test)
    try builder.run(DecideOutcome(idea: desk, outcome: .adopted, learning: "It helps."), by: sam)
    let poll = try builder.openConsensus()
    try builder.run(CastPosition(round: poll, idea: desk, position: .agree), by: jo)
    try builder.run(CastPosition(round: poll, idea: desk, position: .pass), by: jo)
    let night = try builder.idea("Night van", by: jo)
    try builder.run(HideIdea(idea: night, reason: "A name in it"), by: sam)
    try builder.run(CloseRound(round: poll))
    try busySession(builder, team: team, jo: jo, sam: sam)
    return builder
  }

  private static func copy<E: Entity>(_ type: E.Type, from source: any BoardAccess, to board: any BoardAccess) {
    for entity in source.all(type) { board.put(entity) }
  }

  private static func requireEachByIdentity<E: Entity>(_ type: E.Type, _ board: any BoardAccess) throws {
    for entity in board.all(type) {
      try BoardProperties.require(board.get(entity.id) == entity, "\(E.entityName) \(entity.id) is not got")
    }
  }

  private static func requireEveryIndex<E: Entity>(_ type: E.Type, _ board: any BoardAccess) throws {
    let rows = board.all(type)
    for index in E.indexes {
      let keys = Set(rows.compactMap(index.key))
      for key in keys {
        let found = board.fetch(Lookup<E>(index.columns, key))
        let what = "\(E.entityName) by \(index.columns) = \(key)"
        try BoardProperties.require(found == rows.filter { index.key($0) == key }, "\(what) finds \(found)")
        try BoardProperties.require(!index.isUnique || found.count == 1, "\(what) is not unique")
      }
      let nobody = index.columns.map { _ in IndexValue.number(987_654_321) }
      try BoardProperties.require(board.fetch(Lookup<E>(index.columns, nobody)).isEmpty, "nothing finds something")
    }
  }
}
