import CellGrid
import IdeaPipeline

/// The rounds of the board with their results.
struct RoundsView {
  let state: AppState
  let list: RoundList

  private struct Line {
    let left: StyledText
    var right = StyledText()
    /// The place among the results; nil for a line that cannot be opened.
    var result: Int?
  }

  func draw(in body: Rect, _ grid: inout Grid) {
    let size = Size(width: min(body.width - 6, 92), height: body.height - 2)
    let area = Box(title: "Rounds and what came of them", content: size).draw(in: body, &grid)
    guard let rounds = list.rounds else { return grid.drawLine("Reading …", .dim, in: area) }
    if rounds.isEmpty {
      let words =
        "There has been no round yet. A facilitator opens one; then \(state.label(.giveDot)) gives a dot to an idea."
      return grid.draw(wrapped: words, in: area.inset(left: 2), .dim).discard()
    }
    let lines = lines(rounds)
    let place = lines.firstIndex { $0.result == list.selected } ?? 0
    let top = min(max(0, place - area.height / 2), max(0, lines.count - area.height))
    grid.drawMore(lines.count - top - area.height, under: area, of: state.frame.body)
    for (slot, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row(slot)
      grid.draw(left: line.left, right: line.right, in: row)
      if let result = line.result { grid.touch(row, .place(result, list: 0)) }
      if line.result == list.selected { grid.select(row) }
    }
    grid.lay(.overlay, under: area, unless: .selected)
  }

  private func lines(_ rounds: [RoundRow]) -> [Line] {
    var lines: [Line] = []
    var count = 0
    for row in rounds {
      if !lines.isEmpty { lines.append(Line(left: StyledText())) }
      lines.append(head(row))
      if row.results.isEmpty { lines.append(Line(left: StyledText("  \(without(row))", .dim))) }
      if !row.round.isOpen, let spread = row.spread { lines.append(Line(left: StyledText("  \(spread)", .dim))) }
      let width = row.results.map { ($0.number.map(String.init) ?? "").count }.max() ?? 0
      for rank in row.ranking {
        lines.append(line(rank, of: row, width: width, place: count))
        count += 1
      }
    }
    return lines
  }

  private func head(_ row: RoundRow) -> Line {
    let round = row.round
    let dates = state.surroundings.dates
    let when = round.closedAt.map { "closed \(dates.words($0, now: state.now))" } ?? "open"
    return Line(
      left: StyledText("Round \(round.number): \(round.title)", .fieldLabel),
      right: StyledText("\(row.done) of \(row.voters) done · \(when)", round.isOpen ? .live : .dim))
  }

  private func without(_ row: RoundRow) -> String {
    row.round.isBlind ? "The results show when the round closes." : "Nobody has voted yet."
  }

  private func line(_ rank: RoundRank, of row: RoundRow, width: Int, place: Int) -> Line {
    let result = rank.result
    let number = TextLayout.pad(result.number.map(String.init) ?? "", width: width, align: .right)
    let tally = result.tally
    let votes =
      tally.agree + tally.disagree + tally.pass > 0
      ? "\(tally.agree) agree, \(tally.disagree) disagree, \(tally.pass) pass" : Phrases.count(tally.dots, "dot")
    // A place is won when the round closes.
    let won = row.round.isOpen ? "" : TextLayout.pad(rank.words, width: 3, align: .right)
    return Line(
      left: StyledText(won, .strong) + StyledText("  \(number)  ", .number)
        + StyledText(TextLayout.oneLine(result.title), .text),
      right: StyledText(votes, .dot), result: place)
  }
}
