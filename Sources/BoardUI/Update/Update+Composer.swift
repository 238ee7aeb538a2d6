import CellGrid
import IdeaPipeline

extension AppState {
  /// Columns of a field in a form at the foot of the screen.
  var fieldWidth: Int { DockLayout(frame.dock).fieldWidth }

  mutating func press(_ key: Key, in composer: Composer) -> [Effect] {
    var composer = composer
    let command = keymap.fieldCommand(for: key)
    if case .sending = composer.phase { return pressWhileSending(command) }
    switch command {
    case .post?: return send(composer)
    case .keep?: return putAside(composer)
    case .editor?:
      composer.focus = .body
      setTop(.composer(composer))
      return openEditor()
    case .nextField?: composer.moveFocus(by: 1, hasChallenges: hasChallenges)
    case .previousField?: composer.moveFocus(by: -1, hasChallenges: hasChallenges)
    default:
      if key == .function(1) { return openHelp() }
      return edit(key, composer)
    }
    setTop(.composer(composer))
    return []
  }

  /// What was sent is on its way; one may look at the board meanwhile.
  mutating func pressWhileSending(_ command: Command?) -> [Effect] {
    if command == .keep { closeTop() }
    return []
  }

  mutating func openHelp() -> [Effect] {
    overlays.append(.help(Help(place: commandPlace)))
    return []
  }

  var hasChallenges: Bool { board.map { !$0.openChallenges.isEmpty } ?? false }

  private mutating func edit(_ key: Key, _ composer: Composer) -> [Effect] {
    var composer = composer
    var outcome = TextBuffer.Outcome.ignored
    switch composer.focus {
    case .title: outcome = composer.title.handle(key)
    case .tags: outcome = composer.tags.handle(key)
    case .body:
      if composer.isAtEdge(key, width: fieldWidth) { break }
      outcome = composer.body.handle(key, width: fieldWidth)
    case .challenge: outcome = chooseChallenge(key, &composer)
    case .kind: outcome = composer.chooseKind(key)
    case .outcome: outcome = composer.chooseOutcome(key)
    case .post, .keep, .similar:
      if key == .enter || key == .character(" ") { return activate(composer) }
    }
    switch outcome {
    case .changed:
      composer.remark = nil
      setTop(.composer(composer))
      return keepDraft(of: composer)
    case .full: composer.remark = TextBuffer.refusal
    case .moved: break
    case .ignored: composer.moveFocus(key, hasChallenges: hasChallenges)
    }
    setTop(.composer(composer))
    return []
  }

  private mutating func activate(_ composer: Composer) -> [Effect] {
    switch composer.focus {
    case .post: return send(composer)
    case .keep: return putAside(composer)
    case .similar(let index) where composer.similar.indices.contains(index):
      return buildInstead(on: composer.similar[index], composer)
    default: return []
    }
  }

  /// Turns a new idea into a build on one that is like it; what was typed stays.
  private mutating func buildInstead(on row: IdeaRow, _ composer: Composer) -> [Effect] {
    var build = Composer(.buildOn(Composer.Subject(row)), draft: composer.draft(at: now))
    build.remark = "Both of you will be credited. Esc keeps it for later."
    setTop(.composer(build))
    board?.drafts[.newIdea] = nil
    return [.discardDraft(.newIdea)] + keepDraft(of: build)
  }

  /// Keeps what is typed, at every change.
  mutating func keepDraft(of composer: Composer, isPutAside: Bool = false) -> [Effect] {
    guard isWorthKeeping(composer) else { return discard(composer.place) }
    var draft = composer.draft(at: now, isPutAside: isPutAside)
    if composer.isSealed { return keepInMemory(draft, at: composer.place) }
    if draft.isEmpty { draft.clears = true }
    return keep(draft, at: composer.place)
  }

  mutating func keep(_ draft: Draft, at place: DraftPlace) -> [Effect] {
    if draft.isEmpty { return discard(place) }
    board?.drafts[place] = draft
    return [.saveDraft(place, draft)]
  }

  private mutating func discard(_ place: DraftPlace) -> [Effect] {
    board?.drafts.removeValue(forKey: place) == nil ? [] : [.discardDraft(place)]
  }

  private mutating func putAside(_ composer: Composer) -> [Effect] {
    closeTop()
    guard isWorthKeeping(composer) else { return discard(composer.place) }
    let command: Command =
      switch composer.purpose {
      case .newIdea: .newIdea
      case .buildOn: .buildOn
      case .edit, .editComment: .edit
      case .comment: .comment
      case .reply: .open
      case .outcome: .outcome
      case .links: .links
      }
    let end = composer.isSealed ? "Kept in memory until you leave" : "Kept for later"
    say(.answer, "\(end): \(label(command)) goes on with it.")
    return keepDraft(of: composer, isPutAside: true)
  }

