/// Which ideas to list, and in what order.
public struct IdeaQuery: Hashable, Sendable {
  /// The order of a list.
  public enum Sort: String, CaseIterable, Sendable {
    /// Newest first.
    case new
    /// Most dots (or agreement) first, then newest; own ballots only while a round is blind.
    case dots
    /// By stage, then newest.
    case stage
    /// Latest change first.
    case activity
  }

  public var stage: Stage?
  /// The number of a challenge.
  public var challenge: Int?
  public var tag: String?
  /// A handle.
  public var author: String?
  /// Words that must occur, each as a prefix.
  public var words: String?
  /// Withdrawn, hidden and merged ideas too, as far as the viewer may see them.
  public var includesInactive: Bool
  public var sort: Sort
  public var limit: Int
  /// The page after this place in the order; nil for the first.
  public var offset: Int

  /// A query as given; without arguments the newest 1,000 active ideas.
  public init(
    stage: Stage? = nil, challenge: Int? = nil, tag: String? = nil, author: String? = nil, words: String? = nil,
    includesInactive: Bool = false, sort: Sort = .new, limit: Int = 1_000, offset: Int = 0
  ) {
    self.stage = stage
    self.challenge = challenge
    self.tag = tag
    self.author = author
    self.words = words
    self.includesInactive = includesInactive
    self.sort = sort
    self.limit = limit
    self.offset = offset
  }
}
