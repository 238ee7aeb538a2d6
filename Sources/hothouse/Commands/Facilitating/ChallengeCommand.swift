import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// The challenges of a board.
struct ChallengeCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, add, edit, move, close, open
  }

  static let configuration = CommandConfiguration(
    commandName: "challenge", abstract: "List the challenges; pose, change, move, close or open one.",
    discussion: """
      \(examples:
        "hothouse challenge clinic", "hothouse challenge clinic add \"How might we ring once?\" --sponsor \"Dr Osei\"",
        "hothouse challenge clinic move 2 --stage define", "hothouse challenge clinic close 2")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The question to add, or the number of a challenge.")
  var subject: String?
  @Option(help: "The question, where a challenge is changed.")
  var question: String?
  @Option(help: "More about it.")
  var detail: String?
  @Option(help: "The handle of whoever looks after it.")
  var owner: String?
  @Option(help: "Who can give permission, in words.")
  var sponsor: String?
  @Option(help: "The name of a team.")
  var team: String?
  @Option(help: "The place it is about.")
  var place: String?
  @Option(help: "The stage the challenge itself is in.")
  var stage: Stage?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch deed {
    case .list:
      if subject != nil { throw ValidationError("“list” takes nothing more; say add, edit, move, close or open.") }
    case .add: if subject == nil { throw ValidationError("Say the question to add.") }
    case .move where stage == nil: throw ValidationError("Say where to with --stage.")
    case .edit, .move, .close, .open:
      if subject.flatMap(Int.init) == nil { throw ValidationError("Say the number of the challenge.") }
    }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list else { return try list(visit, try visit.viewer(managing)) }
    let hand = try visit.hand(managing)
    let receipt = try submit(visit, hand)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    let challenges = try visit.reading.summary(for: hand.viewer).challenges
    let own = challenges.first { row in
      subject.flatMap(Int.init) == row.challenge.number || row.challenge.id == ChallengeID(madeBy: receipt.stamp.id)
    }
    if let own { try shell.printJSON(ChallengeJSON(own)) }
  }

  private func submit(_ visit: Visit, _ hand: Hand) throws -> Receipt {
    if deed == .add {
      let text = try text(changing: ChallengeText(question: subject ?? ""), visit, hand)
      return try visit.submit(AddChallenge(text: text, stage: stage ?? .empathise), by: hand)
    }
    let challenge = try visit.challenge(subject.flatMap(Int.init) ?? 0, for: hand.viewer)
    switch deed {
    case .edit:
      return try visit.submit(
        EditChallenge(
          challenge: challenge.id, old: challenge.text, new: try text(changing: challenge.text, visit, hand)),
        by: hand)
    case .move:
      return try visit.submit(
        MoveChallenge(challenge: challenge.id, from: challenge.stage, to: stage ?? challenge.stage), by: hand)
    case .close, .open, .list, .add:
      return try visit.submit(SetChallengeOpen(challenge: challenge.id, isOpen: deed == .open), by: hand)
    }
  }

  private func text(changing old: ChallengeText, _ visit: Visit, _ hand: Hand) throws -> ChallengeText {
    ChallengeText(
      question: TextRule.question.clean(question ?? old.question),
      detail: detail.map(TextRule.body.clean) ?? old.detail,
      owner: try owner.map { try visit.person($0).id } ?? old.owner,
      sponsor: sponsor.map(TextRule.name.clean) ?? old.sponsor,
      team: try team.map { try visit.team($0, for: hand.viewer).id } ?? old.team,
      place: place.map(TextRule.name.clean) ?? old.place)
  }

  private func list(_ visit: Visit, _ viewer: Viewer) throws {
    let challenges = try visit.reading.summary(for: viewer).challenges
    if output.isJSON { return try visit.shell.printJSON(array: challenges.map(ChallengeJSON.init)) }
    guard !challenges.isEmpty else {
      return try visit.shell.say(
        "No challenges yet. Pose one: hothouse challenge \(visit.name) add \"How might we …?\"")
    }
    var table = Table([
      .number("#"), .flexible("Question"), .number("Ideas"), .text("Stage"), .text("Place", leaving: 1),
      .text("Sponsor", leaving: 0), .text("State"),
    ])
    for row in challenges {
      table.row([
        .strong("\(row.challenge.number)"), Span(row.challenge.question), "\(row.ideas)",
        Span(row.challenge.stage.title),
        Span(row.challenge.place ?? ""), Span(row.challenge.sponsor ?? ""), row.challenge.isOpen ? "" : "closed",
      ])
    }
    try visit.shell.print { $0.table(table) }
  }
}
