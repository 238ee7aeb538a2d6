import IdeaPipeline

extension RandomOperations {
  /// What happens to ideas.
  mutating func aboutIdeas(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    switch roll(13) {
    case 0, 1: return post(board)
    case 2: return edit(board)
    case 3, 4: return describe(board)
    case 5: return idea(board).map { WithdrawIdea(idea: $0.id) }
    case 6: return idea(board, { $0.isWithdrawn }).map { RestoreIdea(idea: $0.id) }
    case 7: return hide(board)
    case 8: return idea(board, { $0.hidden != nil }).map { UnhideIdea(idea: $0.id) }
    case 9, 10, 11: return merge(board)
    default:
      return idea(board, { $0.mergedInto != nil || $0.mergeAtClose != nil }).map { UnmergeIdea(idea: $0.id) }
    }
  }

  private mutating func post(_ board: any BoardAccess) -> PostIdea {
    PostIdea(
      title: text(), body: random.chance(50) ? text() : "", tags: random.chance(50) ? [tag()] : [],
      challenge: random.chance(40) ? choose(board.all(Challenge.self), { $0.isOpen })?.id : nil,
      coAuthors: random.chance(20) ? [person(board)] : [], buildsOn: random.chance(25) ? idea(board)?.id : nil)
  }

  private mutating func edit(_ board: any BoardAccess) -> EditIdea? {
    guard let idea = idea(board) else { return nil }
    let revision = seen(idea.revision, otherwise: max(1, idea.revision - 1))
    return EditIdea(idea: idea.id, revision: revision, title: text(), body: text())
  }

  /// Tags, links, co-authors and challenge.
  private mutating func describe(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    guard let idea = idea(board) else { return nil }
    switch roll(4) {
    case 0:
      return TagIdea(idea: idea.id, old: seen(idea.tags, otherwise: ["x"]), new: idea.tags.suffix(2) + [tag()])
    case 1:
      let link = EvidenceLink(url: "https://example.org/\(tag())", title: text())
      return LinkEvidence(idea: idea.id, old: seen(idea.links, otherwise: [link]), new: [link])
    case 2:
      let new = random.chance(30) ? [] : [person(board)]
      return SetCoAuthors(
        idea: idea.id, old: seen(idea.coAuthors, otherwise: [idea.author].compactMap(\.self)), new: new)
    default:
      let new = choose(board.all(Challenge.self), { $0.isOpen })?.id
      return ReassignIdea(idea: idea.id, old: seen(idea.challenge, otherwise: nil), new: new)
    }
  }

  private mutating func hide(_ board: any BoardAccess) -> HideIdea? {
    guard let idea = idea(board) else { return nil }
    return HideIdea(idea: idea.id, reason: text())
  }

  private mutating func merge(_ board: any BoardAccess) -> MergeIdea? {
    guard let child = idea(board, { $0.state == .active && $0.outcome == nil }), let parent = idea(board) else {
      return nil
    }
    return MergeIdea(idea: child.id, into: parent.id)
  }

  /// How ideas move through the stages.
  mutating func aboutJourneys(_ board: any BoardAccess) -> (any IdeaPipeline.Operation)? {
    switch roll(12) {
    case 0, 1, 2: return advance(board)
    case 3, 4, 5: return answer(board)
    case 6: return sendBack(board)
    case 7: return choose(board.all(Move.self)).map { RetractMove(idea: $0.idea, move: $0.id) }
    case 8, 9: return decide(board)
    default: return idea(board, { $0.outcome != nil }).map { RetractOutcome(idea: $0.id) }
    }
  }

  private mutating func advance(_ board: any BoardAccess) -> AdvanceIdea? {
    guard let idea = idea(board, { $0.state == .active && $0.outcome == nil }) else { return nil }
    return AdvanceIdea(
      idea: idea.id, from: seen(idea.stage, otherwise: stage()),
      to: random.chance(70) ? idea.stage.next ?? .test : stage(), reason: random.chance(60) ? text() : nil,
      overrides: random.chance(60))
  }

  private mutating func sendBack(_ board: any BoardAccess) -> SendBackIdea? {
    guard let idea = idea(board, { $0.state == .active && $0.stage > .empathise && $0.outcome == nil }) else {
      return nil
    }
    let to = choose(Stage.allCases, { $0 < idea.stage }) ?? .empathise
    return SendBackIdea(idea: idea.id, from: seen(idea.stage, otherwise: .test), to: to, reason: text())
  }

  private mutating func decide(_ board: any BoardAccess) -> DecideOutcome? {
    guard let idea = idea(board, { $0.state == .active && $0.stage == .test && $0.outcome == nil }) else { return nil }
    let kind = Outcome.Kind.allCases.randomElement(using: &random) ?? .parked
    return DecideOutcome(idea: idea.id, outcome: kind, learning: text())
  }

  private mutating func answer(_ board: any BoardAccess) -> AnswerField? {
    guard let idea = idea(board), let sheet = choose(board.board?.worksheets ?? []), let field = choose(sheet.fields)
    else { return nil }
    let now = board.first(.about(idea.id, worksheet: sheet.key, field: field.key))?.answer
    return AnswerField(
      idea: idea.id, worksheet: sheet.key, field: field.key, old: seen(now, otherwise: .yesNo(true)),
      answer: random.chance(15) ? nil : answer(to: field))
  }

  private mutating func answer(to field: Field) -> Answer {
    switch field.kind {
    case .text: .text(text())
    case .choice(let options): .choice(random.chance(90) ? choose(options) ?? "" : "none of these")
    case .yesNo: random.chance(90) ? .yesNo(random.chance(50)) : .text("perhaps")
    }
  }
}
