import ArgumentParser
import SharedStore

/// Copies a board while it is used.
struct Backup: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy a board into a file, while others go on using it.",
    discussion: """
      The copy is a board: “hothouse open ./clinic-monday.hothouse” opens it.

      \(examples: "hothouse backup clinic clinic-monday.hothouse")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    try visit.store.backup(to: file)
    if output.isJSON { return try shell.printJSON(WrittenFile(file: file)) }
    try shell.say("Copied \(visit.name) to \(file).")
  }
}

/// A file that a command wrote.
struct WrittenFile: Encodable {
  let file: String
}
