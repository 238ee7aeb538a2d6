import IdeaPipeline

/// What is written without a name: nothing of it is kept anywhere but in this visit.
extension AppState {
  /// Sends operations on their way without a name.
  mutating func submitSealed(
    _ operations: [any Operation], _ sending: SealedPosts.Sending, for purpose: Saving.Purpose = .sealed
  ) -> [Effect] {
    guard let token = begin(purpose) else { return [] }
    board?.sealed.underWay[token] = sending
    return [.submitSealed(token, operations)]
  }

  /// Keeps what is typed in memory. What was kept on the disk, under a name, before the step began goes.
  mutating func keepInMemory(_ draft: Draft, at place: DraftPlace) -> [Effect] {
    board?.drafts[place] = draft.isEmpty ? nil : draft
    guard board?.inMemory.insert(place).inserted == true else { return [] }
    return [.discardDraft(place)]
  }

  /// Says what was saved without a name.
  mutating func tell(_ sent: SealedPosts.Sending) {
    let list = keymap.label(.ownPosts).map { "\($0) lists" } ?? "“Yours, in this visit” in the palette lists"
    switch sent {
    case .idea: say(.answer, "Posted without a name. \(list) what is yours in this visit.")
    case .comment: say(.answer, "Said without a name.")
    case .edit: say(.answer, "Changed without a name.")
    case .withdraw, .withdrawComment: say(.answer, "Withdrawn.")
    }
  }

  /// Lists what is one's own without a name.
  mutating func openOwnPosts() {
    let posts = board?.sealed.shown ?? []
    let options = posts.map { post in
      Menu.Option(words: Phrases.fitting("“\(post.title)”", width: 56), choice: .sealed(post.id))
    }
    overlays.append(
      .menu(
        Menu(
          title: "Yours, in this visit",
          words: "No name is stored with these: once you leave, they cannot be edited any more.", options: options)))
    notice = nil
  }

  /// Offers what can be done with one of them.
  mutating func openOwnPost(_ id: IdeaID) {
    guard let post = board?.sealed[id] else { return }
    let options = [
      Menu.Option(words: "Edit it", choice: .editSealed(id), letter: "e"),
      Menu.Option(words: "Withdraw it", choice: .withdrawSealed(id), letter: "x"),
      Menu.Option(words: "Leave it", choice: .stay, letter: "n"),
    ]
    overlays.append(.menu(Menu(title: Phrases.fitting("“\(post.title)”", width: 50), options: options)))
  }

  mutating func editSealed(_ id: IdeaID) -> [Effect] {
    guard let post = board?.sealed[id] else { return [] }
    // On the board somebody may have edited it since.
    let row = board?.row(id)
    let (title, body) = (row?.title ?? post.title, row?.body ?? post.body)
    let revision = row?.revision ?? post.revision
    let draft =
      board?.drafts[.edit(id)] ?? Draft(title: title, body: body, revision: revision, changedAt: now)
    return compose(
      .edit(Composer.Subject(id: id, number: row?.number, title: title), revision: revision), with: draft)
  }

  mutating func withdrawSealed(_ id: IdeaID) -> [Effect] {
    submitSealed([WithdrawIdea(idea: id)], .withdraw(id))
  }

  /// Takes back what was posted without a name; nil where it has one.
  mutating func undoSealed(_ operations: [OperationID]) -> [Effect]? {
    guard let id = operations.last, operations.count == 1 else { return nil }
    if board?.sealed[IdeaID(madeBy: id)] != nil { return withdrawSealed(IdeaID(madeBy: id)) }
    if let before = board?.sealed.before[id], let revision = board?.sealed[before.id]?.revision {
      let edit = EditIdea(idea: before.id, revision: revision, title: before.title, body: before.body)
      return submitSealed([edit], .edit(before.id, title: before.title, body: before.body))
    }
    let comment = CommentID(madeBy: id)
    guard board?.sealed.comments.contains(comment) == true else { return nil }
    return submitSealed([WithdrawComment(comment: comment)], .withdrawComment)
  }
}
