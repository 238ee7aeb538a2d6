import ArgumentParser
import BoardUI
import IdeaPipeline
import SharedStore

/// Shows the board on a projector.
struct WallCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "wall", abstract: "Show clock, step and newest posts for a whole room, on a projector.",
    discussion: """
      It shows only what everyone may see, by itself, and takes no key but q and Ctrl-C, which end it. --blank leaves
      nothing but the clock on every wall of the board, at once; coaches and facilitators.

      \(examples:
        "hothouse wall clinic", "hothouse wall clinic --join \"ssh -p 2222 hothouse@box  code 4F7K\"",
        "hothouse wall clinic --blank", "hothouse wall clinic --unblank")
      """)

  @OptionGroup var board: BoardArgument
  @Option(help: ArgumentHelp("How to join, in a line of your own.", valueName: "text"))
  var join: String?
  @Flag(help: "Leave nothing but the clock on every wall.")
  var blank = false
  @Flag(help: "Show everything again.")
  var unblank = false
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if blank, unblank { throw ValidationError("Say one of --blank and --unblank.") }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    if blank || unblank {
      let hand = try visit.hand(managing)
      let session = try visit.room(for: hand.viewer).session
      return try visit.report([visit.submit(BlankWall(session: session, isBlank: blank), by: hand)], by: hand)
    }
    let joinLine = join.map(TextRule.title.clean)
    guard !shell.output.isTerminal else { return try WallScreen.run(visit, joinLine: joinLine, look: look) }
    var wall = WallState(board: visit.name, joinLine: joinLine, moment: shell.clock())
    wall.take(visit.wallMessage())
    try shell.print { WallPortrait(wall: wall).draw(on: &$0) }
  }
}

/// The wall in a few lines, where there is no screen to draw on.
private struct WallPortrait {
  let wall: WallState

  func draw(on page: inout Page) {
    guard let summary = wall.summary else { return page.line(Span(wall.trouble ?? "")) }
    page.line(.strong(summary.title), Span(summary.room.map { "  \($0.title)" } ?? ""))
    if summary.room?.isWallBlank == true { return page.line("The wall is blank.") }
    if let step = wall.step {
      let state = step.state == .paused ? "paused, " : ""
      let late = wall.clock.isLate
      page.line(
        .strong(step.plan.title), "  \(state)\(late ? "over by " : "")\(wall.clock.text.drop { $0 == "+" })",
        late ? "" : " left")
      page.paragraph(step.plan.instruction)
    }
    if let line = summary.room?.line { page.line("To everybody: ", .strong(line.text)) }
    if let spot = summary.room?.spotlight { page.line("Look at \(spot.number ?? 0) ", .strong(spot.title)) }
    if let round = summary.round, round.round.isOpen, !round.round.isStanding {
      page.line("Round \(round.round.number): \(round.done) of \(round.voters) done")
    }
    for idea in wall.latest.prefix(10) { page.line(.faint("\(idea.number ?? 0)  "), Span(idea.title)) }
    page.line(Span(wall.invitation))
  }
}
