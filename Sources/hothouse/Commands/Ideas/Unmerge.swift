import ArgumentParser
import IdeaPipeline

/// Takes merged ideas apart.
struct Unmerge: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a merged idea out of the other again.", discussion: "\(examples: "hothouse unmerge clinic 22")")

  @OptionGroup var idea: IdeaArgument
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, _, _ in [UnmergeIdea(idea: detail.row.id)] }
  }
}
