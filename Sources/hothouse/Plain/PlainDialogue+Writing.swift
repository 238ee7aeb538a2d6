import BoardUI
import Foundation
import IdeaPipeline

/// Writing: every line is kept as a draft in the place where the screens keep it, too.
extension PlainDialogue {
  func writeIdea(buildingOn parent: IdeaRow?, from draft: Draft? = nil) throws {
    let place: DraftPlace = parent.map { .buildOn($0.id) } ?? .newIdea
    if let parent { try console.say("This builds on \(parent.title), and credits both.") }
    let offered = draft
    var draft = draft ?? kept(at: place) ?? Draft(changedAt: visit.shell.now())
    if offered == nil { draft.title = try title(of: draft, parent: parent) }
    guard !draft.title.isEmpty else { return }
    keep(draft, at: place)
    draft.body = try console.text("More about it, if you like.", from: draft.body) { body in
      draft.body = body
      self.keep(draft, at: place)
    }
    let tags = Self.tags(try console.ask("Tags, with spaces between, if you like."))
    let challenge = try parent == nil ? askChallenge() : nil
    let operation = PostIdea(
      title: TextRule.title.clean(draft.title), body: TextRule.body.clean(draft.body), tags: tags,
      challenge: challenge, buildsOn: parent?.id)
    guard try console.confirm("Post “\(draft.title)” under your name?") else {
      return try console.say("It is kept as a draft.")
    }
    if try carryOut([operation]) { discard(place) }
  }

  private func title(of draft: Draft, parent: IdeaRow?) throws -> String {
    if !draft.title.isEmpty, try console.confirm("You were writing “\(draft.title)”. Go on with that?") {
      return draft.title
    }
    let title = try console.ask("The idea in one line, up to 140 characters. Enter alone goes back.")
    if title.isEmpty || parent != nil { return title }
    let similar = try visit.reading.similar(to: title, limit: 3, for: viewer)
    if !similar.isEmpty {
      try console.say("Near it already:")
      for row in similar { try console.say("\(row.number.map(String.init) ?? "–")  \(row.title)") }
      try console.say("You can also go back and build on one of them.")
    }
    return title
  }

  private func askChallenge() throws -> ChallengeID? {
    let open = try summary.challenges.map(\.challenge).filter(\.isOpen)
    if open.isEmpty { return nil }
    try console.say("Which challenge does it answer?")
    for challenge in open { try console.say("\(challenge.number)  \(challenge.question)") }
    let answer = try console.ask("Its number, or Enter for none.")
    return Int(answer).flatMap { number in open.first { $0.number == number }?.id }
  }

  func comment(on idea: IdeaID, replyTo comment: CommentID?) throws {
    let place: DraftPlace = comment.map { .reply(idea, to: $0) } ?? .comment(idea)
    var draft = kept(at: place) ?? Draft(changedAt: visit.shell.now())
    if !draft.body.isEmpty, try !console.confirm("You were writing “\(draft.body)”. Go on with that?") {
      draft.body = ""
    }
    let text = try console.text("Your comment.", from: draft.body) { body in
      draft.body = body
      self.keep(draft, at: place)
    }
    if text.isEmpty { return try console.say("Nothing was written, so nothing was sent.") }
    draft.kind = try askKind(draft.kind)
    keep(draft, at: place)
    let operation = PostComment(
      idea: idea, comment: draft.kind ?? .comment, text: TextRule.comment.clean(text), replyTo: comment)
    if try carryOut([operation]) { discard(place) }
  }

  /// What a comment is for.
  private func askKind(_ before: Comment.Kind?) throws -> Comment.Kind {
    let mayNote = try (summary.viewer?.role ?? .observer) >= .coach
    let kinds = Comment.Kind.allCases.filter { $0 != .coachNote || mayNote }
    let words = kinds.enumerated().map { "\($0 + 1) \($1.title)" }.joined(separator: ", ")
    let answer = try console.ask("What is it? \(words). Enter alone: \((before ?? .comment).title).")
    guard let place = Int(answer), kinds.indices.contains(place - 1) else { return before ?? .comment }
    return kinds[place - 1]
  }

