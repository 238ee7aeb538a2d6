import ArgumentParser
import IdeaPipeline

/// Moves an idea on.
struct Advance: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Move an idea to the next stage, or further.",
    discussion: """
      Each gate on the way has to be met; “hothouse answer” shows and answers what is missing.

      \(examples: "hothouse advance clinic 14", "hothouse advance clinic 14 --to prototype --override --reason \"agreed\"")
      """)

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The stage it goes to; the next one without it.")
  var to: Stage?
  @Option(help: "Why.")
  var reason: String?
  @Flag(help: "Let it pass an unmet gate; facilitators only, and with a reason.")
  var override = false
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, _, _ in
      [
        AdvanceIdea(
          idea: detail.row.id, from: detail.row.stage, to: to ?? detail.row.stage.next ?? detail.row.stage,
          reason: reason.map(TextRule.reason.clean), overrides: override)
      ]
    }
  }
}
