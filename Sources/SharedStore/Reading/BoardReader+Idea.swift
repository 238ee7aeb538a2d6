import IdeaPipeline

extension BoardReader {
  func idea(_ reference: IdeaReference) throws -> IdeaDetail? {
    let found: Idea? =
      switch reference {
      case .number(let number): board.first(.number(number))
      case .id(let id): board.get(id)
      }
    let rows = try IdeaRows(self)
    guard let idea = found, sight.sees(idea), let row = try rows.row(idea.id) else { return nil }
    let family = mergedFamily(of: idea)
    let parent = idea.buildsOn.flatMap { board.get($0) }.flatMap { sight.sees($0) ? $0 : nil }
    return IdeaDetail(
      row: row, links: idea.links,
      challengeQuestion: idea.challenge.flatMap { board.get($0)?.question },
      comments: ([idea] + family).flatMap(comments).sorted { $0.seq < $1.seq }, moves: moves(of: idea),
      gates: Stage.allCases.map { board.gate(of: idea.id, leaving: $0) }, entries: entries(about: idea),
      outcome: idea.outcome.map {
        OutcomeView(kind: $0.kind, learning: $0.learning, by: sight.author($0.by), at: $0.at)
      },
      hidden: idea.hidden, parent: try parent.flatMap { try rows.row($0.id) },
      builds: try rows.rows(board.fetch(.builds(on: idea.id)).filter(sight.sees).inPublicOrder.map(\.id)),
      lineage: try lineage(of: idea, rows), merged: try rows.rows(family.map(\.id)),
      mergesAtClose: idea.mergeAtClose.flatMap { board.get($0)?.number },
      revisions: try revisions(of: idea), tallies: tallies(of: idea), mayEdit: sight.mayEdit(idea),
      mayMove: sight.mayMove(idea), seq: try log.lastSeq())
  }

  /// Ideas that the viewer may not see are left out.
  func mergePreview(of ideas: [IdeaID], into parent: IdeaID) throws -> MergePreview {
    let isSeen = { (id: IdeaID) in board.get(id).map(sight.sees) ?? false }
    guard let round = try shownRound(), isSeen(parent) else { return MergePreview() }
    return board.previewMerge(of: ideas.filter(isSeen), into: parent, in: round, seenBy: sight.person?.id)
  }

  /// Everything merged into the idea, directly or not, as far as the viewer may see it.
  private func mergedFamily(of idea: Idea) -> [Idea] {
    board.fetch(.merged(into: idea.id)).filter(sight.sees).inPublicOrder.flatMap { [$0] + mergedFamily(of: $0) }
  }

  private func comments(on idea: Idea) -> [CommentView] {
    let comments = board.fetch(.on(idea.id))
    let numbers = Dictionary(comments.map { ($0.id, $0.number) }) { $1 }
    return comments.map { comment in
      CommentView(
        id: comment.id, number: comment.number, idea: idea.id, kind: comment.kind,
        text: comment.isVisible ? comment.text : nil, isHidden: comment.hidden != nil,
        author: sight.author(comment.author, comment.naming),
        replyTo: comment.replyTo.flatMap { numbers[$0] },
        isOwn: sight.wrote(comment), mayEdit: sight.mayEdit(comment),
        mentionsViewer: sight.person.map { comment.mentions.contains($0.id) } ?? false,
        createdAt: comment.createdAt, revision: comment.revision, seq: comment.seq)
    }
  }

  private func moves(of idea: Idea) -> [MoveView] {
    board.fetch(.of(idea.id)).map { (move: Move) in
      MoveView(
        from: move.from, to: move.to, reason: move.reason, overrode: move.overrode,
        // Only a facilitator overrides: a hidden name would tell that the author is one.
        by: move.overrode ? sight.author(move.by) : sight.author(move.by, about: idea),
        at: sight.moment(move.at, in: idea))
    }
  }

  private func revisions(of idea: Idea) throws -> [RevisionView] {
    try board.fetch(.of(idea.id)).compactMap { (revision: IdeaRevision) in
      let edit = try log.stamp(of: OperationID(rawValue: revision.id.rawValue))
      // What was written before the reveal stays with whoever wrote it.
      if let edit, edit.seq < idea.shownFrom, !sight.wrote(idea) { return nil }
      return RevisionView(
        title: revision.title, body: revision.body,
        replacedBy: edit.map { sight.author($0.actor.person, about: idea) } ?? .sealed,
        replacedAt: revision.replacedAt)
    }
  }

  private func entries(about idea: Idea) -> [EntryView] {
    board.fetch(.about(idea.id)).map {
      EntryView(
        worksheet: $0.worksheet, field: $0.field, answer: $0.answer, by: sight.author($0.answeredBy, about: idea),
        at: sight.moment($0.answeredAt, in: idea))
    }
  }

  /// The rounds that have a tally of the idea, but for one that is blind: of that only what is the viewer's own.
  private func tallies(of idea: Idea) -> [RoundTally] {
    let open = board.first(.open)
    var rounds = board.fetch(.of(idea.id)).compactMap { (tally: Tally) in board.get(tally.round) }
    if let open, !rounds.contains(where: { $0.id == open.id }) { rounds.append(open) }
    return rounds.compactMap { round in
      let view = tally(of: idea, in: round)
      return view == .none ? nil : RoundTally(number: round.number, title: round.title, tally: view)
    }
  }

  private func tally(of idea: Idea, in round: Round) -> TallyView {
    let own =
      sight.person.map { person in
        ([idea] + mergedFamily(of: idea)).flatMap { board.fetch(.cast(in: round.id, by: person.id, on: $0.id)) }
          .filter(\.counts)
      } ?? []
    let dots = own.count { $0.position == nil }
    let position = own.compactMap(\.position).last
    if round.isBlind { return own.isEmpty ? .none : .own(dots: dots, position: position) }
    guard let tally = board.get(Tally.identity(round: round.id, idea: idea.id)) else { return .none }
    switch round.kind {
    case .dots: return .dots(tally.dots, own: dots)
    case .consensus:
      return .consensus(agree: tally.agree, disagree: tally.disagree, pass: tally.pass, own: position)
    }
  }
}
