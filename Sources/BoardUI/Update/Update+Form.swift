import CellGrid
import IdeaPipeline

extension AppState {
  /// Opens a form, with what was typed there before.
  mutating func openForm(_ purpose: Form.Purpose) -> [Effect] {
    guard let board else { return [] }
    if let reason = reasonAgainstWriting {
      say(.refusal, reason)
      return []
    }
    var form = Form(purpose, on: board)
    if board.saving.isSending(form.place) {
      say(.answer, "What you wrote there is still being saved.")
      return []
    }
    if let draft = board.drafts[form.place] {
      form.fill(from: draft)
      form.remark = "This is what you wrote before."
    }
    self.board?.loads.invalidate([.people])
    overlays.append(.form(form))
    notice = nil
    return []
  }

  mutating func press(_ key: Key, in form: Form) -> [Effect] {
    var form = form
    let command = keymap.fieldCommand(for: key)
    if case .sending = form.phase { return pressWhileSending(command) }
    switch command {
    case .post?: return send(form)
    case .keep?: return putAside(form)
    case .nextField?: form.moveFocus(by: 1)
    case .previousField?: form.moveFocus(by: -1)
    default:
      if key == .function(1) { return openHelp() }
      return edit(key, form)
    }
    setTop(.form(form))
    return []
  }

  private mutating func edit(_ key: Key, _ form: Form) -> [Effect] {
    var form = form
    switch form.edit(key) {
    case .changed:
      form.remark = nil
      setTop(.form(form))
      return keepDraft(of: form)
    case .full: form.remark = TextBuffer.refusal
    case .moved: break
    case .ignored:
      if key == .enter { return pressEnter(form) }
      form.moveFocus(key)
    }
    setTop(.form(form))
    return []
  }

  /// Enter goes on; on the last field and on a button it does what the button says.
  private mutating func pressEnter(_ form: Form) -> [Effect] {
    if form.focus == form.items.count + 1 { return putAside(form) }
    if form.focus >= form.items.count || form.items.count == 1 { return send(form) }
    var form = form
    form.moveFocus(by: 1)
    setTop(.form(form))
    return []
  }

  /// Keeps what is filled in, at every change.
  mutating func keepDraft(of form: Form) -> [Effect] { keep(form.draft(at: now), at: form.place) }

  private mutating func putAside(_ form: Form) -> [Effect] {
    closeTop()
    if !form.draft(at: now).isEmpty { say(.answer, "Kept for later: opening it again goes on with it.") }
    return keepDraft(of: form)
  }

  private mutating func send(_ form: Form) -> [Effect] {
    guard let board else { return [] }
    var form = form
    do throws(Form.Problem) {
      let operation = try form.operation(on: board, at: moment)
      guard let token = begin(.draft(form.place)) else { return [] }
      form.phase = .sending(token)
      form.remark = nil
      setTop(.form(form))
      return keepDraft(of: form) + [.submit(token, [operation])]
    } catch {
      form.remark = error.words
      form.focus = form.items.firstIndex { $0.key == error.field } ?? form.focus
      setTop(.form(form))
      return []
    }
  }
}

extension Form {
  /// Gives a key to the field that has the keys.
  fileprivate mutating func edit(_ key: CellGrid.Key) -> TextBuffer.Outcome {
    guard items.indices.contains(focus) else { return .ignored }
    switch items[focus].reply {
    case .text(var buffer):
      if key == .enter { return .ignored }
      let outcome = buffer.handle(key)
      items[focus].reply = .text(buffer)
      return outcome
    case .choice(let place):
      let count = items[focus].options.count
      guard let step = key.step, count > 1 else { return .ignored }
      items[focus].reply = .choice((place + step + count) % count)
      followChoice()
      return .changed
    }
  }

  /// Private writing is private unless somebody says otherwise.
  private mutating func followChoice() {
    guard items[focus].key == .kind, let place = items.firstIndex(where: { $0.key == .isPrivate }) else { return }
    items[place].reply = .choice(StepPlan.Kind.allCases[choice(.kind)] == .privateWriting ? 1 : 0)
  }

  /// Up and down go from field to field, left and right from button to button.
  fileprivate mutating func moveFocus(_ key: CellGrid.Key) {
    switch key {
    case .up: if focus > 0 { focus = focus >= items.count ? items.count - 1 : focus - 1 }
    case .down: if focus < items.count { focus += 1 }
    case .left: if focus == items.count + 1 { focus -= 1 }
    case .right: if focus == items.count { focus += 1 }
    default: break
    }
  }
}
