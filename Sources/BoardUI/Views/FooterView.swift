import CellGrid
import IdeaPipeline

/// The line above the footer: what is being typed there, else the answer to the last action; and the state of saving.
struct NoticeView {
  let state: AppState

  func draw(in rect: Rect, _ grid: inout Grid) {
    let row = rect.inset(horizontal: 1)
    guard !row.isEmpty else { return }
    if let entry = state.board?.entry, state.overlays.isEmpty { return draw(entry, in: row, &grid) }
    if let notice = state.notice { return draw(notice, in: row, &grid) }
    grid.draw(left: words, right: saving, in: row)
    if !words.runs.isEmpty { grid.touch(row.split(left: words.columns).left, .key(.escape)) }
  }

  /// A sentence is never cut short: where one line is not enough it takes more of the body above.
  private func draw(_ notice: Notice, in row: Rect, _ grid: inout Grid) {
    let saving = saving
    let room = row.width - (saving.runs.isEmpty ? 0 : saving.columns + 2)
    let hasBoth = TextWidth.columns(of: notice.text) <= room
    let lines = TextLayout.wrap(notice.text, width: row.width)
    let height = min(lines.count, max(1, row.y))
    if lines.count > 1 { grid.fill(Rect(x: 0, y: row.y - height + 1, width: grid.size.width, height: height), .screen) }
    for (index, line) in lines.prefix(height).enumerated() {
      grid.draw(line, at: Point(x: row.x, y: row.y - height + 1 + index), token(notice.kind))
    }
    if hasBoth { grid.draw(saving, in: row, align: .right) }
  }

  private var words: StyledText {
    guard let board = state.board, !board.filter.isEmpty, state.overlays.isEmpty, board.idea == nil else {
      return StyledText()
    }
    return StyledText("Filter: ", .dim) + StyledText(board.filter.text, .highlight)
      + StyledText("  \(found(board)) · Esc clears", .dim)
  }

  private func token(_ kind: Notice.Kind) -> ThemeToken {
    switch kind {
    case .told: .live
    case .answer: .text
    case .refusal: .warning
    case .trouble: .danger
    }
  }

  /// The state of saving.
  private var saving: StyledText {
    switch state.board?.saving.status(at: state.now) ?? .nothing {
    case .nothing: StyledText()
    case .saving: StyledText("saving …", .saving)
    case .saved: StyledText("saved ✓", .success)
    case .waiting(let holder?): StyledText("waiting for the board (\(holder) is writing)", .waiting)
    case .waiting(nil): StyledText("waiting for the board …", .waiting)
    }
  }

  private func draw(_ entry: ListEntry, in row: Rect, _ grid: inout Grid) {
    switch entry {
    case .number(let digits):
      let end = grid.draw(StyledText("Go to idea ", .fieldLabel) + StyledText(digits, .strong), in: row)
      if end.x < row.maxX { grid.cursor = end }
      grid.draw(
        left: StyledText(), right: StyledText("Enter goes, Esc cancels", .dim), in: row.inset(left: end.x + 1 - row.x))
    case .filter(let buffer): draw(buffer, in: row, &grid)
    }
  }

  private func draw(_ buffer: TextBuffer, in row: Rect, _ grid: inout Grid) {
    guard let board = state.board else { return }
    let hint = row.width >= 60 && buffer.isEmpty ? "words  #tag  @handle  is:new  stage:define" : found(board)
    let comments = row.width >= 60 && !board.filter.words.isEmpty ? " · Tab: in comments too" : ""
    let problem = buffer.excess > 0 ? buffer.counter : board.filterProblem.map { StyledText($0, .warning) }
    let right = problem ?? StyledText(hint + comments, .dim)
    let (rest, end) = row.split(right: min(right.columns, max(row.width / 2, row.width - buffer.count - 8)))
    grid.draw(right, in: end)
    let label = grid.draw("/ ", in: rest, .accent)
    let field = rest.inset(left: label.x - rest.x, right: 1)
    grid.drawText(buffer, in: field, isActive: true)
  }

  /// How many ideas the filter leaves.
  private func found(_ board: OpenBoard) -> String {
    guard board.filter.narrows else { return Phrases.count(board.summary.counts.values.reduce(0, +), "idea") }
    let counts = Stage.allCases.compactMap { board.filteredCounts[$0] }.reduce(0, +)
    if let state = board.filter.state { return Phrases.count(counts, "\(state.rawValue) idea") }
    return "\(Phrases.grouped(counts)) of \(Phrases.count(board.summary.counts.values.reduce(0, +), "idea"))"
  }
}

/// The keys that matter here, from the command table.
struct FooterView {
  let state: AppState

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    grid.fill(rect, .footer)
    var rest = rect.inset(horizontal: 1)
    let (hints, gap) = FooterHints(state: state).fitting(width: rest.width)
    for hint in hints {
      let text = StyledText(hint.key, .footerKey) + StyledText(" \(hint.words)", .footer)
      let (area, below) = rest.split(left: text.columns)
      grid.draw(text, in: area)
      if let key = state.keymap.key(labelled: hint.key) { grid.touch(area, .key(key)) }
      rest = below.inset(left: gap)
    }
  }
}

/// Which commands the footer names, and how they fit.
struct FooterHints {
  let state: AppState

