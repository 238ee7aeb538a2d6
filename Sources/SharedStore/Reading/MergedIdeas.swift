import GRDB
import IdeaPipeline

/// Which ideas were merged into which: as many as there are merges.
struct MergedIdeas {
  private var parents: [IdeaID: IdeaID] = [:]
  private var children: [IdeaID: [(id: IdeaID, comments: Int)]] = [:]

  static let sql = "SELECT id, mergedInto, comments FROM idea WHERE mergedInto IS NOT NULL AND state = 'merged'"

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db.prepared(Self.sql, []))
    while let row = try rows.next() {
      let (child, parent) = (IdeaID(rawValue: row[0]), IdeaID(rawValue: row[1]))
      parents[child] = parent
      children[parent, default: []].append((child, row[2]))
    }
  }

  /// The idea at the top of the merges; itself when it was not merged.
  func root(_ idea: IdeaID) -> IdeaID {
    var current = idea
    while let parent = parents[current] { current = parent }
    return current
  }

  /// Comments on everything merged into the idea, directly or not.
  func comments(under idea: IdeaID) -> Int {
    (children[idea] ?? []).reduce(0) { $0 + $1.comments + comments(under: $1.id) }
  }
}
