import ArgumentParser

/// Opens the screens on one board.
struct Open: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a board’s screens.",
    discussion: """
      Shows the board live: what others post appears as they post it. Press ? there for help, q to leave.
      With --plain there is no screen but a conversation, line by line: for screen readers, and for
      terminals that cannot draw.

      \(examples: "hothouse open clinic", "hothouse open clinic --as ann --theme light", "hothouse open clinic --plain")
      """)

  @OptionGroup var board: BoardArgument
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var look: LookOptions
  @Flag(help: "Talk line by line, with numbered choices, and draw nothing.")
  var plain = false

  func run(in shell: Shell) throws {
    if plain {
      let visit = try Visit(board, in: shell)
      return try PlainDialogue(visit, visit.hand(actingAs: viewing.actingAs, waitingAtMost: .seconds(10))).run()
    }
    // A wrong name is better told at the shell than on a screen.
    _ = try Visit(board, in: shell)
    try Screens.run(in: shell, as: viewing.actingAs, look: look, board: board.board)
  }
}

/// Shows all boards: what `hothouse` does without a command.
struct LobbyCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "lobby", abstract: "Show your boards and open one.",
    discussion: "\(examples: "hothouse lobby --theme light", "hothouse")")

  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var look: LookOptions

  func run(in shell: Shell) throws {
    try Screens.run(in: shell, as: viewing.actingAs, look: look, board: nil)
  }
}

/// How the screens look.
struct LookOptions: ParsableArguments {
  @Option(help: "Colours to begin with; “hothouse themes” lists them.") var theme: String?
}
