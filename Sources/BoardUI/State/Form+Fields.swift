import CellGrid
import IdeaPipeline

extension Form.Item {
  fileprivate static func text(
    _ key: Form.Key, _ label: String, _ text: String = "", limit: Int, _ placeholder: String = ""
  ) -> Self {
    Form.Item(
      key: key, label: label, reply: .text(TextBuffer(text, limit: limit)), placeholder: placeholder)
  }

  fileprivate static func choice(_ key: Form.Key, _ label: String, _ options: [String], _ chosen: Int = 0) -> Self {
    Form.Item(
      key: key, label: label, reply: .choice(min(max(0, chosen), max(0, options.count - 1))), options: options)
  }

  fileprivate static func yesNo(_ key: Form.Key, _ label: String, _ isYes: Bool) -> Self {
    choice(key, label, ["no", "yes"], isYes ? 1 : 0)
  }
}

extension Form {
  /// The form for a purpose, its fields as they are on the board.
  init(_ purpose: Purpose, on board: OpenBoard) {
    switch purpose {
    case .planSession:
      self.init(purpose, items: [.text(.title, "Title", limit: TextRule.name.limit, "Day one, spring workshop")])
    case .addStep: self.init(purpose, items: Self.step(StepPlan(title: "", minutes: 10)))
    case .editStep(let step): self.init(purpose, items: Self.step(step.plan))
    case .openRound: self.init(purpose, items: Self.round(on: board))
    case .broadcast(_, let isShown):
      let hint = isShown ? "leave it empty to take the line away" : "one line that every screen shows"
      self.init(purpose, items: [.text(.text, "Line", limit: TextRule.title.limit, hint)])
    case .closeHelp:
      self.init(purpose, items: [.text(.note, "Note", limit: TextRule.reason.limit, "what helped; may stay empty")])
    case .seats(let team):
      let seats = team.seats.map(String.init) ?? ""
      self.init(purpose, items: [.text(.seats, "Seats", seats, limit: 3, "empty: as many as come")])
    case .addAction(let subject): self.init(purpose, items: Self.action(nil, about: subject, on: board))
    case .editAction(let action): self.init(purpose, items: Self.action(action, about: nil, on: board))
    case .invite(let perspective, _):
      var items = Self.action(nil, about: nil, on: board)
      items[0].reply = .text(TextBuffer("Invite \(perspective)", limit: TextRule.question.limit))
      if let team = items.firstIndex(where: { $0.key == .team }) { items[team].reply = .choice(0) }
      self.init(purpose, items: items)
    }
  }

  private static func step(_ plan: StepPlan) -> [Item] {
    let kinds = StepPlan.Kind.allCases
    return [
      .text(.title, "Title", plan.title, limit: TextRule.name.limit, "Private writing"),
      .text(.instruction, "Asks", plan.instruction, limit: TextRule.reason.limit, "what people are to do, in a line"),
      .text(.minutes, "Minutes", String(plan.minutes), limit: 3, "10"),
      .choice(.kind, "Kind", kinds.map(\.words), kinds.firstIndex(of: plan.kind) ?? 0),
      .choice(.naming, "Names", Naming.allCases.map(\.words), Naming.allCases.firstIndex(of: plan.naming) ?? 0),
      .choice(
        .isPrivate, "Posts", ["seen at once", "private until you reveal them"], plan.isPrivate ? 1 : 0),
      .choice(.isHardStop, "At zero", ["goes on, over its time", "takes no more posts"], plan.isHardStop ? 1 : 0),
      .choice(.hidesOrganisations, "Employers", ["shown", "hidden"], plan.hidesOrganisations ? 1 : 0),
    ]
  }

  private static func round(on board: OpenBoard) -> [Item] {
    let challenges = board.summary.challenges.map { "\($0.challenge.number) \($0.challenge.question)" }
    return [
      .text(.title, "Title", limit: TextRule.name.limit, "Which two do we try first?"),
      .choice(.votes, "Votes", ["dots", "agree, disagree or pass"]),
      .text(.dots, "Dots each", "5", limit: 2), .text(.cap, "On one idea", "3", limit: 2, "the most on one idea"),
      .choice(.stage, "Stage", ["every stage"] + Stage.allCases.map(\.title)),
      .choice(.challenge, "Answering", ["any challenge"] + challenges),
    ]
  }

