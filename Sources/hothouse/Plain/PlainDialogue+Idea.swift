import IdeaPipeline

/// Talking about one idea.
extension PlainDialogue {
  /// Reads an idea out and offers what can be done with it, until the person goes back.
  func talkAbout(_ number: Int) throws {
    try read(number)
    while true {
      try tellNews()
      guard let detail = try visit.reading.idea(.number(number), for: viewer) else {
        return try console.say("Idea \(number) is no longer to be seen.")
      }
      let title = "Idea \(number), \(detail.row.title). What would you like to do?"
      guard try console.choose(title, choices(detail, number), back: "Back") else { return }
    }
  }

  private func read(_ number: Int) throws {
    let detail = try visit.idea(number, for: viewer)
    let portrait = IdeaPortrait(
      detail: detail, summary: try summary, board: visit.name, now: visit.shell.now(), namesCommands: false)
    try visit.shell.print { portrait.draw(on: &$0) }
  }

  private func choices(_ detail: IdeaDetail, _ number: Int) throws -> [Console.Choice] {
    let id = detail.row.id
    var choices: [Console.Choice] = [
      .init("Read it again") { try self.read(number) },
      .init("Comment on it") { try self.comment(on: id, replyTo: nil) },
    ]
    if !detail.comments.isEmpty { choices.append(.init("Answer a comment") { try self.reply(to: detail) }) }
    choices.append(.init("Build on it with a new idea") { try self.writeIdea(buildingOn: detail.row) })
    choices += try votes(id)
    for comment in detail.comments where comment.isOwn && comment.mayEdit && comment.idea == id {
      choices.append(.init("Change or withdraw your comment \(comment.number)") { try self.change(comment) })
    }
    if detail.mayMove { choices += moves(detail) }
    if detail.mayEdit { choices += changes(detail) }
    return choices
  }

  private func votes(_ idea: IdeaID) throws -> [Console.Choice] {
    guard let round = try summary.round?.round, round.isOpen else { return [] }
    guard round.budget == nil else {
      return [
        .init("Give it a dot") { try self.carryOut([GiveDot(round: round.id, idea: idea)]) },
        .init("Take a dot back") { try self.carryOut([TakeBackDot(round: round.id, idea: idea)]) },
      ]
    }
    return Ballot.Position.allCases.map { position in
      .init(position.rawValue.capitalisedFirst) {
        try self.carryOut([CastPosition(round: round.id, idea: idea, position: position)])
      }
    }
  }

  private func reply(to detail: IdeaDetail) throws {
    let answer = try console.ask("Which comment? Its number stands before it. 0 goes back.")
    if answer == "0" || answer.isEmpty { return }
    guard let number = Int(answer) else { return try console.say("“\(answer)” is no number.") }
    try trying {
      let comment = try visit.comment(number, of: detail)
      try self.comment(on: detail.row.id, replyTo: comment.id)
    }
  }

  // MARK: The journey

  private func moves(_ detail: IdeaDetail) -> [Console.Choice] {
    let row = detail.row
    var choices: [Console.Choice] = []
    if let next = row.stage.next {
      choices.append(.init("Advance it to \(next.title)") { try self.advance(detail, to: next) })
    }
    if let gate = detail.gates.first(where: { $0.stage == row.stage }), !gate.items.isEmpty {
      let state = "\(gate.met) of \(gate.items.count) answered"
      choices.append(.init("Answer the questions of \(row.stage.title), \(state)") { try self.answer(detail, gate) })
    }
    if let previous = row.stage.previous {
      choices.append(.init("Send it back to \(previous.title)") { try self.sendBack(detail, to: previous) })
    }
    return choices
  }

  private func advance(_ detail: IdeaDetail, to next: Stage) throws {
    let gate = detail.gates.first { $0.stage == detail.row.stage }
    if let gate, !gate.missing.isEmpty {
      try console.say(
        "Before \(next.title), \(detail.row.stage.title) asks for \(counted(gate.missing.count, "more answer")).")
      guard try console.confirm("Answer now?") else { return }
      guard try answer(detail, gate) else { return }
    }
    try carryOut([AdvanceIdea(idea: detail.row.id, from: detail.row.stage, to: next, reason: nil, overrides: false)])
  }

