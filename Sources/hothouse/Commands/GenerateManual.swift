import ArgumentParser
import Foundation

/// Writes the manual page. `make install` calls it.
struct GenerateManual: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-manual", abstract: "Print the manual page, in mdoc.",
    discussion: "\(examples: "hothouse generate-manual > hothouse.1")", shouldDisplay: false)

  func run(in shell: Shell) throws {
    let groups = Hothouse.configuration.groupedSubcommands.map { group in
      (title: group.name, names: group.subcommands.map { $0._commandName })
    }
    let page = ManualPage(of: try .ofProgram(), groups: groups, day: Moment.longDay(shell.now()))
    try shell.output.send(page.text)
  }
}
