import CellGrid
import IdeaPipeline

/// Entering paper notes for others.
extension AppState {
  mutating func openScribe() {
    var scribe = Scribe()
    if let draft = board?.drafts[.scribe] { scribe.line = TextBuffer(draft.body, limit: TextRule.title.limit) }
    board?.loads.invalidate([.people])
    overlays.append(.scribe(scribe))
    notice = nil
  }

  mutating func press(_ key: Key, in scribe: Scribe) -> [Effect] {
    var scribe = scribe
    switch key {
    case .escape:
      closeTop()
      if !scribe.line.isEmpty { say(.answer, "The line is kept: “Enter notes for others” goes on with it.") }
      return []
    case .tab, .backTab: scribe.people = nil
    case .enter: return scribe.people == nil ? choose(scribe) : enter(scribe)
    case .backspace where scribe.people != nil && scribe.line.isEmpty: return takeBackLast(scribe)
    case .function(1): return openHelp()
    default:
      guard scribe.field.handle(key, width: max(1, size.width - 2)) == .changed else { break }
      scribe.remark = nil
      setTop(.scribe(scribe))
      return scribe.people == nil ? [] : keep(Draft(body: scribe.line.text, changedAt: now), at: .scribe)
    }
    setTop(.scribe(scribe))
    return []
  }

  /// Takes for whom the lines are.
  private mutating func choose(_ scribe: Scribe) -> [Effect] {
    var scribe = scribe
    let (found, unknown) = scribe.people(among: board?.people ?? [])
    if let unknown = unknown.first {
      scribe.remark = "There is no team and no @\(unknown) on this board."
    } else if found.isEmpty {
      scribe.remark = "Say for whom first: a team, or the @handles of those who wrote the notes."
    } else {
      scribe.people = found
      scribe.remark = nil
    }
    setTop(.scribe(scribe))
    return []
  }

  /// Posts the line for them: the first wrote it, the others with them.
  private mutating func enter(_ scribe: Scribe) -> [Effect] {
    var scribe = scribe
    let title = TextRule.title.clean(scribe.line.text)
    guard let first = scribe.people?.first, !title.isEmpty, scribe.line.excess == 0 else {
      scribe.remark = scribe.line.problem(named: "title") ?? "Type a note first; Esc ends."
      setTop(.scribe(scribe))
      return []
    }
    guard let token = begin(.entered) else { return [] }
    let promise = Promise.of(board?.room)
    let others = (scribe.people ?? []).dropFirst().map(\.id)
    let post = PostIdea(
      title: title, challenge: board?.challengeForNotes, coAuthors: Array(others), naming: promise.told,
      step: promise.step)
    scribe.entered.append(Scribe.Entered(title: title, token: token))
    scribe.line = TextBuffer(limit: TextRule.title.limit)
    scribe.remark = nil
    setTop(.scribe(scribe))
    board?.drafts[.scribe] = nil
    return [.submitFor(first.id, token, [post]), .discardDraft(.scribe)]
  }

  private mutating func takeBackLast(_ scribe: Scribe) -> [Effect] {
    var scribe = scribe
    for place in scribe.entered.indices.reversed() {
      guard case .saved(let operation) = scribe.entered[place].state else { continue }
      scribe.entered[place].state = .takenBack
      scribe.line = TextBuffer(scribe.entered[place].title, limit: TextRule.title.limit)
      setTop(.scribe(scribe))
      return undo([operation])
    }
    scribe.remark = "There is nothing left to take back here."
    setTop(.scribe(scribe))
    return []
  }

  /// Takes in what became of a line; false when it was none.
  mutating func answerScribe(_ token: SubmissionToken, _ state: Scribe.Entered.State) -> Bool {
    for place in overlays.indices {
      guard case .scribe(var scribe) = overlays[place],
        let index = scribe.entered.firstIndex(where: { $0.token == token })
      else { continue }
      scribe.entered[index].state = state
      if case .refused(let sentence) = state {
        scribe.remark = sentence
        // What was not taken is typed once only.
        if scribe.line.isEmpty { scribe.line = TextBuffer(scribe.entered[index].title, limit: TextRule.title.limit) }
      }
      overlays[place] = .scribe(scribe)
      return true
    }
    return false
  }
}

extension OpenBoard {
  /// The challenge that notes answer: that of the step where it is about one, else the one at the top of the screen.
  fileprivate var challengeForNotes: ChallengeID? {
    if let challenges = room?.step?.plan.challenges, challenges.count == 1 { return challenges.first }
    return summary.challenges.first { $0.challenge.number == presetChallenge }?.challenge.id
  }
}
