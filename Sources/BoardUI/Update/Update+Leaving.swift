import CellGrid
import IdeaPipeline

extension AppState {
  /// Asks before the program ends. Asked twice, it ends.
  mutating func askToLeave() -> [Effect] {
    if case .menu(let menu) = overlays.last, menu.options.contains(where: { $0.choice == .quit }) { return end() }
    let words =
      isWritingSealed
      ? "What you are writing without a name is kept nowhere: post it first, or it is gone."
      : isWriting ? "What you are writing is kept as a draft." : "Nothing is lost: the board is saved at every change."
    overlays.append(
      .menu(
        Menu(
          title: "Leave?", words: words,
          options: [
            Menu.Option(words: "Leave", choice: .quit), Menu.Option(words: "Stay", choice: .stay),
          ])))
    return []
  }

  /// Whether something would be lost by leaving: no draft is kept of what has no name.
  private var isWritingSealed: Bool {
    board?.inMemory.contains { board?.drafts[$0] != nil } ?? false
  }

  private var isWriting: Bool {
    overlays.contains { overlay in
      switch overlay {
      case .composer(let composer): !composer.draft(at: now).isEmpty
      case .checklist(let checklist): !checklist.changes.isEmpty
      case .clash: true
      case .prompt(let prompt): !prompt.draft(at: now).isEmpty
      case .form(let form): !form.draft(at: now).isEmpty
      case .merge, .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams,
        .scribe:
        false
      }
    }
  }

  /// Ends the program: what is being written stays as a draft that is offered next time.
  mutating func end() -> [Effect] {
    var effects: [Effect] = []
    for overlay in overlays {
      switch overlay {
      case .composer(let composer): effects += keepDraft(of: composer)
      case .clash(let clash): effects += keepDraft(of: clash.composer)
      case .checklist(let checklist): effects += keepDraft(of: checklist)
      case .prompt(let prompt): effects += keepDraft(of: prompt)
      case .form(let form): effects += keepDraft(of: form)
      case .merge, .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams,
        .scribe:
        break
      }
    }
    if let board { effects.append(.markVisited(seq: board.seq)) }
    return effects + [.quit]
  }

  /// Drafts that were not put aside on purpose are offered at once: they were being written when something broke off.
  mutating func found(_ drafts: [DraftPlace: Draft]) -> [Effect] {
    guard board != nil else { return [] }
    let kept = drafts.filter { !$0.value.isEmpty }
    // What was typed here since the question was asked is newer.
    board?.drafts.merge(kept) { current, _ in current }
    let broken = kept.filter { !$0.value.isPutAside }.sorted { $0.value.changedAt > $1.value.changedAt }
    guard !broken.isEmpty, overlays.allSatisfy({ if case .catchUp = $0 { true } else { false } }) else { return [] }
    let options = broken.prefix(5).map { place, draft in
      let excerpt = TextLayout.clip(TextLayout.oneLine(draft.excerpt), width: 44)
      let words = excerpt.isEmpty ? ": all taken out" : " “\(excerpt)”"
      return Menu.Option(words: "\(place.verb)\(words)", choice: .write(place))
    }
    let words =
      broken.count == 1
      ? "You were writing when you left. Enter continues."
      : "You were writing \(broken.count) texts when you left. Enter continues with one."
    let later = Menu.Option(words: "Later: it is kept", choice: .stay)
    // Where the room is comes first.
    overlays.insert(.menu(Menu(title: "Welcome back", words: words, options: options + [later])), at: 0)
    return []
  }
}

extension DraftPlace {
  /// What taking up a draft does, before its first words.
  fileprivate var verb: String {
    switch self {
    case .newIdea: "Continue the idea"
    case .buildOn: "Continue the build"
    case .edit: "Continue the edit"
    case .comment: "Continue the comment"
    case .reply: "Continue the reply"
    case .editComment: "Continue the edited comment"
    case .worksheet: "Continue the worksheet"
    case .outcome: "Continue the outcome"
    case .links: "Continue the links"
    case .marked: "Continue the tags for several ideas"
    case .help: "Continue to ask for help with"
    case .scribe: "Continue the note"
    case .form: "Continue the form"
    case .line(_, .coAuthors): "Continue the co-authors"
    case .line(_, .tags): "Continue the tags"
    case .line, .hideComment: "Continue the reason"
    }
  }
}
