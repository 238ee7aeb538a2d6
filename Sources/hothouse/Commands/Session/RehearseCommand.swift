import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange
import SharedStore

/// Lets a facilitator try an agenda alone.
struct RehearseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse", abstract: "Let simulated people take part, to try an agenda alone; facilitators.",
    discussion: """
      They are called Rehearsal 01 and so on, and do what the step asks for while you run the session on another
      screen. The log keeps everything, so where people have posted already this happens on a copy of the board, named
      with “-rehearsal” at its end, unless you say --here. Ctrl-C ends it; --remove takes away what it left.

      With --script a recorded conversation is said and voted on again, as fast as it goes, by so many processes.

      \(examples:
        "hothouse rehearse clinic --people 4 --minutes 0.05", "hothouse rehearse clinic --people 40 --minutes 3",
        "hothouse rehearse clinic --script ./conversation --people 4", "hothouse rehearse clinic --remove")
      """)

  @OptionGroup var board: BoardArgument
  @Option(help: "How many people, each in a process of its own.")
  var people = 12
  @Option(help: "For how long.")
  var minutes = 3.0
  @Option(help: "Seconds between two things that somebody does, on average.")
  var pace = 5.0
  @Option(help: "A number that all choices follow from, as an earlier rehearsal printed it.")
  var seed: UInt64?
  @Option(
    help: ArgumentHelp("Replay the Polis conversation in this folder instead.", valueName: "folder"),
    completion: .directory)
  var script: String?
  @Flag(help: "On a copy of the board, whatever is on it.")
  var onACopy = false
  @Flag(help: "On the board itself, also where people have posted.")
  var here = false
  @Flag(help: "Take away what rehearsals left.")
  var remove = false
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if onACopy, here { throw ValidationError("Say one of --on-a-copy and --here.") }
    guard (1...200).contains(people) else { throw ValidationError("Give --people a number from 1 to 200.") }
    guard (0.01...600).contains(minutes) else { throw ValidationError("Give --minutes a number from 0.01 to 600.") }
    guard (0.05...600).contains(pace) else { throw ValidationError("Give --pace a number from 0.05 to 600.") }
  }

  func run(in shell: Shell) throws {
    if remove {
      let removal = try RehearsalRemoval(board, managing, in: shell)
      if output.isJSON { return try shell.printJSON(RemovalLine(removal)) }
      return try shell.print { page in for sentence in removal.sentences { page.line(Span(sentence)) } }
    }
    let seed = seed ?? UInt64.random(in: 1...999_999)
    let rehearsal = try Rehearsal(board, onCopy: onACopy ? true : here ? false : nil, managing, in: shell)
    let start = ContinuousClock.now
    let report =
      try script.map { try RehearsalScript(folder: $0, rehearsal, seed).play(people, self) }
      ?? play(rehearsal, rehearsal.enter(people), seed, shell)
    let figures = RehearsalFigures(
      report, people: people, seed: seed, seconds: (ContinuousClock.now - start).seconds, board: rehearsal.visit.name)
    if output.isJSON { try shell.printJSON(figures) } else { try shell.print { figures.draw(on: &$0) } }
    guard report.unexpected.isEmpty else {
      throw Complaint(.refused, "Something was refused that should not be: \(report.unexpected.keys.sorted()[0])")
    }
  }

  private func play(_ rehearsal: Rehearsal, _ handles: [String], _ seed: UInt64, _ shell: Shell) throws
    -> RehearsalReport
  {
    let path = rehearsal.visit.store.location.path
    let lines = handles.enumerated().map { number, handle in
      ["rehearse-person", path, handle, "--seed", "\(seed &* 1_000 &+ UInt64(number))", "--pace", "\(pace)"]
    }
    let cast = try RehearsalCast(lines, shell)
    let endings = Endings { cast.stop() }
    defer { endings.cancel() }
    try tell(rehearsal, seed)
    cast.play(for: .milliseconds(Int64(minutes * 60_000)))
    return cast.finish()
  }

  func tell(_ rehearsal: Rehearsal, _ seed: UInt64) throws {
    if output.isJSON { return }
    let name = rehearsal.visit.name
    try rehearsal.visit.shell.print { page in
      if rehearsal.isCopy {
        page.line("On the copy \(name), because the log keeps everything. Open it: hothouse open \(name)")
      }
      page.line("\(counted(people, "person rehearses", "people rehearse")), seed \(seed). Ctrl-C ends it.")
    }
  }
}

/// Does something when the program is asked to end, instead of ending it.
private struct Endings {
  private let sources: [any DispatchSourceSignal]

  init(_ body: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: body)
      source.resume()
      return source
    }
  }

  func cancel() { for source in sources { source.cancel() } }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

private struct RemovalLine: Encodable {
  let copyDeleted: Bool
  let people: Int
  let ideas: Int
  let comments: Int

  init(_ removal: RehearsalRemoval) {
    copyDeleted = removal.hasDeletedCopy
    people = removal.people
    ideas = removal.ideas
    comments = removal.comments
  }
}

/// How a rehearsal went.
private struct RehearsalFigures: Encodable {
  let board: String
  let seed: UInt64
  let people: Int
  let seconds: Double
  let operations: Int
  let operationsPerSecond: Double
  let kinds: [Kind]
  /// Refused because the room had moved on meanwhile.
  let overtaken: Int
  let unexpected: [String]
  let screensEqual: Bool

  struct Kind: Encodable {
    let kind: String
    let count: Int
    let p50Milliseconds: Double
    let p99Milliseconds: Double
  }

  init(_ report: RehearsalReport, people: Int, seed: UInt64, seconds: Double, board: String) {
    self.board = board
    self.seed = seed
    self.people = people
    self.seconds = (seconds * 10).rounded() / 10
    operations = report.operations
    operationsPerSecond = (Double(report.operations) / max(0.1, seconds) * 10).rounded() / 10
    kinds = report.taken.keys.sorted().map { kind in
      Kind(
        kind: kind, count: report.taken[kind]?.count ?? 0, p50Milliseconds: report.percentile(50, of: kind) ?? 0,
        p99Milliseconds: report.percentile(99, of: kind) ?? 0)
    }
    overtaken = report.overtaken
    unexpected = report.unexpected.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
    screensEqual = report.areScreensEqual
  }

  func draw(on page: inout Page) {
    page.line("\(operations) operations in \(seconds) s, \(operationsPerSecond) a second.")
    var table = Table([.text("Operation"), .number("Count"), .number("Half within ms"), .number("99 in 100 within ms")])
    for kind in kinds {
      table.row([
        .strong(kind.kind), "\(kind.count)", "\(kind.p50Milliseconds)", "\(kind.p99Milliseconds)",
      ])
    }
    page.table(table)
    page.line("Overtaken by the room: \(overtaken). Refused that should not be: \(unexpected.count).")
    for sentence in unexpected { page.line(Span(sentence)) }
    page.line("Screens at the end: \(screensEqual ? "equal" : "different").")
  }
}
