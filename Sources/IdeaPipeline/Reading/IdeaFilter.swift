/// What a list of ideas is narrowed to: the text as typed and what it means. Screens, commands and `open --plain` read it
/// alike.
///
/// Words, “two words” in quotes and each `#tag` must occur, one of several `@handle` must have written it; "-" before any of
/// these leaves out what has it. `stage:define`, `challenge:2`, `is:mine`, `is:new`, `is:withdrawn` and the like narrow
/// further, and `sort:dots` orders. What cannot be understood is told, and the rest applies.
public struct IdeaFilter: Hashable, Sendable {
  public let text: String
  /// Words and quoted words, those to be left out among them, as one types them.
  public private(set) var words: [String] = []
  public private(set) var tags: [String] = []
  public private(set) var authors: [String] = []
  /// Tags no idea may have.
  public private(set) var tagsLeftOut: [String] = []
  /// Handles of people who may not have written it.
  public private(set) var authorsLeftOut: [String] = []
  public private(set) var stage: Stage?
  public private(set) var challenge: Int?
  public private(set) var isMine = false
  /// Only what others posted since the last visit.
  public private(set) var isNew = false
  /// Only ideas to which nothing has happened since; nil for all.
  public private(set) var quietSince: Timestamp?
  /// Only ideas that are not in play any more, in this way.
  public private(set) var state: IdeaState?
  public private(set) var sort = IdeaQuery.Sort.new
  /// The first piece that could not be understood, as a sentence with the words one may use.
  public private(set) var problem: String?

  /// - Parameter now: when it is typed, from which "stuck" is reckoned.
  public init(_ text: String = "", now: Timestamp = Timestamp(milliseconds: 0)) {
    self.text = text
    for term in FilterTerm.terms(of: text) { read(term, now) }
  }

  /// After so many days without any change an idea counts as stuck.
  private static let quietDays = 7

  /// Whether every idea is shown.
  public var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether ideas may be left out, so that counts are those of the filter.
  public var narrows: Bool {
    !words.isEmpty || !tags.isEmpty || !authors.isEmpty || !tagsLeftOut.isEmpty || !authorsLeftOut.isEmpty
      || stage != nil || challenge != nil || isMine || isNew || state != nil || quietSince != nil
  }

  /// What to ask for.
  /// - Parameters:
  ///   - list: only ideas of this stage, as where each stage has its list; nil for all.
  ///   - newSince: what was posted after this sequence number is new.
  /// - Returns: nil where the filter leaves that stage out.
  public func query(stage list: Stage?, newSince: Int, offset: Int = 0, limit: Int) -> IdeaQuery? {
    if let stage, let list, stage != list { return nil }
    return IdeaQuery(
      stage: list ?? stage, challenge: challenge, tags: tags, authors: authors, tagsLeftOut: tagsLeftOut,
      authorsLeftOut: authorsLeftOut, isOwn: isMine ? true : isNew ? false : nil,
      postedAfter: isNew ? newSince : nil, quietSince: quietSince,
      words: words.isEmpty ? nil : words.joined(separator: " "), state: state,
      sort: sort, limit: limit, offset: offset)
  }
}

// MARK: - Reading what was typed

extension IdeaFilter {
  private mutating func read(_ term: FilterTerm, _ now: Timestamp) {
    if term.isQuoted { return words.append(term.written) }
    switch term.text.first {
    case "#":
      Self.add(Tag.normalised(String(term.text.dropFirst())), to: term.isLeftOut ? \.tagsLeftOut : \.tags, &self)
    case "@":
      Self.add(term.text.dropFirst().lowercased(), to: term.isLeftOut ? \.authorsLeftOut : \.authors, &self)
    default: readWord(term, now)
    }
  }

  private static func add(
    _ name: String, to names: WritableKeyPath<IdeaFilter, [String]>, _ filter: inout IdeaFilter
  ) {
    if !name.isEmpty, !filter[keyPath: names].contains(name) { filter[keyPath: names].append(name) }
  }

  private mutating func readWord(_ term: FilterTerm, _ now: Timestamp) {
    guard let (key, value) = term.keyAndValue else {
      if term.text.contains(where: { $0.isLetter || $0.isNumber }) { words.append(term.written) }
      return
    }
    if term.isLeftOut, Self.keys[key] != nil {
      return tell("“-” leaves out words, #tags and @handles; it cannot go before \(key):.")
    }
    guard let read = Self.keys[key] else {
      return tell("“\(key):” is none of stage:, challenge:, is: and sort:. In quotes it is looked for as words.")
    }
    if key == "is", value == "stuck" {
      quietSince = Timestamp(milliseconds: now.milliseconds - Int64(Self.quietDays) * 86_400_000)
    } else if !value.isEmpty {
      read(&self, value)
    }
  }

  private mutating func tell(_ sentence: String) { if problem == nil { problem = sentence } }

  private static let keys: [String: @Sendable (inout IdeaFilter, String) -> Void] = [
    "stage": { $0.readStage($1) },
    "challenge": { $0.readChallenge($1) },
    "is": { $0.readIs($1) },
    "sort": { $0.readSort($1) },
  ]

  private mutating func readStage(_ name: String) {
    guard let known = Stage.allCases.first(where: { $0.rawValue.hasPrefix(name) }) else {
      return tell("stage: is empathise, define, ideate, prototype or test.")
    }
    stage = known
  }

  private mutating func readChallenge(_ number: String) {
    guard let known = Int(number) else { return tell("challenge: takes a number, as in challenge:2.") }
    challenge = known
  }

  private mutating func readIs(_ word: String) {
    switch word {
    case "mine": isMine = true
    case "new": isNew = true
    case "withdrawn": state = .withdrawn
    case "hidden": state = .hidden
    case "merged": state = .merged
    default:
      // It may be typed on.
      if Self.kinds.contains(where: { $0.hasPrefix(word) }) { return }
      tell("is: is new, mine, stuck, merged, withdrawn or hidden.")
    }
  }

  private static let kinds = ["new", "mine", "stuck", "merged", "withdrawn", "hidden"]

  private mutating func readSort(_ word: String) {
    guard let known = IdeaQuery.Sort.allCases.first(where: { $0.rawValue.hasPrefix(word) }) else {
      return tell("sort: is new, dots, stage or activity.")
    }
    sort = known
  }
}
