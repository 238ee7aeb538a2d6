import ArgumentParser
import Foundation

/// The program: what is typed after `hothouse`.
@main
struct Hothouse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hothouse",
    abstract: "A live ideation board for everybody on this host.",
    discussion: """
      Without a command it shows your boards. Every command explains itself:
      hothouse post --help

      \(examples: "hothouse new clinic --seed neighbourhoods-first", "hothouse post clinic \"One number for carers\"")
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Boards", subcommands: CommandList.boards),
      CommandGroup(name: "Ideas", subcommands: CommandList.ideas),
      CommandGroup(name: "Stages", subcommands: CommandList.stages),
      CommandGroup(name: "Voting", subcommands: CommandList.voting),
      CommandGroup(name: "Reading", subcommands: CommandList.reading),
      CommandGroup(name: "Sessions", subcommands: CommandList.session),
      CommandGroup(name: "Facilitating", subcommands: CommandList.facilitating),
    ],
    defaultSubcommand: LobbyCommand.self)

  static func main() {
    let program = Program(shell: .ofThisProcess())
    Foundation.exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}

/// Which version this is.
enum Version {
  static let text = "0.1.0"
}
