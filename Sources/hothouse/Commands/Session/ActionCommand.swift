import ArgumentParser
import IdeaPipeline
import Interchange

/// The actions that people take away.
struct ActionCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, add, edit, done, drop, reopen
  }

  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "List what was agreed to be done; add an action, change it, or say that it is done.",
    discussion: """
      \(examples:
        "hothouse action clinic", "hothouse action clinic add \"Invite a carer\" --owner ann --due 2026-05-04",
        "hothouse action clinic add \"Ask the council\" --idea 14", "hothouse action clinic done 1")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "What is to be done, or the number of an action.")
  var subject: String?
  @Option(help: "The handle of whoever does it.")
  var owner: String?
  @Option(help: "The day it is due: 2026-05-04.")
  var due: String?
  @Option(help: "The number of the idea it is about.")
  var idea: Int?
  @Option(help: "The number of the challenge it is about.")
  var challenge: Int?
  @Option(help: "The name of the team that took it.")
  var team: String?
  @Option(help: "What is to be done, where an action is changed.")
  var text: String?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch deed {
    case .list: if subject != nil { throw ValidationError("“list” takes nothing more.") }
    case .add: if subject == nil { throw ValidationError("Say what is to be done.") }
    case .edit, .done, .drop, .reopen:
      if subject.flatMap(Int.init) == nil { throw ValidationError("Say the number of the action.") }
    }
    if idea != nil, challenge != nil { throw ValidationError("An action is about one thing: --idea or --challenge.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list else { return try list(visit, try visit.viewer(acting)) }
    let hand = try visit.hand(acting)
    let receipt = try visit.submit(try operation(visit, hand), by: hand, about: idea)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    let number = subject.flatMap(Int.init)
    let own = try visit.reading.actions(for: hand.viewer).first {
      deed == .add ? $0.action.id == ActionID(madeBy: receipt.stamp.id) : $0.action.number == number
    }
    if let own { try shell.printJSON(ActionJSON(own)) }
  }

  private func operation(_ visit: Visit, _ hand: Hand) throws -> any Operation {
    if deed == .add {
      return AddAction(
        text: TextRule.question.clean(subject ?? ""), subject: try about(visit, hand.viewer),
        owner: try ownerID(visit), team: try teamID(visit, hand.viewer), due: due)
    }
    let action = try action(visit, hand.viewer)
    switch deed {
    case .edit, .list, .add:
      return EditAction(
        action: action.id, text: text.map(TextRule.question.clean) ?? action.text,
        owner: try ownerID(visit) ?? action.owner, team: try teamID(visit, hand.viewer) ?? action.team,
        due: due ?? action.due)
    case .done: return SetActionState(action: action.id, old: action.state, new: .done)
    case .drop: return SetActionState(action: action.id, old: action.state, new: .dropped)
    case .reopen: return SetActionState(action: action.id, old: action.state, new: .open)
    }
  }

  private func action(_ visit: Visit, _ viewer: Viewer) throws -> Action {
    let number = subject.flatMap(Int.init) ?? 0
    guard let row = try visit.reading.actions(for: viewer).first(where: { $0.action.number == number }) else {
      throw Complaint(
        .notFound, "There is no action \(number) on this board. “hothouse action \(visit.name)” lists what there is.")
    }
    return row.action
  }

  private func about(_ visit: Visit, _ viewer: Viewer) throws -> Action.Subject {
    if let idea { return .idea(try visit.idea(idea, for: viewer).row.id) }
    if let challenge { return .challenge(try visit.challenge(challenge, for: viewer).id) }
    return .board
  }

  private func ownerID(_ visit: Visit) throws -> PersonID? { try owner.map { try visit.person($0).id } }
  private func teamID(_ visit: Visit, _ viewer: Viewer) throws -> TeamID? {
    try team.map { try visit.team($0, for: viewer).id }
  }

  private func list(_ visit: Visit, _ viewer: Viewer) throws {
    let rows = try visit.reading.actions(for: viewer)
    if output.isJSON { return try visit.shell.printJSON(array: rows.map(ActionJSON.init)) }
    guard !rows.isEmpty else {
      return try visit.shell.say("No actions yet. Agree on one: hothouse action \(visit.name) add \"Invite a carer\"")
    }
    var table = Table([
      .number("#"), .flexible("Action"), .text("Owner"), .text("Team", leaving: 1), .text("Due"),
      .text("About", leaving: 0), .text("State"),
    ])
    for row in rows {
      table.row([
        .strong("\(row.action.number)"), Span(row.action.text), Span(row.owner ?? "nobody yet"), Span(row.team ?? ""),
        Span(row.action.due ?? ""), Span(row.subject ?? ""), Span(row.action.state.rawValue),
      ])
    }
    try visit.shell.print { $0.table(table) }
  }
}
