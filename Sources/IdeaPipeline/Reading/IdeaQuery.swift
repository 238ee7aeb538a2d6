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
  /// Tags the ideas have, all of them.
  public var tags: [String]
  /// Handles of people of whom one wrote the idea, alone or with others; empty for anybody.
  public var authors: [String]
  /// Tags the ideas do not have, none of them.
  public var tagsLeftOut: [String]
  /// Handles of people who did not write the idea, neither alone nor with others.
  public var authorsLeftOut: [String]
  /// Only what the viewer wrote, or only what others did; nil for both.
  public var isOwn: Bool?
  /// Only what was posted after this sequence number.
  public var postedAfter: Int?
  /// Only ideas without an outcome to which nothing has happened since: no edit, comment, answer or move.
  public var quietSince: Timestamp?
  /// Words that must occur, each as a prefix; “two words” in quotes as they stand; none of those with "-" before them.
  public var words: String?
  /// Withdrawn, hidden and merged ideas too, as far as the viewer may see them.
  public var includesInactive: Bool
  /// Only ideas in this state, as far as the viewer may see them; goes before `includesInactive`.
  public var state: IdeaState?
  public var sort: Sort
  public var limit: Int
  /// The page after this place in the order; nil for the first.
  public var offset: Int

  /// A query as given; without arguments the newest 1,000 active ideas.
  public init(
    stage: Stage? = nil, challenge: Int? = nil, tags: [String] = [], authors: [String] = [], tagsLeftOut: [String] = [],
    authorsLeftOut: [String] = [], isOwn: Bool? = nil, postedAfter: Int? = nil, quietSince: Timestamp? = nil,
    words: String? = nil, includesInactive: Bool = false,
    state: IdeaState? = nil,
    sort: Sort = .new, limit: Int = 1_000, offset: Int = 0
  ) {
    self.stage = stage
    self.challenge = challenge
    self.tags = tags
    self.authors = authors
    self.tagsLeftOut = tagsLeftOut
    self.authorsLeftOut = authorsLeftOut
    self.isOwn = isOwn
    self.postedAfter = postedAfter
    self.quietSince = quietSince
    self.words = words
    self.includesInactive = includesInactive
    self.state = state
    self.sort = sort
    self.limit = limit
    self.offset = offset
  }
}
