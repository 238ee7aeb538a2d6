import IdeaPipeline
import TestSupport

/// The same day, but for one thing that some people may not know. Whatever those people read must be the same on both: that
/// is how a test finds every way in which it could leak, without knowing how it is kept.
struct Twin {
  let what: String
  /// The other log.
  let log: [LoggedOperation]
  /// Who may not tell the two apart.
  let viewers: [Viewer]
  /// Whether the two differ in how many people posted, which may be told.
  var changesVoices = false
}

extension SecretDay {
  /// All twins that this day has.
  var twins: [Twin] { otherAuthors + otherCommenters + otherWords + otherOrders + otherVotes }

  private var log: [LoggedOperation] { builder.log }

  private func rewriting(_ body: (LoggedOperation) -> (any IdeaPipeline.Operation, Actor)?) -> [LoggedOperation] {
    log.map { logged in
      guard let (operation, actor) = body(logged) else { return logged }
      let stamp = Stamp(
        seq: logged.stamp.seq, id: logged.stamp.id, at: logged.stamp.at, actor: actor, enteredBy: logged.stamp.enteredBy
      )
      return LoggedOperation(stamp: stamp, payload: .known(operation), undoes: logged.undoes, deed: logged.deed)
    }
  }

  /// Somebody of another team, who was there already and has nothing to do with the post.
  private func another(than post: Post) -> PersonID? {
    let team = builder.board.get(post.author)?.team
    return builder.board.all(Person.self)
      .first { $0.seq < post.seq && $0.id != post.author && $0.team != team && $0.role == .participant }?.id
  }

  private func outsiders(_ people: [PersonID], but insiders: [PersonID]) -> [Viewer] {
    people.filter { !insiders.contains($0) }.prefix(2).map { .person($0) }
  }

  /// A hidden idea is somebody else's.
  private var otherAuthors: [Twin] {
    ideas.filter { $0.naming == .hidden && !isSecret($0) }.compactMap { post in
      let idea = IdeaID(madeBy: post.id)
      guard let other = another(than: post), builder.board.get(idea)?.coAuthors.isEmpty == true else { return nil }
      let touched = log.filter {
        $0.payload.known is SetCoAuthors && $0.payload.known?.writtenIdea($0.stamp.id) == idea
      }
      if !touched.isEmpty { return nil }
      let log = rewriting { logged in
        guard logged.stamp.actor.person == post.author, let operation = logged.payload.known,
          operation.writtenIdea(logged.stamp.id) == idea
        else { return nil }
        return (operation, .person(other))
      }
      return Twin(
        what: "author of \(post.seq)", log: log,
        viewers: outsiders(people(.participant, .observer), but: [post.author, other]) + [.everyone],
        changesVoices: true)
    }
  }

  /// A hidden comment is somebody else's.
  private var otherCommenters: [Twin] {
    comments.filter { $0.naming == .hidden }.compactMap { post in
      guard let other = another(than: post) else { return nil }
      let log = rewriting { logged in
        guard logged.stamp.actor.person == post.author, let operation = logged.payload.known,
          operation.writtenComment(logged.stamp.id) == CommentID(madeBy: post.id)
        else { return nil }
        return (operation, .person(other))
      }
      return Twin(
        what: "author of comment \(post.seq)", log: log,
        viewers: outsiders(people(.participant, .observer), but: [post.author, other]) + [.everyone])
    }
  }

  /// What was not revealed yet says something else, builds on nothing and answers nothing.
  private var otherWords: [Twin] {
    ideas.filter(isSecret).map { post in
      let idea = IdeaID(madeBy: post.id)
      let log = rewriting { logged in
        guard let operation = logged.payload.known, operation.writtenIdea(logged.stamp.id) == idea else { return nil }
        switch operation {
        case is PostIdea: return (PostIdea(title: "otherwise", body: "said", tags: ["x"]), logged.stamp.actor)
        case let edit as EditIdea:
          return (EditIdea(idea: idea, revision: edit.revision, title: "again", body: "otherwise"), logged.stamp.actor)
        default: return nil
        }
      }
      let insiders = [post.author] + (builder.board.get(idea)?.coAuthors ?? [])
      return Twin(
        what: "words of \(post.seq)", log: log,
        viewers: [.everyone] + outsiders(people(.facilitator, .coach), but: insiders)
          + outsiders(people(.participant), but: insiders))
    }
  }

