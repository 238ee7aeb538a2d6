import GRDB
import IdeaPipeline

/// The SQL of one list of ideas: which, in what order.
struct IdeaListing {
  private(set) var joins: [String] = []
  private(set) var conditions: [String] = []
  private var joinArguments: [DatabaseValue] = []
  private var conditionArguments: [DatabaseValue] = []
  /// What was shown to everyone last comes first; within a reveal the order is that of the numbers.
  private static let newest = "idea.shownFrom DESC, idea.number DESC"
  private var order = IdeaListing.newest

  var clauses: String {
    let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    return "\(joins.joined(separator: " ")) \(filter)"
  }

  var arguments: [DatabaseValue] { joinArguments + conditionArguments }

  var pageClauses: String { "\(clauses) ORDER BY \(order) LIMIT ? OFFSET ?" }

  var countSQL: String { "SELECT count(*) FROM idea \(clauses)" }

  mutating func join(_ sql: String, _ arguments: any DatabaseValueConvertible...) {
    joins.append(sql)
    joinArguments += arguments.map(\.databaseValue)
  }

  mutating func require(_ sql: String, _ arguments: any DatabaseValueConvertible...) {
    conditions.append(sql)
    conditionArguments += arguments.map(\.databaseValue)
  }

  /// Those in play; or also the others, as far as the viewer may see them.
  mutating func require(inactive: Bool, as sight: Sight) {
    guard inactive || sight.hasUnrevealed else { return require("idea.state = 'active'") }
    var seen = [inactive ? "idea.state IN ('active', 'merged')" : "idea.state = 'active'"]
    var arguments: [DatabaseValue] = []
    defer {
      conditions.append("(\(seen.joined(separator: " OR ")))")
      conditionArguments += arguments
    }
    if let person = sight.person, sight.hasUnrevealed {
      let held = "idea.id IN (SELECT value FROM json_each(?))"
      seen.append("(idea.state = 'unrevealed' AND idea.isWithdrawn = 0 AND (\(Self.written) OR \(held)))")
      arguments += Self.writtenArguments(by: person.id) + [sight.heldList.databaseValue]
    }
    guard inactive else { return }
    if sight.seesHidden { seen.append("idea.state = 'hidden'") }
    if sight.seesWithdrawn {
      seen.append("idea.state = 'withdrawn'")
    } else if let person = sight.person {
      seen.append("(idea.state = 'withdrawn' AND \(Self.written))")
      arguments += Self.writtenArguments(by: person.id)
    }
  }

  /// With all of these tags and none of those.
  mutating func require(tags: [String], leftOut: [String]) {
    for tag in tags { require("idea.id IN (SELECT idea FROM idea_tag WHERE tag = ?)", tag) }
    for tag in leftOut { require("idea.id NOT IN (SELECT idea FROM idea_tag WHERE tag = ?)", tag) }
  }

  /// With and without words; false when there is none to look for.
  mutating func require(_ words: TextQuery) -> Bool {
    if let match = words.all { require("idea.id IN (SELECT rowid FROM idea_text WHERE idea_text MATCH ?)", match) }
    if let match = words.leftOut {
      require("idea.id NOT IN (SELECT rowid FROM idea_text WHERE idea_text MATCH ?)", match)
    }
    return words.all != nil || words.leftOut != nil
  }

  /// Those in this state, as far as the viewer may see them.
  mutating func require(state: IdeaState, as sight: Sight) {
    if state != .active { require(inactive: true, as: sight) }
    require("idea.state = ?", state.rawValue)
  }

  /// Written by one of these people, alone or with others, as far as the viewer may know.
  mutating func require(writtenByOneOf people: [PersonID], as sight: Sight) {
    let choices = people.map { person in
      sight.knowsHidden || person == sight.person?.id ? Self.written : "(idea.naming = 'named' AND \(Self.written))"
    }
    conditions.append("(\(choices.joined(separator: " OR ")))")
    conditionArguments += people.flatMap(Self.writtenArguments)
  }

  /// Not written by this person, as far as the viewer may know.
  mutating func require(notWrittenBy person: PersonID, as sight: Sight) {
    let mayKnow = sight.knowsHidden || person == sight.person?.id
    conditions.append("coalesce(NOT \(mayKnow ? Self.written : "(idea.naming = 'named' AND \(Self.written))"), 1)")
    conditionArguments += Self.writtenArguments(by: person)
  }

  private static let written = """
    (idea.author = ? OR (idea.coAuthors <> '[]' AND EXISTS (SELECT 1 FROM json_each(idea.coAuthors) WHERE value = ?)))
    """

  private static func writtenArguments(by person: PersonID) -> [DatabaseValue] {
    [person.rawValue.databaseValue, person.description.databaseValue]
  }

