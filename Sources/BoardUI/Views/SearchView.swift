import CellGrid
import IdeaPipeline

/// What a search over ideas and comments found.
struct SearchView {
  let state: AppState
  let list: SearchList

  func draw(in body: Rect, _ grid: inout Grid) {
    let size = Size(width: min(body.width - 6, 100), height: body.height - 2)
    let area = Box(title: "Search ideas and comments", content: size).draw(in: body, &grid)
    let (field, below) = area.split(top: 1)
    let count = StyledText(found, Style(.dim, on: .overlay))
    let (query, end) = field.split(right: field.width >= 40 ? count.columns + 1 : 0)
    grid.draw(list.query, in: query, isActive: true, placeholder: "words of an idea or a comment")
    grid.lay(.overlay, under: end)
    grid.draw(count, in: end, align: .right)
    let results = below.inset(top: below.height > 6 ? 1 : 0)
    drawResults(in: results, &grid)
    grid.lay(.overlay, under: below, unless: .selected)
  }

  private var hits: [SearchHit] { list.words == nil ? [] : list.hits ?? [] }

  private var found: String {
    guard list.words == list.answered, !hits.isEmpty else { return "" }
    return hits.count == SearchList.limit ? "the best \(hits.count)" : "\(hits.count) found"
  }

  private func drawResults(in area: Rect, _ grid: inout Grid) {
    if hits.isEmpty { return grid.draw(wrapped: empty, in: area.inset(left: 2), .dim).discard() }
    let height = area.height >= 6 ? 2 : 1
    let visible = max(1, area.height / height)
    let top = min(max(0, list.place - visible / 2), max(0, hits.count - visible))
    grid.drawMore(hits.count - top - visible, under: area, of: state.frame.body)
    let width = hits.compactMap(\.idea.number).max().map { String($0).count } ?? 0
    for (slot, hit) in hits.dropFirst(top).prefix(visible).enumerated() {
      let frame = Rect(x: area.x, y: area.y + slot * height, width: area.width, height: height).intersection(area)
      draw(hit, numberWidth: width, in: frame, &grid)
      grid.touch(frame, .place(top + slot, list: 0))
      if top + slot == list.place { grid.select(frame) }
    }
  }

  private var empty: String {
    if let problem = list.query.problem(named: "search") { return problem }
    guard let words = list.words else {
      return "Type words: all of them must occur, in an idea of any stage or in a comment. Beginnings are enough."
    }
    guard list.answered == words else { return "Looking …" }
    return "No idea and no comment has “\(words)”. Try fewer words, or only their beginnings; "
      + "\(state.label(.filter)) on the board finds by #tag, @handle and stage."
  }

  private func draw(_ hit: SearchHit, numberWidth: Int, in frame: Rect, _ grid: inout Grid) {
    let row = hit.idea
    let number = TextLayout.pad(row.number.map(String.init) ?? "", width: numberWidth, align: .right)
    let words = matched(hit)
    var title = StyledText(TextLayout.oneLine(row.title), .text)
    for word in words { title = title.marking(word, .highlight) }
    grid.draw(
      left: StyledText("  \(number)  ", .number) + title, right: StyledText("\(place(hit)) ", .dim), in: frame.row(0))
    guard frame.height > 1 else { return }
    let second = frame.row(1).inset(left: numberWidth + 4, right: 1)
    let isTitle = hit.comment == nil && TextLayout.oneLine(row.title).contains(hit.excerpt)
    grid.draw(isTitle ? StyledText(Phrases.author(of: row), .dim) : excerpt(hit, width: second.width), in: second)
  }

  /// Where it is: which comment, else which stage; and that it is out of play.
  private func place(_ hit: SearchHit) -> String {
    let state = hit.idea.state == .active ? hit.idea.stage.title : hit.idea.state.rawValue
    return hit.comment.map { "comment \($0) · \(state)" } ?? state
  }

  /// The words as they stand in the text, each once.
  private func matched(_ hit: SearchHit) -> Set<String> {
    let characters = Array(hit.excerpt)
    return Set(hit.ranges.map { String(characters[$0.clamped(to: characters.indices)]).lowercased() })
  }

  /// The text around the words; of one that is too long, the part that has the first of them.
  private func excerpt(_ hit: SearchHit, width: Int) -> StyledText {
    let whole = StyledText(hit.excerpt, .dim).marking(hit.ranges.flatMap(\.self), .highlight)
    guard whole.columns > width, let first = hit.ranges.first, first.upperBound > width - 8 else { return whole }
    let skipped = max(0, first.lowerBound - width / 3)
    let rest = String(hit.excerpt.dropFirst(skipped))
    let places = hit.ranges.flatMap(\.self).filter { $0 >= skipped }.map { $0 - skipped + 1 }
    return StyledText("…" + rest, .dim).marking(places, .highlight)
  }
}
