/// Why an operation was not carried out, in words for the person who asked: what stands in the way and the way out.
public struct Refusal: Error, Hashable, Sendable {
  /// What kind of refusal it is; commands turn it into an exit code.
  public enum Reason: Hashable, Sendable {
    /// A rule of the board stands in the way.
    case rule
    /// This person may not do it.
    case notPermitted
    /// There is no such idea, comment, person …
    case notFound
    /// The text or number itself is not acceptable.
    case badInput
    /// Somebody changed the text meanwhile: theirs is given, so that both can be shown.
    case stale(TextClash)
  }

  public let reason: Reason
  /// What stands in the way, in sentences with full stops, naming no keys: "Define needs a “How might we …” before Ideate."
  public let obstacle: String
  /// What to do instead, or who can do it, in sentences; nil where the remedy says all of it.
  public let instead: String?
  /// What would help, so that a screen can name the key and a shell the command.
  public let remedy: Remedy?

  /// A refusal that says what to do instead. One that names no way out cannot be made.
  public init(_ reason: Reason, _ obstacle: String, instead: String, remedy: Remedy? = nil) {
    self.reason = reason
    self.obstacle = obstacle
    self.instead = instead
    self.remedy = remedy
  }

  /// A refusal whose way out is a key or a command: the screen and the shell add which.
  public init(_ reason: Reason, _ obstacle: String, remedy: KeyedRemedy) {
    self.reason = reason
    self.obstacle = obstacle
    instead = nil
    self.remedy = remedy.remedy
  }

  /// What stands in the way and what to do instead.
  public var sentence: String { [obstacle, instead].compactMap(\.self).joined(separator: " ") }
}

/// A remedy for which every front has a key or a command, so that nothing need be said besides.
public enum KeyedRemedy: Hashable, Sendable, CaseIterable {
  case answerWorksheet, giveReason, takeBackDot, restore, unmerge, sendBack, compareTexts, decideOutcome, retractOutcome

  var remedy: Remedy {
    switch self {
    case .answerWorksheet: .answerWorksheet
    case .giveReason: .giveReason
    case .takeBackDot: .takeBackDot
    case .restore: .restore
    case .unmerge: .unmerge
    case .sendBack: .sendBack
    case .compareTexts: .compareTexts
    case .decideOutcome: .decideOutcome
    case .retractOutcome: .retractOutcome
    }
  }
}

/// What would help after a refusal.
public enum Remedy: String, Hashable, Sendable, CaseIterable {
  case answerWorksheet, giveReason, takeBackDot, restore, unmerge, sendBack, openRound, closeRound, compareTexts
  case decideOutcome, retractOutcome
  case askFacilitator
  case openSession, closeSession, startStep, takeOver, postWithoutName, claimHelp, closeHelp
}

/// Two texts that started from the same revision.
public struct TextClash: Hashable, Sendable {
  /// The revision the board has now.
  public let revision: Int
  public let title: String
  public let body: String
  /// The text both started from, an idea’s title as its first line; nil when it is no longer known.
  public let base: String?

  /// A clash as given.
  public init(revision: Int, title: String, body: String, base: String? = nil) {
    self.revision = revision
    self.title = title
    self.body = body
    self.base = base
  }
}