  /// Changes one's own comment, withdraws it, or brings it back.
  func change(_ comment: CommentView) throws {
    guard let now = comment.text else {
      if try console.confirm("It is withdrawn. Bring it back?") { try carryOut([RestoreComment(comment: comment.id)]) }
      return
    }
    try console.say("It says: \(now)")
    let place = DraftPlace.editComment(comment.idea, comment.id)
    var draft = try goOn(at: place, revision: comment.revision)
    let text = try console.text(
      "Type what it is to say, or an empty line to leave it or withdraw it.", from: draft.body
    ) { body in
      draft.body = body
      self.keep(draft, at: place)
    }
    if text.isEmpty {
      if try console.confirm("Withdraw it?") { try carryOut([WithdrawComment(comment: comment.id)]) }
      return
    }
    let operation = EditComment(
      comment: comment.id, revision: draft.revision ?? comment.revision, text: TextRule.comment.clean(text))
    if try carryOut([operation]) { discard(place) }
  }

  /// The draft of an edit that was begun, where the person wants to go on with it; else an empty one.
  private func goOn(at place: DraftPlace, revision: Int) throws -> Draft {
    if let kept = kept(at: place), !kept.isEmpty {
      let words = [kept.title, kept.body].first { !$0.isEmpty } ?? ""
      if try console.confirm("You were changing it to “\(words)”. Go on with that?") { return kept }
      discard(place)
    }
    return Draft(revision: revision, changedAt: visit.shell.now())
  }

  func edit(_ detail: IdeaDetail) throws {
    let row = detail.row
    let place = DraftPlace.edit(row.id)
    var draft = try goOn(at: place, revision: row.revision)
    let title = try console.ask(
      "The title now: \(draft.title.isEmpty ? row.title : draft.title). Type a new one, or Enter to leave it.")
    if !title.isEmpty { draft.title = title }
    if draft.title.isEmpty { draft.title = row.title }
    try console.say("The text now: \(row.body.isEmpty ? "none" : row.body)")
    if !title.isEmpty { keep(draft, at: place) }
    let body = try console.text("Type a new text, or an empty line to leave it.", from: draft.body) { body in
      draft.body = body
      self.keep(draft, at: place)
    }
    let operation = EditIdea(
      idea: row.id, revision: draft.revision ?? row.revision, title: TextRule.title.clean(draft.title),
      body: body.isEmpty ? row.body : TextRule.body.clean(body))
    if operation.title == row.title, operation.body == row.body { return try console.say("Nothing was changed.") }
    try save(operation, about: row)
    discard(place)
  }

  /// Somebody may have changed the text meanwhile: both are read out, and the person decides.
  private func save(_ operation: EditIdea, about row: IdeaRow) throws {
    do {
      _ = try visit.submit(all: [operation], by: hand, about: nil)
      try console.say("Saved.")
    } catch {
      guard let now = try visit.reading.idea(.id(row.id), for: viewer), now.row.revision != operation.revision else {
        return try console.say(Complaint(error).sentence)
      }
      try console.say("Somebody changed it meanwhile. Theirs: \(now.row.title). \(now.row.body)")
      guard try console.confirm("Put yours in its place? Theirs stays among the earlier texts.") else {
        return try console.say("Theirs stays. Yours was: \(operation.title). \(operation.body)")
      }
      try carryOut([
        EditIdea(idea: row.id, revision: now.row.revision, title: operation.title, body: operation.body)
      ])
    }
  }

  // MARK: Drafts

  /// Offers what was being written when the last conversation or screen ended.
  func offerDraft() throws {
    guard let draft = kept(at: .newIdea), !draft.isPutAside, !draft.title.isEmpty else { return }
    if try console.confirm("You were writing an idea, “\(draft.title)”. Go on with it?") {
      try writeIdea(buildingOn: nil, from: draft)
    }
  }

  private func kept(at place: DraftPlace) -> Draft? {
    drafts.load(place.description).flatMap { try? JSONDecoder().decode(Draft.self, from: Data($0.utf8)) }
  }

  private func keep(_ draft: Draft, at place: DraftPlace) {
    guard !draft.isEmpty, let json = try? JSONEncoder().encode(draft) else { return }
    do {
      try drafts.save(String(decoding: json, as: UTF8.self), at: place.description)
    } catch {
      visit.shell.warn("Your draft could not be kept: \(error)")
    }
  }

  private func discard(_ place: DraftPlace) { try? drafts.discard(place.description) }
}
