import Foundation
import Testing

@testable import hothouse

/// Everything that any command prints as JSON, looked through to its depths.
@Suite struct JSONShapeTests {
  /// A run of every command that knows `--json`, in an order in which each can be done. `FILE` stands for a folder,
  /// `IDEA` for the idea that is posted.
  private static let runs: [[String]] = [
    ["new", "clinic", "--seed", "neighbourhoods-first", "--demonstration"], ["boards"], ["seeds"], ["themes"],
    ["paths"], ["keys"],
    ["post", "clinic", "Falls car", "--tag", "night", "--build-on", "1", "--link", "https://example.org/falls"],
    ["comment", "clinic", "IDEA", "Who pays at night?"], ["edit", "clinic", "IDEA", "--title", "Another title"],
    ["tag", "clinic", "IDEA", "zebra"], ["withdraw", "clinic", "2"], ["restore", "clinic", "2"],
    ["hide", "clinic", "2", "--reason", "a name"], ["merge", "clinic", "3", "--into", "4"], ["unmerge", "clinic", "3"],
    ["advance", "clinic", "IDEA", "--to", "test", "--override", "--reason", "agreed"],
    ["outcome", "clinic", "IDEA", "adopted", "--learning", "It helps."], ["undo", "clinic"],
    ["send-back", "clinic", "IDEA", "--to", "empathise", "--reason", "again"], ["answer", "clinic", "IDEA"],
    ["answer", "clinic", "IDEA", "who", "Mrs Ode"], ["round", "clinic", "open"], ["dot", "clinic", "IDEA"],
    ["undot", "clinic", "IDEA"], ["round", "clinic", "close"], ["round", "clinic", "open", "--consensus"],
    ["agree", "clinic", "IDEA"], ["disagree", "clinic", "IDEA"], ["pass", "clinic", "IDEA"],
    ["round", "clinic", "close"],
    ["round", "clinic"], ["challenge", "clinic"], ["challenge", "clinic", "add", "How might we ring once?"],
    ["team", "clinic", "add", "Oldham"], ["team", "clinic"], ["people", "add", "clinic", "priya"],
    ["people", "edit", "clinic", "priya", "--name", "Priya Shah"], ["role", "clinic", "priya", "coach"],
    ["people", "list", "clinic"], ["people", "import", "clinic", "FILE/people.csv"],
    ["import", "clinic", "--from", "csv", "FILE/ideas.csv"],
    ["session", "clinic", "add", "Day one"], ["session", "clinic"], ["step", "clinic", "add", "Write alone"],
    ["step", "clinic", "start"], ["step", "clinic", "extend", "5m"], ["ready", "clinic"], ["hand", "clinic"],
    ["broadcast", "clinic", "Lunch is here"], ["spotlight", "clinic", "IDEA"],
    ["help-queue", "clinic", "ask", "Sharing data"], ["help-queue", "clinic"], ["who", "clinic"],
    ["action", "clinic", "add", "Invite a carer", "--due", "2026-05-04"], ["action", "clinic"],
    ["session", "clinic", "close"], ["rehearse", "clinic", "--people", "1", "--minutes", "0.01"],
    ["rehearse", "clinic", "--remove"],
    ["redact", "clinic", "5", "--reason", "a name", "--yes"], ["list", "clinic", "--all"], ["show", "clinic", "IDEA"],
    ["search", "clinic", "night"], ["log", "clinic"], ["check", "clinic"],
    ["export", "clinic", "--to", "md", "-o", "FILE/clinic.md"], ["backup", "clinic", "FILE/copy.hothouse"],
  ]

  @Test func everyKeyIsSnakeCaseAndEveryTimeISO8601InUTC() async throws {
    let home = try BoardsHome()
    _ = try home.write("handle,name\njo,Jo Marsh\n", to: "people.csv")
    _ = try home.write("title,challenge\nNight rota,1\n", to: "ideas.csv")
    var (times, idea) = (0, 0)
    for run in Self.runs {
      let words = run.map { $0.replacing("FILE", with: home.path).replacing("IDEA", with: "\(idea)") }
      let outcome = try await home.succeed(words + ["--json"])
      if run[0] == "post" { idea = try #require(outcome.object()["id"] as? Int) }
      let values = try self.values(of: outcome, isStream: run[0] == "log")
      #expect(!values.isEmpty)
      for value in values { times += walk(value, at: run.joined(separator: " ")) }
    }
    #expect(times > 100)
    let document = try await home.succeed("export", "clinic", "--to", "json").object()
    #expect(walk(document, at: "export") > 20)
  }

  @Test func noCommandThatKnowsJSONIsLeftOut() throws {
    func names(_ command: CommandDescription, _ path: [String]) -> [[String]] {
      let own = (command.arguments ?? []).contains { $0.preferredName?.name == "json" }
      return (own ? [path] : [])
        + (command.subcommands ?? []).flatMap { names($0, path + [$0.commandName]) }
    }
    let known = names(try .ofProgram(), []).map { $0.joined(separator: " ") }
    #expect(known.count > 30)
    for command in known {
      #expect(Self.runs.contains { $0.joined(separator: " ").hasPrefix(command) }, "\(command) is not run")
    }
  }

  /// A stream is one object a line; anything else is one value.
  private func values(of outcome: Outcome, isStream: Bool) throws -> [Any] {
    let texts = isStream ? outcome.lines : [outcome.output]
    return try texts.map { try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed) }
  }

  /// - Returns: how many times were met.
  private func walk(_ value: Any, at path: String) -> Int {
    if let text = value as? String {
      // Nor does a time hide under another name.
      if text.prefixMatch(of: #/\d{4}-\d\d-\d\d[T ]\d\d:/#) != nil { #expect(isMoment(text), "\(path): \(text)") }
    }
    if let array = value as? [Any] { return array.reduce(0) { $0 + walk($1, at: path) } }
    let object = value as? [String: Any] ?? [:]
    return object.reduce(0) { $0 + look(at: $1.key, $1.value, path) + walk($1.value, at: "\(path), \($1.key)") }
  }

  private func look(at key: String, _ value: Any, _ path: String) -> Int {
    #expect(key.wholeMatch(of: #/[a-z][a-z0-9]*(_[a-z0-9]+)*/#) != nil, "\(path): “\(key)”")
    guard key == "at" || key.hasSuffix("_at"), !(value is NSNull) else { return 0 }
    #expect(isMoment(value as? String ?? ""), "\(path), \(key): \(value)")
    return 1
  }

  private func isMoment(_ text: String) -> Bool {
    text.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/#) != nil
  }
}
