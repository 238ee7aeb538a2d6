import BoardUI
import Foundation
import IdeaPipeline
import SharedStore

/// The board as a conversation: numbered choices, no drawing, no movement. For screen readers, for terminals that can
/// show nothing else, and for scripts that answer its questions.
final class PlainDialogue {
  let visit: Visit
  let hand: Hand
  let console: Console
  let drafts: DraftStore
  /// The last change that was told.
  private var told: Int

  init(_ visit: Visit, _ hand: Hand) throws {
    self.visit = visit
    self.hand = hand
    console = Console(shell: visit.shell)
    let summary = try visit.reading.summary(for: hand.viewer)
    told = summary.seq
    drafts = DraftStore(
      board: try visit.store.identity(), person: summary.viewer?.handle ?? "", environment: visit.shell.environment)
  }

  /// Talks until the person leaves or the input ends.
  func run() throws {
    let summary = try self.summary
    let me = summary.viewer.map { "You are \($0.name), \($0.role.rawValue)." } ?? ""
    try console.say("\(summary.title). \(me)")
    if !summary.purpose.isEmpty { try console.say(summary.purpose) }
    try console.say("Type the number of what you want and press Enter.")
    do {
      try offerDraft()
      while try boardMenu() {}
      try console.say("Goodbye. Everything you sent is saved.")
    } catch is Console.Ended {
      // After a hang-up there is nobody to hear it.
      try? console.say("The input ended. Everything you sent is saved, and what you were writing is kept.")
    }
  }

  var viewer: Viewer { hand.viewer }

  var summary: BoardSummary { get throws { try visit.reading.summary(for: viewer) } }

  /// Tells what others did since it was told last.
  func tellNews() throws {
    let news = try visit.reading.news(since: told, limit: 1_000, for: viewer)
    told = news.seq
    let others = news.changes.filter { !$0.isOwn }
    for change in others.prefix(5) { try console.say("\(change.actor.subject) \(change.activity.words).") }
    if others.count > 5 {
      try console.say("And \(counted(others.count - 5, "more change")): “What happened lately” has them.")
    }
  }

  /// Does something on the board and says what was done, or why it could not be.
  /// - Returns: whether it was done.
  @discardableResult
  func carryOut(_ operations: [any IdeaPipeline.Operation]) throws -> Bool {
    try trying {
      let submissions = Submission.together(
        operations, by: .person(hand.actor), enteredBy: hand.enteredBy, identity: visit.shell.newIdentity)
      let receipts = try visit.store.submit(
        submissions, waitingAtMost: hand.patience, report: { try? self.console.say("\($0)") })
      try visit.report(receipts, by: hand)
    }
  }

