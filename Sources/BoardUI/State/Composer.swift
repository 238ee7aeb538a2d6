import CellGrid
import IdeaPipeline

/// A text being written: a new idea, a build, an edit, a comment or a reply.
public struct Composer: Equatable, Sendable {
  /// An idea as a composer speaks of it.
  struct Subject: Equatable, Sendable {
    var id: IdeaID
    var number: Int?
    var title: String

    init(id: IdeaID, number: Int?, title: String) {
      self.id = id
      self.number = number
      self.title = title
    }

    init(_ row: IdeaRow) {
      id = row.id
      number = row.number
      title = row.title
    }
  }

  /// What is written.
  enum Purpose: Equatable, Sendable {
    case newIdea
    case buildOn(Subject)
    /// The revision the edit started from.
    case edit(Subject, revision: Int)
    case comment(Subject)
    case reply(Subject, to: CommentID, number: Int, author: String)
    /// A comment and the revision the edit started from.
    case editComment(Subject, CommentID, revision: Int)
    /// How an idea ended and what was learned.
    case outcome(Subject)
    /// Links to evidence, as they were found.
    case links(Subject, before: [EvidenceLink])
  }

  /// What has the keys, from top to bottom.
  enum Focus: Equatable, Sendable {
    case title, outcome, body, challenge, kind, tags, post, keep
    case similar(Int)
  }

  /// Whether it is being written or on its way.
  enum Phase: Equatable, Sendable {
    case writing
    case sending(SubmissionToken)
  }

  var purpose: Purpose
  /// What was said about the name before anything was typed.
  var promise: Promise
  /// Whether it is about something that was posted in this visit without a name.
  var isAboutSealed = false
  var title: TextBuffer
  var body: TextBuffer
  var tags: TextBuffer
  /// The number of the challenge it answers.
  var challenge: Int?
  var kind: Comment.Kind
  /// How the idea ended; nil until it is chosen.
  var outcome: Outcome.Kind?
  var focus: Focus
  var phase = Phase.writing
  /// Why it was not accepted, or what is in the way.
  var remark: String?
  /// Ideas near the title, and the title they are near to.
  var similar: [IdeaRow] = []
  var similarTitle = ""

  init(_ purpose: Purpose, draft: Draft? = nil, challenge: Int? = nil) {
    self.purpose = purpose
    promise = draft?.promise ?? Promise()
    title = TextBuffer(draft?.title ?? "", limit: TextRule.title.limit)
    let bodyRule: TextRule = DraftPlace(purpose).bodyRule
    body = TextBuffer(draft?.body ?? "", isMultiline: true, limit: bodyRule.limit)
    tags = TextBuffer(draft?.tags ?? "", limit: 200)
    self.challenge = draft?.challenge ?? challenge
    kind = draft?.kind ?? .comment
    outcome = draft?.outcome
    focus = .body
    if let revision = draft?.revision { startFrom(revision) }
    focus = fields(hasChallenges: false)[0]
  }

  /// The revision an edit started from; nil for what is new.
  var revision: Int? {
    switch purpose {
    case .edit(_, let revision), .editComment(_, _, let revision): revision
    case .newIdea, .buildOn, .comment, .reply, .outcome, .links: nil
    }
  }

  /// Lets an edit start from another revision.
  mutating func startFrom(_ revision: Int) {
    switch purpose {
    case .edit(let subject, _): purpose = .edit(subject, revision: revision)
    case .editComment(let subject, let comment, _):
      purpose = .editComment(subject, comment, revision: revision)
    case .newIdea, .buildOn, .comment, .reply, .outcome, .links: break
    }
  }

  /// Where its draft is kept.
  var place: DraftPlace { DraftPlace(purpose) }

  /// Whether something new is written, so that the step decides on the name under it.
  var isPost: Bool {
    switch purpose {
    case .newIdea, .buildOn, .comment, .reply: true
    case .edit, .editComment, .outcome, .links: false
    }
  }

  /// Whether it is sent without a name, and kept nowhere until then.
  var isSealed: Bool { isAboutSealed || (isPost && promise.naming == .sealed) }

  /// Whether it is an idea's text rather than a comment.
  var isIdea: Bool { place.isIdea }