  /// Puts the list in order; `shown` is the tally that `IdeaRows` joins. While a round is blind, dots are the viewer's own.
  mutating func sort(_ sort: IdeaQuery.Sort, round: Round?, as sight: Sight) {
    switch sort {
    case .new: order = Self.newest
    case .activity: order = "idea.activity DESC, \(Self.newest)"
    case .stage: order = "\(Self.position), \(Self.newest)"
    case .dots:
      guard let round else { return }
      if round.isBlind {
        join(
          """
          LEFT JOIN (SELECT idea AS voted, count(*) AS spent FROM ballot
            WHERE round = ? AND person = ? AND counts = 1 AND position IS NULL GROUP BY idea) ON voted = idea.id
          """, round.id.rawValue, sight.person?.id.rawValue)
        order = "coalesce(spent, 0) DESC, \(Self.newest)"
      } else {
        order = "coalesce(shown.dots + shown.agree, 0) DESC, \(Self.newest)"
      }
    }
  }

  private static let position =
    "CASE idea.stage "
    + Stage.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.position)" }.joined(separator: " ") + " END"
}

extension BoardReader {
  func ideas(_ query: IdeaQuery) throws -> IdeaPage {
    let seq = try log.lastSeq()
    guard let listing = try listing(query) else { return IdeaPage(rows: [], total: 0, seq: seq) }
    let rows = try IdeaRows(self).rows(
      listing.pageClauses,
      listing.arguments + [max(0, query.limit).databaseValue, max(0, query.offset).databaseValue])
    let isWhole = query.offset == 0 && rows.count < query.limit
    return IdeaPage(rows: rows, total: isWhole ? rows.count : try count(query, listing), seq: seq)
  }

  /// Nil when the query names a challenge or only people that are not there, or words without a letter.
  func listing(_ query: IdeaQuery) throws -> IdeaListing? {
    var listing = IdeaListing()
    if let state = query.state {
      listing.require(state: state, as: sight)
    } else {
      listing.require(inactive: query.includesInactive, as: sight)
    }
    if let stage = query.stage { listing.require("idea.stage = ?", stage.rawValue) }
    if let number = query.challenge {
      guard let challenge = board.first(.number(number)) as Challenge? else { return nil }
      listing.require("idea.challenge = ?", challenge.id.rawValue)
    }
    guard narrow(&listing, toAuthorsOf: query) else { return nil }
    listing.require(tags: query.tags, leftOut: query.tagsLeftOut)
    if let seq = query.postedAfter { listing.require("idea.shownFrom > ?", seq) }
    if let moment = query.quietSince {
      listing.require("idea.outcome IS NULL AND idea.updatedAt <= ?", moment.milliseconds)
    }
    if let words = query.words, !words.allSatisfy(\.isWhitespace), !listing.require(TextQuery(words)) { return nil }
    listing.sort(query.sort, round: query.sort == .dots ? try shownRound() : nil, as: sight)
    return listing
  }

  /// False when nobody is left who could have written what is asked for.
  private func narrow(_ listing: inout IdeaListing, toAuthorsOf query: IdeaQuery) -> Bool {
    if !query.authors.isEmpty {
      let people = query.authors.compactMap { board.first(.handle($0))?.id }
      if people.isEmpty { return false }
      listing.require(writtenByOneOf: people, as: sight)
    }
    for person in query.authorsLeftOut.compactMap({ board.first(.handle($0))?.id }) {
      listing.require(notWrittenBy: person, as: sight)
    }
    switch (query.isOwn, sight.person) {
    case (nil, _), (false, nil): return true
    case (true, nil): return false
    case (true, let person?): listing.require(writtenByOneOf: [person.id], as: sight)
    case (false, let person?): listing.require(notWrittenBy: person.id, as: sight)
    }
    return true
  }

  /// Whole stages and challenges are counted already; other lists have to be counted.
  private func count(_ query: IdeaQuery, _ listing: IdeaListing) throws -> Int {
    let ofWhole = IdeaQuery(
      stage: query.stage, challenge: query.challenge, sort: query.sort, limit: query.limit, offset: query.offset)
    guard query == ofWhole, !sight.hasUnrevealed else {
      return try Int.fetchOne(db.prepared(listing.countSQL, listing.arguments)) ?? 0
    }
    var sql = "SELECT coalesce(sum(ideas), 0) FROM idea_count WHERE state = 'active'"
    var arguments: [DatabaseValue] = []
    if let stage = query.stage {
      sql += " AND stage = ?"
      arguments.append(stage.rawValue.databaseValue)
    }
    if let challenge = query.challenge.flatMap({ board.first(.number($0)) as Challenge? }) {
      sql += " AND challenge = ?"
      arguments.append(challenge.id.rawValue.databaseValue)
    }
    return try Int.fetchOne(db.prepared(sql, arguments)) ?? 0
  }
}
