import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

/// What screens ask for often costs what it shows, not what has happened: no question reads a whole big table.
@Suite struct QueryPlanTests {
  let room: Room

  init() throws { room = try Room() }

  private func plan(_ sql: String) throws -> String {
    try room.store.connections.read { try queryPlan($0, sql) }
  }

  private func expectNoScan(_ sql: String) throws {
    let plan = try plan(sql)
    for table in [
      "idea", "comment", "operation", "later", "round", "ballot", "tally", "entry", "move", "idea_tag", "person",
    ] {
      let scans = plan.split(separator: "\n").filter { $0 == "SCAN \(table)" || $0.hasPrefix("SCAN \(table) ") }
      #expect(scans.isEmpty, "\(sql)\n\(plan)")
    }
  }

  @Test func listsOfIdeas() throws {
    try room.post("One")
    let queries = [
      IdeaQuery(), IdeaQuery(stage: .define), IdeaQuery(tags: ["carers"]), IdeaQuery(authors: ["ann"]),
      IdeaQuery(words: "night"), IdeaQuery(stage: .test, tags: ["a"], authors: ["ann"], words: "b"),
      IdeaQuery(tags: ["a", "b"], authors: ["ann", "jo"]), IdeaQuery(stage: .define, isOwn: false, postedAfter: 3),
      IdeaQuery(isOwn: true), IdeaQuery(stage: .define, quietSince: Timestamp(milliseconds: 5)),
      IdeaQuery(stage: .define, state: .hidden), IdeaQuery(state: .withdrawn),
    ]
    for query in queries {
      for sort in IdeaQuery.Sort.allCases {
        var query = query
        query.sort = sort
        let (page, count) = try room.store.read(.person(room.owner)) { reader in
          let listing = try #require(try reader.listing(query))
          return (IdeaRows.sql(listing.pageClauses), listing.countSQL)
        }
        try expectNoScan(page)
        try expectNoScan(count)
      }
    }
  }

  @Test func theNewestIdeasNeedNoSorting() throws {
    for sort in [IdeaQuery.Sort.new, .activity] {
      let page = try room.store.read(.everyone) { reader in
        try #require(try reader.listing(IdeaQuery(sort: sort))).pageClauses
      }
      let plan = try plan(IdeaRows.sql(page))
      #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }
  }

  @Test func everythingElseThatIsShown() throws {
    let everything = try room.store.read(.person(room.owner)) { reader in
      var listing = IdeaListing()
      listing.require(inactive: true, as: reader.sight)
      return listing
    }
    for sql in [
      "\(OperationLog.columns) WHERE seq > ? ORDER BY seq LIMIT ?", "\(OperationLog.columns) ORDER BY seq DESC LIMIT ?",
      "\(OperationLog.columns) WHERE id = ?",
      OperationLog.lastSQL, OperationLog.deedSQL, OperationLog.undoneDeedSQL, OperationLog.undoneSQL,
      BoardReader.lastClosedSQL,
      "SELECT EXISTS (SELECT 1 FROM operation WHERE undoes = ?)", BoardReader.countsByStageSQL,
      BoardReader.countsByChallengeSQL, BoardReader.doneSQL, BoardReader.doneBlindSQL, BoardReader.resultsSQL,
      IdeaRows.answersSQL,
      MergedIdeas.sql, BoardReader.similarSQL(everything), BoardReader.ideaSearchSQL(everything),
      BoardReader.commentSearchSQL(everything),
    ] where !sql.contains("ORDER BY seq DESC LIMIT ?") {
      try expectNoScan(sql)
    }
    // The last lines of the log: a walk from its end that stops at the limit.
    #expect(try !plan("\(OperationLog.columns) ORDER BY seq DESC LIMIT ?").contains("TEMP B-TREE"))
  }
}
