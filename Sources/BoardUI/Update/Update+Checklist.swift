import CellGrid
import IdeaPipeline

extension AppState {
  /// Shows what the gate of an idea's stage asks before it moves on.
  mutating func openGate(_ row: IdeaRow) -> [Effect] {
    guard let next = row.stage.next else { return [] }
    return openChecklist(row, stage: row.stage, purpose: .advance(to: next))
  }

  /// Opens the questions of a stage about the current idea.
  mutating func openWorksheet(_ stage: Stage) -> [Effect] {
    guard let board, let row = board.current else { return [] }
    if stage == row.stage, let reason = reason(against: .worksheet) {
      say(.refusal, reason)
      return []
    }
    guard board.summary.guides.contains(where: { $0.stage == stage && $0.worksheet != nil }) else {
      say(.answer, "\(stage.title) asks no questions on this board.")
      return []
    }
    return openChecklist(row, stage: stage, purpose: .worksheet)
  }

  private mutating func openChecklist(_ row: IdeaRow, stage: Stage, purpose: Checklist.Purpose) -> [Effect] {
    guard let board else { return [] }
    let place = DraftPlace.worksheet(row.id, stage)
    if board.saving.isSending(place) {
      say(.answer, "Those answers are still being saved.")
      return []
    }
    let guide = board.summary.guides.first { $0.stage == stage }
    overlays.append(
      .checklist(
        Checklist(
          subject: Composer.Subject(row), stage: stage, purpose: purpose, worksheet: guide?.worksheet ?? "",
          guide: guide?.guide ?? "", mayOverride: board.role == .facilitator, draft: board.drafts[place])))
    notice = nil
    if let detail = board.currentDetail, detail.row.id == row.id, !board.loads.isStale(.idea) {
      fillChecklist(from: detail)
    }
    return []
  }

  /// Puts the questions and the answers on the board into an open checklist. What is being answered stays.
  mutating func fillChecklist(from detail: IdeaDetail) {
    guard let board else { return }
    for (place, overlay) in overlays.enumerated() {
      guard case .checklist(var checklist) = overlay, checklist.subject.id == detail.row.id else { continue }
      if checklist.items == nil, let reason = reason(against: checklist.purpose == .worksheet ? .worksheet : .advance) {
        // It was opened before it was known whose idea it is; nothing can have been typed yet.
        overlays.remove(at: place)
        say(.refusal, reason)
        return
      }
      if checklist.items == nil { checklist.fill(from: detail, board.summary) } else { checklist.refresh(from: detail) }
      overlays[place] = .checklist(checklist)
    }
  }

  mutating func press(_ key: Key, in checklist: Checklist) -> [Effect] {
    var checklist = checklist
    let command = keymap.fieldCommand(for: key)
    if case .sending = checklist.phase { return pressWhileSending(command) }
    switch command {
    case .post?: return send(checklist, checklist.purpose == .worksheet ? .save : .move)
    case .keep?: return putAside(checklist)
    case .editor?: return openEditor()
    case .nextField?: checklist.moveFocus(by: 1)
    case .previousField?: checklist.moveFocus(by: -1)
    default:
      if key == .function(1) { return openHelp() }
      return edit(key, checklist)
    }
    setTop(.checklist(checklist))
    return []
  }

  private mutating func edit(_ key: Key, _ checklist: Checklist) -> [Effect] {
    var checklist = checklist
    switch checklist.focus {
    case .button(let button):
      if key == .enter || key == .character(" ") { return send(checklist, button) }
      checklist.moveFocus(key)
    case .item(let index):
      let width = ChecklistRows(checklist, width: size.width).answerWidth
      let outcome = checklist.edit(key, item: index, width: width)
      if outcome == .changed {
        checklist.remark = nil
        setTop(.checklist(checklist))
        return keepDraft(of: checklist)
      }
      if outcome == .full { checklist.remark = TextBuffer.refusal }
      if outcome == .ignored { checklist.moveFocus(key) }
    }
    setTop(.checklist(checklist))
    return []
  }

