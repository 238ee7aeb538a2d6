import ArgumentParser
import Foundation
import Settings

/// Lists what a new board can start with.
struct Seeds: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what a new board can start with.", discussion: "\(examples: "hothouse seeds")")

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let seeds = SeedLibrary(paths: shell.settings).list().map { seed in
      switch seed.seed {
      case .success(let found): SettingLine(name: seed.name, about: found.about, path: seed.path, problem: nil)
      case .failure(let error): SettingLine(name: seed.name, about: "", path: seed.path, problem: "\(error)")
      }
    }
    try shell.list(seeds, called: "Seed", output)
  }
}

/// Lists the themes.
struct Themes: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the themes of the screens.", discussion: "\(examples: "hothouse themes")")

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let themes = ThemeLibrary(paths: shell.settings).list().map { theme in
      switch theme.theme {
      case .success: SettingLine(name: theme.name, about: theme.about, path: theme.path, problem: nil)
      case .failure(let error): SettingLine(name: theme.name, about: theme.about, path: theme.path, problem: "\(error)")
      }
    }
    try shell.list(themes, called: "Theme", output)
  }
}

/// A seed or theme of a list.
private struct SettingLine: Encodable {
  let name: String
  let about: String
  let path: String
  /// Why it cannot be used.
  let problem: String?
}

extension Shell {
  /// Where seeds and themes are looked for.
  var settings: SettingsPaths {
    SettingsPaths(environment: environment, executable: Bundle.main.executablePath ?? CommandLine.arguments[0])
  }

  fileprivate func list(_ lines: [SettingLine], called title: String, _ output: OutputOptions) throws {
    if output.isJSON { return try printJSON(array: lines) }
    guard !lines.isEmpty else {
      throw Complaint(
        .notFound, "No \(title.lowercased())s were found. “hothouse paths” shows where they are looked for.")
    }
    var table = Table([.text(title), .flexible("About"), .text("File", leaving: 0)])
    for line in lines { table.row([.strong(line.name), Span(line.problem ?? line.about), .faint(line.path)]) }
    try print { $0.table(table) }
  }
}
