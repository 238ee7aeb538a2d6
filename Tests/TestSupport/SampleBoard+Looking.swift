import BoardUI
import IdeaPipeline

/// What the feed and the search answer.
extension SampleBoard {
  func recent(before seq: Int?, limit: Int) -> [Change] {
    let posts = rows.filter { $0.postedSeq < seq ?? .max }.sorted { $0.postedSeq > $1.postedSeq }
    return posts.prefix(limit).map { row in
      Change(
        seq: row.postedSeq, id: OperationID(rawValue: row.id.rawValue), at: row.createdAt, actor: row.author,
        kind: "idea.post", activity: Activity("posted \(row.number ?? 0) “\(row.title.prefix(40))”", idea: row.id),
        isUndo: false, isOwn: row.isOwn)
    }
  }

  /// Ideas and comments that have all of the words.
  func search(_ text: String) -> [SearchHit] {
    let words = text.lowercased().split(separator: " ").map(String.init)
    var hits: [SearchHit] = []
    for row in rows {
      let said = (comments[row.id] ?? []).map { (number: Int?.some($0.number), text: $0.text ?? "") }
      for (number, text) in [(number: nil, text: row.title), (number: nil, text: row.body)] + said {
        let ranges = words.compactMap { Self.range(of: Array($0), in: Array(text.lowercased())) }
        guard ranges.count == words.count else { continue }
        let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
        hits.append(SearchHit(idea: row, comment: number, excerpt: text, ranges: sorted))
      }
    }
    return Array(hits.prefix(SearchList.limit))
  }

  private static func range(of word: [Character], in text: [Character]) -> Range<Int>? {
    guard text.count >= word.count else { return nil }
    return (0...text.count - word.count).first { Array(text[$0..<$0 + word.count]) == word }.map {
      $0..<$0 + word.count
    }
  }
}
