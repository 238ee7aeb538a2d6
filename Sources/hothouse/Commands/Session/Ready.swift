import ArgumentParser
import IdeaPipeline
import Interchange

/// Says that one is ready.
struct Ready: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that you are ready in the step the room is in.",
    discussion: "\(examples: "hothouse ready clinic", "hothouse ready clinic --not-yet")")

  @OptionGroup var board: BoardArgument
  @Flag(help: "Take it back.")
  var notYet = false
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(acting)
    guard let step = try visit.room(for: hand.viewer).step else {
      throw Complaint(.refused, "No step is running, so there is nothing to be ready in.")
    }
    try visit.submit(MarkReady(step: step.id, isReady: !notYet), by: hand)
    let ready = try visit.room(for: hand.viewer).ready
    if output.isJSON { return try shell.printJSON(ShareJSON(ready)) }
    try shell.say("\(ready.count) of \(counted(ready.of, "person is", "people are")) ready in “\(step.plan.title)”.")
  }
}

/// Raises a hand.
struct RaiseHandCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand", abstract: "Raise your hand, or take it down.",
    discussion: """
      A facilitator takes down anybody’s with --whose.

      \(examples: "hothouse hand clinic", "hothouse hand clinic --down", "hothouse hand clinic --down --whose ann")
      """)

  @OptionGroup var board: BoardArgument
  @Flag(help: "Take it down.")
  var down = false
  @Option(help: "The handle of whose hand is taken down.")
  var whose: String?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if whose != nil, !down { throw ValidationError("Everybody raises their own hand; --whose goes with --down.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(acting)
    let session = try visit.room(for: hand.viewer).session
    let receipt = try visit.submit(
      RaiseHand(session: session, isRaised: !down, whose: try whose.map { try visit.person($0).id }), by: hand)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    try shell.printJSON(array: visit.room(for: hand.viewer).hands.map(HandLine.init))
  }
}

private struct HandLine: Encodable {
  let name: String
  @OrNull var team: String?
  let raisedAt: String

  init(_ hand: HandView) {
    name = hand.name
    raisedAt = hand.at.iso8601
    _team = OrNull(wrappedValue: hand.team)
  }
}
