import ArgumentParser
import IdeaPipeline

/// Tags an idea.
struct TagCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Add tags to an idea, or take some away.",
    discussion: "\(examples: "hothouse tag clinic 14 carers night", "hothouse tag clinic 14 --remove night")")

  @OptionGroup var idea: IdeaArgument
  @Argument(help: "Tags to add.")
  var tags: [String] = []
  @Option(name: .customLong("remove"), help: "A tag to take away; repeat it for more.")
  var removed: [String] = []
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if tags.isEmpty, removed.isEmpty { throw ValidationError("Name a tag to add, or one to take away with --remove.") }
  }

  func run(in shell: Shell) throws {
    try idea.change(in: shell, acting, output) { detail, _, _ in
      let old = detail.row.tags
      let without = removed.map(Tag.normalised)
      var new = old.filter { !without.contains($0) }
      for tag in tags.map(Tag.normalised) where !new.contains(tag) { new.append(tag) }
      return [TagIdea(idea: detail.row.id, old: old, new: new)]
    }
  }
}