  private static func action(_ action: Action?, about subject: Composer.Subject?, on board: OpenBoard) -> [Item] {
    let owner = action?.owner.flatMap { id in board.people?.first { $0.id == id } }
    let teams = board.summary.teams
    let own = teams.firstIndex { $0.name == board.viewer?.team }
    let team = action.map { action in teams.firstIndex { $0.id == action.team } } ?? own
    var items: [Item] = [
      .text(.text, "Action", action?.text ?? "", limit: TextRule.question.limit, "Ask the landlord about the key"),
      .text(.owner, "Who", owner.map { "@\($0.handle)" } ?? "", limit: 60, "@handle; may stay empty"),
    ]
    if !teams.isEmpty {
      items.append(.choice(.team, "Team", ["no team"] + teams.map(\.name), team.map { $0 + 1 } ?? 0))
    }
    items.append(.text(.due, "Due", action?.due ?? "", limit: 10, "2026-05-04; may stay empty"))
    if action == nil {
      items.append(.choice(.about, "About", subjects(subject, on: board).map(\.words), subject == nil ? 0 : 1))
    }
    return items
  }

  /// What an action can be about: the board, the idea in hand, any challenge.
  fileprivate static func subjects(
    _ subject: Composer.Subject?, on board: OpenBoard
  ) -> [(words: String, subject: Action.Subject)] {
    let idea = subject.map { idea in
      ("idea \(idea.number.map { "\($0) " } ?? "")“\(TextLayout.oneLine(idea.title))”", Action.Subject.idea(idea.id))
    }
    let challenges = board.summary.challenges.map { row in
      ("challenge \(row.challenge.number) “\(row.challenge.question)”", Action.Subject.challenge(row.challenge.id))
    }
    return [("the board", .board)] + [idea].compactMap(\.self) + challenges
  }

  /// What is chosen as the subject of an action.
  fileprivate func subject(on board: OpenBoard) -> Action.Subject {
    var about: Composer.Subject?
    if case .addAction(let idea) = purpose { about = idea }
    let subjects = Self.subjects(about, on: board)
    let place = choice(.about)
    return subjects.indices.contains(place) ? subjects[place].subject : .board
  }
}

// MARK: - What it comes to

extension Form {
  /// Why it cannot be sent, and the field to go to.
  struct Problem: Error {
    let words: String
    let field: Key

    init(_ words: String, _ field: Key) {
      self.words = words
      self.field = field
    }
  }

  /// The operation it comes to, or what is missing.
  func operation(on board: OpenBoard, at moment: HostMoment) throws(Problem) -> any Operation {
    for item in items {
      if case .text(let buffer) = item.reply, let problem = buffer.problem(named: item.label.lowercased()) {
        throw Problem(problem, item.key)
      }
    }
    switch purpose {
    case .planSession: return AddSession(title: try needed(.title, .name, "Give it a title first: one line."))
    case .addStep(let session, let before): return AddStep(session: session, plan: try plan(), before: before)
    case .editStep(let step): return EditStep(step: step.id, plan: try plan(from: step.plan))
    case .openRound: return try round(on: board)
    case .broadcast(let session, let isShown):
      let line = TextRule.title.clean(text(.text))
      if line.isEmpty, !isShown { throw Problem("Type the line that everybody is to read.", .text) }
      return SendBroadcast(session: session, text: line.isEmpty ? nil : line)
    case .closeHelp(let request, _):
      let note = TextRule.reason.clean(text(.note))
      return CloseHelp(request: request, note: note.isEmpty ? nil : note, moment: moment)
    case .seats(let team):
      if text(.seats).allSatisfy(\.isWhitespace) { return SetSeats(team: team.id, seats: nil) }
      return SetSeats(team: team.id, seats: try number(.seats, 1...200, "A team has 1 to 200 seats."))
    case .addAction, .editAction, .invite: return try action(on: board)
    }
  }

