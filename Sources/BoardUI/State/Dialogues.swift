import CellGrid
import IdeaPipeline

/// A reason or a line asked for before something is done.
public struct Prompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    case sendBack(from: Stage, to: Stage)
    case override(from: Stage, to: Stage)
    case tags(before: [String])
    /// Who wrote the idea together with its author.
    case coAuthors(before: [PersonID])
    case hide
    case hideComment(CommentID)
    /// Tags that are added to every marked idea.
    case tagMarked
    /// What somebody who knows is wanted for.
    case askForHelp
  }

  let purpose: Purpose
  let subject: Composer.Subject
  var text: TextBuffer
  /// What stands there without anybody's typing.
  let original: String
  var phase = Composer.Phase.writing
  var remark: String?

  init(purpose: Purpose, subject: Composer.Subject, text: String) {
    self.purpose = purpose
    self.subject = subject
    self.text = purpose.field(text)
    original = text
  }

  /// Where its draft is kept.
  var place: DraftPlace {
    switch purpose {
    case .tagMarked: .marked
    case .askForHelp: .help
    case .sendBack: .line(subject.id, .sendBack)
    case .override: .line(subject.id, .override)
    case .tags: .line(subject.id, .tags)
    case .coAuthors: .line(subject.id, .coAuthors)
    case .hide: .line(subject.id, .hide)
    case .hideComment(let comment): .hideComment(subject.id, comment)
    }
  }

  /// Whether it takes handles.
  var needsPeople: Bool { if case .coAuthors = purpose { true } else { false } }

  /// What is kept of it: nothing while it is as it was found.
  func draft(at now: Timestamp, isPutAside: Bool = false) -> Draft {
    if text.text == original { return Draft(changedAt: now) }
    var draft = Draft(body: text.text, isPutAside: isPutAside, changedAt: now)
    if draft.isEmpty, !original.isEmpty { draft.clears = true }
    return draft
  }
}

/// A few things to choose from, in words.
public struct Menu: Equatable, Sendable {
  enum Choice: Equatable, Sendable {
    case command(Command)
    /// Answers the comment that is pointed at.
    case reply
    /// Takes up a draft.
    case write(DraftPlace)
    case confirm(Confirmation)
    case session(SessionDeed)
    /// Takes back a change from before this visit.
    case undo([OperationID])
    /// Something of one's own that has no name: what can be done with it, or one of those.
    case sealed(IdeaID), editSealed(IdeaID), withdrawSealed(IdeaID)
    /// Ends one's own request for help.
    case closeHelp(HelpID)
    case quit
    case stay
  }

  /// What is done once somebody has said yes.
  enum Confirmation: Equatable, Sendable {
    case unmerge(IdeaID)
    case retractOutcome(IdeaID)
    case advanceMarked
  }

  struct Option: Equatable, Sendable {
    var words: String
    var choice: Choice
    /// Why it cannot be chosen now.
    var reason: String?
    /// A letter that chooses it.
    var letter: Character?
  }

  var title: String
  /// A sentence under the title.
  var words = ""
  var options: [Option]
  var selected = 0
}
