import Foundation
import Testing

@testable import hothouse

/// Text that would disturb a terminal is refused or shown harmlessly, wherever it comes in and goes out.
@Suite struct HostileTextTests {
  static let texts = [
    "red \u{1B}[31malert\u{1B}]0;owned\u{7}", "clear \u{9B}2J screen", "nul \u{1}\u{8} bell \u{7}",
    "right \u{202E}to left\u{2066} isolated", "tags \u{E0041}\u{E0042}",
    "marks e\(String(repeating: "\u{301}", count: 100))",
    "family 👩‍👩‍👧‍👦🏽‍🚀 long \(String(repeating: "👩‍👧", count: 20))", "שלום עולם right to left", "line\u{2028}separator\u{85}next",
  ]

  @Test(arguments: texts)
  func nothingHarmfulComesOut(text: String) async throws {
    let home = try await BoardsHome.withBoard()
    let posted = try await home.run("post", "clinic", text, "--body", text, "--tag", text)
    #expect([0, 65].contains(posted.status))
    harmless(posted)
    try await home.succeed("post", "clinic", "Plain", "--body", "-", input: text)
    harmless(try await home.run("comment", "clinic", "1", text))
    harmless(try await home.run("people", "add", "clinic", "jo", "--name", text, "--organisation", text))
    harmless(try await home.run("challenge", "clinic", "add", text))
    for command in [
      ["list"], ["list", "--json"], ["show", "1"], ["show", "1", "--json"], ["log"], ["log", "--json"], ["people"],
      ["challenge"],
      ["search", "plain"], ["export", "--to", "json"], ["export", "--to", "csv"], ["export", "--to", "md"], ["round"],
    ] {
      harmless(try await home.run([command[0], "clinic"] + command.dropFirst()))
    }
    // What is wrong is quoted back; harmlessly, too.
    for arguments in [[text], ["list", text], ["show", "clinic", text], ["list", "clinic", "--by", text]] {
      let refused = try await home.run(arguments)
      #expect(refused.status > 1)
      harmless(refused)
    }
    #expect(try await home.succeed("check", "clinic").output.contains("in order"))
  }

  @Test func textThatIsNotUTF8IsRefused() async throws {
    let home = try await BoardsHome.withBoard()
    let file = "\(home.path)/bytes"
    try Data([0x66, 0xFF, 0xFE, 0x0A]).write(to: URL(fileURLWithPath: file))
    let shell = try home.start("/bin/sh", ["-c", "\(RunningProgram.path) post clinic - < \(file)"])
    let outcome = try await shell.outcome()
    #expect(outcome.status == 65 && outcome.errors.contains("not UTF-8"))
    let flood = try home.start("/bin/sh", ["-c", "yes | \(RunningProgram.path) post clinic -"])
    #expect(try await flood.outcome().status == 65)
  }

  private func harmless(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    let bad = (outcome.output + outcome.errors).unicodeScalars.first {
      $0 != "\n" && $0 != "\r" && HarmlessText.disturbs($0)
    }
    #expect(bad == nil, "U+\(String(bad?.value ?? 0, radix: 16)) in \(outcome)", sourceLocation: sourceLocation)
  }
}
