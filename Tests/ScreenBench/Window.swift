import CellGrid
import Foundation

/// The real program on a pseudo-terminal, with every byte that it draws.
final class Window {
  /// What a key led to.
  struct Answer {
    var bytes = 0
    /// Milliseconds from the key to the first byte, and to the last before the screen was still.
    var first = 0.0
    var last = 0.0
  }

  private let master: Int32
  private let process = Process()

  init(_ size: Size, showing command: [String], environment: [String: String]) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not import: lets programs open the other side, and gives its number.
    var (isLocked, number) = (Int32(0), UInt32(0))
    guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    var window = winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw CocoaError(.fileReadUnknown) }
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment
    (process.standardInput, process.standardOutput, process.standardError) = (handle, handle, handle)
    try process.run()
  }

  /// Reads until everything drawn together holds a text, and then until the screen is still.
  func waitFor(_ text: String) throws {
    var shown = ""
    while !shown.contains(text) {
      guard let bytes = read(waitingAtMost: 60_000) else { throw CocoaError(.fileReadUnknown) }
      shown += String(decoding: bytes, as: UTF8.self)
    }
    while read(waitingAtMost: 500) != nil {}
  }

  /// Sends a key and reads until nothing has come for a tenth of a second, which is three frames.
  func press(_ key: String) -> Answer {
    var answer = Answer()
    let clock = ContinuousClock()
    let start = clock.now
    _ = write(master, key, key.utf8.count)
    while let bytes = read(waitingAtMost: 100) {
      let took = (clock.now - start) / Duration.milliseconds(1)
      if answer.bytes == 0 { answer.first = took }
      answer.bytes += bytes.count
      answer.last = took
    }
    return answer
  }

  /// Ends the program.
  func close() {
    process.terminate()
    while read(waitingAtMost: 5_000) != nil {}
    process.waitUntilExit()
    Foundation.close(master)
  }

  /// What has been drawn; nil when nothing comes in so many milliseconds.
  private func read(waitingAtMost milliseconds: Int32) -> ArraySlice<UInt8>? {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    return count > 0 ? bytes[..<count] : nil
  }
}
