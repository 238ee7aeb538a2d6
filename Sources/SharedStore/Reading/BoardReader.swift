import Foundation
import GRDB
import IdeaPipeline

/// One reading of the board for one viewer: a snapshot, as long as a transaction of the reading connection.
struct BoardReader {
  let db: Database
  let board: SQLiteBoard
  let log: OperationLog
  let sight: Sight
  let tables: EntityTables
  /// The handles of those who are at the board and were active within two minutes.
  var handlesHere: () -> Set<String> = { [] }

  init(_ db: Database, _ tables: EntityTables, viewer: Viewer) {
    self.db = db
    self.tables = tables
    board = SQLiteBoard(db, tables)
    log = OperationLog(db: db)
    sight = Sight(viewer, board)
  }

  /// The round that lists show: the open one, else the one closed last.
  func shownRound() throws -> Round? {
    if let open = board.first(.open) { return open }
    return try Int64.fetchOne(db.cachedStatement(sql: Self.lastClosedSQL)).flatMap { board.get(RoundID(rawValue: $0)) }
  }

  static let lastClosedSQL = "SELECT id FROM round WHERE isOpen = 0 ORDER BY seq DESC, id DESC LIMIT 1"
}

extension BoardStore: BoardReading {
  public func summary(for viewer: Viewer) throws -> BoardSummary {
    try read(viewer) { try $0.summary() }
  }

  public func ideas(_ query: IdeaQuery, for viewer: Viewer) throws -> IdeaPage {
    try read(viewer) { try $0.ideas(query) }
  }

  public func idea(_ reference: IdeaReference, for viewer: Viewer) throws -> IdeaDetail? {
    try read(viewer) { try $0.idea(reference) }
  }

  public func similar(to title: String, limit: Int, for viewer: Viewer) throws -> [IdeaRow] {
    try read(viewer) { try $0.similar(to: title, limit: limit) }
  }

  public func search(_ words: String, limit: Int, for viewer: Viewer) throws -> [SearchHit] {
    try read(viewer) { try $0.search(words, limit: limit) }
  }

  public func changes(since seq: Int, limit: Int, for viewer: Viewer) throws -> [Change] {
    try news(since: seq, limit: limit, for: viewer).changes
  }

  public func news(since seq: Int, limit: Int, for viewer: Viewer) throws -> News {
    try read(viewer) { try $0.news(since: seq, limit: limit) }
  }

  public func recentChanges(before seq: Int?, limit: Int, for viewer: Viewer) throws -> [Change] {
    try read(viewer) { try $0.recentChanges(before: seq, limit: limit) }
  }

  public func mergePreview(of ideas: [IdeaID], into parent: IdeaID, for viewer: Viewer) throws -> MergePreview {
    try read(viewer) { try $0.mergePreview(of: ideas, into: parent) }
  }

  public func undoOffer(for viewer: Viewer) throws -> UndoOffer {
    try read(viewer) { try $0.undoOffer() }
  }

  public func people(for viewer: Viewer) throws -> [PersonRow] {
    try read(viewer) { $0.people() }
  }

  public func rounds(for viewer: Viewer) throws -> [RoundRow] {
    try read(viewer) { try $0.rounds() }
  }

  public func sessions(for viewer: Viewer) throws -> [SessionRow] {
    try read(viewer) { $0.sessions() }
  }

  public func actions(for viewer: Viewer) throws -> [ActionRow] {
    try read(viewer) { $0.actions() }
  }

  public func teams(for viewer: Viewer) throws -> [TeamRow] {
    try read(viewer) { $0.teams() }
  }

  public func person(handle: String) throws -> Person? {
    try read(.everyone) { $0.board.first(.handle(handle)) }
  }

  public func person(account: String) throws -> Person? {
    try read(.everyone) { $0.board.first(.account(account)) }
  }

  /// Reads in one snapshot. What a failed look-up led to is not believed.
  func read<Result>(_ viewer: Viewer, _ body: (BoardReader) throws -> Result) throws -> Result {
    try connections.read { db in
      var reader = BoardReader(db, connections.tables, viewer: viewer)
      reader.handlesHere = { [clock, location] in
        let now = Date(timeIntervalSince1970: Double(clock().wall.milliseconds) / 1000)
        return Set(Presence.list(at: location).filter { !$0.isAway(at: now) }.map(\.handle))
      }
      let result = try body(reader)
      try reader.board.confirm()
      return result
    }
  }
}