  /// The fields from top to bottom. An edit changes the text; tags and challenge have keys of their own.
  func fields(hasChallenges: Bool) -> [Focus] {
    let buttons: [Focus] = [.post, .keep]
    switch purpose {
    case .newIdea:
      return [.title, .body] + (hasChallenges ? [.challenge] : []) + [.tags] + buttons
        + similar.indices.map { .similar($0) }
    case .buildOn: return [.title, .body, .tags] + buttons
    case .edit: return [.title, .body] + buttons
    case .comment, .reply: return [.body, .kind] + buttons
    case .editComment: return [.body] + buttons
    case .outcome: return [.outcome, .body] + buttons
    case .links: return [.body] + buttons
    }
  }

  /// Whether ideas near the title are to be looked for.
  var wantsSimilar: Bool { purpose == .newIdea && phase == .writing && title.text.count { !$0.isWhitespace } >= 4 }

  /// What is kept of it.
  func draft(at now: Timestamp, isPutAside: Bool = false) -> Draft {
    var draft = Draft(
      title: title.text, body: body.text, tags: tags.text, challenge: challenge, isPutAside: isPutAside,
      changedAt: now)
    if place.isComment { draft.kind = kind }
    draft.outcome = outcome
    if isPost, promise.naming > .named { draft.promise = promise }
    draft.revision = revision
    return draft
  }

  /// The tags as typed, each made fit to be stored, each once.
  var tagList: [String] { Self.tagList(tags.text) }

  static func tagList(_ text: String) -> [String] {
    var list: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "#" }) {
      let tag = Tag.normalised(String(word))
      if !tag.isEmpty, !list.contains(tag) { list.append(tag) }
    }
    return list
  }
}

extension DraftPlace {
  /// Where the draft of something being written is kept.
  init(_ purpose: Composer.Purpose) {
    switch purpose {
    case .newIdea: self = .newIdea
    case .buildOn(let subject): self = .buildOn(subject.id)
    case .edit(let subject, _): self = .edit(subject.id)
    case .comment(let subject): self = .comment(subject.id)
    case .reply(let subject, let comment, _, _): self = .reply(subject.id, to: comment)
    case .editComment(let subject, let comment, _): self = .editComment(subject.id, comment)
    case .outcome(let subject): self = .outcome(subject.id)
    case .links(let subject, _): self = .links(subject.id)
    }
  }

  var isComment: Bool {
    switch self {
    case .comment, .reply, .editComment: true
    case .newIdea, .buildOn, .edit, .worksheet, .line, .hideComment, .outcome, .links, .marked, .help, .scribe, .form:
      false
    }
  }

  /// How long the text may be.
  fileprivate var bodyRule: TextRule {
    if isComment { return .comment }
    if case .outcome = self { return .answer }
    return .body
  }

  var isIdea: Bool {
    switch self {
    case .newIdea, .buildOn, .edit: true
    case .comment, .reply, .editComment, .worksheet, .line, .hideComment, .outcome, .links, .marked, .help, .scribe,
      .form:
      false
    }
  }
}

/// Two texts of one idea or comment that started from the same revision: the one on the board now and one's own.
public struct Clash: Equatable, Sendable {
  /// What one can do about it, from left to right.
  enum Choice: Int, CaseIterable, Sendable {
    case edit, mine, combine, theirs
  }

  /// One's own text, still in its composer.
  var composer: Composer
  var theirs: TextClash
  var choice = Choice.edit
  /// Lines of the two texts above the first in sight.
  var top = 0

  /// Both texts in one: what either changed of the text they started from. Where that is not known, mine under theirs.
  var combined: (title: String, body: String, doubles: Int) {
    let (title, body) = (composer.title.text, composer.body.text)
    guard let base = theirs.base else { return (title, theirs.body + "\n\n" + body, 1) }
    let parts = composer.isIdea ? base.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false) : []
    let baseTitle = parts.first.map(String.init) ?? ""
    let baseBody = composer.isIdea ? (parts.count > 1 ? String(parts[1]) : "") : base
    let bothTitles = CombinedText(mine: title, theirs: theirs.title, base: baseTitle)
    let bothBodies = CombinedText(mine: body, theirs: theirs.body, base: baseBody)
    return (bothTitles.text, bothBodies.text, bothTitles.doubles + bothBodies.doubles)
  }
}