  /// Does something that may be refused; says so and goes on.
  @discardableResult
  func trying(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return true
    } catch let refusal as Refusal {
      try console.say(refusal.sentence)
    } catch let complaint as Complaint {
      try console.say(complaint.sentence)
    } catch let error as StoreError {
      try console.say("\(error.description) Nothing was changed; try again.")
    }
    return false
  }

  // MARK: The board

  private func boardMenu() throws -> Bool {
    try tellNews()
    let summary = try self.summary
    var choices: [Console.Choice] = [
      .init("Read ideas: \(stages(summary))") { try self.readIdeas(summary) },
      .init("Write an idea") { try self.writeIdea(buildingOn: nil) },
      .init("Go to an idea by its number") { try self.goToIdea() },
      .init("Find words in ideas and comments") { try self.find() },
      .init("What is asked here: challenges and stages") { try self.tellChallenges(summary) },
      .init("What happened lately") { try self.tellActivity() },
      .init("Undo my last change") { try self.undo() },
    ]
    if let round = summary.round {
      choices.append(.init("The vote: \(round.round.title)") { try self.tellRound(round) })
    }
    return try console.choose(summary.title, choices, back: "Leave")
  }

  private func stages(_ summary: BoardSummary) -> String {
    Stage.allCases.map { "\($0.title) \(summary.counts[$0] ?? 0)" }.joined(separator: ", ")
  }

  private func readIdeas(_ summary: BoardSummary) throws {
    let stages = Stage.allCases.map { stage in
      Console.Choice("\(stage.title): \(counted(summary.counts[stage] ?? 0, "idea"))") {
        try self.list(IdeaQuery(stage: stage, limit: Self.page), of: stage.title)
      }
    }
    let all = Console.Choice("All stages, newest first") { try self.list(IdeaQuery(limit: Self.page), of: "the board") }
    let own = Console.Choice("My own ideas") { try self.list(IdeaQuery(isOwn: true, limit: Self.page), of: "yours") }
    let filtered = Console.Choice("Those that a filter leaves") { try self.filter() }
    _ = try console.choose("Which stage?", stages + [all, own, filtered], back: "Back")
  }

  private func filter() throws {
    let text = try console.ask(
      "What to look for? Words, “two words” in quotes, #tag, @handle, - before any of these for all but those, "
        + "stage:define, challenge:2, is:new, is:mine, is:stuck, is:withdrawn, sort:dots. Enter alone goes back.")
    let filter = IdeaFilter(text, now: visit.shell.now())
    if let problem = filter.problem { try console.say(problem) }
    guard !filter.isEmpty else { return }
    let newSince = filter.isNew ? try visit.lastVisit(of: viewer) : 0
    guard let query = filter.query(stage: nil, newSince: newSince, limit: Self.page) else { return }
    try list(query, of: "the board")
  }

  private static let page = 10

  /// Lists ideas a page at a time until one is chosen.
  private func list(_ query: IdeaQuery, of what: String) throws {
    var query = query
    while true {
      let page = try visit.reading.ideas(query, for: viewer)
      if page.total == 0 { return try console.say("There are no ideas here yet.") }
      try console.say("Ideas \(query.offset + 1) to \(query.offset + page.rows.count) of \(page.total).")
      for row in page.rows { try console.say(line(row)) }
      let hasMore = query.offset + page.rows.count < page.total
      let answer = try console.ask(
        "An idea’s number opens it.\(hasMore ? " Enter alone shows more." : "") 0 goes back.")
      if answer == "0" { return }
      if answer.isEmpty {
        query.offset = hasMore ? query.offset + page.rows.count : 0
      } else {
        try open(answer)
      }
    }
  }

  /// An idea in one line: "14  Shared triage desk. Ann, 5 dots, 6 comments."
  private func line(_ row: IdeaRow) -> String {
    let facts = [
      row.isOwn ? "yours" : row.author.words, row.tally.words,
      row.comments > 0 ? counted(row.comments, "comment") : nil,
    ]
    return "\(row.number.map(String.init) ?? "–")  \(row.title). \(facts.compactMap(\.self).joined(separator: ", "))."
  }

  private func goToIdea() throws { try open(try console.ask("Which number?")) }

  private func open(_ answer: String) throws {
    guard let number = Int(answer) else { return try console.say("“\(answer)” is no number.") }
    try trying { _ = try visit.idea(number, for: viewer) }
    if try visit.reading.idea(.number(number), for: viewer) != nil { try talkAbout(number) }
  }

  private func find() throws {
    let words = try console.ask("Which words?")
    if words.isEmpty { return }
    let hits = try visit.reading.search(words, limit: 20, for: viewer)
    if hits.isEmpty { return try console.say("Nothing here has the words “\(words)”.") }
    for hit in hits {
      let place = hit.comment.map { ", comment \($0)" } ?? ""
      try console.say("\(hit.idea.number.map(String.init) ?? "–")\(place)  \(hit.idea.title): \(hit.excerpt)")
    }
    let answer = try console.ask("An idea’s number opens it. 0 goes back.")
    if answer != "0", !answer.isEmpty { try open(answer) }
  }

  private func tellChallenges(_ summary: BoardSummary) throws {
    for row in summary.challenges {
      let state = row.challenge.isOpen ? "" : " Closed."
      try console.say(
        "Challenge \(row.challenge.number): \(row.challenge.question) \(counted(row.ideas, "idea")).\(state)")
    }
    for guide in summary.guides { try console.say("\(guide.stage.title): \(guide.guide)") }
  }

  private func tellActivity() throws {
    var before: Int?
    while true {
      let page = try visit.reading.recentChanges(before: before, limit: 20, for: viewer)
      for change in page.reversed() {
        let who = change.isOwn ? "You" : change.actor.subject
        try console.say("\(who) \(change.activity.words), \(Moment.ago(change.at, now: visit.shell.now())).")
      }
      guard let oldest = page.last, page.count == 20 else { return }
      let answer = try console.ask("Enter alone tells what was before. 0 goes back.")
      if !answer.isEmpty { return }
      before = oldest.seq
    }
  }

  private func undo() throws {
    switch try visit.reading.undoOffer(for: viewer) {
    case .nothing(let sentence): try console.say(sentence)
    case .deed(let operations, let at, let activity):
      let age = Moment.ago(at, now: visit.shell.now())
      guard try console.confirm("Take this back? You \(activity.words), \(age).") else { return }
      try trying {
        let receipts = try visit.store.undo(
          operations, by: hand.actor, identity: visit.shell.newIdentity, waitingAtMost: hand.patience)
        try visit.report(receipts, by: hand)
      }
    }
  }

  private func tellRound(_ row: RoundRow) throws {
    let state = row.round.isOpen ? "open" : "closed"
    try console.say("\(row.round.title) is \(state). \(row.done) of \(row.voters) people are done.")
    if let budget = row.round.budget, row.round.isOpen {
      try console.say("You have \(counted(budget - row.ownSpent, "dot")) left of \(budget). Open an idea to give one.")
    }
    let results = try visit.reading.rounds(for: viewer).first { $0.round.id == row.round.id }?.results ?? []
    for result in results.prefix(10) {
      let tally = result.tally
      let votes =
        row.round.budget == nil
        ? "\(tally.agree) agree, \(tally.disagree) disagree, \(tally.pass) pass" : counted(tally.dots, "dot")
      try console.say("\(result.number.map(String.init) ?? "–")  \(result.title): \(votes)")
    }
  }
}
