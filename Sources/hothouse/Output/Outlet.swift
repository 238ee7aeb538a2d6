import Foundation

/// Where a command writes: a terminal, a pipe, a file, or a test's memory.
///
/// Text from people gets here only through `Page`, which takes out what could disturb a terminal, or through `HarmlessJSON`,
/// which escapes it.
struct Outlet: Sendable {
  let isTerminal: Bool
  /// Columns of the terminal; nil elsewhere, where nothing is clipped or wrapped.
  let columns: Int?
  /// Whether bold and dim may be used.
  let isStyled: Bool
  /// The descriptor to watch for a reader that went away; nil in memory.
  let descriptor: Int32?
  private let writeBytes: @Sendable (ArraySlice<UInt8>) throws -> Int

  /// A destination as given; `writeBytes` takes at least one byte and says how many.
  init(
    isTerminal: Bool = false, columns: Int? = nil, isStyled: Bool = false, descriptor: Int32? = nil,
    writeBytes: @escaping @Sendable (ArraySlice<UInt8>) throws -> Int
  ) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.isStyled = isStyled
    self.descriptor = descriptor
    self.writeBytes = writeBytes
  }

  /// An open descriptor of this process.
  static func descriptor(_ descriptor: Int32, environment: [String: String]) -> Outlet {
    let isTerminal = isatty(descriptor) == 1
    let isDumb = environment["TERM"].map { $0.isEmpty || $0 == "dumb" } ?? true
    let refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty
    return Outlet(
      isTerminal: isTerminal, columns: isTerminal ? terminalColumns(descriptor) : nil,
      isStyled: isTerminal && !isDumb && !refusesColour, descriptor: descriptor
    ) { bytes in
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      switch errno {
      case EINTR: return 0
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
        return 0
      case EPIPE: throw OutputClosed()
      // The terminal is gone: nobody reads any more.
      case EIO where isTerminal: throw OutputClosed()
      default: throw Complaint(.failedIO, "Could not write the output: \(systemWords(errno)).")
      }
    }
  }

  /// Writes the whole text now.
  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty { rest = rest.dropFirst(try writeBytes(rest)) }
  }

  private static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Nobody reads the output any more, as after `| head`: the command ends without a word.
struct OutputClosed: Error {}
