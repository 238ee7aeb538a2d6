import Foundation
import IdeaPipeline
import SharedStore

/// Eight programs that post as fast as they can, against one.
struct Crowd {
  let directory: Workplace
  private let milliseconds = 3_000

  init(directory: Workplace) { self.directory = directory }

  func measure(_ table: inout Table) throws {
    let alone = try posted(by: 1).reduce(0, +)
    let each = try posted(by: 8)
    let together = each.reduce(0, +)
    table.add(
      "8 programs posting", rate(together), against: "one alone: \(rate(alone))", Double(together) / Double(alone),
      .atLeast(0.5))
    let (slowest, fastest) = (each.min() ?? 0, each.max() ?? 0)
    table.add(
      "the slowest of them", rate(slowest), against: "the fastest: \(rate(fastest))", Double(slowest) / Double(fastest),
      .atLeast(0.5))
  }

  private func rate(_ count: Int) -> String { "\(count * 1_000 / milliseconds)/s" }

  /// How many ideas each program posted in the time.
  private func posted(by count: Int) throws -> [Int] {
    let location = try directory.board("crowd-\(count)")
    _ = try BenchBoard(at: location, operations: 100)
    let workers = try (0..<count).map { _ in try Worker("post", location.path, "\(milliseconds)") }
    return workers.map { Int($0.said()) ?? 0 }
  }
}

/// This program again, as a process of its own.
struct Worker {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: String...) throws {
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// What it printed, when it has ended.
  func said() -> String {
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Posts for a time and prints how many ideas were saved.
  static func post(at path: String, milliseconds: Int) throws {
    let store = try BoardStore.open(BoardLocation(path))
    guard let owner = try store.person(handle: "ann") else { exit(65) }
    var random = SystemRandomNumberGenerator()
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    var count = 0
    while ContinuousClock.now < end {
      let idea = PostIdea(title: "Idea \(count) of \(getpid())", body: String(repeating: "text ", count: 40))
      let submission = Submission(id: OperationID(using: &random), idea, by: .person(owner.id))
      _ = try store.submit([submission], waitingAtMost: .seconds(60))
      count += 1
    }
    print(count)
  }

  /// Opens a board, lists ideas and prints how many milliseconds that took.
  static func list(at path: String, limit: Int) throws {
    let took = try Stopwatch.milliseconds {
      let store = try BoardStore.open(BoardLocation(path))
      _ = try store.summary(for: .everyone)
      _ = try store.ideas(IdeaQuery(limit: limit), for: .everyone)
    }
    print(took)
  }
}
