import ArgumentParser
import Testing

@testable import hothouse

/// What the program says about itself.
@Suite struct HelpTests {
  /// The names of every command: `["people", "import"]`.
  static let commands: [[String]] = leaves(of: Hothouse.self, [])

  /// Those that are not for people.
  private static let hidden = [["generate-manual"], ["rehearse-person"]]

  private static func leaves(of command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
    let own = command.configuration.subcommands
    return own.isEmpty ? [path] : own.flatMap { leaves(of: $0, path + [$0._commandName]) }
  }

  @Test(arguments: commands)
  func everyCommandExplainsItselfWithAnExample(command: [String]) async throws {
    let home = try BoardsHome()
    let help = try await home.succeed(command + ["--help"])
    #expect(help.output.hasPrefix("OVERVIEW: "))
    #expect(help.output.contains("Examples:\n  hothouse"))
    #expect(help.output.contains("USAGE: hothouse \(command.joined(separator: " "))"))
    // The parser wraps what it writes itself; what we wrote has to fit a usual terminal as it stands.
    let own = help.output.components(separatedBy: "USAGE:")[0]
    for line in own.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
  }

  @Test func theProgramListsItsCommandsInGroups() async throws {
    let help = try await BoardsHome().succeed("--help").output
    for command in Self.commands where !Self.hidden.contains(command) { #expect(help.contains("\n  \(command[0])")) }
    #expect(!help.contains("generate-manual") && !help.contains("rehearse-person"))
    #expect(try await BoardsHome().succeed("--version").output == "\(Version.text)\n")
  }

  @Test func theManualExplainsEveryCommandAndItsOptions() async throws {
    let page = try await BoardsHome().succeed("generate-manual").output
    for command in Self.commands where !Self.hidden.contains(command) {
      #expect(page.contains(".It Ic \(command.joined(separator: " "))"), "\(command)")
    }
    #expect(page.contains("\n.It Fl -build-on Ar build-on\n"))
    // “Op” on such a line would put all that follows into its brackets.
    #expect(page.contains(".It Ic show Ar board Ar idea Oo Fl -as Ar person Oc Oo Fl -json Oc\n"))
    #expect(!page.contains("generate-manual") && !page.contains("rehearse-person"))
    for status in ExitStatus.allCases { #expect(page.contains(".It Li \(status.rawValue)\n")) }
    for line in page.split(separator: "\n") where line.first != "." { #expect(line.utf8.count <= 120, "\(line)") }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(shell: String) async throws {
    let script = try await BoardsHome().succeed("--generate-completion-script", shell).output
    for name in ["send-back", "build-on", "hothouse"] { #expect(script.contains(name)) }
  }

  @Test(arguments: [
    (["lsit", "clinic"], "did you mean “hothouse list”?"), (["xyzzy"], "“hothouse help” lists them all."),
    (["post"], "Missing expected argument '<board>'"),
    (["post", "clinic", "x", "--bdoy", "y"], "Did you mean '--body'?"),
    (["list", "clinic", "--sort", "age"], "'new', 'dots', 'stage' or 'activity'"),
    (["list", "clinic", "extra"], "Unexpected argument 'extra'"),
    (["show", "clinic", "one"], "“hothouse show --help”"),
    (["outcome", "clinic", "1"], "adopted, adapted, parked or stopped"),
    (["round", "clinic", "open", "--dots", "5", "--consensus"], "either --dots and --cap or --consensus"),
    (["edit", "clinic", "1"], "--title"), (["tag", "clinic", "1"], "--remove"),
    (["dot", "clinic", "1", "--count", "0"], "1 to 100"),
  ])
  func aWrongCommandLineEndsWithTheNearestRightOne(arguments: [String], words: String) async throws {
    let outcome = try await BoardsHome().fail(64, arguments)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
