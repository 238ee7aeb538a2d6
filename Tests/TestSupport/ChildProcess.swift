import Foundation

/// A program that a test starts. Foundation's `Process` keeps descriptors of every run open, and fails when a run of tests
/// has started very many; here the test itself opens nothing.
public final class ChildProcess: Sendable {
  /// Where a stream of the program comes from or goes to.
  public enum Stream: Sendable {
    /// A file, opened by the program itself.
    case file(String, flags: Int32)
    /// A descriptor of the test's.
    case descriptor(Int32)

    /// Nothing to read, and nowhere to write.
    public static let null = Stream.file("/dev/null", flags: O_RDWR)

    /// A new file.
    public static func new(_ path: String) -> Stream { .file(path, flags: O_WRONLY | O_CREAT | O_TRUNC) }
  }

  /// The process number.
  public let identifier: Int32
  private let ending: Task<Int32, Never>

  /// Starts a program.
  /// - Parameters:
  ///   - command: its path, or its name if it is on the path, and its arguments.
  ///   - directory: where it starts; that of the tests without it.
  ///   - isSession: whether it begins a session of its own, in which it may have a terminal of its own.
  public init(
    _ command: [String], environment: [String: String], directory: String? = nil, input: Stream = .null,
    output: Stream = .null, errors: Stream = .null, isSession: Bool = false
  ) throws {
    let command = directory.map { ["/usr/bin/env", "-C", $0] + command } ?? command
    identifier = try Self.spawn(command, environment, [input, output, errors], isSession: isSession)
    let identifier = identifier
    let (ended, tell) = AsyncStream<Int32>.makeStream()
    // A thread of its own: waiting blocks.
    Thread.detachNewThread {
      tell.yield(Self.wait(for: identifier))
      tell.finish()
    }
    ending = Task {
      for await status in ended { return status }
      return -1
    }
  }

  /// The exit status, or minus the signal that ended it.
  public func status() async -> Int32 { await ending.value }

  /// Sends it a signal.
  public func signal(_ number: Int32) { kill(identifier, number) }

  /// Runs a program to its end on this thread.
  /// - Returns: the exit status, or minus the signal that ended it.
  public static func run(
    _ command: [String], environment: [String: String], output: Stream, errors: Stream
  ) throws -> Int32 {
    wait(for: try spawn(command, environment, [.null, output, errors], isSession: false))
  }

  private static func wait(for identifier: Int32) -> Int32 {
    var status = Int32(0)
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private static func spawn(
    _ command: [String], _ environment: [String: String], _ streams: [Stream], isSession: Bool
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, stream) in zip(Int32(0)..., streams) {
      switch stream {
      case .file(let path, let flags): posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o644)
      case .descriptor(let other): posix_spawn_file_actions_adddup2(&actions, other, descriptor)
      }
    }
    // What other tests have open must not live on in a program.
    for other in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, other) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Swift's worker threads block signals, and what they start would go on doing so.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // 0x80 is POSIX_SPAWN_SETSID, which Swift does not import.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | (isSession ? 0x80 : 0))
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var identifier = pid_t(0)
    let failure = posix_spawnp(&identifier, command[0], &actions, &attributes, arguments, variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOENT) }
    return identifier
  }
}
