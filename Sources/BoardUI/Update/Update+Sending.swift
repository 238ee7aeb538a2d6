import CellGrid
import IdeaPipeline

extension AppState {
  /// Posts or saves what a composer holds, or says in it what is missing.
  mutating func send(_ composer: Composer) -> [Effect] {
    var composer = composer
    if let problem = composer.problem {
      composer.remark = problem.words
      composer.focus = problem.field
      setTop(.composer(composer))
      return []
    }
    guard let board else { return [] }
    let purpose: Saving.Purpose =
      switch composer.purpose {
      case .newIdea, .buildOn: .post(composer.place)
      case .edit, .comment, .reply, .editComment, .outcome, .links: .draft(composer.place)
      }
    guard let token = begin(purpose) else { return [] }
    composer.phase = .sending(token)
    composer.remark = nil
    setTop(.composer(composer))
    let operation = composer.operation(on: board)
    let drafts = keepDraft(of: composer)
    guard composer.isSealed else { return drafts + [.submit(token, [operation])] }
    self.board?.sealed.underWay[token] = composer.sending
    return drafts + [.submitSealed(token, [operation])]
  }
}

extension Composer {
  /// What keeps it from being sent, and the field to go to.
  var problem: (words: String, field: Focus)? {
    if let problem = problemOfLength { return problem }
    if case .outcome = purpose, outcome == nil {
      return ("Choose how it ended: ← and → go through the four ways.", .outcome)
    }
    if case .links = purpose { return problemOfLinks.map { ($0, .body) } }
    if isIdea, TextRule.title.clean(title.text).isEmpty { return ("Give it a title first: one line.", .title) }
    if !isIdea, TextRule.comment.clean(body.text).isEmpty {
      let isOutcome = if case .outcome = purpose { true } else { false }
      return (
        isOutcome
          ? "Say what was learned: that is what others can use." : "There is nothing to send yet: write a line.", .body
      )
    }
    if tagList.count > 12 { return ("At most 12 tags; these are \(tagList.count).", .tags) }
    return nil
  }

  /// The first field that is too long, and what is to be done about it.
  private var problemOfLength: (words: String, field: Focus)? {
    for field in fields(hasChallenges: false) {
      var there = self
      there.focus = field
      if let words = there.textField?.problem(named: there.noun) { return (words, field) }
    }
    return nil
  }

  /// What is remembered of it in this visit when it is sent without a name.
  fileprivate var sending: SealedPosts.Sending {
    let title = TextRule.title.clean(title.text)
    let body = TextRule.body.clean(body.text)
    switch purpose {
    case .newIdea, .buildOn: return .idea(title: title, body: body)
    case .edit(let subject, _): return .edit(subject.id, title: title, body: body)
    case .comment, .reply, .editComment, .outcome, .links: return .comment
    }
  }

  /// The operation that posts or saves it.
  func operation(on board: OpenBoard) -> any Operation {
    let title = TextRule.title.clean(title.text)
    let body = TextRule.body.clean(body.text)
    switch purpose {
    case .newIdea:
      let id = board.summary.challenges.first { $0.challenge.number == challenge }?.challenge.id
      return PostIdea(
        title: title, body: body, tags: tagList, challenge: id, naming: promise.told, step: promise.step)
    case .buildOn(let subject):
      return PostIdea(
        title: title, body: body, tags: tagList, buildsOn: subject.id, naming: promise.told, step: promise.step)
    case .edit(let subject, let revision):
      return EditIdea(idea: subject.id, revision: revision, title: title, body: body)
    case .comment(let subject):
      return PostComment(
        idea: subject.id, comment: kind, text: TextRule.comment.clean(self.body.text), naming: promise.told,
        step: promise.step)
    case .links(let subject, let before):
      return LinkEvidence(idea: subject.id, old: before, new: links)
    case .outcome(let subject):
      return DecideOutcome(
        idea: subject.id, outcome: outcome ?? .parked, learning: TextRule.answer.clean(self.body.text))
    case .editComment(_, let comment, let revision):
      return EditComment(comment: comment, revision: revision, text: TextRule.comment.clean(self.body.text))
    case .reply(let subject, let comment, _, _):
      return PostComment(
        idea: subject.id, comment: kind, text: TextRule.comment.clean(self.body.text), replyTo: comment,
        naming: promise.told, step: promise.step)
    }
  }
}
