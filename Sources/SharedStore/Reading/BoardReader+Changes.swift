import IdeaPipeline

extension BoardReader {
  func news(since seq: Int, limit: Int) throws -> News {
    var (found, place): ([Change], Int) = ([], seq)
    while found.count < limit {
      let lines = try log.after(place, limit: limit - found.count)
      guard let last = lines.last else { break }
      found += lines.compactMap(change)
      place = last.stamp.seq
    }
    return News(changes: found, seq: place)
  }

  func recentChanges(before seq: Int?, limit: Int) throws -> [Change] {
    var (found, place): ([Change], Int) = ([], seq ?? .max)
    while found.count < limit {
      let lines = try log.last(limit - found.count, before: place)
      guard let last = lines.last else { break }
      found += lines.compactMap(change)
      place = last.stamp.seq
    }
    return found
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

  /// Nil for what the viewer may not see: what others did in private stays so, since the order in which it was done would
  /// tell who did it; after the reveal that stands for all of it. Nor for the votes of others while a round is blind.
  private func change(_ logged: LoggedOperation) -> Change? {
    let stamp = logged.stamp
    let activity = activity(of: logged)
    if isVoteOfOthers(logged) { return nil }
    let idea = (activity.idea ?? ideaBehind(logged)).flatMap { board.get($0) }
    if let idea, idea.isUnrevealed || stamp.seq < idea.shownFrom, !sight.wrote(idea) { return nil }
    let isHidden = hidesActor(of: logged, about: idea)
    return Change(
      seq: stamp.seq, id: stamp.id, at: stamp.at, actor: isHidden ? .hidden : sight.author(stamp.actor),
      enteredBy: isHidden ? nil : stamp.enteredBy.map { sight.author($0) }, kind: logged.payload.kind,
      activity: withWay(activity),
      isUndo: logged.undoes != nil, isOwn: stamp.actor.person != nil && stamp.actor.person == sight.person?.id)
  }

  /// The idea that an operation made or changed, where what the feed says about it leads nowhere.
  private func ideaBehind(_ logged: LoggedOperation) -> IdeaID? {
    guard case .known(let operation) = logged.payload else { return nil }
    if let action = operation.changedAction.flatMap({ board.get($0) }), case .idea(let idea) = action.subject {
      return idea
    }
    return operation.textPlaces(logged.stamp.id).lazy.compactMap(\.idea).first
  }

  private func isVoteOfOthers(_ logged: LoggedOperation) -> Bool {
    guard case .known(let operation) = logged.payload, let round = operation.votedIn.flatMap({ board.get($0) }),
      round.isBlind
    else { return false }
    return ![logged.stamp.actor.person, logged.stamp.enteredBy].contains { $0 != nil && $0 == sight.person?.id }
  }

  /// Whether the one who did it has to stay unknown to the viewer: somebody whose name is hidden under the idea or the
  /// comment.
  private func hidesActor(of logged: LoggedOperation, about idea: Idea?) -> Bool {
    guard let actor = logged.stamp.actor.person, case .known(let operation) = logged.payload else { return false }
    if let comment = operation.comment(logged.stamp.id).flatMap({ board.get($0) }) {
      return operation.isForAuthors && comment.author == actor && sight.mayNotKnow(actor, comment.naming)
    }
    if board.get(Identifier<Move>(madeBy: logged.stamp.id))?.overrode == true { return false }
    guard operation.isForAuthors, let idea, idea.isWritten(by: actor) else { return false }
    return sight.mayNotKnow(actor, idea.naming)
  }

  /// The words speak of hidden and withdrawn ideas by number only; here the way to those that the viewer cannot open
  /// goes too.
  private func activity(of logged: LoggedOperation) -> Activity {
    guard case .known(let operation) = logged.payload else {
      return Activity("did something that a newer Hothouse knows")
    }
    return operation.activity(on: board, of: logged.stamp)
  }

  private func withWay(_ activity: Activity) -> Activity {
    var activity = activity
    if let id = activity.idea, board.get(id).map(sight.sees) != true { activity.idea = nil }
    return activity
  }
}
