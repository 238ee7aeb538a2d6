import Foundation
import Synchronization

/// The processes of simulated people: started, told to stop, asked what they saw.
final class RehearsalCast: Sendable {
  private struct Member {
    let process: Process
    let orders: FileHandle
    let answers: FileHandle
  }

  private let members: Mutex<[Member]>
  private let isStopping = Atomic<Bool>(false)

  /// Starts a process of this program for each line of arguments.
  init(_ lines: [[String]], _ shell: Shell) throws {
    members = Mutex(try lines.map { try Self.start($0, shell) })
  }

  private static func start(_ arguments: [String], _ shell: Shell) throws -> Member {
    let (orders, answers) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.environment = shell.environment
    process.standardInput = orders
    process.standardOutput = answers
    // Else the end of one would not be seen while others hold copies of its pipe.
    for handle in [orders.fileHandleForWriting, answers.fileHandleForReading] {
      _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    try process.run()
    return Member(
      process: process, orders: orders.fileHandleForWriting, answers: answers.fileHandleForReading)
  }

  /// How many there are.
  var count: Int { members.withLock(\.count) }

  /// Waits so long, or until `stop` is called.
  func play(for length: Duration) {
    let end = ContinuousClock.now + length
    while ContinuousClock.now < end, !isStopping.load(ordering: .acquiring) {
      var nothing = pollfd(fd: -1, events: 0, revents: 0)
      poll(&nothing, 1, 100)
    }
  }

  /// Ends the play before its time.
  func stop() { isStopping.store(true, ordering: .releasing) }

  /// Gives everybody an order.
  func order(_ line: String) {
    for member in members.withLock(\.self) { try? member.orders.write(contentsOf: Data("\(line)\n".utf8)) }
  }

  /// Waits until everybody has done what they were about.
  func awaitAll() {
    for member in members.withLock(\.self) { _ = try? member.answers.read(upToCount: Self.stopped.utf8.count) }
  }

  /// Tells everybody to do nothing more, waits until nobody does, then asks everybody what they see.
  func finish() -> RehearsalReport {
    order("stop")
    awaitAll()
    return conclude()
  }

  /// Asks everybody what they see and did, and lets them go.
  func conclude() -> RehearsalReport {
    let members = members.withLock(\.self)
    for member in members { try? member.orders.close() }
    var report = RehearsalReport()
    for (number, member) in members.enumerated() {
      let answer = (try? member.answers.readToEnd()) ?? nil
      member.process.waitUntilExit()
      if let answer, let own = try? JSONDecoder().decode(RehearsalReport.self, from: answer) {
        report.add(own)
      } else {
        report.unexpected["Person \(number + 1) ended with status \(member.process.terminationStatus).", default: 0] +=
          1
      }
    }
    return report
  }

  /// What somebody answers who does nothing more.
  static let stopped = "stopped\n"
}
