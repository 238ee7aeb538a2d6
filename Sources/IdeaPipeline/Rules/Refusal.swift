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
  /// One or two sentences with full stops, naming no keys: "Define needs a “How might we …” before Ideate."
  public let sentence: String
  /// What would help, so that a screen can name the key and a shell the command.
  public let remedy: Remedy?

  /// A refusal as given.
  public init(_ reason: Reason, _ sentence: String, remedy: Remedy? = nil) {
    self.reason = reason
    self.sentence = sentence
    self.remedy = remedy
  }
}

/// What would help after a refusal.
public enum Remedy: String, Hashable, Sendable {
  case answerWorksheet, giveReason, takeBackDot, restore, unmerge, sendBack, openRound, closeRound, compareTexts
  case decideOutcome, retractOutcome
  case askFacilitator
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
