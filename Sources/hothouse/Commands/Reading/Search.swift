import ArgumentParser
import IdeaPipeline
import Interchange

/// Finds words in ideas and comments.
struct Search: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words in ideas and comments, best first.",
    discussion: "\(examples: "hothouse search clinic night pharmacy")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "Words that must all occur; the beginning of a word will do.")
  var words: [String]
  @Option(help: "The most to list.")
  var limit = 50
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let viewer = try visit.viewer(viewing)
    let hits = try visit.reading.search(words.joined(separator: " "), limit: limit, for: viewer)
    if output.isJSON { return try shell.printJSON(array: hits.map(SearchHitJSON.init)) }
    guard !hits.isEmpty else {
      return try shell.say(
        "Nothing holds these words. Fewer words find more; “hothouse list \(visit.name)” lists all ideas.")
    }
    try shell.print { page in
      for hit in hits { draw(hit, on: &page) }
    }
  }

  private func draw(_ hit: SearchHit, on page: inout Page) {
    page.line(
      .strong(hit.idea.number.map(String.init) ?? "–"), "  \(hit.idea.title)", .faint("  \(hit.idea.stage.title)"))
    let place = hit.comment.map { "comment \($0): " } ?? ""
    if hit.comment != nil || !hit.idea.title.contains(hit.excerpt) {
      page.line([Span("    "), .faint(place)] + marked(hit))
    }
  }

  /// The excerpt with the words that were found standing out.
  private func marked(_ hit: SearchHit) -> [Span] {
    let characters = Array(hit.excerpt)
    var spans: [Span] = []
    var place = 0
    for range in hit.ranges where range.lowerBound >= place && range.upperBound <= characters.count {
      spans.append(Span(String(characters[place..<range.lowerBound])))
      spans.append(.strong(String(characters[range])))
      place = range.upperBound
    }
    return spans + [Span(String(characters[place...]))]
  }
}
