import CellGrid
import IdeaPipeline

extension AppState {
  /// Opens a composer for a command.
  mutating func write(_ command: Command) -> [Effect] {
    guard let board else { return [] }
    if command == .newIdea { return compose(.newIdea) }
    guard let row = board.current else { return [] }
    let subject = Composer.Subject(row)
    switch command {
    case .buildOn: return compose(.buildOn(subject))
    case .edit: return board.idea?.selectedComment.map { edit($0, on: row) } ?? edit(row)
    case .comment: return compose(.comment(subject))
    case .outcome: return compose(.outcome(subject))
    default: return []
    }
  }

  /// Answers the comment that is pointed at; an answer to an answer goes to the comment both belong to.
  mutating func reply() -> [Effect] {
    if let reason = reason(against: .comment) {
      say(.refusal, reason)
      return []
    }
    guard let idea = board?.idea, let row = idea.row, let chosen = idea.selectedComment else { return [] }
    if chosen.text == nil {
      say(.refusal, "That comment was taken away: \(label(.comment)) says it as a comment of its own.")
      return []
    }
    let parent = idea.detail?.comments.first { $0.number == chosen.replyTo && $0.idea == chosen.idea } ?? chosen
    let author = parent.isOwn ? "yourself" : parent.author.words
    return compose(.reply(Composer.Subject(row), to: parent.id, number: parent.number, author: author))
  }

  private mutating func edit(_ row: IdeaRow) -> [Effect] {
    if board?.sealed[row.id] != nil { return editSealed(row.id) }
    var draft = board?.drafts[.edit(row.id)]
    if draft == nil { draft = Draft(title: row.title, body: row.body, revision: row.revision, changedAt: now) }
    return compose(.edit(Composer.Subject(row), revision: row.revision), with: draft)
  }

  private mutating func edit(_ comment: CommentView, on row: IdeaRow) -> [Effect] {
    let draft =
      board?.drafts[.editComment(row.id, comment.id)]
      ?? Draft(body: comment.text ?? "", revision: comment.revision, changedAt: now)
    return compose(.editComment(Composer.Subject(row), comment.id, revision: comment.revision), with: draft)
  }

  private mutating func compose(_ purpose: Composer.Purpose) -> [Effect] {
    compose(purpose, with: board?.drafts[DraftPlace(purpose)])
  }

  /// Opens a composer, with what was typed there before.
  mutating func compose(_ purpose: Composer.Purpose, with draft: Draft?) -> [Effect] {
    guard let board else { return [] }
    let place = DraftPlace(purpose)
    if board.saving.isSending(place) {
      say(.answer, "What you wrote there is still being saved.")
      return []
    }
    var composer = Composer(purpose, draft: draft, challenge: board.presetChallenge)
    let promise = Promise.of(board.room)
    if composer.isPost { composer.promise = draft?.promise?.kept(in: promise) ?? promise }
    if let id = place.idea, case .edit = purpose { composer.isAboutSealed = board.sealed[id] != nil }
    if draft != nil, board.drafts[place] != nil { composer.remark = "This is what you wrote before." }
    overlays.append(.composer(composer))
    notice = nil
    return []
  }

  /// Takes up a draft that was found; where its idea is not known any more, it becomes a new idea.
  mutating func resume(_ place: DraftPlace) -> [Effect] {
    guard let board, let draft = board.drafts[place] else { return [] }
    if place == .marked {
      tagAgain(draft)
      return []
    }
    if place == .help { return run(.askForHelp) }
    if place == .scribe { return run(.scribe) }
    guard let id = place.idea else { return compose(.newIdea, with: draft) }
    guard let row = board.row(id) else {
      self.board?.idea = IdeaScreen(reference: .id(id), trail: [])
      self.board?.resuming = place
      return []
    }
    switch place {
    case .form: return []
    case .newIdea, .marked, .help, .scribe: return compose(.newIdea, with: draft)
    case .buildOn: return compose(.buildOn(Composer.Subject(row)), with: draft)
    case .edit: return compose(.edit(Composer.Subject(row), revision: row.revision), with: draft)
    case .comment: return compose(.comment(Composer.Subject(row)), with: draft)
    case .outcome: return compose(.outcome(Composer.Subject(row)), with: draft)
    case .links:
      guard board.idea?.row?.id == row.id, board.idea?.detail != nil else {
        if board.idea?.row?.id != row.id { open(IdeaScreen(row)) }
        self.board?.resuming = place
        return []
      }
      return openLinks(row)
    case .worksheet(_, let stage):
      if board.idea == nil { open(IdeaScreen(row)) }
      return openWorksheet(stage)
    case .line(_, let line):
      if board.idea?.row?.id != row.id { open(IdeaScreen(row)) }
      return run(line.command)
    case .reply(_, let id), .editComment(_, let id), .hideComment(_, let id):
      guard board.idea?.row?.id == row.id, let detail = board.idea?.detail else {
        if board.idea?.row?.id != row.id { open(IdeaScreen(row)) }
        self.board?.resuming = place
        return []
      }
      guard let comment = detail.comments.first(where: { $0.id == id }) else { return [] }
      return resume(place, comment, on: Composer.Subject(row), draft)
    }
  }

