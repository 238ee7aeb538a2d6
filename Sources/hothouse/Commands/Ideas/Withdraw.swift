import ArgumentParser
import IdeaPipeline

/// Takes an idea or comment out of sight.
struct Withdraw: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take your idea or comment out of sight; nothing of it is lost.",
    discussion: "\(examples: "hothouse withdraw clinic 14", "hothouse withdraw clinic 14 --comment 2")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The number of a comment on the idea: withdraws that one instead.")
  var comment: Int?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, visit, _ in
      guard let comment else { return [WithdrawIdea(idea: detail.row.id)] }
      return [WithdrawComment(comment: try visit.comment(comment, of: detail).id)]
    }
  }
}
