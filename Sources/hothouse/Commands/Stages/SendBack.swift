import ArgumentParser
import IdeaPipeline

/// Sends an idea back.
struct SendBack: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "send-back",
    abstract: "Send an idea back to an earlier stage, with a reason.",
    discussion: "\(examples: "hothouse send-back clinic 14 --to define --reason \"carers see it otherwise\"")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The stage it goes to; the one before without it.")
  var to: Stage?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, _, _ in
      [
        SendBackIdea(
          idea: detail.row.id, from: detail.row.stage, to: to ?? detail.row.stage.previous ?? detail.row.stage,
          reason: TextRule.reason.clean(reason))
      ]
    }
  }
}