  /// An edit that changed nothing is no draft; one that takes everything away is.
  private func isWorthKeeping(_ composer: Composer) -> Bool {
    switch composer.purpose {
    case .edit(let subject, _):
      guard let row = board?.row(subject.id) else { return true }
      return composer.title.text != row.title || composer.body.text != row.body
    case .editComment(_, let comment, _): return composer.body.text != board?.idea?.comment(comment)?.text
    case .links(_, let before): return composer.body.text != Composer.text(of: before)
    case .newIdea, .buildOn, .comment, .reply, .outcome: return !composer.draft(at: now).isEmpty
    }
  }

  private func chooseChallenge(_ key: Key, _ composer: inout Composer) -> TextBuffer.Outcome {
    let numbers: [Int?] = [nil] + (board?.openChallenges ?? []).map(\.challenge.number)
    if case .character(let digit) = key, let number = digit.wholeNumberValue, numbers.contains(number) {
      composer.challenge = number
      return .changed
    }
    guard let step = key.step else { return .ignored }
    let place = (numbers.firstIndex(of: composer.challenge) ?? 0) + step
    composer.challenge = numbers[(place + numbers.count) % numbers.count]
    return .changed
  }
}

extension Key {
  /// The way along a row of choices: right, Space and Enter go on, left goes back.
  var step: Int? {
    switch self {
    case .right, .character(" "): 1
    case .left: -1
    default: nil
    }
  }
}

extension Composer {
  mutating func moveFocus(by steps: Int, hasChallenges: Bool) {
    let fields = fields(hasChallenges: hasChallenges)
    let place = (fields.firstIndex(of: focus) ?? 0) + steps
    focus = fields[(place + fields.count) % fields.count]
  }

  /// What a key that edits nothing means: up and down (Enter in a single line) go from field to field, left and right
  /// from button to button. There is nothing above the first and below the last.
  mutating func moveFocus(_ key: Key, hasChallenges: Bool) {
    let fields = fields(hasChallenges: hasChallenges)
    let place = fields.firstIndex(of: focus) ?? 0
    switch (key, focus) {
    case (.right, .post), (.down, .keep): if place + 1 < fields.count { focus = fields[place + 1] }
    case (.left, .keep): focus = .post
    case (.down, .post): if place + 2 < fields.count { focus = fields[place + 2] }
    case (.up, .keep): if place > 1 { focus = fields[place - 2] }
    case (.up, .similar(0)): focus = .post
    case (.down, _), (.enter, _): if place + 1 < fields.count { focus = fields[place + 1] }
    case (.up, _): if place > 0 { focus = fields[place - 1] }
    default: break
    }
  }

  /// Whether an arrow leaves the body: up from its first row, down from its last.
  func isAtEdge(_ key: Key, width: Int) -> Bool {
    let flow = body.flow(width: width)
    let row = flow.position(of: body.caret).row
    return (key == .up && row == 0) || (key == .down && row == flow.rows.count - 1)
  }

  mutating func chooseKind(_ key: Key) -> TextBuffer.Outcome {
    guard let step = key.step else { return .ignored }
    let kinds = Comment.Kind.allCases
    let place = (kinds.firstIndex(of: kind) ?? 0) + step
    kind = kinds[(place + kinds.count) % kinds.count]
    return .changed
  }

  /// Chooses one of the options of the field that has the keys.
  mutating func choose(_ option: Int) {
    switch focus {
    case .kind: kind = Comment.Kind.allCases[option]
    case .outcome: outcome = Outcome.Kind.allCases[option]
    default: return
    }
    remark = nil
  }

  mutating func chooseOutcome(_ key: Key) -> TextBuffer.Outcome {
    guard let step = key.step else { return .ignored }
    let kinds = Outcome.Kind.allCases
    let place = outcome.flatMap { kinds.firstIndex(of: $0) }.map { $0 + step } ?? (step > 0 ? 0 : -1)
    outcome = kinds[(place + kinds.count) % kinds.count]
    return .changed
  }

  /// What the text that has the keys is called.
  var noun: String {
    switch focus {
    case .title: "title"
    case .tags: "line of tags"
    default: place.isComment ? "comment" : "text"
    }
  }

  /// Takes in the ideas near a title, unless it has changed to something else since.
  mutating func show(_ rows: [IdeaRow], near title: String) {
    similar = rows
    similarTitle = title
    if case .similar(let index) = focus, !rows.indices.contains(index) { focus = .post }
  }
}
