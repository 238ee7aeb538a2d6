import IdeaPipeline

/// What is on its way to the store, what can be taken back, and what the footer says about it.
struct Saving: Equatable, Sendable {
  /// One submission that has not been answered.
  struct Pending: Equatable, Sendable {
    var purpose: Purpose
    var since: Timestamp
  }

  /// Where the answer belongs.
  enum Purpose: Equatable, Sendable {
    /// Written in a composer or a worksheet: closes it, and forgets its draft, once it is saved.
    case draft(DraftPlace)
    /// A post: as `draft`, and the selection goes to the idea.
    case post(DraftPlace)
    /// A single key or a prompt.
    case deed
    /// A change of what has no name.
    case sealed
    /// A note of somebody else.
    case entered
    /// One of several ideas that a command is about.
    case batch(IdeaID, name: String)
    /// Takes these operations back.
    case undo([OperationID])
  }

  /// What the footer shows.
  enum Status: Equatable, Sendable {
    case nothing, saving, saved
    case waiting(holder: String?)
  }

  private(set) var pending: [SubmissionToken: Pending] = [:]
  /// What the viewer did here and can take back, the last at the end.
  private(set) var undoable: [[OperationID]] = []
  private var lastToken = 0
  private var holder: String??
  private var savedAt: Timestamp?

  mutating func begin(_ purpose: Purpose, at now: Timestamp) -> SubmissionToken {
    lastToken += 1
    let token = SubmissionToken(number: lastToken)
    pending[token] = Pending(purpose: purpose, since: now)
    return token
  }

  /// Takes the answer in; what it was the answer to.
  mutating func succeed(_ token: SubmissionToken, _ receipt: Receipt, at now: Timestamp) -> Purpose? {
    guard let purpose = end(token) else { return nil }
    savedAt = now
    switch purpose {
    case .draft, .post, .deed, .entered: undoable.append(receipt.operations)
    case .batch, .undo, .sealed: break
    }
    return purpose
  }

  /// Takes a refusal or failure in; what it was the answer to.
  /// - Parameter isFinal: a refusal stands; what could not be saved may be tried again.
  mutating func fail(_ token: SubmissionToken, isFinal: Bool) -> Purpose? {
    guard let purpose = end(token) else { return nil }
    if !isFinal, case .undo(let operations) = purpose { undoable.append(operations) }
    return purpose
  }

  private mutating func end(_ token: SubmissionToken) -> Purpose? {
    holder = nil
    return pending.removeValue(forKey: token)?.purpose
  }

  mutating func wait(for holder: String?) { self.holder = .some(holder) }

  /// Has one undo take all of these back.
  mutating func remember(_ operations: [OperationID]) {
    if !operations.isEmpty { undoable.append(operations) }
  }

  mutating func takeLastDone() -> [OperationID]? { undoable.popLast() }

  /// What the footer says at a moment.
  func status(at now: Timestamp) -> Status {
    if let since = pending.values.map(\.since).min() {
      if let holder { return .waiting(holder: holder) }
      return now.seconds(since: since) >= 2 ? .waiting(holder: nil) : .saving
    }
    guard let savedAt, now.seconds(since: savedAt) < 30 else { return .nothing }
    return .saved
  }
}
