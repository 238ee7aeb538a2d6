import IdeaPipeline

extension BoardReader {
  func changes(since seq: Int, limit: Int) throws -> [Change] {
    try log.after(seq, limit: limit).map(change)
  }

  func recentChanges(before seq: Int?, limit: Int) throws -> [Change] {
    try log.last(limit, before: seq ?? .max).map(change)
  }

  /// Of what was entered without a name nobody knows whose it is, so nobody is offered it.
  func undoOffer() throws -> UndoOffer {
    guard let person = sight.person else { return .nothing(UndoRule.nothing.sentence) }
    do {
      let deed = try UndoSearch(log: log, board: board).lastDeed(of: person.id)
      guard let last = deed.first else { return .nothing(UndoSearch.nothingLeft.sentence) }
      let inOrder = Array(deed.reversed())
      return .deed(inOrder.map(\.stamp.id), at: last.stamp.at, activity: .together(inOrder.map(\.activity)))
    } catch let refusal as Refusal {
      return .nothing(refusal.sentence)
    }
  }

  private func change(_ logged: LoggedOperation) -> Change {
    let stamp = logged.stamp
    return Change(
      seq: stamp.seq, id: stamp.id, at: stamp.at, actor: sight.author(stamp.actor),
      enteredBy: stamp.enteredBy.map { sight.author($0) }, kind: logged.payload.kind, activity: activity(of: logged),
      isUndo: logged.undoes != nil, isOwn: stamp.actor.person != nil && stamp.actor.person == sight.person?.id)
  }

  /// The words speak of hidden and withdrawn ideas by number only; here the way to those that the viewer cannot open
  /// goes too.
  private func activity(of logged: LoggedOperation) -> Activity {
    guard case .known(let operation) = logged.payload else {
      return Activity("did something that a newer Hothouse knows")
    }
    var activity = operation.activity(on: board, of: logged.stamp)
    if let id = activity.idea, board.get(id).map(sight.sees) != true { activity.idea = nil }
    return activity
  }
}
