import GRDB
import IdeaPipeline

extension BoardReader {
  func summary() throws -> BoardSummary {
    guard let board = board.board else {
      throw Refusal(.notFound, "This board was never created.", instead: "Start one with “hothouse new”.")
    }
    return BoardSummary(
      title: board.title, purpose: board.purpose, viewer: sight.person.map(row), isOwner: sight.isOwner,
      entryStage: board.entryStage, guides: board.guides, worksheets: board.worksheets, challenges: try challenges(),
      teams: self.board.all(Team.self), perspectives: board.perspectives, counts: try countsByStage(),
      people: try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM person")) ?? 0,
      round: try shownRound().map { try row($0) }, room: try room(), seq: try log.lastSeq(),
      needsUpdate: try Schema.version(of: db) > Schema.current)
  }

  func people() -> [PersonRow] {
    board.all(Person.self).map(row)
      .sorted { ($0.name.lowercased(), $0.handle) < ($1.name.lowercased(), $1.handle) }
  }

  func row(_ person: Person) -> PersonRow {
    PersonRow(
      id: person.id, handle: person.handle, name: person.name, role: person.role,
      team: person.team.flatMap { board.get($0)?.name },
      organisation: board.currentStep?.plan.hidesOrganisations == true ? nil : person.organisation,
      perspective: person.perspective)
  }

  static let countsByStageSQL = "SELECT stage, sum(ideas) FROM idea_count WHERE state = 'active' GROUP BY stage"

  private func countsByStage() throws -> [Stage: Int] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: Self.countsByStageSQL))
    return Dictionary(rows.compactMap { row in Stage(rawValue: row[0]).map { ($0, row[1]) } }) { $0 + $1 }
  }

  static let countsByChallengeSQL = """
    SELECT challenge, sum(ideas) FROM idea_count WHERE state = 'active' AND challenge <> -1 GROUP BY challenge
    """

  private func challenges() throws -> [ChallengeRow] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: Self.countsByChallengeSQL))
    let counts = Dictionary(rows.map { (ChallengeID(rawValue: $0[0]), $0[1] as Int) }) { $0 + $1 }
    return board.all(Challenge.self).sorted { $0.number < $1.number }
      .map { ChallengeRow(challenge: $0, ideas: counts[$0.id] ?? 0) }
  }
}
