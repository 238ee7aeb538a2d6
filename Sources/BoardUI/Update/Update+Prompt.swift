import CellGrid
import IdeaPipeline

extension AppState {
  mutating func ask(_ purpose: Prompt.Purpose, about row: IdeaRow, with text: String = "") {
    ask(purpose, about: Composer.Subject(row), with: text)
  }

  mutating func ask(_ purpose: Prompt.Purpose, about subject: Composer.Subject, with text: String = "") {
    var prompt = Prompt(purpose: purpose, subject: subject, text: text)
    if board?.saving.isSending(prompt.place) == true {
      return say(.answer, "What you wrote there is still being saved.")
    }
    if let draft = board?.drafts[prompt.place] {
      prompt.text = purpose.field(draft.body)
      prompt.remark = "This is what you wrote before."
    }
    overlays.append(.prompt(prompt))
    notice = nil
  }

  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    if case .sending = prompt.phase { return pressWhileSending(keymap.fieldCommand(for: key)) }
    switch key {
    case .escape: return putAside(prompt)
    case .enter: return send(prompt)
    case .function(1): return openHelp()
    default:
      switch keymap.fieldCommand(for: key) {
      case .post?: return send(prompt)
      case .editor?: return openEditor()
      default: break
      }
      switch prompt.text.handle(key, width: max(1, size.width - 2)) {
      case .full: prompt.remark = TextBuffer.refusal
      case .changed:
        prompt.remark = nil
        setTop(.prompt(prompt))
        return keepDraft(of: prompt)
      case .moved, .ignored: break
      }
    }
    setTop(.prompt(prompt))
    return []
  }

  /// Keeps what is typed, at every change.
  mutating func keepDraft(of prompt: Prompt, isPutAside: Bool = false) -> [Effect] {
    var draft = prompt.draft(at: now, isPutAside: isPutAside)
    if prompt.purpose == .tagMarked { draft.ideas = board?.marks.rows.map(\.id) }
    return keep(draft, at: prompt.place)
  }

  private mutating func putAside(_ prompt: Prompt) -> [Effect] {
    closeTop()
    if !prompt.draft(at: now).isEmpty {
      say(.answer, "Kept for later: \(label(prompt.purpose.command)) goes on with it.")
    }
    return keepDraft(of: prompt, isPutAside: true)
  }

  private mutating func send(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    if let problem = prompt.text.problem(named: prompt.noun) {
      prompt.remark = problem
      setTop(.prompt(prompt))
      return []
    }
    if case .tagMarked = prompt.purpose {
      let tags = Composer.tagList(prompt.text.text)
      if !tags.isEmpty, tags.count <= 12 {
        closeTop()
        return keepDraft(of: prompt, isPutAside: true) + tagMarked(tags)
      }
    }
    let people = board?.people ?? []
    guard let operation = prompt.operation(people, at: moment) else {
      prompt.remark = prompt.problem(people)
      setTop(.prompt(prompt))
      return []
    }
    guard let token = begin(.draft(prompt.place)) else { return [] }
    prompt.phase = .sending(token)
    setTop(.prompt(prompt))
    return keepDraft(of: prompt) + [.submit(token, [operation])]
  }
}

extension Prompt.Purpose {
  /// What it is typed into: a reason may be a few sentences, and is shown whole; Enter sends either.
  func field(_ text: String) -> TextBuffer {
    switch self {
    case .sendBack, .override, .hide, .hideComment:
      TextBuffer(text, isMultiline: true, hasBreaks: false, limit: TextRule.reason.limit)
    case .tags, .tagMarked, .coAuthors: TextBuffer(text, limit: 200)
    case .askForHelp: TextBuffer(text, limit: TextRule.title.limit)
    }
  }

  /// The command that opens it.
  fileprivate var command: Command {
    switch self {
    case .sendBack: .sendBack
    case .override: .advance
    case .tags, .tagMarked: .tags
    case .coAuthors: .coAuthors
    case .hide, .hideComment: .hide
    case .askForHelp: .askForHelp
    }
  }
}

extension Prompt {
  /// The reason for hiding something unless another is given.
  static let hidden = "Not for everyone to see."

  /// What its text is called.
  var noun: String {
    switch purpose {
    case .sendBack, .override, .hide, .hideComment: "reason"
    case .tags, .tagMarked: "line of tags"
    case .coAuthors: "line of handles"
    case .askForHelp: "topic"
    }
  }

  /// The operation that the line asks for; nil while something is missing.
  /// - Parameter moment: now, for what is timed.
  func operation(_ people: [PersonRow], at moment: HostMoment) -> (any Operation)? {
    let reason = TextRule.reason.clean(text.text)
    switch purpose {
    case .sendBack(let from, let to):
      return reason.isEmpty ? nil : SendBackIdea(idea: subject.id, from: from, to: to, reason: reason)
    case .override(let from, let to):
      guard !reason.isEmpty else { return nil }
      return AdvanceIdea(idea: subject.id, from: from, to: to, reason: reason, overrides: true)
    case .tagMarked: return nil
    case .askForHelp:
      let topic = TextRule.title.clean(text.text)
      return topic.isEmpty ? nil : AskForHelp(topic: topic, moment: moment)
    case .coAuthors(let before):
      let (found, unknown) = self.people(among: people)
      let ids = found.map(\.id)
      return unknown.isEmpty && ids != before ? SetCoAuthors(idea: subject.id, old: before, new: ids) : nil
    // Whoever hides something is in a hurry: Enter alone must do.
    case .hide: return HideIdea(idea: subject.id, reason: reason.isEmpty ? Self.hidden : reason)
    case .hideComment(let comment):
      return HideComment(comment: comment, reason: reason.isEmpty ? Self.hidden : reason)
    case .tags(let before):
      let tags = Composer.tagList(text.text)
      return tags == before || tags.count > 12 ? nil : TagIdea(idea: subject.id, old: before, new: tags)
    }
  }

  /// What is missing.
  func problem(_ people: [PersonRow]) -> String {
    switch purpose {
    case .sendBack, .override: "Say why in a few words: the people who wrote it will read it."
    case .hide, .hideComment: "Esc goes back."
    case .coAuthors:
      self.people(among: people).unknown.first.map { "There is no @\($0) on this board." }
        ?? "These are its co-authors already; Esc goes back."
    case .askForHelp: "Say in a few words what it is about, so that the right one comes."
    case .tagMarked: Composer.tagList(text.text).isEmpty ? "Type at least one tag." : "At most 12 tags."
    case .tags:
      Composer.tagList(text.text).count > 12 ? "At most 12 tags." : "These are its tags already; Esc goes back."
    }
  }
}
