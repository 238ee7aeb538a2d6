import CellGrid
import IdeaPipeline

/// The boards one can open.
struct LobbyView {
  let state: AppState
  let lobby: Lobby

  func draw(in body: Rect, _ grid: inout Grid) {
    let (words, rest) = body.split(top: body.height >= 8 ? 2 : 0)
    grid.draw(lead, row: 0, in: words.inset(horizontal: 2), .dim)
    guard let boards = lobby.boards else {
      return drawWords(lobby.trouble ?? waiting, lobby.trouble == nil ? .dim : .warning, in: rest, &grid)
    }
    if boards.isEmpty { return drawEmpty(in: rest, &grid) }
    let (list, trouble) = rest.split(bottom: lobby.trouble == nil ? 0 : 2)
    drawList(boards, in: list, &grid)
    if let words = lobby.trouble { drawWords(words, .warning, in: trouble, &grid) }
  }

  private var lead: String {
    guard let boards = lobby.boards, !boards.isEmpty else { return "" }
    return "Choose a board and press \(state.label(.open))."
  }

  private var waiting: String { lobby.opening.map { "Opening \($0) …" } ?? "Looking for boards …" }

  private func drawWords(_ words: String, _ token: ThemeToken, in rect: Rect, _ grid: inout Grid) {
    grid.draw(wrapped: words, in: rect.inset(left: 2, right: 2), token)
  }

  private func drawEmpty(in rect: Rect, _ grid: inout Grid) {
    let area = rect.inset(left: 2, right: 2)
    let seeds = "“hothouse seeds” lists what it can start from. \(state.label(.quit)) leaves."
    // The command is typed as it stands here, so it is never cut.
    let paragraphs: [(words: String, token: ThemeToken)] = [
      ("There are no boards yet.", .strong), ("A board is made at the shell:", .text),
      ("hothouse new my-board --seed neighbourhoods-first", .accent), (seeds, .dim),
    ]
    let texts = paragraphs.map { paragraph in
      TextLayout.wrap(paragraph.words, width: area.width).map { StyledText($0, paragraph.token) }
    }
    let isTight = texts.reduce(texts.count - 1) { $0 + $1.count } > area.height
    grid.draw(lines: texts.flatMap { isTight ? $0 : $0 + [""] }, in: area)
  }

  private func drawList(_ boards: [BoardListing], in rect: Rect, _ grid: inout Grid) {
    let height = rect.height >= 4 ? 2 : 1
    // With more boards than fit, the last row says how many.
    let isLong = boards.count > rect.height / height && rect.height > height
    let visible = max(1, (rect.height - (isLong ? 1 : 0)) / height)
    let selected = lobby.selectedIndex ?? 0
    let top = min(max(0, selected - visible / 2), max(0, boards.count - visible))
    for (slot, board) in boards.dropFirst(top).prefix(visible).enumerated() {
      let frame = Rect(x: rect.x, y: rect.y + slot * height, width: rect.width, height: height).intersection(rect)
      draw(board, number: top + slot + 1, isSelected: top + slot == selected, in: frame, &grid)
      grid.touch(frame, .place(top + slot, list: 0))
    }
    let below = boards.count - top - visible
    if isLong, below > 0 {
      grid.draw(StyledText("\(below) more ↓", .dim), row: rect.height - 1, in: rect.inset(left: 6))
    }
  }

  private func draw(_ board: BoardListing, number: Int, isSelected: Bool, in frame: Rect, _ grid: inout Grid) {
    let first = frame.row(0)
    grid.draw(TextLayout.pad("\(number)", width: 2, align: .right), in: first.inset(left: 2), .number)
    let title = StyledText(TextLayout.oneLine(board.title), isSelected ? .strong : .text)
    let counts = StyledText("\(Phrases.count(board.ideas, "idea"))", .text)
    grid.draw(left: title, right: counts, in: first.inset(left: 6, right: 2))
    if frame.height > 1 { grid.draw(meta(board), in: frame.row(1).inset(left: 6, right: 2)) }
    if isSelected { grid.select(frame.inset(left: 1)) }
  }

  private func meta(_ board: BoardListing) -> StyledText {
    if lobby.opening == board.name { return StyledText("opening …", .live) }
    if board.trouble != nil { return StyledText("cannot be opened: \(state.label(.open)) says why", .warning) }
    var parts = [Phrases.count(board.people, "person", "people")]
    if let last = board.lastActivity {
      parts.append("last change " + state.surroundings.dates.words(last, now: state.now))
    }
    if board.title != board.name { parts.append(board.name) }
    return StyledText(parts.joined(separator: " · "), .dim)
  }
}
