import ArgumentParser
import IdeaPipeline

/// Merges ideas.
struct Merge: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Merge an idea into another, which then shows its text, votes and comments as its own.",
    discussion: """
      Nothing is copied: “hothouse unmerge” takes them apart exactly.

      \(examples: "hothouse merge clinic 22 --into 14")
      """)

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The number of the idea that will show it.")
  var into: Int
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, visit, hand in
      [MergeIdea(idea: detail.row.id, into: try visit.idea(into, for: hand.viewer).row.id)]
    }
  }
}
