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
    case .withdraw: return withdraw(row)
    case .hide: return hide(row)
    case .merge: return openMerge([row])
    case .outcome: return openOutcome(row)
    case .coAuthors: return openCoAuthors(row)
    case .links: return openLinks(row)
    default: break
    }
    return []
  }

  /// Opens the form for how an idea ended; of one that has ended, asks whether to take that back.
  private mutating func openOutcome(_ row: IdeaRow) -> [Effect] {
    guard let outcome = row.outcome else { return write(.outcome) }
    confirm(
      .retractOutcome(row.id), title: "\(row.name) ended as \(outcome.rawValue)",
      yes: "Take the outcome back, so that it can move again")
    return []
  }

  /// Asks before something that is about more than meets the eye.
  mutating func confirm(_ confirmation: Menu.Confirmation, title: String, yes: String) {
    let options = [
      Menu.Option(words: yes, choice: .confirm(confirmation), letter: "y"),
      Menu.Option(words: "Leave it", choice: .stay, letter: "n"),
    ]
    overlays.append(.menu(Menu(title: title, options: options)))
    notice = nil
  }

  mutating func carryOut(_ confirmation: Menu.Confirmation) -> [Effect] {
    switch confirmation {
    case .unmerge(let id): submit([UnmergeIdea(idea: id)])
    case .retractOutcome(let id): submit([RetractOutcome(idea: id)])
    case .advanceMarked: advanceMarked()
    }
  }

  /// Withdraws the comment that has the bar, else the idea; brings back what is withdrawn.
  private mutating func withdraw(_ row: IdeaRow) -> [Effect] {
    if let comment = board?.idea?.selectedComment {
      return submit([
        comment.text == nil ? RestoreComment(comment: comment.id) : WithdrawComment(comment: comment.id)
      ])
    }
    if board?.sealed[row.id] != nil { return withdrawSealed(row.id) }
    return submit([row.state == .withdrawn ? RestoreIdea(idea: row.id) : WithdrawIdea(idea: row.id)])
  }

  /// Asks why the comment that has the bar, else the idea, is to be hidden; shows again what is hidden.
  private mutating func hide(_ row: IdeaRow) -> [Effect] {
    if let comment = board?.idea?.selectedComment {
      if comment.isHidden { return submit([UnhideComment(comment: comment.id)]) }
      ask(.hideComment(comment.id), about: row)
    } else {
      if row.state == .hidden { return submit([UnhideIdea(idea: row.id)]) }
      ask(.hide, about: row)
    }
    return []
  }
}