  /// Keeps what is answered, at every change. Until the questions are known there is nothing new.
  mutating func keepDraft(of checklist: Checklist, isPutAside: Bool = false) -> [Effect] {
    guard checklist.items != nil else { return [] }
    var draft = checklist.draft(at: now)
    draft.isPutAside = isPutAside
    return keep(draft, at: checklist.place)
  }

  private mutating func putAside(_ checklist: Checklist) -> [Effect] {
    closeTop()
    if !checklist.changes.isEmpty {
      say(.answer, "Your answers are kept for later: \(label(.worksheet)) goes on with them.")
    }
    return keepDraft(of: checklist, isPutAside: true)
  }

  /// Chooses the option that somebody points at.
  mutating func choose(_ option: Int, of field: Int) -> [Effect] {
    guard !overlays.isEmpty else { return [] }
    overlays[overlays.count - 1].giveKeys(to: field, hasChallenges: hasChallenges)
    switch overlays.last {
    case .checklist(var checklist)? where checklist.phase == .writing:
      checklist.choose(option)
      setTop(.checklist(checklist))
      return keepDraft(of: checklist)
    case .form(var form)? where form.phase == .writing:
      form.choose(option)
      setTop(.form(form))
      return keepDraft(of: form)
    case .composer(var composer)? where composer.phase == .writing:
      composer.choose(option)
      setTop(.composer(composer))
      return keepDraft(of: composer)
    default: return []
    }
  }

  /// Does what a button says: saves the answers, and moves the idea when the gate is met.
  private mutating func send(_ checklist: Checklist, _ button: Checklist.Button) -> [Effect] {
    var checklist = checklist
    if button != .cancel, let place = checklist.items?.firstIndex(where: { $0.problem != nil }) {
      checklist.focus = .item(place)
      return remark(checklist.items?[place].problem ?? "", checklist)
    }
    var operations: [any Operation] = checklist.changes.map { item in
      AnswerField(
        idea: checklist.subject.id, worksheet: checklist.worksheet, field: item.field.key, old: item.known,
        answer: item.answer)
    }
    switch button {
    case .cancel: return putAside(checklist)
    case .save:
      if operations.isEmpty { return remark("No answer was changed; Esc goes back.", checklist) }
    case .override:
      guard case .advance(let stage) = checklist.purpose else { return [] }
      ask(.override(from: checklist.stage, to: stage), about: checklist.subject)
      return []
    case .move:
      guard case .advance(let stage) = checklist.purpose else { return [] }
      if checklist.items == nil { return remark("The questions are still being read.", checklist) }
      if let missing = checklist.missing.first { return refuse(missing, &checklist) }
      operations.append(AdvanceIdea(idea: checklist.subject.id, from: checklist.stage, to: stage))
    }
    guard let token = begin(.draft(checklist.place)) else { return [] }
    checklist.phase = .sending(token)
    checklist.remark = nil
    setTop(.checklist(checklist))
    return keepDraft(of: checklist) + [.submit(token, operations)]
  }

  private mutating func remark(_ words: String, _ checklist: Checklist) -> [Effect] {
    var checklist = checklist
    checklist.remark = words
    setTop(.checklist(checklist))
    return []
  }

  /// Says what the gate still needs and goes there.
  private mutating func refuse(_ missing: Checklist.Item, _ checklist: inout Checklist) -> [Effect] {
    let others = checklist.missing.count - 1
    let more = others > 0 ? " and \(Phrases.count(others, "other answer"))" : ""
    checklist.remark = "\(checklist.stage.title) needs \(missing.field.label)\(more) first."
    if let index = checklist.items?.firstIndex(of: missing) { checklist.focus = .item(index) }
    setTop(.checklist(checklist))
    return []
  }
}

