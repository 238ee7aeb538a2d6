import ArgumentParser
import IdeaPipeline
import Interchange

/// Shows one idea.
struct Show: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one idea with its conversation and journey.",
    discussion: "\(examples: "hothouse show clinic 14")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "The number of the idea.")
  var idea: Int
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let viewer = try visit.viewer(viewing)
    let detail = try visit.idea(idea, for: viewer)
    if output.isJSON { return try shell.printJSON(IdeaDetailJSON(detail)) }
    let summary = try visit.reading.summary(for: viewer)
    try shell.print { page in
      IdeaPortrait(detail: detail, summary: summary, board: visit.name, now: shell.now()).draw(on: &page)
    }
  }
}
