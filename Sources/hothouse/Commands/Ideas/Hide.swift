import ArgumentParser
import IdeaPipeline

/// Hides an idea or comment from everyone.
struct Hide: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hide an idea or comment from everyone, with a reason; coaches and facilitators.",
    discussion: "\(examples: "hothouse hide clinic 14 --reason \"names a patient\"")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The number of a comment on the idea: hides that one instead.")
  var comment: Int?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let reason = TextRule.reason.clean(reason)
    try idea.change(in: shell, acting, output) { detail, visit, _ in
      guard let comment else { return [HideIdea(idea: detail.row.id, reason: reason)] }
      return [HideComment(comment: try visit.comment(comment, of: detail).id, reason: reason)]
    }
  }
}
