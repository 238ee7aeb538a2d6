import CellGrid
import IdeaPipeline

/// Where the numbers stand at the right of a list, the same for all its rows.
struct CardColumns {
  /// Columns of the longest number.
  let number: Int
  let tally: Int
  /// Whether comments and builds have columns of their own.
  let hasCounts: Bool
  /// Whether there is room for a tally.
  let hasTally: Bool
  /// What stands over them, at the right of the rule; nil where there is no room.
  let labels: StyledText?
  private let offset: Int

  static let comments = 8
  static let builds = 6

  init(board: OpenBoard, width: Int) {
    let list = board.list
    // The ideas of the whole board count, so that the columns are the same in every stage.
    let highest = list.rows.lazy.compactMap(\.number).max() ?? 0
    number = max(2, String(max(highest, board.summary.counts.values.reduce(0, +))).count)
    let isConsensus = list.rows.contains { if case .consensus = $0.tally { true } else { false } }
    tally = max(isConsensus ? 8 : 5, list.rows.lazy.map { Phrases.tally($0.tally).columns }.max() ?? 0)
    hasCounts = width >= 72
    hasTally = width >= 36
    guard hasCounts else {
      labels = nil
      offset = hasTally ? tally + 2 : 1
      return
    }
    let words = TextLayout.pad(isConsensus ? "agree" : "dots", width: tally)
    let text = " \(words)  comments  builds "
    offset = text.count + 1
    labels = StyledText(text, .dim) + StyledText("─", .rule)
  }

  /// Columns at the right for tally and counts, with the margin.
  var width: Int { offset }
}

/// One idea in a list.
struct CardView {
  let state: AppState
  let board: OpenBoard
  let row: IdeaRow
  let isSelected: Bool

  /// A row of a list: number, title, tally and counts, and a second line on who and when.
  func draw(in frame: Rect, _ columns: CardColumns, _ grid: inout Grid) {
    let first = frame.row(0)
    let left = first.inset(left: 2)
    let number = TextLayout.pad(row.number.map(String.init) ?? "", width: columns.number, align: .right)
    grid.draw(number, in: left, .number)
    if isMarked { grid.draw("✓", in: first, .accent) }
    let text = left.inset(left: columns.number + 2, right: columns.width)
    let mark = columns.hasTally ? mark : StyledText()
    let (title, word) = text.split(right: mark.runs.isEmpty ? 0 : 6)
    grid.draw(StyledText(TextLayout.oneLine(row.title), isSelected ? .strong : .text), in: title)
    grid.draw(mark, in: word, align: .right)
    drawCounts(in: first.split(right: columns.width).right, columns, &grid)
    if frame.height > 1 {
      grid.draw(meta, in: frame.row(1).inset(left: columns.number + 4, right: 1))
    }
    if isSelected { grid.select(frame.inset(left: 1)) }
  }

  private func drawCounts(in rect: Rect, _ columns: CardColumns, _ grid: inout Grid) {
    guard columns.hasTally else { return }
    let (tally, rest) = rect.inset(left: 1).split(left: columns.tally)
    grid.draw(Phrases.tally(row.tally), in: tally)
    guard columns.hasCounts else { return }
    let (comments, builds) = rest.inset(left: 2).split(left: CardColumns.comments)
    grid.draw(Phrases.grouped(row.comments), in: comments, row.comments > 0 ? .text : .dim, align: .right)
    if row.builds > 0 {
      let cell = builds.inset(left: 2).split(left: CardColumns.builds).left
      grid.draw("↳\(row.builds)", in: cell, .text, align: .right)
    }
  }

  private var isMarked: Bool { board.marks.contains(row.id) }

  /// A word for what is new or has just moved here.
  private var mark: StyledText {
    let isJust = board.arrivals[row.id] != nil
    if board.isNew(row) { return StyledText("new", isJust ? .live : .new) }
    return isJust ? StyledText("moved", .live) : StyledText()
  }

