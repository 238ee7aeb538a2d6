/// Finds what "undo" takes back: a person's last change of which something is left.
public enum UndoRule {
  /// There is nothing to take back.
  public static let nothing = Refusal(
    .rule, "Nothing of yours to undo.", instead: "Whoever did something can take it back.")

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
    throw nothing
  }

  /// What takes this one change back; nil when nothing of it is left, or when a newer program made it.
  /// - Throws: a refusal when changes of this kind stay, so that an older change is not undone by surprise.
  public static func undoing(_ logged: LoggedOperation, on board: some BoardAccess) throws(Refusal) -> Undoing? {
    guard case .known(let operation) = logged.payload else { return nil }
    if let reason = type(of: operation).cannotUndo { throw Refusal(.rule, reason.why, instead: reason.instead) }
    guard let reverse = operation.reverse(on: board, of: logged.stamp) else { return nil }
    return Undoing(
      stamp: logged.stamp, deed: logged.deed, operation: reverse,
      activity: operation.activity(on: board, of: logged.stamp))
  }
}

/// A change and what takes it back.
public struct Undoing: Sendable {
  /// The stamp of the change.
  public let stamp: Stamp
  /// What was done in one go with it has the same.
  public let deed: OperationID?
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

extension Activity {
  /// What was done in one go, in one line: the first three, and how many more. Leads to the first.
  public static func together(_ activities: [Activity]) -> Activity {
    guard activities.count > 1, let first = activities.first else { return activities.first ?? Activity("did nothing") }
    let shown = activities.prefix(activities.count > 4 ? 3 : 4).map(\.words)
    let more = activities.count - shown.count
    let words =
      more > 0
      ? "\(shown.joined(separator: ", ")) and \(more) more"
      : "\(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")"
    return Activity(words, idea: first.idea)
  }
}
