import GRDB
import IdeaPipeline

/// Reads ideas as lists show them: one question for the rows with what stands beside them in other tables, and one each for
/// what all rows need (who was merged into whom, the viewer's own ballots, the answers that gates ask for).
struct IdeaRows {
  private let reader: BoardReader
  private let round: Round?
  private let listed: Set<IdeaID>?
  private let gates: [Stage: Set<String>]
  private let merged: MergedIdeas
  private let own: [IdeaID: OwnVotes]

  private struct OwnVotes {
    var dots = 0
    var position: Ballot.Position?
  }

  init(_ reader: BoardReader) throws {
    self.reader = reader
    let round = try reader.shownRound()
    let merged = try MergedIdeas(reader.db)
    self.round = round
    self.merged = merged
    listed = round?.ballotList.map { Set($0.map(merged.root)) }
    let guides = (reader.board.board?.guides ?? []).filter { !$0.gate.isEmpty }
    gates = Dictionary(guides.map { ($0.stage, Self.keys($0)) }) { $1 }
    own = Self.ownVotes(reader, round, merged)
  }

  /// The rows that joins, conditions and an order pick.
  func rows(_ clauses: String, _ arguments: [DatabaseValue]) throws -> [IdeaRow] {
    let all = [round?.id.rawValue.databaseValue ?? .null] + arguments
    let cursor = try Row.fetchCursor(reader.db.prepared(Self.sql(clauses), all))
    var rows: [IdeaRow] = []
    while let row = try cursor.next() { rows.append(try ideaRow(row)) }
    return try countingGates(rows)
  }

  /// The rows of these ideas, in this order.
  func rows(_ ideas: [IdeaID]) throws -> [IdeaRow] {
    guard !ideas.isEmpty else { return [] }
    let rows = try rows("WHERE idea.id IN (SELECT value FROM json_each(?))", [Self.list(ideas).databaseValue])
    let byID = Dictionary(rows.map { ($0.id, $0) }) { $1 }
    return ideas.compactMap { byID[$0] }
  }

  func row(_ idea: IdeaID) throws -> IdeaRow? { try rows([idea]).first }

  private static func ownVotes(_ reader: BoardReader, _ round: Round?, _ merged: MergedIdeas) -> [IdeaID: OwnVotes] {
    guard let round, let person = reader.sight.person else { return [:] }
    var own: [IdeaID: OwnVotes] = [:]
    for ballot in reader.board.fetch(.cast(in: round.id, by: person.id)) where ballot.counts {
      let idea = merged.root(ballot.idea)
      if let position = ballot.position {
        own[idea, default: OwnVotes()].position = position
      } else {
        own[idea, default: OwnVotes()].dots += 1
      }
    }
    return own
  }
}

extension IdeaRows {
  /// The first argument is the round whose tallies are shown; those of the clauses follow.
  static func sql(_ clauses: String) -> String {
    """
    SELECT idea.id, idea.number, idea.title, idea.body, idea.tags, idea.stage, idea.state, idea.outcome,
      challenge.number, idea.author, person.handle, person.name, team.name, idea.coAuthors, idea.comments,
      idea.builds, parent.number, target.number, idea.createdAt, idea.updatedAt, idea.revision, idea.shownFrom,
      idea.activity, shown.dots, shown.agree, shown.disagree, shown.pass, idea.naming
    FROM idea
    LEFT JOIN challenge ON challenge.id = idea.challenge
    LEFT JOIN person ON person.id = idea.author
    LEFT JOIN team ON team.id = person.team
    LEFT JOIN idea AS parent ON parent.id = idea.buildsOn
    LEFT JOIN idea AS target ON target.id = idea.mergedInto
    LEFT JOIN tally AS shown ON shown.round = ? AND shown.idea = idea.id
    \(clauses)
    """
  }

  private func ideaRow(_ row: Row) throws -> IdeaRow {
    let (sight, json) = (reader.sight, reader.tables.json)
    let id = IdeaID(rawValue: row[0])
    let author = (row[9] as Int64?).map { PersonID(rawValue: $0) }
    let coAuthors: [PersonID] = try read(row[13], json)
    guard let stage = Stage(rawValue: row[5]), let state = IdeaState(rawValue: row[6]),
      let naming = Naming(rawValue: row[27])
    else {
      throw UnreadableColumn(value: row[5], type: "stage, state or naming")
    }
    let isHidden = sight.mayNotKnow(author, naming)
    return IdeaRow(
      id: id, number: row[1], title: row[2], body: row[3], tags: try read(row[4], json), stage: stage, state: state,
      outcome: try (row[7] as String?).map { try json.read(Outcome.self, from: $0).kind }, challenge: row[8],
      author: isHidden ? .hidden : sight.author(author, handle: row[10], name: row[11]),
      coAuthors: coAuthors.map { sight.author($0, naming) }, team: isHidden ? nil : row[12],
      isOwn: sight.isOwn(author, coAuthors) || sight.holds(id), tally: state == .active ? tally(of: id, row) : .none,
      comments: row[14] + merged.comments(under: id), builds: row[15], buildsOn: row[16], mergedInto: row[17],
      createdAt: Timestamp(milliseconds: row[18]), updatedAt: Timestamp(milliseconds: row[19]), revision: row[20],
      postedSeq: row[21], activity: row[22])
  }

  private func read<Element: Decodable>(_ text: String, _ json: JSONTexts) throws -> [Element] {
    text == "[]" ? [] : try json.read([Element].self, from: text)
  }

  private func tally(of idea: IdeaID, _ row: Row) -> TallyView {
    guard let round else { return .none }
    let own = own[idea] ?? OwnVotes()
    let isListed = listed?.contains(idea) ?? true
    if round.isBlind { return isListed ? .own(dots: own.dots, position: own.position) : .none }
    let dots = row[23] as Int?
    guard isListed || dots != nil else { return .none }
    switch round.kind {
    case .dots: return .dots(dots ?? 0, own: own.dots)
    case .consensus:
      return .consensus(agree: row[24] ?? 0, disagree: row[25] ?? 0, pass: row[26] ?? 0, own: own.position)
    }
  }
}

extension IdeaRows {
  static let answersSQL = """
    SELECT idea, worksheet, field FROM entry WHERE idea IN (SELECT value FROM json_each(?))
    """

  /// Fills in how many questions of each idea's gate are answered.
  private func countingGates(_ rows: [IdeaRow]) throws -> [IdeaRow] {
    guard !gates.isEmpty, !rows.isEmpty else { return rows }
    let cursor = try Row.fetchCursor(
      reader.db.prepared(Self.answersSQL, [Self.list(rows.map(\.id)).databaseValue]))
    var answered: [IdeaID: Set<String>] = [:]
    while let row = try cursor.next() {
      answered[IdeaID(rawValue: row[0]), default: []].insert(Self.key(row[1], row[2]))
    }
    return rows.map { row in
      guard let gate = gates[row.stage] else { return row }
      var row = row
      row.gateTotal = gate.count
      row.gateMet = answered[row.id].map { gate.intersection($0).count } ?? 0
      return row
    }
  }

  private static func list(_ ideas: [IdeaID]) -> String { "[\(ideas.map { "\($0.rawValue)" }.joined(separator: ","))]" }

  private static func keys(_ guide: StageGuide) -> Set<String> {
    Set(guide.gate.map { key(guide.worksheet ?? "", $0) })
  }

  private static func key(_ worksheet: String, _ field: String) -> String { "\(worksheet)/\(field)" }
}
