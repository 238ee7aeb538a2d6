/// What can be undone and redone in a text: steps of edits, each edit with what it removed and what it put in.
struct EditHistory: Sendable {
  /// Edits of one kind that follow one another become one step.
  enum Kind: Sendable {
    case typing, erasing, other
  }

  struct Edit: Sendable {
    var place: Int
    var removed: [Character]
    var inserted: [Character]
    var caretBefore: Int
    var caretAfter: Int

    var reversed: Edit {
      Edit(
        place: place, removed: inserted, inserted: removed, caretBefore: caretAfter, caretAfter: caretBefore)
    }
  }

  private var done: [[Edit]] = []
  private var undone: [[Edit]] = []
  /// The kind that the next edit must have to join the last step; nil when it begins a new one.
  private var open: Kind?
  /// Older steps are forgotten.
  private static let most = 500

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  /// - Parameter boundary: the edit ends a word, so the next one begins a new step.
  mutating func record(_ edit: Edit, as kind: Kind, boundary: Bool) {
    undone = []
    if kind != .other, open == kind, !done.isEmpty {
      done[done.count - 1].append(edit)
    } else {
      done.append([edit])
      if done.count > EditHistory.most { done.removeFirst() }
    }
    open = kind == .other || boundary ? nil : kind
  }

  /// The next edit begins a new step.
  mutating func endStep() {
    open = nil
  }

  mutating func undo() -> [Edit]? {
    open = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func redo() -> [Edit]? {
    open = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}
