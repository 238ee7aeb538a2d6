import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Opens, closes and shows rounds.
struct RoundCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case show, open, close, budget
  }

  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Show how a round stands; open or close one.",
    discussion: """
      Until it closes, everybody sees only their own votes. “budget” changes how many dots each has.

      \(examples:
        "hothouse round clinic open --dots 5 --cap 3", "hothouse round clinic open --consensus --stage ideate",
        "hothouse round clinic close", "hothouse round clinic show --json")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.show
  @Option(help: "Dots each person has.")
  var dots: Int?
  @Option(help: "Dots one person may put on one idea.")
  var cap: Int?
  @Flag(help: "Agree, disagree or pass instead of dots.")
  var consensus = false
  @Option(help: "What the round is called.")
  var title: String?
  @Option(help: "Only ideas in this stage.")
  var stage: Stage?
  @Option(help: "Only answers to the challenge with this number.")
  var challenge: Int?
  @Option(help: "Show the round with this number instead of the latest.")
  var number: Int?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if consensus, dots != nil || cap != nil {
      throw ValidationError("A round has either --dots and --cap or --consensus.")
    }
    if deed == .budget, dots == nil { throw ValidationError("Say the new number of dots with --dots.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .show else { return try show(visit, try visit.viewer(acting)) }
    let hand = try visit.hand(acting)
    let receipt = try submit(visit, hand)
    if output.isJSON { return try show(visit, hand.viewer) }
    try visit.report([receipt], by: hand)
  }

  private func submit(_ visit: Visit, _ hand: Hand) throws -> Receipt {
    switch deed {
    case .open:
      let kind = consensus ? Round.Kind.consensus : .dots(budget: dots ?? 5, cap: cap ?? min(3, dots ?? 5))
      return try visit.submit(
        OpenRound(
          title: TextRule.name.clean(title ?? (consensus ? "Agree or disagree" : "Dots")), round: kind, stage: stage,
          challenge: try challenge.map { try visit.challenge($0, for: hand.viewer).id }),
        by: hand)
    case .budget:
      let row = try visit.reading.summary(for: hand.viewer).round
      guard let row else { throw Complaint(.refused, "There is no round on this board yet.") }
      return try visit.submit(
        ChangeRoundBudget(round: row.round.id, old: row.round.budget ?? 0, new: dots ?? 0), by: hand)
    case .close, .show:
      return try visit.submit(CloseRound(round: try visit.currentRound(for: hand.viewer)), by: hand)
    }
  }

  private func show(_ visit: Visit, _ viewer: Viewer) throws {
    let rounds = try visit.reading.rounds(for: viewer)
    guard let row = number.map({ number in rounds.first { $0.round.number == number } }) ?? rounds.first else {
      throw Complaint(
        .notFound, "There is no round \(number ?? 1) on this board; the latest is \(rounds.first?.round.number ?? 0).")
    }
    if output.isJSON { return try visit.shell.printJSON(RoundJSON(row)) }
    let entered = row.results.isEmpty ? 0 : try enteredForOthers(in: row.round, visit, viewer)
    try visit.shell.print { RoundPortrait(row: row, board: visit.name, entered: entered).draw(on: &$0) }
  }

  /// Votes that somebody entered for people without a device, less those taken back for them.
  private func enteredForOthers(in round: Round, _ visit: Visit, _ viewer: Viewer) throws -> Int {
    var (place, count) = (round.seq, 0)
    while true {
      let changes = try visit.reading.changes(since: place, limit: 1_000, for: viewer)
      for change in changes where change.enteredBy != nil && change.at <= round.closedAt ?? change.at {
        if [GiveDot.kind, CastPosition.kind].contains(change.kind) { count += 1 }
        if change.kind == TakeBackDot.kind { count -= 1 }
      }
      guard let last = changes.last else { return max(0, count) }
      place = last.seq
    }
  }
}

/// A round as `round` shows it.
private struct RoundPortrait {
  let row: RoundRow
  let board: String
  /// Votes that were entered for people without a device.
  let entered: Int

  func draw(on page: inout Page) {
    page.line(.strong("\(row.round.number)  \(row.round.title)"), "  \(isOpen ? "open" : "closed")")
    page.line(Span(rule))
    if isOpen { page.line("\(row.done) of \(counted(row.voters, "person", "people")) done. \(ownWords)") }
    guard !row.results.isEmpty else {
      if row.round.isBlind { page.line("The results show when it closes.") }
      return
    }
    if let spread = row.spread { page.line(Span(spread)) }
    if entered > 0 { page.line("\(counted(entered, "vote was", "votes were")) entered for people without a device.") }
    page.gap()
    var table = Table([
      .number("Place"), .number("#"), .flexible("Title"), .number("Dots"), .number("Agree"), .number("Disagree"),
      .number("Pass"),
      .number("People", leaving: 0),
    ])
    for rank in row.ranking {
      let (result, tally) = (rank.result, rank.result.tally)
      let counts: [Span] =
        row.round.budget == nil
        ? ["", "\(tally.agree)", "\(tally.disagree)", "\(tally.pass)"] : ["\(tally.dots)", "", "", ""]
      table.row(
        [Span(rank.words), .strong(result.number.map(String.init) ?? "–"), Span(result.title)] + counts + [
          "\(tally.people)"
        ])
    }
    page.table(table)
  }

  private var isOpen: Bool { row.round.isOpen }

  private var rule: String {
    guard let budget = row.round.budget, let cap = row.round.cap else { return "Agree, disagree or pass on each idea." }
    return "\(counted(budget, "dot")) each, at most \(cap) on one idea."
  }

  private var ownWords: String {
    guard let budget = row.round.budget else { return "You took \(counted(row.ownPositions, "position"))." }
    return "You have \(counted(budget - row.ownSpent, "dot")) left."
  }
}
