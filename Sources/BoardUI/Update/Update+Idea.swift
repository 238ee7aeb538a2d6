import CellGrid
import IdeaPipeline

/// How the body of the idea screen is divided.
struct IdeaLayout: Equatable {
  /// The names of the panes.
  let heads: Rect
  /// Empty where there is room for one pane only and the other has the keys.
  let conversation: Rect
  let journey: Rect

  init(_ body: Rect, pane: IdeaScreen.Pane) {
    let (heads, rest) = body.split(top: body.height >= 4 ? 1 : 0)
    self.heads = heads
    if body.width >= 72 {
      let (left, right) = rest.split(right: min(46, max(28, body.width / 3)))
      conversation = left.inset(left: 1, right: 2)
      journey = right.inset(left: 1, right: 2)
    } else {
      let only = rest.inset(left: 1, right: body.width >= 40 ? 2 : 1)
      conversation = pane == .conversation ? only : .zero
      journey = pane == .journey ? only : .zero
    }
  }

  var isSplit: Bool { !conversation.isEmpty && !journey.isEmpty }

  subscript(pane: IdeaScreen.Pane) -> Rect { pane == .conversation ? conversation : journey }
}

extension AppState {
  /// A pane of the open idea, laid out; nil while the idea is not known.
  func pane(_ pane: IdeaScreen.Pane, in rect: Rect) -> IdeaPaneLayout? {
    guard let board, let idea = board.idea, let row = idea.row else { return nil }
    // The bar of the selection and a space stand before the text.
    let maker = IdeaBlockMaker(
      row: row, detail: idea.detail, width: max(1, rect.width - 2), now: now, dates: surroundings.dates,
      keymap: keymap, newSince: board.newSince, mayWrite: mayWrite,
      mayMerge: board.role >= .coach)
    return IdeaPaneLayout(pane == .conversation ? maker.conversation() : maker.journey())
  }

  /// What a command does on an idea; nil where that is what it does everywhere.
  mutating func performOnIdea(_ command: Command) -> [Effect]? {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command)
    case .left: board?.idea?.pane = .conversation
    case .right: board?.idea?.pane = .journey
    case .nextPane, .previousPane:
      let isJourney = board?.idea?.pane == .journey
      board?.idea?.pane = isJourney ? .conversation : .journey
    case .open: return openSpot()
    case .back, .quit: closeIdea()
    default: return nil
    }
    return []
  }

  private mutating func move(_ command: Command) {
    guard var idea = board?.idea else { return }
    let rect = IdeaLayout(frame.body, pane: idea.pane)[idea.pane]
    guard let layout = pane(idea.pane, in: rect) else { return }
    let height = rect.height
    switch command {
    case .up: idea.place = layout.moved(idea.place, down: false, height: height)
    case .down: idea.place = layout.moved(idea.place, down: true, height: height)
    case .pageUp: idea.place = layout.paged(idea.place, by: -max(1, height - 1), height: height)
    case .pageDown: idea.place = layout.paged(idea.place, by: max(1, height - 1), height: height)
    default: idea.place = layout.edge(last: command == .last, height: height)
    }
    board?.idea = idea
  }

  /// Keeps the panes of the open idea within their text after a resize or a change.
  mutating func keepIdeaInSight() {
    guard var idea = board?.idea else { return }
    let rects = IdeaLayout(frame.body, pane: idea.pane)
    if let layout = pane(.conversation, in: rects.conversation) {
      idea.conversation = layout.inSight(idea.conversation, height: rects.conversation.height)
    }
    if let layout = pane(.journey, in: rects.journey) {
      idea.journey = layout.inSight(idea.journey, height: rects.journey.height)
    }
    board?.idea = idea
  }

  /// Opens what is pointed at: a reply, a worksheet, another idea, or what can be done with this one.
  private mutating func openSpot() -> [Effect] {
    guard let idea = board?.idea, let row = idea.row else { return [] }
    switch idea.place.spot {
    case .comment: return openComment(of: row)
    case .stage(let stage): return openWorksheet(stage)
    case .idea(row.id): overlays.append(.menu(deeds(with: row)))
    case .idea(let id):
      let other = (idea.detail?.lineage.map(\.row) ?? []) + (idea.detail?.merged ?? [])
      let trail = idea.trail + [idea.reference]
      let known = other.first { $0.id == id }
      open(known.map { IdeaScreen($0, trail: trail) } ?? IdeaScreen(reference: .id(id), trail: trail))
    case .earlierTexts:
      if let earlier = idea.detail.flatMap(EarlierTexts.init) { overlays.append(.earlierTexts(earlier)) }
    case .text, .note, nil: overlays.append(.menu(deeds(with: row)))
    }
    return []
  }

  /// Replies to a comment; where more can be done with it, says what.
  private mutating func openComment(of row: IdeaRow) -> [Effect] {
    guard let comment = board?.idea?.selectedComment, comment.mayEdit, mayWrite else { return reply() }
    var edits: [(Command, String)] = [
      (.edit, "Edit"), (.withdraw, comment.text == nil && !comment.isHidden ? "Bring back" : "Withdraw"),
    ]
    if reason(against: .hide) == nil { edits.append((.hide, comment.isHidden ? "Show again" : "Hide from everyone")) }
    let reply = Menu.Option(words: "Reply", choice: .reply, reason: comment.text == nil ? "It is withdrawn." : nil)
    let options =
      [reply] + edits.map { Menu.Option(words: $1, choice: .command($0), reason: reason(against: $0)) }
    let whose = comment.isOwn ? "Your comment" : "The comment by \(comment.author.words)"
    overlays.append(.menu(Menu(title: "\(whose) on \(row.name)", options: options)))
    return []
  }

  /// What can be done with an idea, in words.
  private func deeds(with row: IdeaRow) -> Menu {
    let isConsensus = board?.round.map { $0.round.budget == nil && $0.round.isOpen } ?? false
    let votes: [Command] = isConsensus ? [.agree, .disagree, .pass] : [.giveDot, .takeBackDot]
    let commands: [Command] =
      [.comment, .buildOn] + votes + [.edit, .advance, .sendBack, .worksheet, .tags, .links, .coAuthors, .withdraw]
      + [.merge, .outcome, .hide].filter { reason(against: $0) == nil } + [.reference]
    return Menu(
      title: "Idea \(row.name): what would you like to do?",
      options: commands.map { command in
        Menu.Option(
          words: CommandTable.entry(command).name, choice: .command(command), reason: reason(against: command))
      })
  }

  /// Goes back to the idea one came from, or to the board, where the idea is selected.
  private mutating func closeIdea() {
    guard var board, var idea = board.idea else { return }
    if let before = idea.trail.popLast() {
      board.idea = IdeaScreen(reference: before, trail: idea.trail)
      board.idea?.cameFrom = idea.cameFrom
    } else {
      if let row = idea.row, board[list: row.stage].mayHold(row.id) {
        board.stage = row.stage
        board[list: row.stage].selected = row.id
      }
      board.preview = idea.detail
      board.idea = nil
    }
    self.board = board
    if board.idea == nil, let search = idea.cameFrom { overlays.append(.search(search)) }
  }
}
