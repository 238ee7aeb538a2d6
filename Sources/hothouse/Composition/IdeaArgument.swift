import ArgumentParser
import IdeaPipeline
import SharedStore

/// The board and the idea a command changes.
struct IdeaArgument: ParsableArguments {
  @OptionGroup var board: BoardArgument
  @Argument(help: ArgumentHelp("The number of the idea.", valueName: "idea"))
  var number: Int

  /// Opens the board, makes the change in one transaction and tells it.
  /// - Parameter operations: what to do, given the idea as it is now.
  func change(
    in shell: Shell, _ acting: ActingOptions, _ output: OutputOptions,
    _ operations: (IdeaDetail, Visit, Hand) throws -> [any Operation]
  ) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(acting)
    let detail = try visit.idea(number, for: hand.viewer)
    let receipts = try visit.submit(all: operations(detail, visit, hand), by: hand, about: number)
    try visit.report(receipts, on: detail.row.id, by: hand, output)
  }
}
