import Foundation

/// Where a command reads what is piped or typed into it.
struct Inlet: Sendable {
  let isTerminal: Bool
  private let readBytes: @Sendable (_ limit: Int) throws -> [UInt8]

  /// A source as given; `readBytes` gives everything up to the limit.
  init(isTerminal: Bool, readBytes: @escaping @Sendable (_ limit: Int) throws -> [UInt8]) {
    self.isTerminal = isTerminal
    self.readBytes = readBytes
  }

  /// A text kept in memory.
  init(_ text: String) {
    self.init(isTerminal: false) { Array(text.utf8.prefix($0)) }
  }

  /// Standard input.
  static let standard = Inlet(isTerminal: isatty(STDIN_FILENO) == 1) { limit in
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < limit {
      let count = read(STDIN_FILENO, &buffer, min(buffer.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Complaint(.failedIO, "Could not read standard input: \(systemWords(errno)).") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Everything there is, as text; at most 1 MiB, since no text on a board comes near it.
  func text() throws -> String {
    let limit = 1 << 20
    let bytes = try readBytes(limit + 1)
    guard bytes.count <= limit else {
      throw Complaint(.badInput, "The text on standard input is longer than 1 MiB; nothing was changed.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Complaint(.badInput, "The text on standard input is not UTF-8; nothing was changed.")
    }
    return text
  }

  /// One line that somebody types; nil at the end of the input.
  func line() -> String? { readLine() }
}

extension Shell {
  /// The words that an argument gives: itself, or standard input for “-”.
  func words(_ argument: String) throws -> String { argument == "-" ? try input.text() : argument }
}

/// The system's words for an error number: "no space left on device".
func systemWords(_ code: Int32) -> String {
  let words = String(cString: strerror(code))
  return words.prefix(1).lowercased() + words.dropFirst()
}
