import GRDB
import IdeaPipeline

/// Makes rows of ideas. What all of them need is asked for once: who was merged into whom, the viewer's own ballots, the
/// answers that gates ask for.
struct IdeaRows {
  private let reader: BoardReader
  private let round: Round?
  private let listed: Set<IdeaID>?
  private let guides: [Stage: StageGuide]
  private let merged: MergedIdeas
  private let own: [IdeaID: OwnVotes]

  private struct OwnVotes {
    var dots = 0
    var position: Ballot.Position?
  }

  init(_ reader: BoardReader) throws {
    self.reader = reader
    let round = reader.shownRound()
    let merged = try MergedIdeas(reader.db)
    self.round = round
    self.merged = merged
    listed = round?.ballotList.map { Set($0.map(merged.root)) }
    guides = Dictionary((reader.board.board?.guides ?? []).map { ($0.stage, $0) }) { $1 }
    var own: [IdeaID: OwnVotes] = [:]
    if let round, let person = reader.sight.person {
      for ballot in reader.board.fetch(.cast(in: round.id, by: person.id)) where ballot.counts {
        let idea = merged.root(ballot.idea)
        if let position = ballot.position {
          own[idea, default: OwnVotes()].position = position
        } else {
          own[idea, default: OwnVotes()].dots += 1
        }
      }
    }
    self.own = own
  }

  func rows(_ ideas: [Idea]) throws -> [IdeaRow] {
    let answered = try answers(to: ideas)
    return ideas.map { row($0, answered: answered[$0.id] ?? []) }
  }

  func row(_ idea: Idea) throws -> IdeaRow {
    try row(idea, answered: answers(to: [idea])[idea.id] ?? [])
  }

  private func row(_ idea: Idea, answered: Set<String>) -> IdeaRow {
    let (board, sight) = (reader.board, reader.sight)
    let gate = guides[idea.stage].map { guide in guide.gate.map { Self.key(guide.worksheet ?? "", $0) } } ?? []
    return IdeaRow(
      id: idea.id, number: idea.number, title: idea.title, body: idea.body, tags: idea.tags, stage: idea.stage,
      state: idea.state, outcome: idea.outcome?.kind, challenge: idea.challenge.flatMap { board.get($0)?.number },
      author: sight.author(idea.author), coAuthors: idea.coAuthors.map { sight.author($0) },
      team: idea.author.flatMap { board.get($0)?.team }.flatMap { board.get($0)?.name }, isOwn: sight.wrote(idea),
      tally: tally(of: idea), comments: idea.comments + merged.comments(under: idea.id), builds: idea.builds,
      buildsOn: idea.buildsOn.flatMap { board.get($0)?.number },
      mergedInto: idea.mergedInto.flatMap { board.get($0)?.number }, gateMet: gate.count(where: answered.contains),
      gateTotal: gate.count, createdAt: idea.createdAt, updatedAt: idea.updatedAt, revision: idea.revision,
      postedSeq: idea.seq, activity: idea.activity)
  }

  private func tally(of idea: Idea) -> TallyView {
    guard let round, idea.state == .active else { return .none }
    return tally(of: idea.id, in: round, own: own[idea.id] ?? OwnVotes(), isListed: listed?.contains(idea.id) ?? true)
  }

  private func tally(of idea: IdeaID, in round: Round, own: OwnVotes, isListed: Bool) -> TallyView {
    if round.isBlind {
      return isListed ? .own(dots: own.dots, position: own.position) : .none
    }
    let tally = reader.board.get(Tally.identity(round: round.id, idea: idea))
    guard isListed || tally != nil else { return .none }
    switch round.kind {
    case .dots: return .dots(tally?.dots ?? 0, own: own.dots)
    case .consensus:
      return .consensus(
        agree: tally?.agree ?? 0, disagree: tally?.disagree ?? 0, pass: tally?.pass ?? 0, own: own.position)
    }
  }

  static let answersSQL = """
    SELECT idea, worksheet, field FROM entry WHERE idea IN (SELECT value FROM json_each(?))
    """

  /// The fields that are answered, for each idea that has answers.
  private func answers(to ideas: [Idea]) throws -> [IdeaID: Set<String>] {
    guard guides.values.contains(where: { !$0.gate.isEmpty }), !ideas.isEmpty else { return [:] }
    let list = "[\(ideas.map { "\($0.id.rawValue)" }.joined(separator: ","))]"
    let rows = try Row.fetchCursor(reader.db.cachedStatement(sql: Self.answersSQL), arguments: [list])
    var answers: [IdeaID: Set<String>] = [:]
    while let row = try rows.next() {
      answers[IdeaID(rawValue: row[0]), default: []].insert(Self.key(row[1], row[2]))
    }
    return answers
  }

  private static func key(_ worksheet: String, _ field: String) -> String { "\(worksheet)/\(field)" }
}

/// Which ideas were merged into which: as many as there are merges.
struct MergedIdeas {
  private var parents: [IdeaID: IdeaID] = [:]
  private var children: [IdeaID: [(id: IdeaID, comments: Int)]] = [:]

  static let sql = "SELECT id, mergedInto, comments FROM idea WHERE mergedInto IS NOT NULL AND state = 'merged'"

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.sql))
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
