import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Takes a change back.
struct Undo: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your last change, or the one with a number.",
    discussion: """
      The log keeps both: the change and its undoing. “hothouse log” shows the numbers.

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
    let (_, receipt) = try visit.explaining(hand, about: nil) {
      try visit.store.undo(
        wanted, by: hand.actor, id: shell.newIdentity(), waitingAtMost: hand.patience, report: visit.tellWaiting)
    }
    let done = try visit.change(receipt.stamp.seq, for: hand.viewer)
    if output.isJSON {
      var numbers = IdeaNumbers(visit: visit, viewer: hand.viewer)
      try numbers.learn([done])
      return try shell.printJSON(ChangeJSON(done, number: numbers.number))
    }
    try shell.say("\(done.activity.words.capitalisedFirst).")
  }
}
