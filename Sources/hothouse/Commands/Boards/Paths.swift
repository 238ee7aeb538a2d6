import ArgumentParser
import Foundation
import Settings
import SharedStore

/// Shows where things are looked for.
struct Paths: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where boards, drafts, configuration, seeds and themes are looked for.",
    discussion: "\(examples: "hothouse paths")"
  )

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let preferences = Preferences(shell)
    let paths = shell.settings.places.map(\.directory)
    let found = FoundPaths(
      boards: BoardLocation.home(environment: shell.environment),
      configuration: preferences.file?.path,
      drafts: BoardLocation.stateHome(environment: shell.environment) + "/drafts",
      seeds: paths.map { $0 + "/seeds" }, themes: paths.map { $0 + "/themes" })
    if output.isJSON { return try shell.printJSON(found) }
    try shell.print { page in
      for (what, directories) in [
        ("Boards", [found.boards]), ("Drafts", [found.drafts]),
        ("Configuration", [found.configuration].compactMap(\.self)), ("Seeds", found.seeds), ("Themes", found.themes),
      ] {
        for (place, directory) in directories.enumerated() {
          let missing = FileManager.default.fileExists(atPath: directory) ? "" : "  not there"
          let label = place == 0 ? what : ""
          page.line(
            .strong(label), Span(String(repeating: " ", count: 15 - label.count)), Span(directory), .faint(missing))
        }
      }
    }
    for mistake in preferences.mistakes { shell.warn(mistake.description) }
  }
}

private struct FoundPaths: Encodable {
  let boards: String
  let configuration: String?
  let drafts: String
  let seeds: [String]
  let themes: [String]
}
