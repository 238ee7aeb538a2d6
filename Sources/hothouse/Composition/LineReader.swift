import Dispatch
import Foundation

/// Lines that somebody types, until they end the input, hang up or are asked to go.
final class LineReader {
  private let input: Int32
  private let ending: EndingSignals
  private var bytes: [UInt8] = []
  private var isOver = false

  /// - Parameter input: a descriptor that is open for reading.
  init(input: Int32 = STDIN_FILENO) {
    self.input = input
    ending = EndingSignals()
  }

  /// The next line; nil when there is none any more. What was begun when the input ended is a line, too.
  func line() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        bytes.removeSubrange(...end)
        return line
      }
      if isOver { break }
      readMore()
    }
    guard !bytes.isEmpty else { return nil }
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Longer than anything that is read here.
  private static let most = 1 << 20

  private func readMore() {
    var watched = [
      pollfd(fd: ending.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&watched, nfds_t(watched.count), -1) > 0 else {
      if errno != EINTR { isOver = true }
      return
    }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = watched[0].revents == 0 ? read(input, &buffer, buffer.count) : 0
    if count < 0, errno == EINTR { return }
    if count > 0 { bytes += buffer[..<count] }
    if count <= 0 || bytes.count > Self.most { isOver = true }
  }
}

/// Makes a hang-up and a request to end readable, so that whoever waits for input ends in order.
private final class EndingSignals {
  /// Readable as soon as one came.
  let descriptor: Int32
  private let writeEnd: Int32
  private let sources: [any DispatchSourceSignal]

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    descriptor = ends[0]
    writeEnd = ends[1]
    let writeEnd = ends[1]
    sources = [SIGHUP, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { _ = write(writeEnd, "!", 1) }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    close(descriptor)
    close(writeEnd)
  }
}