  private mutating func resume(
    _ place: DraftPlace, _ comment: CommentView, on subject: Composer.Subject, _ draft: Draft
  ) -> [Effect] {
    if case .hideComment = place {
      ask(.hideComment(comment.id), about: subject)
      return []
    }
    if case .editComment = place {
      return compose(.editComment(subject, comment.id, revision: comment.revision), with: draft)
    }
    let author = comment.isOwn ? "yourself" : comment.author.words
    return compose(.reply(subject, to: comment.id, number: comment.number, author: author), with: draft)
  }
}

extension AppState {
  /// Puts a text whose idea is not there any more into a new idea, under what may be written there already; nil where there
  /// is no text to speak of.
  mutating func rescue(_ place: DraftPlace) -> [Effect]? {
    guard let board, let draft = board.drafts[place], place.isText, !board.saving.isSending(.newIdea) else {
      return nil
    }
    var idea = board.drafts[.newIdea] ?? Draft(changedAt: now)
    let isFree = idea.title.isEmpty && place.isIdea
    if isFree { (idea.title, idea.tags) = (draft.title, draft.tags) }
    let answers = draft.answers.sorted { $0.key < $1.key }.map(\.value)
    let texts = [idea.body, isFree ? "" : draft.title, draft.body] + answers
    idea.body = texts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
    guard !idea.isEmpty else { return nil }
    self.board?.drafts[place] = nil
    let effects = compose(.newIdea, with: idea) + keep(idea, at: .newIdea) + [.discardDraft(place)]
    if case .composer(var composer)? = overlays.last {
      composer.remark = "What you wrote about is not there any more: this is your text."
      setTop(.composer(composer))
    }
    return effects
  }
}

extension DraftPlace {
  /// Whether what is written there says something without its idea.
  fileprivate var isText: Bool {
    switch self {
    case .buildOn, .edit, .comment, .reply, .editComment, .outcome, .worksheet: true
    case .newIdea, .marked, .help, .scribe, .line, .hideComment, .links, .form: false
    }
  }
}

extension DraftPlace.Line {
  /// The command that goes on with it.
  fileprivate var command: Command {
    switch self {
    case .sendBack: .sendBack
    case .override: .advance
    case .hide: .hide
    case .tags: .tags
    case .coAuthors: .coAuthors
    }
  }
}

extension OpenBoard {
  /// The question at the top of the screen: the one filtered by, that of the idea in hand, else the first.
  var shownChallenge: ChallengeRow? {
    let number = filter.challenge ?? current?.challenge
    return summary.challenges.first { $0.challenge.number == number } ?? summary.challenges.first
  }

  /// The challenge a new idea answers unless its author says otherwise: the one at the top of the screen.
  var presetChallenge: Int? { shownChallenge.flatMap { $0.challenge.isOpen ? $0.challenge.number : nil } }

  var openChallenges: [ChallengeRow] { summary.challenges.filter(\.challenge.isOpen) }
}

extension Saving {
  /// Whether what was written there is on its way.
  func isSending(_ place: DraftPlace) -> Bool {
    pending.values.contains { $0.purpose == .draft(place) || $0.purpose == .post(place) }
  }
}