  /// Who, where, when; of the selected one also the gate.
  private var meta: StyledText {
    var parts = [StyledText(Phrases.author(of: row), row.isOwn ? .own : .dim)]
    if board.sealed[row.id] != nil { parts = [StyledText("yours, in this visit", .own)] }
    if let team = row.team { parts.append(StyledText(team, .dim)) }
    parts.append(StyledText(age, .dim))
    if let word = stateWord { parts.append(StyledText(word, .warning)) }
    if let outcome = row.outcome { parts.append(StyledText(outcome.rawValue, .accent)) }
    if isSelected, row.gateTotal > 0 { parts.append(StyledText("gate \(row.gateMet) of \(row.gateTotal)", .dim)) }
    if state.size.width < 72, row.comments > 0 {
      parts.append(StyledText(Phrases.count(row.comments, "comment"), .dim))
    }
    parts += row.tags.map { StyledText("#\($0)", .tag) }
    return StyledText(joining: parts, separator: StyledText(" · ", .dim))
  }

  /// Why it is not in play; nil while it is.
  private var stateWord: String? {
    switch row.state {
    case .active: nil
    case .merged: row.mergedInto.map { "merged into \($0)" } ?? "merged"
    case .withdrawn: "withdrawn"
    case .hidden: "hidden from everyone"
    case .unrevealed: "only you see it until the reveal"
    }
  }

  private var age: String { state.surroundings.dates.words(row.createdAt, now: state.now) }

  // MARK: In a column

  /// A card in a narrow column: the title over up to two lines, then who and the counts.
  func drawNarrow(in frame: Rect, _ grid: inout Grid) {
    let area = frame.inset(left: 1)
    let number = (isMarked ? "✓ " : "") + (row.number.map { "\($0) " } ?? "")
    let titleRows = max(1, frame.height - 2)
    let lines = TextLayout.wrap(number + TextLayout.oneLine(row.title), width: area.width)
    for (index, line) in lines.prefix(titleRows).enumerated() {
      let isCut = index == titleRows - 1 && lines.count > titleRows
      let text = styled(isCut ? line + " …" : line, number: index == 0 ? number : "")
      grid.draw(isCut ? cut(text, line, width: area.width) : text, row: index, in: area)
    }
    let used = min(lines.count, titleRows)
    if frame.height > used { grid.draw(narrowMeta(width: area.width), row: used, in: area) }
    if isSelected { grid.select(Rect(x: frame.x, y: frame.y, width: frame.width, height: min(frame.height, used + 1))) }
  }

  /// A line that goes on: with "…" behind it, or in place of its end where it is full.
  private func cut(_ text: StyledText, _ line: String, width: Int) -> StyledText {
    text.columns <= width ? text : styled(line + "…", number: "").clipped(to: width)
  }

  private func styled(_ line: String, number: String) -> StyledText {
    let token: ThemeToken = isSelected ? .strong : .text
    guard !number.isEmpty, line.hasPrefix(number) else { return StyledText(line, token) }
    return StyledText(number, .number) + StyledText(String(line.dropFirst(number.count)), token)
  }

  /// As much as fits: the mark for what is new, who, the tally, the counts.
  private func narrowMeta(width: Int) -> StyledText {
    let separator = StyledText(" · ", .dim)
    let whole = StyledText(joining: narrowParts(row.author.words, width), separator: separator)
    if whole.columns <= width { return whole }
    var parts = narrowParts(row.author.firstName, width)
    while parts.count > 1, StyledText(joining: parts, separator: separator).columns > width { parts.removeLast() }
    return StyledText(joining: parts, separator: separator)
  }

  private func narrowParts(_ author: String, _ width: Int) -> [StyledText] {
    let name = row.isOwn ? "you" : author
    var parts = [mark, StyledText(name, row.isOwn ? .own : .dim), Phrases.tally(row.tally)]
    let comments = width >= 30 ? Phrases.count(row.comments, "comment") : "\(row.comments)"
    if row.comments > 0 { parts.append(StyledText(comments, .dim)) }
    if row.builds > 0 { parts.append(StyledText("↳\(row.builds)", .dim)) }
    if width >= 30 { parts.append(StyledText(age, .dim)) }
    if isSelected, row.gateTotal > 0 { parts.append(StyledText("gate \(row.gateMet)/\(row.gateTotal)", .dim)) }
    if let word = stateWord { parts.insert(StyledText(word, .warning), at: 1) }
    if let outcome = row.outcome { parts.insert(StyledText(outcome.rawValue, .accent), at: 1) }
    return parts.filter { !$0.runs.isEmpty }
  }
}
