import Foundation

/// The files of an online conversation as Polis exports it: statements, votes in the order in which they were cast, and what
/// each participant's votes came to in the end.
public struct RecordedConversation: Sendable {
  public let comments: String
  public let votes: String
  public let matrix: String

  /// The export in a directory; nil where it is not there.
  public init?(directory: String) {
    let read = { (name: String) in try? String(contentsOfFile: "\(directory)/\(name).csv", encoding: .utf8) }
    guard let comments = read("comments"), let votes = read("votes"), let matrix = read("participants-votes") else {
      return nil
    }
    (self.comments, self.votes, self.matrix) = (comments, votes, matrix)
  }

  /// An invented one, as such exports are: statements longer than a title, with quotes, commas and line breaks, people who
  /// change their votes or vote twice, and some who never vote.
  public init(inventedFrom seed: UInt64, people: Int = 24, statements: Int = 18) {
    var random = SplitMix64(seed: seed)
    var comments = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    for statement in 0..<statements {
      let text = ["We need a \"shared\" desk, \(statement)", "One line\nand another \(statement)"][statement % 2]
      let long = statement % 7 == 3 ? String(repeating: "long words ", count: 18) : ""
      let author = Int.random(in: 0..<people, using: &random)
      let quoted = (text + long).replacing("\"", with: "\"\"")
      comments.append("\(1_000 + statement),x,\(statement),\(author),0,0,1,\"\(quoted)\"")
    }
    var votes = ["timestamp,datetime,comment-id,voter-id,vote"]
    var last: [Int: [Int: Int]] = [:]
    for moment in 0..<(people * statements) {
      let person = Int.random(in: 0..<(people - 2), using: &random)
      let (statement, vote) = (Int.random(in: 0..<statements, using: &random), Int.random(in: -1...1, using: &random))
      votes.append("\(50_000 + moment),x,\(statement),\(person),\(vote)")
      last[person, default: [:]][statement] = vote
    }
    let heads =
      ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"] + (0..<statements).map(String.init)
    let rows = (0..<people).map { person in
      let cells = (0..<statements).map { last[person]?[$0].map(String.init) ?? "" }
      return (["\(person)", "0", "0", "0", "0", "0"] + cells).joined(separator: ",")
    }
    self.comments = comments.joined(separator: "\n")
    self.votes = votes.joined(separator: "\n")
    matrix = ([heads.joined(separator: ",")] + rows).joined(separator: "\n")
  }

  /// Agreeing, disagreeing and passing people by statement, as the matrix has them.
  public var tallies: [Int: [Int]] {
    let rows = matrix.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard let heads = rows.first else { return [:] }
    var tallies: [Int: [Int]] = [:]
    for row in rows.dropFirst() {
      for (head, cell) in zip(heads, row) {
        guard let statement = Int(head), let vote = Int(cell) else { continue }
        tallies[statement, default: [0, 0, 0]][vote == 1 ? 0 : vote == -1 ? 1 : 2] += 1
      }
    }
    return tallies
  }

  /// A vote as it was cast.
  public struct Vote: Sendable {
    public let statement: Int
    public let person: Int
    /// 1, -1 or 0.
    public let sign: Int
  }

  /// Every vote, changed ones too, in their order.
  public var casts: [Vote] {
    let rows = votes.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map { Int($0) } }
    return rows.filter { $0.count == 5 }.sorted { ($0[0] ?? 0) < ($1[0] ?? 0) }.compactMap { row in
      guard let statement = row[2], let person = row[3], let sign = row[4] else { return nil }
      return Vote(statement: statement, person: person, sign: sign)
    }
  }
}
