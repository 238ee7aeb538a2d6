import GRDB
import IdeaPipeline

extension BoardReader {
  func similar(to title: String, limit: Int) throws -> [IdeaRow] {
    let query = TextQuery(title)
    guard limit > 0, let match = query.any else { return [] }
    var listing = IdeaListing()
    listing.require(inactive: false, as: sight)
    let arguments = [match.databaseValue] + listing.arguments + [40.databaseValue]
    let candidates = try Row.fetchAll(db.prepared(Self.similarSQL(listing), arguments))
    // One word of a longer title is chance.
    let enough = (query.telling.count + 2) / 3
    let near = candidates.enumerated()
      .map { (idea: IdeaID(rawValue: $1[0]), words: query.matches(in: $1[1]), place: $0) }
      .filter { $0.words >= enough }
      .sorted { ($1.words, $0.place) < ($0.words, $1.place) }
    return try IdeaRows(self).rows(near.prefix(limit).map(\.idea))
  }

  static func similarSQL(_ listing: IdeaListing) -> String {
    """
    SELECT idea.id, idea.title || ' ' || substr(idea.body, 1, 500) FROM idea_text JOIN idea ON idea.id = idea_text.rowid
    WHERE idea_text MATCH ? AND \(listing.conditions.joined(separator: " AND "))
    ORDER BY bm25(idea_text, 4.0, 1.0) LIMIT ?
    """
  }

  func search(_ words: String, limit: Int) throws -> [SearchHit] {
    guard limit > 0, let match = TextQuery(words).match else { return [] }
    let ideas = try found(Self.ideaSearchSQL(listing), match, limit)
    let comments = try found(Self.commentSearchSQL(listing), match, limit)
    let best = (ideas + comments).sorted { $0.rank < $1.rank }.prefix(limit)
    let rows = try IdeaRows(self).rows(best.map(\.idea))
    let byID = Dictionary(rows.map { ($0.id, $0) }) { $1 }
    return best.compactMap { hit in
      guard let row = byID[hit.idea] else { return nil }
      let (excerpt, ranges) = Self.parse(hit.excerpt)
      return SearchHit(idea: row, comment: hit.comment, excerpt: excerpt, ranges: ranges)
    }
  }

  private struct Hit {
    let idea: IdeaID
    let comment: Int?
    let rank: Double
    let excerpt: String
  }

  /// What the viewer may see, inactive ideas among it.
  private var listing: IdeaListing {
    var listing = IdeaListing()
    listing.require(inactive: true, as: sight)
    return listing
  }

  static func ideaSearchSQL(_ listing: IdeaListing) -> String {
    """
    SELECT idea.id, NULL, bm25(idea_text, 4.0, 1.0) AS rank, snippet(idea_text, -1, char(2), char(3), '…', 16)
    FROM idea_text JOIN idea ON idea.id = idea_text.rowid
    WHERE idea_text MATCH ? AND \(listing.conditions.joined(separator: " AND ")) ORDER BY rank LIMIT ?
    """
  }

  static func commentSearchSQL(_ listing: IdeaListing) -> String {
    """
    SELECT idea.id, comment.number, bm25(comment_text) AS rank, snippet(comment_text, 0, char(2), char(3), '…', 16)
    FROM comment_text JOIN comment ON comment.id = comment_text.rowid JOIN idea ON idea.id = comment.idea
    WHERE comment_text MATCH ? AND comment.isWithdrawn = 0 AND comment.hidden IS NULL
      AND \(listing.conditions.joined(separator: " AND ")) ORDER BY rank LIMIT ?
    """
  }

  private func found(_ sql: String, _ match: String, _ limit: Int) throws -> [Hit] {
    let arguments = [match.databaseValue] + listing.arguments + [limit.databaseValue]
    return try Row.fetchAll(db.prepared(sql, arguments)).map { row in
      Hit(idea: IdeaID(rawValue: row[0]), comment: row[1], rank: row[2], excerpt: row[3])
    }
  }

  /// Takes the marks round the words out of an excerpt and says where they were. People's texts hold no such characters.
  static func parse(_ marked: String) -> (excerpt: String, ranges: [Range<Int>]) {
    var excerpt = ""
    var ranges: [Range<Int>] = []
    var start: Int?
    var count = 0
    for character in marked {
      switch character {
      case "\u{2}": start = count
      case "\u{3}":
        if let begun = start { ranges.append(begun..<count) }
        start = nil
      default:
        // A line break would tear a one-line list apart.
        excerpt.append(character.isNewline ? " " : character)
        count += 1
      }
    }
    return (excerpt, ranges)
  }
}