  /// Two ideas of one private step, revealed together, were posted in the other order.
  private var otherOrders: [Twin] {
    let shown = ideas.filter { $0.privateIn != nil && $0.naming != .sealed && !isSecret($0) }
    return zip(shown, shown.dropFirst()).compactMap { one, other in
      guard one.privateIn == other.privateIn, one.author != other.author,
        !revealed(between: one.seq, and: other.seq), !isTouched(one, before: other)
      else { return nil }
      var log = log
      let (first, second) = (log[one.seq - 1], log[other.seq - 1])
      log[one.seq - 1] = second.at(first.stamp)
      log[other.seq - 1] = first.at(second.stamp)
      return Twin(
        what: "order of \(one.seq) and \(other.seq)", log: log,
        viewers: [.everyone]
          + outsiders(people(.participant, .observer, .coach, .facilitator), but: [one.author, other.author]))
    }
  }

  private func revealed(between one: Int, and other: Int) -> Bool {
    log[one..<other].contains { $0.payload.known is RevealStep }
  }

  private func isTouched(_ one: Post, before other: Post) -> Bool {
    log[one.seq..<other.seq].contains { logged in
      guard let operation = logged.payload.known else { return true }
      let idea = operation.writtenIdea(logged.stamp.id)
      return idea == IdeaID(madeBy: one.id) || "\(operation)".contains("\(IdeaID(madeBy: one.id))")
    } || log[other.seq - 1].payload.known.map { "\($0)".contains("\(IdeaID(madeBy: one.id))") } ?? true
  }

  /// A vote in a blind round went elsewhere.
  private var otherVotes: [Twin] {
    guard let round = builder.board.first(.open), round.isBlind else { return [] }
    let list = round.ballotList ?? []
    return log.compactMap { logged in
      guard let voter = logged.stamp.actor.person, let (idea, other) = moved(logged, in: round, list) else {
        return nil
      }
      let takes = log.contains {
        ($0.payload.known as? TakeBackDot)?.round == round.id && $0.stamp.actor.person == voter
      }
      if takes { return nil }
      let log = rewriting { $0.stamp.id == logged.stamp.id ? (other, $0.stamp.actor) : nil }
      return Twin(
        what: "vote \(logged.stamp.seq) on \(idea)", log: log,
        viewers: [.everyone] + outsiders(people(.facilitator, .coach), but: [voter])
          + outsiders(people(.participant), but: [voter]))
    }
  }

  private func moved(
    _ logged: LoggedOperation, in round: Round, _ list: [IdeaID]
  ) -> (IdeaID, any IdeaPipeline.Operation)? {
    switch logged.payload.known {
    case let dot as GiveDot where dot.round == round.id:
      return list.last { $0 != dot.idea }.map { (dot.idea, GiveDot(round: round.id, idea: $0)) }
    case let vote as CastPosition where vote.round == round.id && vote.position != nil:
      let other: Ballot.Position = vote.position == .agree ? .disagree : .agree
      return (vote.idea, CastPosition(round: round.id, idea: vote.idea, position: other))
    default: return nil
    }
  }
}

extension LoggedOperation {
  /// The same at the place and time of another.
  fileprivate func at(_ place: Stamp) -> LoggedOperation {
    LoggedOperation(
      stamp: Stamp(seq: place.seq, id: stamp.id, at: place.at, actor: stamp.actor, enteredBy: stamp.enteredBy),
      payload: payload, undoes: undoes, deed: deed)
  }
}

extension LoggedOperation.Payload {
  fileprivate var known: (any IdeaPipeline.Operation)? {
    if case .known(let operation) = self { operation } else { nil }
  }
}

extension IdeaPipeline.Operation {
  /// The idea of which it is something that its author may do as such; `id` is its own.
  fileprivate func writtenIdea(_ id: OperationID) -> IdeaID? {
    switch self {
    case is PostIdea: IdeaID(madeBy: id)
    case let edit as EditIdea: edit.idea
    case let tags as TagIdea: tags.idea
    case let links as LinkEvidence: links.idea
    case let credit as SetCoAuthors: credit.idea
    case let withdrawal as WithdrawIdea: withdrawal.idea
    case let restoration as RestoreIdea: restoration.idea
    case let answer as AnswerField: answer.idea
    case let change as ReassignIdea: change.idea
    case let advance as AdvanceIdea: advance.overrides ? nil : advance.idea
    case let back as SendBackIdea: back.idea
    case let back as RetractMove: back.idea
    default: nil
    }
  }

  fileprivate func writtenComment(_ id: OperationID) -> CommentID? {
    switch self {
    case is PostComment: CommentID(madeBy: id)
    case let edit as EditComment: edit.comment
    case let withdrawal as WithdrawComment: withdrawal.comment
    case let restoration as RestoreComment: restoration.comment
    default: nil
    }
  }
}
