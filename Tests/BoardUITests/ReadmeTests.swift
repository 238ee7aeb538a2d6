import BoardUI
import Foundation
import Testing

/// What README says of the keys is what the command table says.
@Suite struct ReadmeTests {
  private static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
  private static let start = "<!-- keys: made from the command table -->\n"
  private static let end = "<!-- end of keys -->"

  /// `HOTHOUSE_RECORD=1 swift test --filter ReadmeTests` writes the table anew.
  @Test func theKeyTableIsTheCommandTable() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let parts = text.components(separatedBy: Self.start)
    let head = try #require(parts.count == 2 ? parts.first : nil)
    let rest = try #require(parts.last?.components(separatedBy: Self.end))
    let table = CommandTable.markdown.trimmingCharacters(in: .newlines) + "\n"
    if ProcessInfo.processInfo.environment["HOTHOUSE_RECORD"] == "1" {
      let fresh = head + Self.start + table + Self.end + rest.dropFirst().joined(separator: Self.end)
      return try fresh.write(to: Self.readme, atomically: true, encoding: .utf8)
    }
    #expect(rest.first == table, "README's keys are out of date: HOTHOUSE_RECORD=1 swift test --filter ReadmeTests")
  }
}
