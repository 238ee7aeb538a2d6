import IdeaPipeline

/// What somebody has typed and not sent yet. Plain and `Codable`, so that it survives a crash, a hang-up or a reboot.
public struct Draft: Codable, Hashable, Sendable {
  public var title: String
  public var body: String
  /// As typed, with commas or spaces between.
  public var tags: String
  /// The number of a challenge.
  public var challenge: Int?
  /// What a comment is for.
  public var kind: Comment.Kind?
  /// How an idea ended.
  public var outcome: Outcome.Kind?
  /// The revision an edit started from.
  public var revision: Int?
  /// Answers to a worksheet by the key of the field, as words; "yes" and "no" among them.
  public var answers: [String: String]
  /// Put aside on purpose: not offered when the board is opened.
  public var isPutAside: Bool
  /// Whether something that stood there was taken away, so that nothing is something to keep.
  public var clears: Bool?
  /// The marked ideas it is about.
  public var ideas: [IdeaID]?
  /// What was promised about the name when it was begun.
  var promise: Promise?
  public var changedAt: Timestamp

  /// A draft as given.
  public init(
    title: String = "", body: String = "", tags: String = "", challenge: Int? = nil, kind: Comment.Kind? = nil,
    outcome: Outcome.Kind? = nil, revision: Int? = nil, answers: [String: String] = [:], isPutAside: Bool = false,
    changedAt: Timestamp
  ) {
    self.title = title
    self.body = body
    self.tags = tags
    self.challenge = challenge
    self.kind = kind
    self.outcome = outcome
    self.revision = revision
    self.answers = answers
    self.isPutAside = isPutAside
    self.changedAt = changedAt
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool {
    clears != true && ([title, body, tags] + answers.values).allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  /// The first words, for "You were writing “…”".
  var excerpt: String {
    let words = [title, body, answers.sorted { $0.key < $1.key }.map(\.value).joined(separator: " "), tags]
    return words.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
  }
}

/// Where on a board something is being written: each place holds one draft.
///
/// The text form names the draft's file: lower-case letters, digits and "-" only.
public enum DraftPlace: Hashable, Sendable {
  case newIdea
  case buildOn(IdeaID)
  case edit(IdeaID)
  case comment(IdeaID)
  case reply(IdeaID, to: CommentID)
  case editComment(IdeaID, CommentID)
  case worksheet(IdeaID, Stage)
  case line(IdeaID, Line)
  case hideComment(IdeaID, CommentID)
  case outcome(IdeaID)
  case links(IdeaID)
  /// Tags for several marked ideas.
  case marked
  /// What help is wanted with.
  case help
  /// A note of somebody else.
  case scribe
  /// A form, and what it is about where there are several.
  case form(FormName, Int64?)

  /// What a form is for.
  public enum FormName: String, CaseIterable, Sendable {
    case session, step, round, broadcast, seats, action, invite
    case editStep = "editstep"
    case helpNote = "helpnote"
    case editAction = "editaction"
  }

  /// What a single line typed about an idea is for.
  public enum Line: String, CaseIterable, Sendable {
    case sendBack = "sendback"
    case override, hide, tags
    case coAuthors = "coauthors"
  }

  /// The idea it is about; nil for a new one.
  var idea: IdeaID? {
    switch self {
    case .newIdea, .marked, .help, .scribe, .form: nil
    case .buildOn(let id), .edit(let id), .comment(let id), .reply(let id, _), .editComment(let id, _),
      .worksheet(let id, _), .line(let id, _), .hideComment(let id, _), .outcome(let id), .links(let id):
      id
    }
  }
}

extension DraftPlace: LosslessStringConvertible {
  public var description: String {
    switch self {
    case .newIdea: "new"
    case .marked: "marked"
    case .help: "help"
    case .scribe: "scribe"
    case .form(let name, let id): "form-\(name.rawValue)" + (id.map { "-\(UInt64(bitPattern: $0))" } ?? "")
    case .buildOn(let idea): "build-\(idea)"
    case .edit(let idea): "edit-\(idea)"
    case .comment(let idea): "comment-\(idea)"
    case .reply(let idea, let comment): "reply-\(idea)-\(comment)"
    case .editComment(let idea, let comment): "recomment-\(idea)-\(comment)"
    case .line(let idea, let line): "\(line.rawValue)-\(idea)"
    case .hideComment(let idea, let comment): "hidecomment-\(idea)-\(comment)"
    case .outcome(let idea): "outcome-\(idea)"
    case .links(let idea): "links-\(idea)"
    case .worksheet(let idea, let stage): "worksheet-\(idea)-\(stage.rawValue)"
    }
  }

  /// Reads what `description` wrote; nil for anything else.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "form" {
      guard let name = parts.dropFirst().first.flatMap(FormName.init), parts.count <= 3 else { return nil }
      let id = parts.count == 3 ? UInt64(parts[2]).map { Int64(bitPattern: $0) } : nil
      if parts.count == 3, id == nil { return nil }
      self = .form(name, id)
      return
    }
    let idea = parts.dropFirst().first.flatMap { IdeaID($0) }
    switch (parts.first, idea, parts.count) {
    case ("new", nil, 1): self = .newIdea
    case ("marked", nil, 1): self = .marked
    case ("help", nil, 1): self = .help
    case ("scribe", nil, 1): self = .scribe
    case ("build", let idea?, 2): self = .buildOn(idea)
    case ("edit", let idea?, 2): self = .edit(idea)
    case ("comment", let idea?, 2): self = .comment(idea)
    case ("reply", let idea?, 3):
      guard let comment = CommentID(parts[2]) else { return nil }
      self = .reply(idea, to: comment)
    case ("recomment", let idea?, 3), ("hidecomment", let idea?, 3):
      guard let comment = CommentID(parts[2]) else { return nil }
      self = parts[0] == "recomment" ? .editComment(idea, comment) : .hideComment(idea, comment)
    case ("worksheet", let idea?, 3):
      guard let stage = Stage(rawValue: parts[2]) else { return nil }
      self = .worksheet(idea, stage)
    case ("outcome", let idea?, 2): self = .outcome(idea)
    case ("links", let idea?, 2): self = .links(idea)
    case (let name?, let idea?, 2):
      guard let line = Line(rawValue: name) else { return nil }
      self = .line(idea, line)
    default: return nil
    }
  }
}