  /// Asks each question that has no answer; with all answered, each again.
  /// - Returns: whether nothing is missing any more.
  @discardableResult
  private func answer(_ detail: IdeaDetail, _ gate: Gate) throws -> Bool {
    guard let sheet = try summary.guides.first(where: { $0.stage == gate.stage })?.worksheet else { return false }
    let asked = gate.missing.isEmpty ? gate.items : gate.items.filter { $0.answer == nil }
    var isWhole = true
    for item in asked {
      let before = item.answer.map { " So far: \($0.words)" } ?? ""
      let words = try console.ask(
        "\(item.field.question)\(item.field.choicesInWords)\(before) Enter alone leaves it.")
      guard !words.isEmpty else {
        isWhole = isWhole && item.answer != nil
        continue
      }
      let isDone = try trying {
        let answer = try item.field.answer(from: words)
        let operation = AnswerField(
          idea: detail.row.id, worksheet: sheet, field: item.field.key, old: item.answer, answer: answer)
        if try !self.carryOut([operation]) { isWhole = false }
      }
      isWhole = isWhole && isDone
    }
    return isWhole
  }

  private func sendBack(_ detail: IdeaDetail, to stage: Stage) throws {
    let reason = try console.ask(
      "Why? The reason stays on the record; nothing of the idea is lost. Enter alone goes back.")
    if reason.isEmpty { return }
    try carryOut([
      SendBackIdea(
        idea: detail.row.id, from: detail.row.stage, to: stage, reason: TextRule.reason.clean(reason))
    ])
  }

  // MARK: Changing it

  private func changes(_ detail: IdeaDetail) -> [Console.Choice] {
    let id = detail.row.id
    let isWithdrawn = detail.row.state == .withdrawn
    return [
      .init("Change its title or text") { try self.edit(detail) },
      .init("Change its tags") { try self.changeTags(detail) },
      .init("Change its evidence: addresses of pages") { try self.changeLinks(detail) },
      .init("Change its co-authors") { try self.changeCoAuthors(detail) },
      .init(isWithdrawn ? "Bring it back" : "Withdraw it") {
        try self.carryOut([isWithdrawn ? RestoreIdea(idea: id) : WithdrawIdea(idea: id)])
      },
    ]
  }

  private func changeTags(_ detail: IdeaDetail) throws {
    let now = detail.row.tags.isEmpty ? "none" : detail.row.tags.joined(separator: " ")
    let words = try console.ask(
      "Tags now: \(now). Type all it is to have, with spaces between. Enter alone leaves them.")
    if words.isEmpty { return }
    let new = Self.tags(words)
    try carryOut([TagIdea(idea: detail.row.id, old: detail.row.tags, new: new)])
  }

  private func changeLinks(_ detail: IdeaDetail) throws {
    for (place, link) in detail.links.enumerated() { try console.say("\(place + 1)  \(link.url)") }
    let takesOut = detail.links.isEmpty ? "" : " The number of one takes it out."
    let answer = try console.ask("An address to add, beginning with https://.\(takesOut) Enter alone goes back.")
    if answer.isEmpty { return }
    var links = detail.links
    if let number = Int(answer), links.indices.contains(number - 1) {
      links.remove(at: number - 1)
    } else {
      links.append(EvidenceLink(url: answer))
    }
    try carryOut([LinkEvidence(idea: detail.row.id, old: detail.links, new: links)])
  }

  private func changeCoAuthors(_ detail: IdeaDetail) throws {
    let now = detail.row.coAuthors.isEmpty ? "none" : detail.row.coAuthors.map(\.words).joined(separator: ", ")
    let handle = try console.ask(
      "Co-authors now: \(now). The handle of somebody to add, or of one to take out. Enter alone goes back.")
    if handle.isEmpty { return }
    let old = detail.row.coAuthors.compactMap { author -> PersonID? in
      if case .named(let id, _, _) = author { id } else { nil }
    }
    try trying {
      let person = try visit.person(handle)
      let new = old.contains(person.id) ? old.filter { $0 != person.id } : old + [person.id]
      try carryOut([SetCoAuthors(idea: detail.row.id, old: old, new: new)])
    }
  }

  static func tags(_ words: String) -> [String] {
    var tags: [String] = []
    for word in words.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let tag = Tag.normalised(String(word))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }
}

extension Field {
  /// The answers a field takes, where there are only some: " One of: carers, staff."
  fileprivate var choicesInWords: String {
    switch kind {
    case .text: ""
    case .choice(let options): " One of: \(options.joined(separator: ", "))."
    case .yesNo: " yes or no."
    }
  }
}
