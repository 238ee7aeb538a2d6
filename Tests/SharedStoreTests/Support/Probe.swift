import Foundation
import Testing

/// A run of the StoreProbe program.
final class Probe {
  let pid: pid_t
  private var input: Int32?
  private let output: UnsafeMutablePointer<FILE>
  private var status: Int32?

  /// Starts it; `environment` is added to this process's own.
  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    let toProbe = try Self.pipe()
    let fromProbe = try Self.pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toProbe.read, 0)
    posix_spawn_file_actions_adddup2(&actions, fromProbe.write, 1)
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var words = ([Self.program] + arguments).map { strdup($0) } + [nil]
    var settings = all.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, Self.program, &actions, nil, &words, &settings)
    close(toProbe.read)
    close(fromProbe.write)
    try #require(code == 0, "\(Self.program): \(String(cString: strerror(code)))")
    self.pid = pid
    input = toProbe.write
    output = try #require(fdopen(fromProbe.read, "r"))
  }

  deinit {
    if status == nil { kill(SIGKILL) }
    closeInput()
    fclose(output)
  }

  /// The next line it prints; nil at the end.
  func line() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    guard fgets(&buffer, Int32(buffer.count), output) != nil else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  /// Gives it a line to read.
  func tell(_ line: String) {
    guard let input else { return }
    let bytes = Array("\(line)\n".utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// Waits until it says it is ready.
  func awaitReady() throws {
    let said = line()
    try #require(said == "ready")
  }

  /// Lets those commands end that wait for the end of their input, and returns the exit code (or minus the signal).
  @discardableResult func finish() -> Int32 {
    closeInput()
    return awaitEnd()
  }

  /// The exit code, or minus the signal that ended it.
  @discardableResult func awaitEnd() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
    let signal = raw & 0x7f
    let result = signal == 0 ? (raw >> 8) & 0xff : -signal
    status = result
    return result
  }

  /// Ends it and waits until it has ended.
  func kill(_ signal: Int32) {
    Foundation.kill(pid, signal)
    awaitEnd()
  }

  private func closeInput() {
    if let input { close(input) }
    input = nil
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Beside the test bundle.
  private static let program: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("StoreProbe").path
  }()
}
