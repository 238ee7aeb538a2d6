import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Brings ideas from elsewhere onto a board.
struct Import: ShellCommand {
  /// Where from.
  enum Source: String, ExpressibleByArgument, CaseIterable {
    case polis, csv, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Bring ideas from a file onto a board: all of it, or nothing.",
    discussion: """
      csv: a table with the columns of “hothouse export --to csv”, of which only “title” is needed.
      json: what “list --json” or “export --to json” wrote. A history makes a new board, equal to the
      one it was written from.
      polis: the folder of an exported Polis conversation.

      \(examples:
        "hothouse import clinic --from csv ideas.csv --dry-run", "hothouse import talk --from polis ./conversation",
        "hothouse import copy --from json clinic.json")
      """)

  @OptionGroup var board: BoardArgument
  @Option(name: .customLong("from"), help: "What the file is.")
  var source: Source
  @Argument(help: "The file, or the folder of a Polis conversation.", completion: .file())
  var path: String
  @OptionGroup var careful: ImportOptions
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    if source == .json {
      let file = try ImportFile(reading: path)
      if BoardHistory.isHistory(file.text) { return try replay(file, in: shell) }
      return try careful.bring(onto: board, in: shell, managing, output) { ground, randomness in
        try IdeaJSONImport.plan(file, on: ground, skipBad: careful.skipBad, using: &randomness)
      }
    }
    if source == .csv {
      let file = try ImportFile(reading: path)
      return try careful.bring(onto: board, in: shell, managing, output) { ground, randomness in
        try IdeaCSV.plan(file, on: ground, skipBad: careful.skipBad, using: &randomness)
      }
    }
    let conversation = try PolisConversation(folder: path, skipBad: careful.skipBad)
    try careful.bring(onto: board, in: shell, managing, output) { ground, randomness in
      conversation.plan(on: ground, using: &randomness)
    }
  }

  /// Makes an equal board out of a history.
  private func replay(_ file: ImportFile, in shell: Shell) throws {
    let log = try BoardHistory.log(from: file)
    for case .unknown(let kind, _) in log.map(\.payload) {
      throw Complaint(
        .badInput,
        "\(file.name) holds a change of a kind that this Hothouse does not know (\(kind)). Update it first; nothing was made."
      )
    }
    let location = try BoardLocation(board.board, environment: shell.environment)
    let summary = "The board \(location.name) with \(counted(log.count, "change"))"
    if !careful.dryRun {
      try BoardStore.create(location, replaying: log, clock: shell.clock).close()
    } else if BoardLocation.all(in: location.directory).contains(location) {
      throw StoreError.boardExists(location.name)
    }
    if output.isJSON {
      return try shell.printJSON(
        ImportLine(changes: log.count, dryRun: careful.dryRun, summary: ["\(summary)."], leftOut: []))
    }
    try shell.say(careful.dryRun ? "\(summary) would be made; nothing was." : "Made: \(summary).")
  }
}

/// Brings people onto a board.
struct ImportPeople: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add or change people from a file: all of it, or nothing.",
    discussion: """
      The first line names the columns: handle, name, team, organisation, perspective, role.
      What is left empty stays as it is.

      \(examples: "hothouse people import clinic people.csv --dry-run")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "A file of comma-separated values.", completion: .file(extensions: ["csv"]))
  var file: String
  @OptionGroup var careful: ImportOptions
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let file = try ImportFile(reading: file)
    try careful.bring(onto: board, in: shell, managing, output) { ground, randomness in
      try PeopleCSV.plan(file, on: ground, skipBad: careful.skipBad, using: &randomness)
    }
  }
}
