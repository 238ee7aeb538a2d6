/// Finds what "undo" takes back: a person's last change of which something is left.
public enum UndoRule {
  /// The change to take back. What took something back is not taken back again: undoing twice takes back two changes.
  /// - Parameters:
  ///   - logged: the person's operations, newest first; as many as it takes, so hand over something lazy.
  ///   - undone: the operations that were taken back.
  /// - Throws: a refusal that says why there is nothing, or why the last change stays.
  public static func last(
    of logged: some Sequence<LoggedOperation>, undone: Set<OperationID>, on board: some BoardAccess
  ) throws(Refusal) -> Undoing {
    for candidate in logged where candidate.undoes == nil && !undone.contains(candidate.stamp.id) {
      if let undoing = try undoing(candidate, on: board) { return undoing }
    }
    throw Refusal(.rule, "Nothing of yours to undo.")
  }

  /// What takes this one change back; nil when nothing of it is left, or when a newer program made it.
  /// - Throws: a refusal when changes of this kind stay, so that an older change is not undone by surprise.
  public static func undoing(_ logged: LoggedOperation, on board: some BoardAccess) throws(Refusal) -> Undoing? {
    guard case .known(let operation) = logged.payload else { return nil }
    if let sentence = type(of: operation).cannotUndo { throw Refusal(.rule, sentence) }
    guard let reverse = operation.reverse(on: board, of: logged.stamp) else { return nil }
    return Undoing(
      stamp: logged.stamp, operation: reverse, activity: operation.activity(on: board, of: logged.stamp))
  }
}

/// A change and what takes it back.
public struct Undoing: Sendable {
  /// The stamp of the change.
  public let stamp: Stamp
  /// What takes it back. It is checked like any other: others may have changed the same thing since.
  public let operation: any Operation
  /// What the change was, as the feed says it.
  public let activity: Activity

  /// The submission for `person`, who undoes. What was entered for somebody else is undone for them.
  public func submission(id: OperationID, by person: PersonID) -> Submission {
    let isForAnother = stamp.actor.person != person
    return Submission(
      id: id, operation, by: isForAnother ? stamp.actor : .person(person), enteredBy: isForAnother ? person : nil,
      undoes: stamp.id)
  }
}
