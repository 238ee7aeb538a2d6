import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange

/// One simulated person; `rehearse` starts a process for each.
struct RehearsePerson: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse-person", abstract: "Be one simulated person of a rehearsal, until the input ends.",
    discussion: "\(examples: "hothouse rehearse-person clinic rehearsal-01 --seed 7 < /dev/null")", shouldDisplay: false
  )

  @OptionGroup var board: BoardArgument
  @Argument(help: "The handle of the simulated person.")
  var handle: String
  @Option(help: "What the choices follow from.")
  var seed: UInt64
  @Option(help: "Seconds between two things that are done, on average.")
  var pace = 5.0
  @Option(help: "The folder of a recorded conversation.", completion: .directory)
  var script: String?
  @Option(help: "Which part of it, counted from 0.")
  var part = 0
  @Option(help: "How many parts there are.")
  var parts = 1

  func run(in shell: Shell) throws {
    // A Ctrl-C is for the rehearsal, which then ends its people in order.
    signal(SIGINT, SIG_IGN)
    guard RehearsalNames.isRehearsed(handle) else {
      throw Complaint(.usage, "“\(handle)” is no simulated person: those are called rehearsal-01 and so on.")
    }
    let visit = try Visit(board, in: shell)
    _ = try visit.viewer(ActingAsHandle(actingAs: handle))
    if let script { return try replay(script, visit) }
    var person = try Rehearser(visit, handle: handle, seed: seed)
    // Not all at once.
    var length = Double.random(in: 0..<pace, using: &person.random)
    while isQuiet(for: length) {
      person.act()
      length = Double.random(in: 0.4...1.6, using: &person.random) * pace
    }
    try shell.output.send(RehearsalCast.stopped)
    while !hasEnded() {}
    try tell(person.report, person, shell)
  }

  private func tell(_ report: RehearsalReport, _ person: Rehearser, _ shell: Shell) throws {
    var report = report
    report.screens = [person.person.role.rawValue: [try person.screen()]]
    try shell.output.send(String(decoding: try JSONEncoder().encode(report), as: UTF8.self) + "\n")
  }

  /// States on the challenge and votes in the round that the orders name.
  private func replay(_ script: String, _ visit: Visit) throws {
    let replay = PolisReplay(try PolisConversation(folder: script, skipBad: false))
    var replayer = Replayer(visit, replay, part: part, of: parts, seed: seed)
    if let challenge = readLine().flatMap(ChallengeID.init) { replayer.state(on: challenge) }
    try visit.shell.output.send(RehearsalCast.stopped)
    if let round = readLine().flatMap(RoundID.init) { replayer.vote(in: round) }
    try visit.shell.output.send(RehearsalCast.stopped)
    while readLine() != nil {}
    try tell(replayer.report, Rehearser(visit, handle: handle, seed: seed), visit.shell)
  }

  /// Waits so many seconds; false when an order has come, or whoever gives them is gone.
  private func isQuiet(for seconds: Double) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, Int32(seconds * 1_000)) == 0
  }

  /// Reads what was ordered; true at the end of the orders.
  private func hasEnded() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    return read(STDIN_FILENO, &bytes, bytes.count) <= 0
  }
}

/// Asserts an identity that a command line did not name.
private struct ActingAsHandle: ActingAs {
  let actingAs: String?
}
