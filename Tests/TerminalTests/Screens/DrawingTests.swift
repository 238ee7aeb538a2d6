import Foundation
import TestSupport
import Testing

/// What the real program sends to a terminal, to the byte.
@Suite(.timeLimit(.minutes(10))) struct DrawingTests {
  /// Over a slow link every byte of every key counts.
  @Test func theWindowIsNamedOnce() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let terminal = try home.pseudoTerminal("open", "spring", "--as", "ann")
    defer { terminal.close() }
    try await terminal.waitFor("One number for carers")
    for word in ["Typed", "slowly"] {
      terminal.type(word == "Typed" ? "n\(word)" : word)
      try await terminal.waitFor(word)
    }
    #expect(terminal.text.ranges(of: "\u{1B}]2;spring").count == 1)
  }
}
