/// Rules that the moves of an idea share.
enum MoveRules {
  /// Refuses a move that starts from a stage the idea has left, and one of an idea that has ended.
  static func check(_ idea: Idea, isIn stage: Stage) throws(Refusal) {
    try checkNoOutcome(idea)
    if idea.stage != stage {
      throw .overtaken("\(idea.reference) was moved from \(stage.title) to \(idea.stage.title)")
    }
  }

  /// Refuses for an idea that has ended.
  static func checkNoOutcome(_ idea: Idea) throws(Refusal) {
    guard let outcome = idea.outcome else { return }
    throw Refusal(
      .rule, "\(idea.reference) ended as \(outcome.kind.rawValue).", instead: "Take the outcome back to move it again.",
      remedy: .retractOutcome)
  }

  /// What is missing, a sentence for each stage: "Define needs a How might we before Ideate."
  static func sentence(for gates: [Gate]) -> String {
    gates.map { gate in
      let before = gate.stage.next.map { " before \($0.title)" } ?? ""
      return "\(gate.stage.title) needs \(list(gate.missing.map(\.label)))\(before)."
    }.joined(separator: " ")
  }

  /// "one", "one and two", "one, two and three".
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// What takes back the move that this operation made; nil when it is gone.
  static func reverse(_ idea: IdeaID, _ stamp: Stamp, on board: some BoardAccess) -> RetractMove? {
    let move = Identifier<Move>(madeBy: stamp.id)
    return board.get(move) == nil ? nil : RetractMove(idea: idea, move: move)
  }
}

extension TextRule {
  /// Refuses a missing reason by asking for it, and otherwise as `check`.
  func checkGiven(_ text: String) throws(Refusal) {
    if isBlank(text) {
      throw Refusal(
        .rule, "A reason is missing.", instead: "Give a reason: one line that everyone can read later.",
        remedy: .giveReason)
    }
    try check(text)
  }
}

extension String {
  /// The text as it starts a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
