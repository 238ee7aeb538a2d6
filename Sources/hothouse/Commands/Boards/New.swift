import ArgumentParser
import IdeaPipeline
import Settings
import SharedStore

/// Makes a board.
struct New: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a board; you own it and facilitate.",
    discussion: """
      The seed says what it starts with: stages with guides and gates, challenges, teams.
      “hothouse seeds” lists those there are; a file of your own will do, too.

      \(examples:
        "hothouse new clinic --seed neighbourhoods-first", "hothouse new day-two --seed ./our-day.yaml --title \"Day two\"")
      """)

  @Argument(help: "The board: a name in small letters, digits and “-”, or the path of a file ending in “.hothouse”.")
  var board: String
  @Option(help: "The name of a seed, or the path of a seed file.")
  var seed = "blank"
  @Option(help: "The title of the board; the seed’s without it.")
  var title: String?
  @Flag(help: "Add invented people and ideas, to show what a board in use looks like.")
  var demonstration = false
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let location = try BoardLocation(board, environment: shell.environment)
    let seed = try SeedLibrary(paths: shell.settings).seed(seed)
    if demonstration, seed.demonstration == nil {
      throw Complaint(
        .usage,
        "The seed “\(seed.name)” has no demonstration; “hothouse new \(board) --seed \(seed.name)” makes the board without."
      )
    }
    var randomness = shell.randomness
    let submissions = seed.submissions(
      founder: shell.account.founder, title: title.map(TextRule.name.clean), withDemonstration: demonstration,
      now: shell.now(), using: &randomness)
    let store = try BoardStore.create(location, submissions, clock: shell.clock)
    store.close()
    if output.isJSON { return try shell.printJSON(BoardLine(location, shell)) }
    try shell.print { page in
      page.line("Made the board \(location.name) in \(location.path).")
      page.line("Open it: hothouse open \(board)")
    }
  }
}

extension Account {
  /// This account as the owner of a new board.
  fileprivate var founder: BoardFounder {
    let handle = Handle.suggestion(for: name)
    return BoardFounder(
      handle: handle.isEmpty ? "owner" : handle, name: TextRule.name.clean(fullName ?? name), account: name)
  }
}
