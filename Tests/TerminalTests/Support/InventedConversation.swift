import Foundation
import TestSupport

/// A Polis conversation that nobody had: long statements, rejected ones and some not moderated, changed votes, passes, and
/// rows in no order.
struct InventedConversation {
  struct Statement {
    let number: Int
    let at: Int
    let author: Int
    let moderated: Int
    let text: String
  }

  struct Vote {
    let at: Int
    let statement: Int
    let voter: Int
    let sign: Int
  }

  private(set) var statements: [Statement] = []
  private(set) var votes: [Vote] = []

  init(seed: UInt64 = 7) {
    var random = SplitMix64(seed: seed)
    for number in 0..<40 {
      let words = (0...(number % 8 == 3 ? 30 : 6)).map { "word\($0)" }.joined(separator: " ")
      statements.append(
        Statement(
          number: number, at: 1_500_000_000_000 + number * 7_919 % 40 * 1_000, author: number % 11,
          moderated: number % 5 == 4 ? -1 : number % 5 == 3 ? 0 : 1,
          text: "Statement \(number), \"quoted\"\n\(words)"))
    }
    for step in 0..<900 {
      votes.append(
        Vote(
          at: 1_500_000_100_000 + step * 10, statement: Int.random(in: 0..<40, using: &random),
          voter: Int.random(in: 0..<25, using: &random), sign: Int.random(in: -1...1, using: &random)))
    }
    votes.shuffle(using: &random)
    statements.shuffle(using: &random)
  }

  /// The statements in the order of their times, in which they become ideas.
  var inOrder: [Statement] { statements.sorted { $0.at < $1.at } }

  /// Agree, disagree and pass on a statement, by everybody's last vote on it: looked up, voter by voter.
  func lastVotes(on statement: Int) -> [Int] {
    var counts = [0, 0, 0]
    for voter in 0..<25 {
      let own = votes.filter { $0.statement == statement && $0.voter == voter }
      guard let last = own.max(by: { $0.at < $1.at }) else { continue }
      counts[[1: 0, -1: 1, 0: 2][last.sign] ?? 2] += 1
    }
    return counts
  }

  /// Writes the files of an export into a new folder. Their totals count every vote, the changed ones too.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    for statement in statements {
      let cast = votes.filter { $0.statement == statement.number }.map(\.sign)
      let (agrees, disagrees) = (cast.count { $0 == 1 }, cast.count { $0 == -1 })
      let text = statement.text.replacing("\"", with: "\"\"")
      comments +=
        "\(statement.at),x,\(statement.number),\(statement.author),\(agrees),\(disagrees),\(statement.moderated),\"\(text)\"\n"
    }
    let lines = votes.map { "\($0.at),x,\($0.statement),\($0.voter),\($0.sign)\n" }
    try Data(comments.utf8).write(to: URL(fileURLWithPath: "\(folder)/comments.csv"))
    let cast = "timestamp,datetime,comment-id,voter-id,vote\n" + lines.joined()
    try Data(cast.utf8).write(to: URL(fileURLWithPath: "\(folder)/votes.csv"))
    try Data("topic,Homes for all\nurl,x\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/summary.csv"))
  }
}
