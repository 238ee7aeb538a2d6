import IdeaPipeline

/// What a list is narrowed to: the text as typed and what it means.
///
/// Words must occur; `#tag`, `@handle`, `stage:define`, `challenge:2`, `is:mine` and `sort:dots` narrow and order.
struct Filter: Equatable, Sendable {
  private(set) var text = ""
  private(set) var words: [String] = []
  private(set) var tag: String?
  private(set) var author: String?
  private(set) var stage: Stage?
  private(set) var challenge: Int?
  private(set) var isMine = false
  private(set) var sort = IdeaQuery.Sort.new
  /// What could not be understood, as a sentence.
  private(set) var problem: String?

  init(_ text: String = "") {
    self.text = text
    for word in text.split(whereSeparator: \.isWhitespace) { read(String(word)) }
  }

  /// Whether every idea is shown.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether ideas may be left out, so that counts are those of the filter.
  var narrows: Bool {
    !words.isEmpty || tag != nil || author != nil || stage != nil || challenge != nil || isMine
  }

  private mutating func read(_ word: String) {
    if word.first == "#" { return readTag(word) }
    if word.first == "@" { return readAuthor(word) }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let known = Self.prefixes[parts[0].lowercased()] else { return words.append(word) }
    known(&self, parts[1].lowercased())
  }

  private static let prefixes: [String: @Sendable (inout Filter, String) -> Void] = [
    "stage": { $0.readStage($1) },
    "challenge": { $0.readChallenge($1) },
    "is": { $0.readIs($1) },
    "sort": { $0.readSort($1) },
  ]

  private mutating func readTag(_ word: String) {
    let tag = Tag.normalised(String(word.dropFirst()))
    guard !tag.isEmpty else { return }
    if self.tag != nil { problem = "One #tag at a time." } else { self.tag = tag }
  }

  private mutating func readAuthor(_ word: String) {
    let handle = word.dropFirst().lowercased()
    guard !handle.isEmpty else { return }
    if author != nil { problem = "One @handle at a time." } else { author = handle }
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
    if word == "mine" { isMine = true } else if !"mine".hasPrefix(word) { problem = "is: knows is:mine." }
  }

  private mutating func readSort(_ word: String) {
    guard !word.isEmpty else { return }
    let known = IdeaQuery.Sort.allCases.first { $0.rawValue.hasPrefix(word) }
    if let known { sort = known } else { problem = "sort: is new, dots or activity." }
  }

  /// What to ask the store for, for the list of one stage; nil where the filter leaves that stage out.
  func query(stage: Stage, own handle: String?, offset: Int, limit: Int) -> IdeaQuery? {
    if let wanted = self.stage, wanted != stage { return nil }
    return IdeaQuery(
      stage: stage, challenge: challenge, tag: tag, author: isMine ? handle : author,
      words: words.isEmpty ? nil : words.joined(separator: " "), sort: sort, limit: limit, offset: offset)
  }
}
