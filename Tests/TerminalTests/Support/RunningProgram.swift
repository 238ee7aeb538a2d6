import Foundation

/// The real program, running.
final class RunningProgram: Sendable {
  /// Beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("hothouse").path
  }()

  let identifier: Int32
  private let output: String
  private let errors: String
  private let ending: Task<Int32, Never>
  /// What the program writes, as it comes; only where the run was started with `isWatched`.
  let lines: AsyncStream<String>

  init(
    _ program: String, _ arguments: [String], environment: [String: String], scratch: String, input: String?,
    isWatched: Bool = false
  ) throws {
    let name = "\(scratch)/run-\(UInt64.random(in: .min ... .max))"
    (output, errors) = ("\(name).out", "\(name).err")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: scratch)
    process.standardInput = try Self.source(of: input, name: "\(name).in")
    process.standardError = try Self.sink(errors)
    let watched = isWatched ? Pipe() : nil
    process.standardOutput = try watched ?? Self.sink(output)
    lines = watched.map { Self.lines(of: $0.fileHandleForReading) } ?? AsyncStream { $0.finish() }
    let (ended, tell) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
      tell.yield(process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
      tell.finish()
    }
    try process.run()
    identifier = process.processIdentifier
    ending = Task {
      for await status in ended { return status }
      return -1
    }
  }

  /// The exit status, or minus the signal that ended it.
  func status() async -> Int32 { await ending.value }

  /// Everything it wrote, once it ended.
  func outcome() async throws -> Outcome {
    let status = await status()
    return Outcome(status: status, output: try Self.text(output), errors: try Self.text(errors))
  }

  /// Sends it a signal.
  func signal(_ number: Int32) { kill(identifier, number) }

  private static func source(of input: String?, name: String) throws -> FileHandle {
    guard let input else { return .nullDevice }
    try Data(input.utf8).write(to: URL(fileURLWithPath: name))
    return try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
  }

  private static func sink(_ file: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file))
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  private static func lines(of handle: FileHandle) -> AsyncStream<String> {
    AsyncStream { continuation in
      // A thread of its own: reading blocks until the next line.
      Thread.detachNewThread {
        var rest = Data()
        while case let data = handle.availableData, !data.isEmpty {
          rest += data
          while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
            rest = rest[rest.index(after: end)...]
          }
        }
        continuation.finish()
      }
    }
  }
}
