import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Takes a change back.
struct Undo: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back what you did last, or the change with a number.",
    discussion: """
      The log keeps both: the change and its undoing. “hothouse log” shows the numbers. What you did last in one go,
      as with several ideas at once, goes back in one go.

      \(examples: "hothouse undo clinic", "hothouse undo clinic 120")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The number of a change.")
  var change: Int?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let wanted = try change.map { try visit.change($0, for: hand.viewer).id }
    let undone = try visit.explaining(hand, about: nil) {
      try visit.store.undo(
        wanted, by: hand.actor, id: shell.newIdentity(), others: shell.newIdentity, waitingAtMost: hand.patience,
        report: visit.tellWaiting)
    }
    let done = try undone.map { try visit.change($0.receipt.stamp.seq, for: hand.viewer) }
    if output.isJSON {
      var numbers = IdeaNumbers(visit: visit, viewer: hand.viewer)
      try numbers.learn(done)
      return try shell.printJSON(done.map { ChangeJSON($0, number: numbers.number) })
    }
    for change in done { try shell.say("\(change.activity.words.capitalisedFirst).") }
  }
}
