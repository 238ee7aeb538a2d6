import ArgumentParser
import IdeaPipeline

/// Brings back what was withdrawn or hidden.
struct Restore: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring back an idea or comment that was withdrawn or hidden.",
    discussion: "\(examples: "hothouse restore clinic 14")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The number of a comment on the idea: brings that one back instead.")
  var comment: Int?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, visit, _ in
      if let comment {
        let view = try visit.comment(comment, of: detail)
        return [view.isHidden ? UnhideComment(comment: view.id) : RestoreComment(comment: view.id)]
      }
      return [detail.hidden != nil ? UnhideIdea(idea: detail.row.id) : RestoreIdea(idea: detail.row.id)]
    }
  }
}
