import CellGrid
import IdeaPipeline

extension AppState {
  /// Gives or takes back a dot, or takes a position: one key, at once.
  mutating func vote(_ command: Command) -> [Effect] {
    guard let idea = board?.current?.id, let round = board?.round?.round.id else { return [] }
    switch command {
    case .giveDot: return submit([GiveDot(round: round, idea: idea)])
    case .takeBackDot: return submit([TakeBackDot(round: round, idea: idea)])
    case .agree: return submit([CastPosition(round: round, idea: idea, position: .agree)])
    case .disagree: return submit([CastPosition(round: round, idea: idea, position: .disagree)])
    default: return submit([CastPosition(round: round, idea: idea, position: .pass)])
    }
  }

  /// Moves, tags or withdraws an idea, or opens what that needs first.
  mutating func change(_ command: Command) -> [Effect] {
    guard let row = board?.current else { return [] }
    switch command {
    case .advance: return openGate(row)
    case .sendBack:
      if let stage = row.stage.previous { ask(.sendBack(from: row.stage, to: stage), about: row) }
    case .worksheet: return openWorksheet(row.stage)
    case .tags: ask(.tags(before: row.tags), about: row, with: row.tags.joined(separator: " "))
    case .withdraw:
      return submit([row.state == .withdrawn ? RestoreIdea(idea: row.id) : WithdrawIdea(idea: row.id)])
    default: break
    }
    return []
  }

  mutating func ask(_ purpose: Prompt.Purpose, about row: IdeaRow, with text: String = "") {
    ask(purpose, about: Composer.Subject(row), with: text)
  }

  mutating func ask(_ purpose: Prompt.Purpose, about subject: Composer.Subject, with text: String = "") {
    overlays.append(.prompt(Prompt(purpose: purpose, subject: subject, text: TextBuffer(text, limit: purpose.limit))))
    notice = nil
  }

  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    if case .sending = prompt.phase { return pressWhileSending(keymap.fieldCommand(for: key)) }
    switch key {
    case .escape:
      closeTop()
      return []
    case .enter: return send(prompt)
    case .function(1): return openHelp()
    default:
      if keymap.fieldCommand(for: key) == .post { return send(prompt) }
      switch prompt.text.handle(key) {
      case .full: prompt.remark = "No more fits here."
      case .changed: prompt.remark = nil
      case .moved, .ignored: break
      }
    }
    setTop(.prompt(prompt))
    return []
  }

  private mutating func send(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    guard let operation = prompt.operation else {
      prompt.remark = prompt.problem
      setTop(.prompt(prompt))
      return []
    }
    guard let token = begin(.deed) else { return [] }
    prompt.phase = .sending(token)
    setTop(.prompt(prompt))
    return [.submit(token, [operation])]
  }
}

extension Prompt.Purpose {
  fileprivate var limit: Int {
    switch self {
    case .sendBack, .override: TextRule.reason.limit
    case .tags: 200
    }
  }
}

extension Prompt {
  /// The operation that the line asks for; nil while something is missing.
  var operation: (any Operation)? {
    let reason = TextRule.reason.clean(text.text)
    switch purpose {
    case .sendBack(let from, let to):
      return reason.isEmpty ? nil : SendBackIdea(idea: subject.id, from: from, to: to, reason: reason)
    case .override(let from, let to):
      guard !reason.isEmpty else { return nil }
      return AdvanceIdea(idea: subject.id, from: from, to: to, reason: reason, overrides: true)
    case .tags(let before):
      let tags = Composer.tagList(text.text)
      return tags == before || tags.count > 12 ? nil : TagIdea(idea: subject.id, old: before, new: tags)
    }
  }

  /// What is missing.
  var problem: String {
    switch purpose {
    case .sendBack, .override: "Say why in a few words: the people who wrote it will read it."
    case .tags:
      Composer.tagList(text.text).count > 12 ? "At most 12 tags." : "These are its tags already; Esc goes back."
    }
  }
}
