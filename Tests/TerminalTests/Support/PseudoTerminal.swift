import Foundation
import Synchronization
import TestSupport
import Testing

/// A program on a bare pseudo-terminal, for what tmux cannot do: take the terminal away without a signal, and keep every
/// byte that was ever shown.
final class PseudoTerminal: Sendable {
  private let process: ChildProcess
  private let screen: Screen

  /// Starts a program with the terminal as its input, output and error output.
  /// - Parameter isControlling: whether the program's session has it as its own, so that losing it is also a signal.
  init(
    _ command: [String], environment: [String: String], isControlling: Bool = true
  ) throws {
    screen = try Screen()
    // The first terminal that a session without one opens becomes its own.
    let stream = ChildProcess.Stream.file(screen.terminal, flags: O_RDWR | (isControlling ? 0 : O_NOCTTY))
    process = try ChildProcess(
      command, environment: environment, input: stream, output: stream, errors: stream, isSession: true)
    // Not before somebody has the terminal open, or it would seem to have ended.
    let screen = screen
    Thread.detachNewThread { screen.read() }
  }

  deinit { close() }

  /// Everything shown so far, escape sequences and all.
  var text: String { screen.text }

  /// Waits until everything shown together holds a text. What is typed while a screen is drawn may come in pieces.
  func waitFor(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let isThere = try await eventually { text.contains(words) ? true : nil }
    try #require(isThere == true, "“\(words)” did not come: \(text)", sourceLocation: sourceLocation)
  }

  /// Types a text.
  func type(_ text: String) { screen.type(text) }

  /// Takes the terminal away: whoever reads it meets its end.
  func close() { screen.close() }

  /// Sends the program a signal.
  func signal(_ number: Int32) { process.signal(number) }

  /// The exit status, or minus the signal that ended it.
  func status() async -> Int32 { await process.status() }
}

/// The other side of a pseudo-terminal.
private final class Screen: Sendable {
  /// The path by which a program opens its side.
  let terminal: String
  private let master: Mutex<Int32>
  private let shown = Mutex(Data())
  private let stop: Pipe

  init() throws {
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not import: lets programs open the other side, and gives its number.
    var (isLocked, number) = (Int32(0), UInt32(0))
    try #require(descriptor >= 0 && ioctl(descriptor, 0x4004_5431, &isLocked) == 0)
    try #require(ioctl(descriptor, 0x8004_5430, &number) == 0)
    var window = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    terminal = "/dev/pts/\(number)"
    master = Mutex(descriptor)
    stop = Pipe()
  }

  var text: String { shown.withLock { String(decoding: $0, as: UTF8.self) } }

  func type(_ text: String) {
    master.withLock { master in _ = write(master, text, text.utf8.count) }
  }

  func close() { try? stop.fileHandleForWriting.write(contentsOf: Data([0])) }

  /// Takes what is shown until the last who had the terminal open is gone, or `close`; then gives the terminal up. The
  /// descriptor is closed where it is read, so that nothing keeps it open.
  func read() {
    let descriptor = master.withLock { $0 }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = [descriptor, stop.fileHandleForReading.fileDescriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&waiting, 2, -1) > 0 || errno == EINTR, waiting[1].revents == 0 else { break }
      let count = Foundation.read(descriptor, &bytes, bytes.count)
      if count <= 0 { break }
      shown.withLock { $0 += bytes[..<count] }
    }
    master.withLock { master in
      Foundation.close(master)
      master = -1
    }
  }
}

extension BoardsHome {
  /// The program on a bare pseudo-terminal.
  func pseudoTerminal(_ arguments: String..., isControlling: Bool = true) throws -> PseudoTerminal {
    try PseudoTerminal(
      [RunningProgram.path] + arguments,
      environment: environment.merging(["TERM": "xterm-256color"]) { $1 }, isControlling: isControlling)
  }
}
