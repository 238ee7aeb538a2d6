import ArgumentParser
import IdeaPipeline
import Interchange

/// The people of a board.
struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the people of a board, add, change or import them.",
    discussion:
      "\(examples: "hothouse people clinic", "hothouse people add clinic priya --name \"Priya Shah\" --role coach")",
    subcommands: [ListPeople.self, AddPersonCommand.self, EditPersonCommand.self, ImportPeople.self],
    defaultSubcommand: ListPeople.self)
}

/// Lists everybody.
struct ListPeople: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List everybody on a board.",
    discussion: "\(examples: "hothouse people clinic --json")")

  @OptionGroup var board: BoardArgument
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let people = try visit.reading.people(for: visit.viewer(viewing))
    if output.isJSON { return try shell.printJSON(array: people.map(PersonJSON.init)) }
    var table = Table([
      .text("Handle"), .flexible("Name"), .text("Role"), .text("Team", leaving: 2), .text("Organisation", leaving: 0),
      .text("Perspective", leaving: 1),
    ])
    for person in people {
      table.row([
        .strong(person.handle), Span(person.name), Span(person.role.rawValue), Span(person.team ?? ""),
        Span(person.organisation ?? ""), Span(person.perspective ?? ""),
      ])
    }
    try shell.print { $0.table(table) }
  }
}
