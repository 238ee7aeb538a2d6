import ArgumentParser
import Foundation
import Settings
import SharedStore

/// Shows where things are looked for.
struct Paths: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      Show where boards, backups of steps, drafts, the chosen theme, configuration, seeds and themes are looked for.
      """,
    discussion: "\(examples: "hothouse paths")"
  )

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let preferences = Preferences(shell)
    let paths = shell.settings.places.map(\.directory)
    let chosen = ChosenTheme(environment: shell.environment)
    let found = FoundPaths(
      boards: BoardLocation.home(environment: shell.environment),
      backups: BoardLocation.home(environment: shell.environment) + "/BOARD.hothouse-backups",
      configuration: preferences.file?.path,
      drafts: BoardLocation.stateHome(environment: shell.environment) + "/drafts",
      theme: chosen.path,
      seeds: paths.map { $0 + "/seeds" }, themes: paths.map { $0 + "/themes" })
    if output.isJSON { return try shell.printJSON(found) }
    try shell.print { found.draw(on: &$0) }
    for mistake in preferences.mistakes { shell.warn(mistake.description) }
    if case .broken(let sentence) = chosen.read() { shell.warn(sentence) }
  }
}

private struct FoundPaths: Encodable {
  let boards: String
  /// Beside each board, copies made as the steps of its sessions start.
  let backups: String
  let configuration: String?
  let drafts: String
  /// The file with the theme that was chosen last.
  let theme: String
  let seeds: [String]
  let themes: [String]

  func draw(on page: inout Page) {
    for (what, directories) in [
      ("Boards", [boards]), ("Backups", [backups]), ("Drafts", [drafts]), ("Chosen theme", [theme]),
      ("Configuration", [configuration].compactMap(\.self)), ("Seeds", seeds), ("Themes", themes),
    ] {
      for (place, directory) in directories.enumerated() {
        let isPattern = directory == backups
        let missing = isPattern || FileManager.default.fileExists(atPath: directory) ? "" : "  not there"
        let label = place == 0 ? what : ""
        page.line(
          .strong(label), Span(String(repeating: " ", count: 15 - label.count)), Span(directory), .faint(missing))
      }
    }
  }
}