extension Checklist {
  /// Takes in the questions of the worksheet with what is answered already, and goes to the first that is missing.
  mutating func fill(from detail: IdeaDetail, _ summary: BoardSummary) {
    let gate = detail.gates.first { $0.stage == stage }?.items ?? []
    let needed = Set(gate.map(\.field.key))
    let sheet = summary.worksheets.first { $0.key == worksheet }?.fields ?? gate.map(\.field)
    // A gate asks what it needs, and what was answered earlier and not sent.
    let fields =
      purpose == .worksheet ? sheet : sheet.filter { needed.contains($0.key) || draft?.answers[$0.key] != nil }
    items = fields.map { field in
      let known =
        detail.entries.first { $0.worksheet == worksheet && $0.field == field.key }?.answer
        ?? gate.first { $0.field.key == field.key }?.answer
      return Item(field, isNeeded: needed.contains(field.key), known: known, drafted: draft?.answers[field.key])
    }
    let first = items?.firstIndex { $0.answer == nil && $0.isNeeded } ?? items?.firstIndex { $0.answer == nil }
    focus = first.map { .item($0) } ?? .button(purpose == .worksheet ? .save : .move)
    if items?.isEmpty ?? true { focus = .button(buttons[0]) }
  }

  /// Takes in what others answered meanwhile; an answer of one's own that is not saved yet stays beside it.
  mutating func refresh(from detail: IdeaDetail) {
    guard let items else { return }
    self.items = items.map { item in
      let known = detail.entries.first { $0.worksheet == worksheet && $0.field == item.field.key }?.answer
      guard known != item.known else { return item }
      if !item.isChanged { return Item(item.field, isNeeded: item.isNeeded, known: known, drafted: nil) }
      var changed = item
      changed.known = known
      return changed
    }
  }

  mutating func moveFocus(by steps: Int) {
    let order = order
    let place = (order.firstIndex(of: focus) ?? 0) + steps
    focus = order[(place + order.count) % order.count]
  }

  /// What a key that edits nothing means: up and down go from question to question, left and right from button to button.
  mutating func moveFocus(_ key: Key) {
    let order = order
    let place = order.firstIndex(of: focus) ?? 0
    let firstButton = items?.count ?? 0
    switch (key, focus) {
    case (.right, .button): if place + 1 < order.count { focus = order[place + 1] }
    case (.left, .button): if place > firstButton { focus = order[place - 1] }
    case (.up, .button): if firstButton > 0 { focus = order[firstButton - 1] }
    case (.down, .item), (.enter, .item): if place + 1 < order.count { focus = order[place + 1] }
    case (.up, .item): if place > 0 { focus = order[place - 1] }
    default: break
    }
  }

  /// Answers the question that has the keys with one of its options.
  mutating func choose(_ option: Int) {
    guard case .item(let index) = focus, var item = items?[index] else { return }
    switch item.field.kind {
    case .choice(let options) where options.indices.contains(option): item.reply = .choice(option)
    case .yesNo: item.reply = .yesNo(option == 0)
    default: return
    }
    remark = nil
    items?[index] = item
  }

  /// Gives a key to the question that has the keys.
  mutating func edit(_ key: Key, item index: Int, width: Int) -> TextBuffer.Outcome {
    guard var item = items?[index] else { return .ignored }
    let outcome = item.edit(key, width: width)
    items?[index] = item
    return outcome
  }
}

extension Checklist.Item {
  fileprivate mutating func edit(_ key: Key, width: Int) -> TextBuffer.Outcome {
    switch (reply, field.kind) {
    case (.text(var buffer), _):
      // Enter goes to the next question: answers are short. A line break can still be pasted.
      let flow = buffer.flow(width: width)
      let row = flow.position(of: buffer.caret).row
      if key == .enter || (key == .up && row == 0) || (key == .down && row == flow.rows.count - 1) { return .ignored }
      let outcome = buffer.handle(key, width: width)
      reply = .text(buffer)
      return outcome
    case (.choice(let place), .choice(let options)) where !options.isEmpty:
      guard let step = key.step else { return .ignored }
      reply = .choice(place.map { ($0 + step + options.count) % options.count } ?? (step > 0 ? 0 : options.count - 1))
      return .changed
    case (.yesNo(let isYes), _):
      switch key {
      case .character("y"), .character("Y"): reply = .yesNo(true)
      case .character("n"), .character("N"): reply = .yesNo(false)
      case .left, .right, .character(" "): reply = .yesNo(!(isYes ?? false))
      default: return .ignored
      }
      return .changed
    default: return .ignored
    }
  }
}
