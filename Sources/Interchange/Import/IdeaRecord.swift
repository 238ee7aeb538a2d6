import IdeaPipeline

/// An idea as a file tells of it, before it is one of a board.
struct IdeaRecord {
  let origin: RowOrigin
  /// How other records of the file name it.
  var key: String?
  var title: String
  var body: String
  var tags: [String]
  var stage: Stage?
  /// A challenge of the board.
  var challenge: ChallengeID?
  /// A handle or a name; nil for whoever imports.
  var author: String?
  /// The key of the record it builds on.
  var buildsOn: String?
  var createdAt: Timestamp?
  var comments: [CommentRecord] = []
}

/// A comment as a file tells of it.
struct CommentRecord {
  /// How replies name it.
  var number: Int?
  var kind: Comment.Kind
  var text: String
  /// A handle or a name; nil for whoever imports.
  var author: String?
  /// The number of the comment it answers.
  var replyTo: Int?
  var createdAt: Timestamp?
}

/// One thing of a file: a row of comma-separated values, or an object of JSON.
protocol RecordSource {
  var origin: RowOrigin { get }
  /// What is written under a column or key; empty when nothing is.
  func text(_ column: String) -> String
  /// A mistake in what is written there.
  func mistake(_ column: String, _ what: String) -> RowMistake
}

extension RecordSource {
  /// The idea it tells of.
  func idea(on ground: ImportGround) throws(RowMistake) -> IdeaRecord {
    IdeaRecord(
      origin: origin, key: given("id"), title: try checked("title", .title),
      body: try checked("body", .body, mayBeEmpty: true), tags: try tags(), stage: try word("stage", Stage.self),
      challenge: try challenge(on: ground), author: try author(), buildsOn: given("builds_on"),
      createdAt: try time("created_at"))
  }

  /// The comment it tells of.
  func comment() throws(RowMistake) -> CommentRecord {
    CommentRecord(
      number: Int(text("number")), kind: try word("kind", Comment.Kind.self) ?? .comment,
      text: try checked("text", .comment), author: try author(), replyTo: Int(text("reply_to")),
      createdAt: try time("created_at"))
  }

  /// A text by its rule.
  func checked(_ column: String, _ rule: TextRule, mayBeEmpty: Bool = false) throws(RowMistake) -> String {
    let text = rule.clean(text(column))
    do throws(Refusal) { try rule.check(text, mayBeEmpty: mayBeEmpty) } catch { throw mistake(column, error.sentence) }
    return text
  }

  /// A text by its rule; nil when nothing is written.
  func optional(_ column: String, _ rule: TextRule) throws(RowMistake) -> String? {
    let text = try checked(column, rule, mayBeEmpty: true)
    return text.isEmpty ? nil : text
  }

  /// One of the words of a type; nil when nothing is written.
  func word<T: RawRepresentable & CaseIterable>(_ column: String, _ type: T.Type) throws(RowMistake) -> T?
  where T.RawValue == String {
    guard let written = given(column)?.lowercased() else { return nil }
    if let word = T(rawValue: written) { return word }
    let words = T.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    throw mistake(column, "“\(TextRule.name.clean(written))” is none of \(words).")
  }

  private func given(_ column: String) -> String? {
    let text = TextRule.name.clean(text(column))
    return text.isEmpty ? nil : text
  }

  private func author() throws(RowMistake) -> String? { try optional("author", .name) }

  private func tags() throws(RowMistake) -> [String] {
    var tags: [String] = []
    for word in text("tags").split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      let tag = Tag.normalised(String(word))
      do throws(Refusal) { try TextRule.tag.check(tag) } catch { throw mistake("tags", error.sentence) }
      if !tags.contains(tag) { tags.append(tag) }
    }
    if tags.count > 12 { throw mistake("tags", "An idea has at most 12 tags; these are \(tags.count).") }
    return tags
  }

  private func challenge(on ground: ImportGround) throws(RowMistake) -> ChallengeID? {
    guard let written = given("challenge") else { return nil }
    if let challenge = Int(written).flatMap({ ground.challenges[$0] }) { return challenge }
    throw mistake("challenge", "There is no challenge \(written) on this board. Give its number, or nothing.")
  }

  private func time(_ column: String) throws(RowMistake) -> Timestamp? {
    guard let written = given(column) else { return nil }
    if let time = Timestamp(iso8601: written) { return time }
    throw mistake(column, "“\(written)” is no time. Write it like 2026-05-14T10:30:00Z.")
  }
}
