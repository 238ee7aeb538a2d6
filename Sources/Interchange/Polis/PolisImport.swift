import IdeaPipeline

extension PolisConversation {
  /// What brings the conversation onto a board: a challenge with its topic, everyone who took part, each statement as an
  /// idea of its author, and one consensus round with everybody's last votes, closed at the end. Statements that the
  /// moderators rejected are hidden after that, so that their ballots are kept; those they had not looked at yet stay
  /// listed.
  ///
  /// Everything said and voted has its original time; what the importer does (posing the challenge, hiding) has none.
  public func plan(on ground: ImportGround, using generator: inout some RandomNumberGenerator) -> ImportPlan {
    var importing = PolisImport(self, on: ground, using: generator)
    let plan = importing.plan()
    generator = importing.generator
    return plan
  }

  /// The sign that means "agree" in this export: the one whose counts match more of the statements' own totals.
  var agreeSign: Int { matches(agreeSign: 1) >= matches(agreeSign: -1) ? 1 : -1 }

  /// How many statements have exactly the totals that they would have if `sign` meant "agree".
  func matches(agreeSign sign: Int) -> Int {
    var counts: [Int: [Int: Int]] = [:]
    for vote in votes { counts[vote.statement, default: [:]][vote.sign, default: 0] += 1 }
    return statements.count { statement in
      statement.agrees == counts[statement.id]?[sign] ?? 0 && statement.disagrees == counts[statement.id]?[-sign] ?? 0
    }
  }
}

/// Turns a conversation into submissions.
private struct PolisImport<Generator: RandomNumberGenerator> {
  private let conversation: PolisConversation
  private let ground: ImportGround
  private(set) var generator: Generator
  private var made = ImportPlan()
  private var people: [Int: PersonID] = [:]
  private var ideas: [Int: IdeaID] = [:]
  private var clipped = 0

  init(_ conversation: PolisConversation, on ground: ImportGround, using generator: Generator) {
    self.conversation = conversation
    self.ground = ground
    self.generator = generator
  }

  mutating func plan() -> ImportPlan {
    guard let first = conversation.statements.first else {
      made.summary.sentences = ["There is no statement to import."]
      made.summary.skipped = conversation.skipped
      return made
    }
    let challenge = ChallengeID(madeBy: submit(AddChallenge(text: ChallengeText(question: topic)), from: first.origin))
    addPeople()
    for statement in conversation.statements { post(statement, challenge) }
    vote(challenge)
    for statement in conversation.statements where statement.moderation == .rejected {
      guard let idea = ideas[statement.id] else { continue }
      submit(HideIdea(idea: idea, reason: "The moderators of the conversation rejected it."), from: statement.origin)
    }
    made.summary = summary
    return made
  }

  /// The topic as a challenge, clipped like a title where it is too long.
  private var topic: String {
    ClippedTitle(conversation.topic ?? "Statements of an online conversation", limit: TextRule.question.limit).title
  }

  /// Everyone joins at the moment of what they did first.
  private mutating func addPeople() {
    var first: [Int: (at: Timestamp, origin: RowOrigin)] = [:]
    func appears(_ person: Int, _ at: Timestamp, _ origin: RowOrigin) {
      if let earlier = first[person], earlier.at <= at { return }
      first[person] = (at, origin)
    }
    for statement in conversation.statements { appears(statement.author, statement.at, statement.origin) }
    for vote in conversation.votes { appears(vote.person, vote.at, vote.origin) }
    var newcomers = Newcomers()
    for (number, appearance) in first.sorted(by: { $0.key < $1.key }) {
      let handle = newcomers.freeHandle(like: "p\(number)", on: ground)
      let join = AddPerson(handle: handle, profile: PersonProfile(name: "Participant \(number)"))
      let id = PersonID(madeBy: submit(join, at: appearance.at, from: appearance.origin))
      newcomers.add(handle, id, handle)
      people[number] = id
    }
  }

  private mutating func post(_ statement: PolisConversation.Statement, _ challenge: ChallengeID) {
    guard let author = people[statement.author] else { return }
    let text = ClippedTitle(statement.text, limit: TextRule.title.limit)
    if text.isClipped { clipped += 1 }
    let post = PostIdea(title: text.title, body: text.isClipped ? statement.text : "", challenge: challenge)
    ideas[statement.id] = IdeaID(madeBy: submit(post, by: author, at: statement.at, from: statement.origin))
  }

  /// Casts every last vote in a round on the imported statements alone, and closes it.
  private mutating func vote(_ challenge: ChallengeID) {
    guard let first = conversation.votes.first, let last = conversation.votes.last else { return }
    let agree = conversation.agreeSign
    let open = OpenRound(title: "Agree, disagree or pass", round: .consensus, challenge: challenge)
    let round = RoundID(madeBy: submit(open, at: first.at, from: first.origin))
    for vote in conversation.votes {
      guard let person = people[vote.person], let idea = ideas[vote.statement] else { continue }
      let position: Ballot.Position = vote.sign == 0 ? .pass : vote.sign == agree ? .agree : .disagree
      submit(CastPosition(round: round, idea: idea, position: position), by: person, at: vote.at, from: vote.origin)
    }
    submit(CloseRound(round: round), at: last.at, from: last.origin)
  }

  @discardableResult private mutating func submit(
    _ operation: some Operation, by person: PersonID? = nil, at: Timestamp? = nil, from origin: RowOrigin
  ) -> OperationID {
    let id = OperationID(using: &generator)
    made.add(ground.submission(id, operation, by: person ?? ground.importer, at: at), from: origin)
    return id
  }

  private var summary: ImportSummary {
    let statements = conversation.statements
    let rejected = statements.count { $0.moderation == .rejected }
    let waiting = statements.count { $0.moderation == .notYet }
    var sentences = [
      "\(statements.count.of("statement")) imported as ideas, from \(people.count.of("participant")).",
      "\(conversation.votes.count.of("ballot")) cast in a round of agree, disagree and pass, which is closed.",
    ]
    if clipped > 0 {
      sentences.append("\(clipped.of("statement")) too long for a title: clipped at a word, the whole text below.")
    }
    if rejected > 0 { sentences.append("\(rejected.of("rejected statement")) hidden, the ballots on them kept.") }
    if waiting > 0 { sentences.append("\(waiting.of("statement")) not moderated yet, and listed.") }
    if !conversation.votes.isEmpty { sentences += votesRead }
    return ImportSummary(sentences: sentences, skipped: conversation.skipped)
  }

  private var votesRead: [String] {
    let sign = conversation.agreeSign
    let (matching, all) = (conversation.matches(agreeSign: sign), conversation.statements.count)
    var sentences = [
      "\(sign) is taken for “agree”: it fits the file’s own totals for \(matching) of \(all) statements."
    ]
    if conversation.replaced > 0 {
      sentences.append("\(conversation.replaced.of("earlier vote")) left out, since a person’s last one counts.")
    }
    return sentences
  }
}

/// A text as a title: on one line and, where it is too long, clipped at a word.
struct ClippedTitle {
  let title: String
  /// Whether the title is not the whole text.
  let isClipped: Bool

  init(_ text: String, limit: Int) {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit else {
      title = line
      isClipped = false
      return
    }
    // A "word" that fills half of the line is cut through instead.
    let space = line.prefix(limit).lastIndex(of: " ")
    let isNear = space.map { line.distance(from: line.startIndex, to: $0) > limit / 2 } ?? false
    title = (isNear ? line[..<(space ?? line.endIndex)] : line.prefix(limit - 1)) + "…"
    isClipped = true
  }
}
