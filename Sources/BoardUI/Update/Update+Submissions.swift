import IdeaPipeline

extension AppState {
  /// Sends operations on their way; the footer shows that they are.
  mutating func submit(_ operations: [any Operation], for purpose: Saving.Purpose = .deed) -> [Effect] {
    guard let token = begin(purpose) else { return [] }
    return [.submit(token, operations)]
  }

  /// Opens a submission; nil in the lobby.
  mutating func begin(_ purpose: Saving.Purpose) -> SubmissionToken? {
    let now = now
    return board?.saving.begin(purpose, at: now)
  }

  /// The store has it.
  mutating func submitted(_ token: SubmissionToken, _ receipt: Receipt) -> [Effect] {
    guard var board, let purpose = board.saving.succeed(token, receipt, at: now) else { return [] }
    board.invalidateLists()
    board.loads.invalidate([.idea])
    var effects: [Effect] = []
    switch purpose {
    case .draft(let place): effects = forget(place, in: &board)
    case .post(let place):
      effects = forget(place, in: &board)
      board.following = receipt.operations.last.map { IdeaID(madeBy: $0) }
      if board.ownIdeas == 0 { board.loads.invalidate([.own]) }
    case .deed, .batch, .undo, .sealed, .entered: break
    }
    let sent = board.sealed.saved(token, receipt)
    self.board = board
    if let sent { tell(sent) }
    if let made = receipt.operations.last { _ = answerScribe(token, .saved(made)) }
    if case .batch(let id, let name) = purpose { effects += answered(id, name: name, .success(receipt.operations)) }
    closeForm(waitingFor: token)
    if case .draft(.line(let id, .override)) = purpose { effects += closeGate(of: id) }
    return effects
  }

  /// Its idea has moved on without it: what was answered in it is kept for later.
  private mutating func closeGate(of id: IdeaID) -> [Effect] {
    guard case .checklist(let checklist)? = overlays.last, checklist.subject.id == id else { return [] }
    closeTop()
    return keepDraft(of: checklist, isPutAside: true)
  }

  private func forget(_ place: DraftPlace, in board: inout OpenBoard) -> [Effect] {
    board.drafts[place] = nil
    return board.inMemory.remove(place) == nil ? [.discardDraft(place)] : []
  }

  private mutating func closeForm(waitingFor token: SubmissionToken) {
    overlays.removeAll { $0.token == token }
  }

  /// A rule stood in the way: the form it came from stays as it was and says why.
  mutating func refused(_ token: SubmissionToken, _ refusal: Refusal) -> [Effect] {
    guard let purpose = board?.saving.fail(token, isFinal: true) else { return [] }
    board?.sealed.underWay[token] = nil
    if let effects = failInBatch(purpose, sentence(for: refusal)) { return effects }
    if case .stale(let clash) = refusal.reason, openClash(clash, for: token) { return [] }
    answer(token, sentence(for: refusal), kind: .refusal)
    return []
  }

  /// Nothing was saved; the form stays and it can be tried again.
  mutating func notSaved(_ token: SubmissionToken, _ sentence: String) -> [Effect] {
    guard let purpose = board?.saving.fail(token, isFinal: false) else { return [] }
    board?.sealed.underWay[token] = nil
    if let effects = failInBatch(purpose, sentence) { return effects }
    answer(token, sentence, kind: .trouble)
    return []
  }

  /// Keeps the answer until the others have theirs; nil when it is not one of several.
  private mutating func failInBatch(_ purpose: Saving.Purpose, _ sentence: String) -> [Effect]? {
    guard case .batch(let id, let name) = purpose else { return nil }
    return answered(id, name: name, .failure(BatchFailure(sentence: sentence)))
  }

  /// Gives the answer to whoever waits for it: a form that is open, else the line above the footer.
  private mutating func answer(_ token: SubmissionToken, _ sentence: String, kind: Notice.Kind) {
    if answerScribe(token, .refused(sentence)) { return }
    guard let place = overlays.firstIndex(where: { $0.token == token }) else { return say(kind, sentence) }
    overlays[place].reopen(remark: sentence)
  }

  /// Shows both texts of an edit that came too late.
  private mutating func openClash(_ theirs: TextClash, for token: SubmissionToken) -> Bool {
    guard let place = overlays.firstIndex(where: { $0.token == token }), case .composer(var composer) = overlays[place]
    else { return false }
    composer.phase = .writing
    overlays[place] = .clash(Clash(composer: composer, theirs: theirs))
    return true
  }

  /// The refusal with the key that leads out of it.
  func sentence(for refusal: Refusal) -> String {
    guard let remedy = refusal.remedy, let (command, verb) = remedy.wayOut, let key = keymap.label(command) else {
      return refusal.sentence
    }
    return "\(refusal.sentence) Press \(key) to \(verb)."
  }
}

extension Remedy {
  /// The command that helps, and what it does in the sentence "Press w to …".
  fileprivate var wayOut: (Command, String)? {
    switch self {
    case .answerWorksheet: (.worksheet, "answer it")
    case .giveReason, .sendBack: (.sendBack, "send it back with a reason")
    case .takeBackDot: (.takeBackDot, "take one back")
    case .restore: (.withdraw, "bring it back")
    case .unmerge: (.merge, "take the merge apart")
    case .decideOutcome: (.outcome, "decide it")
    case .retractOutcome: (.outcome, "take it back")
    case .compareTexts: (.edit, "edit it as it is now")
    case .closeSession: (.closeSession, "close it")
    case .takeOver: (.takeOver, "take over")
    // What the refusal says besides names who can do these.
    case .openRound, .closeRound, .askFacilitator, .openSession, .startStep, .postWithoutName, .claimHelp, .closeHelp:
      nil
    }
  }
}

extension Overlay {
  /// What the form waits for; nil for anything that waits for nothing.
  var token: SubmissionToken? {
    let phase: Composer.Phase? =
      switch self {
      case .composer(let composer): composer.phase
      case .checklist(let checklist): checklist.phase
      case .prompt(let prompt): prompt.phase
      case .form(let form): form.phase
      case .merge(let picker): picker.phase
      case .clash, .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams,
        .scribe:
        nil
      }
    if case .sending(let token) = phase { return token }
    return nil
  }

  /// Lets the form be written in again and says why.
  mutating func reopen(remark: String) {
    switch self {
    case .composer(var composer):
      composer.phase = .writing
      composer.remark = remark
      self = .composer(composer)
    case .checklist(var checklist):
      checklist.phase = .writing
      checklist.remark = remark
      self = .checklist(checklist)
    case .prompt(var prompt):
      prompt.phase = .writing
      prompt.remark = remark
      self = .prompt(prompt)
    case .form(var form):
      form.phase = .writing
      form.remark = remark
      self = .form(form)
    case .merge(var picker):
      picker.phase = .writing
      picker.remark = remark
      self = .merge(picker)
    case .clash, .earlierTexts, .rounds, .menu, .palette, .activity, .search, .help, .themes, .catchUp, .teams, .scribe:
      break
    }
  }
}
