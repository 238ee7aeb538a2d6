import ArgumentParser
import IdeaPipeline

/// Agrees with an idea.
struct Agree: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Agree with an idea, in a round of agree, disagree and pass.",
    discussion: "\(examples: "hothouse agree clinic 14")")

  @OptionGroup var idea: IdeaArgument
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws { try idea.take(.agree, in: shell, acting, output) }
}

/// Disagrees with an idea.
struct Disagree: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Disagree with an idea, in a round of agree, disagree and pass.",
    discussion: "\(examples: "hothouse disagree clinic 14")")

  @OptionGroup var idea: IdeaArgument
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws { try idea.take(.disagree, in: shell, acting, output) }
}

/// Passes on an idea.
struct Pass: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Pass on an idea, in a round of agree, disagree and pass.",
    discussion: "\(examples: "hothouse pass clinic 14")")

  @OptionGroup var idea: IdeaArgument
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws { try idea.take(.pass, in: shell, acting, output) }
}

extension IdeaArgument {
  fileprivate func take(
    _ position: Ballot.Position, in shell: Shell, _ acting: ActingOptions, _ output: OutputOptions
  ) throws {
    try change(in: shell, acting, output) { detail, visit, hand in
      [CastPosition(round: try visit.currentRound(for: hand.viewer), idea: detail.row.id, position: position)]
    }
  }
}
