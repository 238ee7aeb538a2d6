import IdeaPipeline

/// What a composer says about the name before anything is typed, and keeps to whatever happens to the room meanwhile.
struct Promise: Codable, Hashable, Sendable {
  /// Whose name will be under it.
  var naming = Naming.named
  /// The step in which this was said; nil outside of a session.
  var step: StepID?
  /// Whether nobody else sees it until the reveal.
  var isPrivate = false
  /// Whether it was to be private, and the room has gone on since.
  var wasPrivate = false
  /// Whether it became another one while the text was being written.
  var hasChanged = false

  /// What holds in a room now; nothing is promised without one.
  static func of(_ room: RoomView?) -> Promise {
    guard let room else { return Promise() }
    return Promise(naming: room.naming, step: room.step?.id, isPrivate: room.isPrivate)
  }

  /// The promise kept, where the room has gone on to what `now` says: never a weaker one. What is private is a matter of
  /// the step in which a post arrives, not of the one in which it was begun.
  func kept(in now: Promise) -> Promise {
    var kept = now
    if naming > now.naming { (kept.naming, kept.step) = (naming, step) }
    kept.wasPrivate = (wasPrivate || isPrivate) && !now.isPrivate
    kept.hasChanged = hasChanged || kept.naming != naming || now.isPrivate != isPrivate
    return kept
  }

  /// What is recorded with the post; nil outside of a session.
  var told: Naming? { step == nil && naming == .named ? nil : naming }

  /// Whether there is more to say than that the name will show.
  var isUsual: Bool { naming == .named && !isPrivate && !hasChanged }
}

/// Something posted here without a name. Only this visit knows whose it is.
struct SealedPost: Equatable, Sendable {
  var id: IdeaID
  var title: String
  var body: String
  var revision = 1
  var isWithdrawn = false
}

/// What was posted in this visit without a name: the board cannot tell whose it is, so it is remembered here.
struct SealedPosts: Equatable, Sendable {
  private(set) var posts: [SealedPost] = []
  /// Comments can be withdrawn again, as long as one is here.
  private(set) var comments: Set<CommentID> = []
  /// What stood there before each edit.
  private(set) var before: [OperationID: SealedPost] = [:]
  /// What is on its way.
  var underWay: [SubmissionToken: Sending] = [:]

  enum Sending: Equatable, Sendable {
    case idea(title: String, body: String)
    case comment
    case edit(IdeaID, title: String, body: String)
    case withdraw(IdeaID)
    case withdrawComment
  }

  subscript(id: IdeaID) -> SealedPost? { posts.first { $0.id == id } }

  /// What is still there to be edited.
  var shown: [SealedPost] { posts.filter { !$0.isWithdrawn } }

  /// Takes in that something is saved; false when it was not sent without a name.
  mutating func saved(_ token: SubmissionToken, _ receipt: Receipt) -> Sending? {
    guard let sent = underWay.removeValue(forKey: token) else { return nil }
    switch sent {
    case .idea(let title, let body):
      if let made = receipt.operations.last {
        posts.append(SealedPost(id: IdeaID(madeBy: made), title: title, body: body))
      }
    case .comment: if let made = receipt.operations.last { comments.insert(CommentID(madeBy: made)) }
    case .edit(let id, let title, let body):
      if let made = receipt.operations.last { before[made] = self[id] }
      change(id) { post in
        post.title = title
        post.body = body
        post.revision += 1
      }
    case .withdraw(let id): change(id) { $0.isWithdrawn = true }
    case .withdrawComment: break
    }
    return sent
  }

  private mutating func change(_ id: IdeaID, _ body: (inout SealedPost) -> Void) {
    if let place = posts.firstIndex(where: { $0.id == id }) { body(&posts[place]) }
  }
}

extension Promise {
  /// What is promised, in sentences, the most important first.
  /// - Parameter isPost: whether it is an idea; comments are never private.
  func sentences(isPost: Bool) -> [String] {
    var sentences: [String] = []
    switch naming {
    case .named: sentences.append("Your name will show.")
    case .hidden: sentences.append("Hidden from participants; coaches and facilitators see it.")
    case .sealed:
      sentences.append(
        "No name is stored, not even for the facilitator: it cannot be edited after you leave.")
    }
    if isPrivate, isPost { sentences.append("Only you see it until the reveal.") }
    if naming == .sealed { sentences.append("What you type is not kept on any disk.") }
    if wasPrivate, isPost { sentences.append("Everybody sees it once it is posted: writing alone is over.") }
    return sentences
  }

  /// The same where there is next to no room.
  func short(isPost: Bool) -> String {
    let isUnseen = isPrivate && isPost
    switch naming {
    case .named: return isUnseen ? "Only you see it" : "Your name will show"
    case .hidden: return "Name hidden"
    case .sealed: return "No name is stored"
    }
  }
}