  private func needed(_ key: Key, _ rule: TextRule, _ words: String) throws(Problem) -> String {
    let text = rule.clean(text(key))
    if text.isEmpty { throw Problem(words, key) }
    return text
  }

  private func number(_ key: Key, _ range: ClosedRange<Int>, _ words: String) throws(Problem) -> Int {
    let digits = text(key).filter { !$0.isWhitespace }
    guard let number = Int(digits), range.contains(number) else { throw Problem(words, key) }
    return number
  }

  private func plan(from old: StepPlan? = nil) throws(Problem) -> StepPlan {
    var plan = old ?? StepPlan(title: "", minutes: 1)
    plan.title = try needed(.title, .name, "Give the step a title first: one line.")
    plan.instruction = TextRule.reason.clean(text(.instruction))
    plan.minutes = try number(.minutes, 1...600, "A step takes 1 to 600 minutes.")
    plan.kind = StepPlan.Kind.allCases[choice(.kind)]
    plan.naming = Naming.allCases[choice(.naming)]
    plan.isPrivate = choice(.isPrivate) == 1
    plan.isHardStop = choice(.isHardStop) == 1
    plan.hidesOrganisations = choice(.hidesOrganisations) == 1
    return plan
  }

  private func round(on board: OpenBoard) throws(Problem) -> OpenRound {
    let title = try needed(.title, .name, "Say what is voted on: one line.")
    var kind = Round.Kind.consensus
    if choice(.votes) == 0 {
      let dots = try number(.dots, 1...99, "Each has 1 to 99 dots.")
      kind = .dots(
        budget: dots, cap: try number(.cap, 1...dots, "At least 1, and at most the \(dots) that each person has."))
    }
    let stage = choice(.stage)
    let challenge = choice(.challenge)
    let challenges = board.summary.challenges
    return OpenRound(
      title: title, round: kind, stage: stage == 0 ? nil : Stage.allCases[stage - 1],
      challenge: challenges.indices.contains(challenge - 1) ? challenges[challenge - 1].challenge.id : nil)
  }

  private func action(on board: OpenBoard) throws(Problem) -> any Operation {
    let text = try needed(.text, .question, "Say what is to be done: one line.")
    let owner = try person(on: board)
    let place = choice(.team)
    let team = place > 0 && place <= board.summary.teams.count ? board.summary.teams[place - 1].id : nil
    let due = self.text(.due).filter { !$0.isWhitespace }
    if !due.isEmpty, !Dates.isDay(due) { throw Problem("Write the day as 2026-05-04, or leave it empty.", .due) }
    if case .editAction(let action) = purpose {
      return EditAction(action: action.id, text: text, owner: owner, team: team, due: due.isEmpty ? nil : due)
    }
    return AddAction(
      text: text, subject: subject(on: board), owner: owner, team: team, due: due.isEmpty ? nil : due)
  }

  private func person(on board: OpenBoard) throws(Problem) -> PersonID? {
    let handle = text(.owner).filter { !$0.isWhitespace }.drop { $0 == "@" }.lowercased()
    if handle.isEmpty { return nil }
    guard let person = board.people?.first(where: { $0.handle == handle }) else {
      throw Problem("There is no @\(handle) on this board.", .owner)
    }
    return person.id
  }
}

extension Naming {
  /// What it means, for whoever chooses it.
  var words: String {
    switch self {
    case .named: "named"
    case .hidden: "hidden from participants"
    case .sealed: "sealed: no name is stored"
    }
  }
}

extension StepPlan.Kind {
  /// As people say it.
  var words: String {
    switch self {
    case .work: "work"
    case .privateWriting: "private writing"
    case .gallery: "gallery"
    case .round: "round"
    case .pitch: "pitch"
    case .actions: "actions"
    case .rest: "break"
    }
  }
}
