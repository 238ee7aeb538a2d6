import IdeaPipeline

/// An online conversation as Polis exports it: statements, and people who agreed, disagreed or passed on them.
///
/// Read from `comments.csv` and `votes.csv` of an export; `summary.csv` gives the topic.
public struct PolisConversation: Sendable {
  /// A statement.
  struct Statement: Sendable {
    let id: Int
    let author: Int
    let at: Timestamp
    let text: String
    let moderation: Moderation
    /// What the export says it came to; some totals count a changed vote twice.
    let agrees: Int?
    let disagrees: Int?
    let origin: RowOrigin
  }

  /// What the moderators decided.
  enum Moderation: Int, Sendable {
    case rejected = -1
    case notYet = 0
    case accepted = 1
  }

  /// A vote of a person on a statement.
  struct Vote: Sendable {
    let statement: Int
    let person: Int
    let at: Timestamp
    /// −1, 0 or 1, as written; which of them means "agree" differs between exports.
    let sign: Int
    let origin: RowOrigin
  }

  /// What the conversation was about, if the export tells.
  public let topic: String?
  /// By time.
  let statements: [Statement]
  /// The last one of each person on each statement, by time.
  let votes: [Vote]
  /// Votes that a later one of the same person replaced.
  let replaced: Int
  /// Rows that were left out.
  let skipped: [RowMistake]

  /// Reads an export.
  /// - Parameter skipBad: whether bad rows are left out and listed, instead of refusing all.
  public init(
    comments: ImportFile, votes: ImportFile, summary: ImportFile? = nil, skipBad: Bool = false
  ) throws(ImportError) {
    var mistakes = RowMistakes(skipsBad: skipBad)
    let statements = try Self.statements(comments, &mistakes)
    let cast = try Self.votes(votes, Set(statements.map(\.id)), &mistakes)
    try mistakes.close()
    let last = Self.lastVotes(cast)
    self.statements = statements.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    self.votes = last
    replaced = cast.count - last.count
    skipped = mistakes.noted
    if let summary { topic = try Self.topic(summary) } else { topic = nil }
  }

  private static func statements(
    _ file: ImportFile, _ mistakes: inout RowMistakes
  ) throws(ImportError) -> [Statement] {
    let table = try CSVTable(file, required: ["timestamp", "comment-id", "author-id", "moderated", "comment-body"])
    var statements: [Statement] = []
    var ids: Set<Int> = []
    for row in table.rows {
      do throws(RowMistake) {
        let source = try CSVRecord(table: table, row: row).whole()
        let statement = try source.statement()
        if !ids.insert(statement.id).inserted {
          throw source.mistake("comment-id", "There is a statement \(statement.id) already.")
        }
        statements.append(statement)
      } catch {
        mistakes.note(error)
      }
    }
    return statements
  }

  private static func votes(
    _ file: ImportFile, _ statements: Set<Int>, _ mistakes: inout RowMistakes
  ) throws(ImportError) -> [Vote] {
    let table = try CSVTable(file, required: ["timestamp", "comment-id", "voter-id", "vote"])
    var votes: [Vote] = []
    for row in table.rows {
      do throws(RowMistake) {
        let source = try CSVRecord(table: table, row: row).whole()
        let vote = try source.vote()
        if !statements.contains(vote.statement) {
          throw source.mistake("comment-id", "There is no statement \(vote.statement) to vote on.")
        }
        votes.append(vote)
      } catch {
        mistakes.note(error)
      }
    }
    return votes
  }

  /// The last vote of each person on each statement; of two at the same moment, the one further down.
  private static func lastVotes(_ votes: [Vote]) -> [Vote] {
    struct Key: Hashable {
      let statement: Int
      let person: Int
    }
    // Sorting is stable in Swift, so rows of one moment stay in their order.
    let inOrder = votes.sorted { $0.at < $1.at }
    var last: [Key: Int] = [:]
    for (place, vote) in inOrder.enumerated() {
      last[Key(statement: vote.statement, person: vote.person)] = place
    }
    return last.values.sorted().map { inOrder[$0] }
  }

  /// `summary.csv` has a key and a value in each row.
  private static func topic(_ file: ImportFile) throws(ImportError) -> String? {
    do throws(CSVReader.SyntaxError) {
      let row = try CSVReader.rows(of: file.text).first { $0.cells.count > 1 && $0.cells[0].text == "topic" }
      let topic = row.map { TextRule.question.clean($0.cells[1].text) } ?? ""
      return topic.isEmpty ? nil : topic
    } catch {
      throw .rows([RowMistake(error, in: file)])
    }
  }
}

extension CSVRecord {
  fileprivate func statement() throws(RowMistake) -> PolisConversation.Statement {
    guard let moderation = PolisConversation.Moderation(rawValue: try integer("moderated")) else {
      throw mistake("moderated", "This is 1 (accepted), 0 (not yet) or -1 (rejected).")
    }
    return PolisConversation.Statement(
      id: try integer("comment-id"), author: try person("author-id"), at: try moment(),
      text: try checked("comment-body", .body), moderation: moderation, agrees: Int(text("agrees")),
      disagrees: Int(text("disagrees")), origin: origin)
  }

  fileprivate func vote() throws(RowMistake) -> PolisConversation.Vote {
    let sign = try integer("vote")
    guard -1...1 ~= sign else { throw mistake("vote", "This is 1, 0 or -1.") }
    return PolisConversation.Vote(
      statement: try integer("comment-id"), person: try person("voter-id"), at: try moment(), sign: sign,
      origin: origin)
  }

  private func integer(_ column: String) throws(RowMistake) -> Int {
    let written = text(column)
    if let number = Int(written) { return number }
    throw mistake(column, "“\(TextRule.name.clean(String(written.prefix(40))))” is no whole number.")
  }

  private func person(_ column: String) throws(RowMistake) -> Int {
    let number = try integer(column)
    if 0...999_999_999 ~= number { return number }
    throw mistake(column, "A participant has a number from 0 upwards.")
  }

  private func moment() throws(RowMistake) -> Timestamp {
    let milliseconds = try integer("timestamp")
    // Up to the year 9999; anything beyond is another unit or a slip.
    if 0...253_402_300_799_999 ~= milliseconds { return Timestamp(milliseconds: Int64(milliseconds)) }
    throw mistake("timestamp", "This is no time in milliseconds since 1970.")
  }
}