  /// The keys in the order in which they are dropped from the end, with "? help" always last.
  private var hints: [(key: String, words: String)] {
    switch state.overlays.last {
    case .composer(let composer): return writing(composer.sendWords, in: composer.textField)
    case .checklist(let checklist):
      return writing(checklist.purpose == .worksheet ? "save" : "move it on", in: checklist.textField)
    case .prompt(let prompt):
      return [(enter, prompt.sendWords), (label(.keep), "keep for later")] + editor(for: prompt.text) + [("F1", "help")]
    case .merge(let picker):
      let swap = picker.subjects.count == 1 ? [(label(.nextField), "the other way round")] : []
      return [(enter, "merge"), ("↑ ↓", "choose")] + swap + [(label(.back), "back"), ("F1", "help")]
    case .rounds: return [("↑ ↓", "move"), (enter, "open the idea"), (label(.back), "back")]
    case .earlierTexts:
      return [("← →", "earlier, later"), ("↑ ↓", "scroll"), (label(.back), "back")]
    case .clash: return [("← →", "choose"), (enter, "do it"), ("↑ ↓", "scroll"), (label(.keep), "keep mine for later")]
    case .menu: return [("↑ ↓", "move"), (enter, "choose"), (label(.back), "back")]
    case .activity(let list) where list.isTyping: return [(enter, "keep"), ("↑ ↓", "move"), ("Esc", "all")]
    case .activity:
      return [("↑ ↓", "move"), (enter, "go there"), (label(.filter), "find"), (label(.back), "back")]
    case .search: return [("type", "to find"), ("↑ ↓", "move"), (enter, "go there"), (label(.back), "back")]
    case .palette: return [("type", "to find"), ("↑ ↓", "move"), (enter, "do it"), (label(.back), "back")]
    case .themes: return [("↑ ↓", "try"), (enter, "use it"), (label(.back), "as before")]
    case .help(let help): return reading(help)
    case nil where state.hasMarks: return marked
    case nil: return commands.map { (label($0), words($0)) }
    }
  }

  private func reading(_ help: Help) -> [(key: String, words: String)] {
    guard let search = help.search else {
      return [("↑ ↓", "scroll"), (label(.filter), "find"), (label(.back), "back")]
    }
    if search.isTyping { return [(enter, "keep"), ("↑ ↓", "before, next"), ("Esc", "all")] }
    return [("n N", "next, before"), ("↑ ↓", "scroll"), (label(.back), "end the search")]
  }

  /// What can be done with the marked ideas.
  private var marked: [(key: String, words: String)] {
    let count = state.board?.marks.count ?? 0
    let commands: [Command] = [.tags, .merge, .advance].filter { state.reason(against: $0) == nil }
    return [("\(count)", "marked")] + commands.map { (label($0), $0 == .merge ? "merge into one" : words($0)) }
      + [(label(.back), "clear marks"), (label(.help), words(.help))]
  }

  /// In the lobby one level back is out.
  private func words(_ command: Command) -> String {
    command == .quit && state.screenPlace == .lobby ? "leave" : CommandTable.entry(command).hint
  }

  private var enter: String { label(.open) }

  private func label(_ command: Command) -> String { state.label(command) }

  private func writing(_ send: String, in field: TextBuffer?) -> [(key: String, words: String)] {
    [(label(.post), send), (label(.nextField), "next field"), (label(.keep), "keep for later")] + editor(for: field)
      + [("F1", "help")]
  }

  /// One's own editor, for a text over several rows.
  private func editor(for field: TextBuffer?) -> [(key: String, words: String)] {
    guard let field, field.isMultiline, !state.surroundings.isHosted else { return [] }
    return [(label(.editor), CommandTable.entry(.editor).hint)]
  }

  private var commands: [Command] {
    switch state.screenPlace {
    case .lobby: [.open, .quit, .help]
    case .board: boardCommands
    case .idea: ideaCommands
    case .writing: []
    }
  }

  private var votes: [Command] {
    guard let round = state.board?.round?.round, round.isOpen else { return [] }
    return round.budget == nil ? [.agree, .disagree, .pass] : [.giveDot]
  }

  private var ideaCommands: [Command] {
    if let comment = state.board?.idea?.selectedComment, comment.mayEdit, state.mayWrite {
      return [.open, .edit, .withdraw, .comment, .nextPane, .back, .help]
    }
    return [.comment, .buildOn] + votes + [.worksheet, .advance, .nextPane, .back, .help]
  }

  private var boardCommands: [Command] {
    if !state.mayWrite { return [.open, .filter, .activity, .back, .help] }
    if state.board?.current == nil { return [.newIdea, .nextPane, .filter, .palette, .help] }
    return [.newIdea, .open, .comment, .buildOn] + votes + [.advance, .filter, .help]
  }

  /// As many as fit, and the columns between them; the last one (the way to help) always, if anything does.
  func fitting(width: Int) -> (hints: [(key: String, words: String)], gap: Int) {
    var hints = hints
    while hints.count > 1, columns(hints, gap: 2) > width { hints.remove(at: hints.count - 2) }
    return (hints, columns(hints, gap: 3) <= width ? 3 : 2)
  }

  private func columns(_ hints: [(key: String, words: String)], gap: Int) -> Int {
    hints.reduce(-gap) { $0 + TextWidth.columns(of: $1.key) + 1 + TextWidth.columns(of: $1.words) + gap }
  }
}

extension Prompt {
  /// What sending it is called.
  fileprivate var sendWords: String {
    switch purpose {
    case .sendBack, .override: "move it"
    case .tags, .tagMarked, .coAuthors: "save"
    case .hide, .hideComment: "hide it"
    }
  }
}

extension Composer {
  /// What sending it is called.
  var sendWords: String {
    switch purpose {
    case .newIdea, .buildOn: "post"
    case .edit, .editComment, .outcome, .links: "save"
    case .comment, .reply: "send"
    }
  }
}
