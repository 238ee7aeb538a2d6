import IdeaPipeline

/// What a list is narrowed to: the text as typed and what it means.
///
/// Words and each `#tag` must occur, one of several `@handle` must have written it; `stage:define`, `challenge:2`, `is:mine`,
/// `is:new`, `is:withdrawn` and the like narrow further, and `sort:dots` orders.
struct Filter: Equatable, Sendable {
  private(set) var text = ""
  private(set) var words: [String] = []
  private(set) var tags: [String] = []
  private(set) var authors: [String] = []
  private(set) var stage: Stage?
  private(set) var challenge: Int?
  private(set) var isMine = false
  /// Only what others posted since the last visit.
  private(set) var isNew = false
  /// Only ideas to which nothing has happened since; nil for all.
  private(set) var quietSince: Timestamp?
  /// Only ideas that are not in play any more, in this way.
  private(set) var state: IdeaState?
  private(set) var sort = IdeaQuery.Sort.new
  /// What could not be understood, as a sentence.
  private(set) var problem: String?

  /// - Parameter now: when it is typed, from which "stuck" is reckoned.
  init(_ text: String = "", now: Timestamp = Timestamp(milliseconds: 0)) {
    self.text = text
    for word in text.split(whereSeparator: \.isWhitespace) { read(String(word), now) }
  }

  /// After so many days without any change an idea counts as stuck.
  private static let quietDays = 7

  /// Whether every idea is shown.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether ideas may be left out, so that counts are those of the filter.
  var narrows: Bool {
    !words.isEmpty || !tags.isEmpty || !authors.isEmpty || stage != nil || challenge != nil || isMine || isNew
      || state != nil || quietSince != nil
  }

  private mutating func read(_ word: String, _ now: Timestamp) {
    if word.first == "#" { return readTag(word) }
    if word.first == "@" { return readAuthor(word) }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let known = Self.prefixes[parts[0].lowercased()] else { return words.append(word) }
    if parts.map({ $0.lowercased() }) == ["is", "stuck"] {
      quietSince = Timestamp(milliseconds: now.milliseconds - Int64(Self.quietDays) * 86_400_000)
    } else {
      known(&self, parts[1].lowercased())
    }
  }

  private static let prefixes: [String: @Sendable (inout Filter, String) -> Void] = [
    "stage": { $0.readStage($1) },
    "challenge": { $0.readChallenge($1) },
    "is": { $0.readIs($1) },
    "sort": { $0.readSort($1) },
  ]

  private mutating func readTag(_ word: String) {
    let tag = Tag.normalised(String(word.dropFirst()))
    if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
  }

  private mutating func readAuthor(_ word: String) {
    let handle = word.dropFirst().lowercased()
    if !handle.isEmpty, !authors.contains(handle) { authors.append(handle) }
  }

  private mutating func readStage(_ name: String) {
    guard !name.isEmpty else { return }
    stage = Stage.allCases.first { $0.rawValue.hasPrefix(name) }
    if stage == nil { problem = "stage: is empathise, define, ideate, prototype or test." }
  }

  private mutating func readChallenge(_ number: String) {
    guard !number.isEmpty else { return }
    challenge = Int(number)
    if challenge == nil { problem = "challenge: takes a number, as in challenge:2." }
  }

  private mutating func readIs(_ word: String) {
    switch word {
    case "mine": isMine = true
    case "new": isNew = true
    case "withdrawn": state = .withdrawn
    case "hidden": state = .hidden
    case "merged": state = .merged
    default:
      if Self.kinds.contains(where: { $0.hasPrefix(word) }) { return }
      problem = "is: is new, mine, stuck, merged, withdrawn or hidden."
    }
  }

  private static let kinds = ["new", "mine", "stuck", "merged", "withdrawn", "hidden"]

  private mutating func readSort(_ word: String) {
    guard !word.isEmpty else { return }
    let known = IdeaQuery.Sort.allCases.first { $0.rawValue.hasPrefix(word) }
    if let known { sort = known } else { problem = "sort: is new, dots or activity." }
  }

  /// What to ask the store for, for the list of one stage; nil where the filter leaves that stage out.
  /// - Parameter newSince: what was posted after this sequence number is new.
  func query(stage: Stage, newSince: Int, offset: Int, limit: Int) -> IdeaQuery? {
    if let wanted = self.stage, wanted != stage { return nil }
    return IdeaQuery(
      stage: stage, challenge: challenge, tags: tags, authors: authors, isOwn: isMine ? true : isNew ? false : nil,
      postedAfter: isNew ? newSince : nil, quietSince: quietSince,
      words: words.isEmpty ? nil : words.joined(separator: " "), state: state,
      sort: sort, limit: limit, offset: offset)
  }
}
