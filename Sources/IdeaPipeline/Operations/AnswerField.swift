/// Answers one question of a worksheet about an idea, or takes the answer away.
public struct AnswerField: Operation {
  public static let kind = "idea.answer"
  public var stepDeed: StepDeed? { .answer }

  public var idea: IdeaID
  /// The key of the worksheet.
  public var worksheet: String
  /// The key of the field.
  public var field: String
  /// The answer as the person saw it; nil when there was none.
  public var old: Answer?
  /// Nil takes the answer away.
  public var answer: Answer?

  /// An answer as given.
  public init(idea: IdeaID, worksheet: String, field: String, old: Answer?, answer: Answer?) {
    self.idea = idea
    self.worksheet = worksheet
    self.field = field
    self.old = old
    self.answer = answer
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let idea = try board.ideaInPlay(idea, for: "answer the worksheet of")
    let deed = Deed.answer(isOwnOrTeams: board.isOwnOrTeams(idea, context.person))
    try context.require(deed, "answer the worksheet of \(idea.reference)")
    guard let sheet = board.board?.worksheet(worksheet), let field = sheet.field(field) else {
      throw Refusal(
        .notFound, "The worksheets of this board do not ask that.", instead: "Answer what the idea’s stage asks.")
    }
    if let answer { try field.check(answer) }
    let now = entry(on: board)?.answer
    if answer == now {
      throw .unchanged(
        now == nil ? "“\(field.question)” has no answer yet" : "“\(field.question)” is answered so already")
    }
    if old != now { throw stale(now, field) }
  }

  private func stale(_ now: Answer?, _ field: Field) -> Refusal {
    let clash = TextClash(revision: 0, title: field.question, body: now?.words ?? "", base: old?.words)
    return Refusal(
      .stale(clash), "The answer to “\(field.question)” was changed meanwhile.",
      instead: "Both are safe: compare them.",
      remedy: .compareTexts)
  }

  private func entry(on board: some BoardAccess) -> Entry? {
    board.first(.about(idea, worksheet: worksheet, field: field))
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let now = entry(on: board)
    if let answer {
      board.put(
        Entry(
          id: now?.id ?? Identifier(madeBy: stamp.id), seq: now?.seq ?? stamp.seq, idea: idea, worksheet: worksheet,
          field: field, answer: answer, answeredBy: stamp.actor.person, answeredAt: stamp.at, answeredIn: stamp.id))
    } else if let now {
      board.remove(now.id)
    }
    board.change(idea, stamp) { _ in }
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard entry(on: board)?.answer != old else { return nil }
    return AnswerField(idea: idea, worksheet: worksheet, field: field, old: answer, answer: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let question = board.board?.worksheet(worksheet)?.field(field)?.question ?? field
    let verb = answer == nil ? "took away the answer to" : "answered"
    return Activity("\(verb) “\(question)” for \(board.reference(idea))", idea: idea)
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.answer(idea, worksheet: worksheet, field: field)] }

  public func redacted(_ mark: String) -> Self {
    var copy = oldTextRedacted(mark)
    copy.answer = answer?.redacted(mark)
    return copy
  }

  public func oldTextRedacted(_ mark: String) -> Self {
    var copy = self
    copy.old = old?.redacted(mark)
    return copy
  }
}

extension Answer {
  /// The answer with text that somebody wrote replaced by `mark`; a choice and a yes or no are none.
  func redacted(_ mark: String) -> Answer {
    if case .text = self { .text(mark) } else { self }
  }
}

extension Field {
  /// Refuses an answer of another kind than the question asks for.
  func check(_ answer: Answer) throws(Refusal) {
    switch (kind, answer) {
    case (.text, .text(let text)): try TextRule.answer.check(text)
    case (.choice(let options), .choice(let option)):
      if !options.contains(option) {
        throw Refusal(
          .badInput, "That is none of the answers to “\(question)”.",
          instead: "It takes one of these: \(options.joined(separator: ", ")).")
      }
    case (.yesNo, .yesNo): break
    case (.text, _):
      throw Refusal(.badInput, "That is no answer to “\(question)”:", instead: "it is answered in words.")
    case (.choice(let options), _):
      throw Refusal(
        .badInput, "That is none of the answers to “\(question)”.",
        instead: "It takes one of these: \(options.joined(separator: ", ")).")
    case (.yesNo, _):
      throw Refusal(.badInput, "That is no answer to “\(question)”:", instead: "it is answered with yes or no.")
    }
  }
}
