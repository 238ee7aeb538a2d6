import ArgumentParser
import IdeaPipeline

/// Decides how an idea ended.
struct OutcomeCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: "Decide how an idea ended after test, with what was learned.",
    discussion: """
      \(examples:
        "hothouse outcome clinic 14 adopted --learning \"Carers rang once.\"",
        "hothouse outcome clinic 14 --take-back")
      """)

  @OptionGroup var idea: IdeaArgument
  @Argument(help: "How it ended.")
  var outcome: Outcome.Kind?
  @Option(help: "What was learned, or “-” to read it from standard input.")
  var learning: String?
  @Flag(help: "Take the decision back.")
  var takeBack = false
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if takeBack == (outcome != nil) {
      throw ValidationError("Give either an outcome (adopted, adapted, parked or stopped) or --take-back.")
    }
  }

  func run(in shell: Shell) throws {
    let words = try shell.words(learning ?? "")
    try idea.change(in: shell, acting, output) { detail, _, _ in
      guard let outcome else { return [RetractOutcome(idea: detail.row.id)] }
      return [DecideOutcome(idea: detail.row.id, outcome: outcome, learning: TextRule.answer.clean(words))]
    }
  }
}
