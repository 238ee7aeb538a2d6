import ArgumentParser
import IdeaPipeline

/// Gives dots.
struct Dot: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give an idea a dot, or several.",
    discussion: "\(examples: "hothouse dot clinic 14", "hothouse dot clinic 14 --count 2")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "How many.")
  var count = 1
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try DotCount.check(count) }

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, visit, hand in
      let round = try visit.currentRound(for: hand.viewer)
      return Array(repeating: GiveDot(round: round, idea: detail.row.id), count: count)
    }
  }
}

/// Takes dots back.
struct Undot: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a dot back from an idea, or several.", discussion: "\(examples: "hothouse undot clinic 14")")

  @OptionGroup var idea: IdeaArgument
  @Option(help: "How many.")
  var count = 1
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try DotCount.check(count) }

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, visit, hand in
      let round = try visit.currentRound(for: hand.viewer)
      return Array(repeating: TakeBackDot(round: round, idea: detail.row.id), count: count)
    }
  }
}

/// How many dots one command may move: no round has more.
private enum DotCount {
  static func check(_ count: Int) throws {
    if !(1...100).contains(count) { throw ValidationError("Give --count a number from 1 to 100.") }
  }
}
