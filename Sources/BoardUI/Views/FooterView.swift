import CellGrid
import IdeaPipeline

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

  /// A key and what it does here, in fewer words where there is little room.
  struct Hint {
    let key: String
    var words: String
    var short: String?
    /// The way out, which stays as long as anything does.
    var isWayOut = false
  }

  /// The keys in the order in which they are dropped from the end.
  private var hints: [Hint] {
    switch state.overlays.last {
    case .composer(let composer): return writing(composer.sendWords, in: composer.textField)
    case .checklist(let checklist):
      return writing(checklist.purpose == .worksheet ? "save" : "advance", in: checklist.textField)
    case .form(let form): return writing(form.sendWords, in: form.textField)
    case .prompt(let prompt):
      return [Hint(key: enter, words: prompt.sendWords)] + editor(for: prompt.text) + [keep, help]
    case .merge(let picker):
      let swap = Hint(key: label(.nextField), words: "the other way round", short: "other way")
      return [Hint(key: enter, words: "merge"), choose] + (picker.subjects.count == 1 ? [swap] : []) + [back(), help]
    case .rounds(let list):
      return (list.results.isEmpty ? [] : [move, Hint(key: enter, words: "open the idea")]) + [back()]
    case .earlierTexts(let earlier):
      return (earlier.texts.count > 2 ? [Hint(key: "← →", words: "earlier, later")] : []) + [scroll, back()]
    case .clash:
      let keep = Hint(key: label(.keep), words: "keep mine for later", short: "keep mine", isWayOut: true)
      return [Hint(key: "← →", words: "choose"), Hint(key: enter, words: "do it"), scroll, keep]
    case .menu: return [move, Hint(key: enter, words: "choose"), back()]
    case .activity(let list): return activity(list)
    case .search(let list): return [typing] + (list.selectedHit == nil ? [] : [move, goThere]) + [back()]
    case .palette(let palette):
      let found = !palette.matches(in: CommandTable.entries, keymap: state.keymap).isEmpty
      return [typing] + (found ? [move, Hint(key: enter, words: "do it")] : []) + [back()]
    case .themes: return [Hint(key: "↑ ↓", words: "try"), Hint(key: enter, words: "use it"), back("as before")]
    case .help(let help): return reading(help)
    case .teams: return [move, Hint(key: enter, words: "join"), back()]
    case .scribe(let scribe):
      let words = scribe.people == nil ? "these people" : "post it"
      return [Hint(key: enter, words: words), Hint(key: label(.keep), words: "end", isWayOut: true), help]
    case .catchUp: return [Hint(key: enter, words: "go on", isWayOut: true), scroll]
    case nil: return state.board?.entry.map(entering) ?? (state.hasMarks ? marked : commands.map(hint))
    }
  }

  private var move: Hint { Hint(key: "↑ ↓", words: "move") }
  private var choose: Hint { Hint(key: "↑ ↓", words: "choose") }
  private var scroll: Hint { Hint(key: "↑ ↓", words: "scroll") }
  private var typing: Hint { Hint(key: "type", words: "to find") }
  private var goThere: Hint { Hint(key: enter, words: "go there") }
  private var help: Hint { Hint(key: "F1", words: "help") }
  private var keep: Hint { Hint(key: label(.keep), words: "keep for later", short: "keep", isWayOut: true) }

  private func back(_ words: String = "back") -> Hint { Hint(key: label(.back), words: words, isWayOut: true) }

  /// While a number or a filter is typed under the lists.
  private func entering(_ entry: ListEntry) -> [Hint] {
    switch entry {
    case .number: return [goThere, back()]
    case .filter:
      let comments = Hint(key: "Tab", words: "search comments too", short: "comments too")
      let found = state.board?.list.total == 0 ? [] : [move]
      return [Hint(key: enter, words: "keep it")] + found + [comments, back("show all")]
    }
  }

  private func activity(_ list: ActivityList) -> [Hint] {
    if list.isTyping { return [Hint(key: enter, words: "keep it"), move, back("show all")] }
    let all = list.filter.isEmpty ? back() : back("show all")
    if list.shown.isEmpty { return [all] }
    return [move, goThere, Hint(key: label(.filter), words: "find"), all]
  }

  private func reading(_ help: Help) -> [Hint] {
    guard let search = help.search else { return [scroll, Hint(key: label(.filter), words: "find"), back()] }
    if search.isTyping {
      return [Hint(key: enter, words: "keep it"), Hint(key: "↑ ↓", words: "before, next"), back("show all")]
    }
    return [Hint(key: "n N", words: "next, before"), scroll, back("end the search")]
  }

  /// What can be done with the marked ideas.
  private var marked: [Hint] {
    let count = state.board?.marks.count ?? 0
    let commands: [Command] = [.tags, .merge, .advance].filter { state.reason(against: $0) == nil }
    return [Hint(key: "\(count)", words: "marked")]
      + commands.map { Hint(key: label($0), words: $0 == .merge ? "merge into one" : hint($0).words) }
      + [back("clear marks"), hint(.help)]
  }

  private func hint(_ command: Command) -> Hint {
    var hint = Hint(key: label(command), words: CommandTable.entry(command).hint, isWayOut: command == .back)
    switch (command, state.screenPlace) {
    // In the lobby one level back is out.
    case (.quit, .lobby): hint = Hint(key: hint.key, words: "leave", isWayOut: true)
    case (.nextPane, .board): hint.words = "next stage"
    case (.nextPane, .idea): hint.words = state.board?.idea?.pane == .journey ? "conversation" : "journey"
    case (.open, .idea): hint.words = "more"
    case (.nextPane, .session): (hint.words, hint.short) = ("next part", "part")
    case (.pauseStep, _) where state.board?.room?.step?.state == .paused: hint.words = "go on"
    case (.open, .session): hint.words = openWords
    case (.withdraw, .idea) where state.board?.current?.state == .withdrawn: hint.words = "bring it back"
    case (.hide, .idea) where state.board?.current?.state == .hidden: hint.words = "show it again"
    case (.merge, .idea) where state.board?.current?.state == .merged: hint.words = "take it out again"
    default: break
    }
    return hint
  }

  private var enter: String { label(.open) }

  private func label(_ command: Command) -> String { state.label(command) }

  private func writing(_ send: String, in field: TextBuffer?) -> [Hint] {
    let next = Hint(key: label(.nextField), words: "next field", short: "next")
    return [Hint(key: label(.post), words: send), next] + editor(for: field) + [keep, help]
  }

  /// One's own editor, for a text over several rows.
  private func editor(for field: TextBuffer?) -> [Hint] {
    guard let field, field.isMultiline, !state.surroundings.isHosted else { return [] }
    return [Hint(key: label(.editor), words: CommandTable.entry(.editor).hint)]
  }

  private var commands: [Command] {
    switch state.screenPlace {
    case .lobby: state.hasBoards ? [.open, .quit, .help] : [.quit, .help]
    case .board: boardCommands
    case .idea: ideaCommands
    case .session: sessionCommands
    case .writing: []
    }
  }

  private var votes: [Command] {
    guard let round = state.board?.round?.round, round.isOpen else { return [] }
    return round.budget == nil ? [.agree, .disagree, .pass] : [.giveDot]
  }

  private var ideaCommands: [Command] {
    if !state.mayWrite { return [.nextPane, .activity, .back, .help] }
    if let row = state.board?.current, row.state != .active {
      return [.withdraw, .hide, .merge].filter { returns(row.state, by: $0) && state.reason(against: $0) == nil }
        + [.nextPane, .back, .help]
    }
    if let comment = state.board?.idea?.selectedComment, comment.mayEdit, state.mayWrite {
      return [.open, .edit, .withdraw, .comment, .nextPane, .back, .help]
    }
    return [.comment, .buildOn] + votes + [.advance, .nextPane, .open, .worksheet, .back, .help]
  }

  /// Whether a command brings an idea back into play.
  private func returns(_ state: IdeaState, by command: Command) -> Bool {
    switch state {
    case .active, .unrevealed: false
    case .withdrawn: command == .withdraw
    case .hidden: command == .hide
    case .merged: command == .merge
    }
  }

  /// What Enter does on the session screen.
  private var openWords: String {
    guard let board = state.board, let part = board.session?.part else { return "open" }
    switch part {
    case .agenda, .room:
      guard board.showsOpenSession, let step = board.selectedStep else { return "open" }
      return step.isCurrent ? "next step" : step.state == .done ? "run again" : "start it"
    case .help: return "claim, close"
    case .teams: if case .perspective? = board.selectedTeamSpot { return "invite" } else { return "more" }
    case .actions: return board.selectedAction == nil ? "add one" : "more"
    case .sessions: return "more"
    }
  }

  private var sessionCommands: [Command] {
    let usable = { (commands: [Command]) in commands.filter { state.reason(against: $0) == nil } }
    let moving: [Command] = [.nextPane, .back, .help]
    guard let board = state.board, let part = board.session?.part else { return moving }
    switch part {
    case .agenda, .room:
      let opens = state.reason(against: .startStep) == nil || (board.room == nil && board.shownSession != nil)
      let first = usable([.pauseStep]) + (opens ? [.open] : [])
      if board.room == nil { return first + usable([.planSession, .addStep]) + moving }
      return first + usable([.moreMinutes]) + [.nextPane] + usable([.openRound, .broadcast, .spotlight])
        + [.back, .help]
    case .help: return (board.room?.help.isEmpty == false ? [.open] : []) + moving
    case .teams: return (board.teamSpots.isEmpty ? [] : [.open]) + usable([.addAction]) + moving
    case .actions: return usable([.addAction]) + (board.selectedAction == nil ? [] : [.open]) + moving
    case .sessions: return (board.selectedSession == nil ? [] : [.open]) + usable([.planSession]) + moving
    }
  }

  private var boardCommands: [Command] {
    if !state.mayWrite { return (state.board?.current == nil ? [] : [.open]) + [.filter, .activity, .back, .help] }
    if state.board?.current == nil { return [.newIdea, .nextPane, .filter, .palette, .help] }
    return [.newIdea, .open, .comment, .buildOn] + votes + [.advance, .filter, .help]
  }

  /// As many as fit, and the columns between them: first in fewer words, then without those at the end. The way out and
  /// the last one, which is the way to help or out, stay longest.
  func fitting(width: Int) -> (hints: [Hint], gap: Int) {
    var hints = hints
    if columns(hints, gap: 2) > width {
      for index in hints.indices { hints[index].words = hints[index].short ?? hints[index].words }
    }
    while hints.count > 1, columns(hints, gap: 2) > width { hints.remove(at: leastNeeded(of: hints)) }
    return (hints, columns(hints, gap: 3) <= width ? 3 : 2)
  }

  private func leastNeeded(of hints: [Hint]) -> Int {
    let others = hints.indices.dropLast().filter { !hints[$0].isWayOut }
    // Where even two do not fit, the board keeps what one comes for and a form the way out of it.
    return others.last ?? (hints.count > 1 && hints[hints.count - 2].isWayOut ? hints.count - 1 : 0)
  }

  private func columns(_ hints: [Hint], gap: Int) -> Int {
    hints.reduce(-gap) { $0 + TextWidth.columns(of: $1.key) + 1 + TextWidth.columns(of: $1.words) + gap }
  }
}

extension AppState {
  /// Whether the lobby has anything to open.
  fileprivate var hasBoards: Bool {
    if case .lobby(let lobby) = screen { lobby.boards?.isEmpty == false } else { true }
  }
}

extension Prompt {
  /// What sending it is called.
  fileprivate var sendWords: String {
    switch purpose {
    case .sendBack: "send it back"
    case .override: "advance"
    case .tags, .tagMarked, .coAuthors: "save"
    case .hide, .hideComment: "hide it"
    case .askForHelp: "ask"
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
