import ArgumentParser
import IdeaPipeline
import Interchange

/// Shows everybody a line.
struct BroadcastCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadcast", abstract: "Show a line on every screen and on the wall, or take it away.",
    discussion: "\(examples: "hothouse broadcast clinic \"Lunch is here\"", "hothouse broadcast clinic --clear")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "What everybody is to read.")
  var text: String?
  @Flag(help: "Take the line away.")
  var clear = false
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (text != nil) == clear { throw ValidationError("Say the line, or --clear.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let session = try visit.room(for: hand.viewer).session
    let receipt = try visit.submit(SendBroadcast(session: session, text: text.map(TextRule.title.clean)), by: hand)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    try shell.printJSON(BroadcastLine(text: visit.room(for: hand.viewer).line?.text))
  }
}

private struct BroadcastLine: Encodable {
  @OrNull var text: String?

  init(text: String?) { _text = OrNull(wrappedValue: text) }
}

/// Asks everybody to look at an idea.
struct SpotlightCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "spotlight", abstract: "Ask everybody to look at an idea, or at none any more.",
    discussion: """
      Screens offer to go there; nobody is taken away from what they write.

      \(examples: "hothouse spotlight clinic 14", "hothouse spotlight clinic --clear")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The number of the idea.")
  var idea: Int?
  @Flag(help: "Take the spotlight away.")
  var clear = false
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (idea != nil) == clear { throw ValidationError("Say the number of the idea, or --clear.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let session = try visit.room(for: hand.viewer).session
    let chosen = try idea.map { try visit.idea($0, for: hand.viewer).row.id }
    let receipt = try visit.submit(SetSpotlight(session: session, idea: chosen), by: hand, about: idea)
    guard output.isJSON else { return try visit.report([receipt], by: hand) }
    try shell.printJSON(SpotlightLine(idea: visit.room(for: hand.viewer).spotlight?.number))
  }
}

private struct SpotlightLine: Encodable {
  @OrNull var idea: Int?

  init(idea: Int?) { _idea = OrNull(wrappedValue: idea) }
}
