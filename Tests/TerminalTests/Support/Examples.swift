import Foundation
import Testing

@testable import hothouse

/// The examples that the program and its README give, and the board they are about.
enum Examples {
  /// Those of every command's help, each once.
  static func ofHelp() throws -> [String] {
    func lines(of command: CommandDescription) -> [String] {
      (command.discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  hothouse") }.map { $0.dropFirst(2) }
        .map(String.init) + (command.subcommands ?? []).flatMap(lines)
    }
    return unique(lines(of: try .ofProgram()))
  }

  /// Those of README with something after the command's name, in their order.
  static func ofReadme() throws -> [String] {
    let text = try String(contentsOf: checkout.appendingPathComponent("README.md"), encoding: .utf8)
    return unique(text.matches(of: /`(hothouse [a-z-]+ [^`]+)`/).map { String($0.1) })
  }

  /// The directory of the project.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func unique(_ lines: [String]) -> [String] {
    lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension BoardsHome {
  /// A home with the board that examples speak of: ideas up to 22, comments, people; and the files beside it.
  static func forExamples(board: String) async throws -> BoardsHome {
    let home = try BoardsHome()
    try FileManager.default.createDirectory(atPath: "\(home.path)/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(home.path)/bin/hothouse", withDestinationPath: RunningProgram.path)
    try await home.succeed("new", board, "--seed", "neighbourhoods-first")
    let rows = (1...22).map { "Idea \($0),participant,\($0 % 3 + 1)" }
    let ideas = try home.write("title,author,challenge\n" + rows.joined(separator: "\n") + "\n", to: "ideas.csv")
    for handle in ["participant", "ann", "dee"] { try await home.succeed("people", "add", board, handle) }
    try await home.succeed("import", board, "--from", "csv", ideas)
    for words in ["Good", "Better"] { try await home.succeed("comment", board, "14", words) }
    let many = (1...60).map { "p\($0),Person \($0)\n" }.joined()
    try await home.succeed("people", "import", board, home.write("handle,name\n" + many, to: "many.csv"))
    try await home.succeed("export", board, "--to", "json", "--history", "-o", "\(home.path)/\(board).json")
    for (name, text) in [
      ("falls.txt", "Eight to eight.\n"), ("idea.txt", "Night rota\n\nPharmacies take turns.\n"),
      ("people.csv", "handle,name,role\njo,Jo Marsh,coach\n"),
    ] {
      _ = try home.write(text, to: name)
    }
    try FileManager.default.copyItem(
      atPath: Examples.checkout.appendingPathComponent("seeds/blank.yaml").path, toPath: "\(home.path)/our-day.yaml")
    try InventedConversation().write(to: "\(home.path)/conversation")
    return home
  }

  /// The same home once more, for an example that must not disturb the next.
  func copied() async throws -> BoardsHome {
    let copy = try BoardsHome()
    // Not by Foundation, which would open the FIFO beside the board and wait at it for ever.
    let outcome = try await copy.start("/bin/cp", ["-a", "\(path)/.", copy.path]).outcome()
    try #require(outcome.status == 0, "\(outcome)")
    return copy
  }

  /// Types a line at a shell in this home, as people do: with our program on the path.
  func shell(_ line: String) async throws -> Outcome {
    try await start("/bin/sh", ["-c", "PATH=\(path)/bin:$PATH; cd \(path); \(line)"]).outcome()
  }

  /// The same in a terminal.
  func shellInTerminal(_ line: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["/bin/sh", "-c", "PATH=\(path)/bin:$PATH; cd \(path); exec \(line)"],
      environment: environment.merging(["TERM": "xterm-256color"]) { $1 })
  }
}
