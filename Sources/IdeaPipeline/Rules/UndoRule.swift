/// Finds what "undo" takes back: a person's last change of which something is left.
public enum UndoRule {
  /// The change to take back.
  /// - Parameters:
  ///   - logged: the person's operations, newest first; as many as it takes, so hand over something lazy.
  ///   - undone: the operations that some operation names in `undoes`.
  /// - Throws: a refusal that says why there is nothing, or why the last change stays.
  public static func last(
    of logged: some Sequence<LoggedOperation>, undone: Set<OperationID>, on board: some BoardAccess
  ) throws(Refusal) -> Undoing {
    for candidate in logged {
      guard candidate.undoes == nil, !undone.contains(candidate.stamp.id),
        case .known(let operation) = candidate.payload
      else { continue }
      if let sentence = type(of: operation).cannotUndo { throw Refusal(.rule, sentence) }
      if let reverse = operation.reverse(on: board, of: candidate.stamp) {
        let activity = operation.activity(on: board, of: candidate.stamp)
        return Undoing(stamp: candidate.stamp, operation: reverse, activity: activity)
      }
    }
    throw Refusal(.rule, "Nothing of yours to undo.")
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
