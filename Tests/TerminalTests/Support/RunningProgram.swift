import Foundation
import TestSupport

/// The real program, running.
final class RunningProgram: Sendable {
  /// Beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("hothouse").path
  }()

  private let process: ChildProcess
  private let output: String
  private let errors: String
  /// What the program writes, as it comes; only where the run was started with `isWatched`.
  let lines: AsyncStream<String>

  init(
    _ program: String, _ arguments: [String], environment: [String: String], scratch: String, input: String?,
    isWatched: Bool = false
  ) throws {
    let name = "\(scratch)/run-\(UInt64.random(in: .min ... .max))"
    (output, errors) = ("\(name).out", "\(name).err")
    if let input { try Data(input.utf8).write(to: URL(fileURLWithPath: "\(name).in")) }
    let watched = isWatched ? try LinePipe() : nil
    process = try ChildProcess(
      [program] + arguments, environment: environment, directory: scratch,
      input: input == nil ? .null : .file("\(name).in", flags: O_RDONLY),
      output: watched.map { .descriptor($0.writeEnd) } ?? .new(output), errors: .new(errors))
    lines = watched?.lines() ?? AsyncStream { $0.finish() }
  }

  /// The process number.
  var identifier: Int32 { process.identifier }

  /// The exit status, or minus the signal that ended it.
  func status() async -> Int32 { await process.status() }

  /// Everything it wrote, once it ended.
  func outcome() async throws -> Outcome {
    let status = await status()
    return Outcome(status: status, output: try Self.text(output), errors: try Self.text(errors))
  }

  /// Sends it a signal.
  func signal(_ number: Int32) { process.signal(number) }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }
}

/// A pipe that brings lines from a program.
private struct LinePipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// The lines; called once, when the program has the end to write to.
  func lines() -> AsyncStream<String> {
    close(writeEnd)
    let readEnd = readEnd
    return AsyncStream { continuation in
      // A thread of its own: reading blocks until the next line.
      Thread.detachNewThread {
        var rest = Data()
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(readEnd, &bytes, bytes.count), count > 0 {
          rest += bytes[..<count]
          while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
            rest = rest[rest.index(after: end)...]
          }
        }
        close(readEnd)
        continuation.finish()
      }
    }
  }
}
