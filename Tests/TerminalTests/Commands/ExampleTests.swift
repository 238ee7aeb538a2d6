import Foundation
import Testing

/// What help and README tell people to type does what it says.
@Suite(.timeLimit(.minutes(10))) struct ExampleTests {
  /// A board is made once; each example gets a copy.
  private static let home = Task { try await BoardsHome.forExamples(board: "clinic") }

  /// What has to be done before an example makes sense, by its beginning.
  private static let before: [(example: String, lines: [String])] =
    [
      ("hothouse new clinic", ["rm boards/clinic.hothouse*"]),
      ("hothouse import talk", ["hothouse new talk"]),
      ("hothouse restore clinic 14", ["hothouse withdraw clinic 14"]),
      ("hothouse unmerge clinic 22", ["hothouse merge clinic 22 --into 14"]),
      ("hothouse tag clinic 14 --remove night", ["hothouse tag clinic 14 night"]),
      ("hothouse undot clinic 14", ["hothouse dot clinic 14"]),
      ("hothouse undo clinic", ["hothouse post clinic 'Too early'"]),
      (
        "hothouse undo clinic 120",
        [
          "while [ $(hothouse log clinic | wc -l) -lt 120 ]; do i=$((i + 1)); hothouse tag clinic $((i % 20 + 1)) tag$i; done"
        ]
      ),
      ("hothouse answer clinic 14 who --clear", ["hothouse answer clinic 14 who 'Mrs Ode'"]),
      (
        "hothouse advance clinic 14",
        ["who", "need", "voice"].map { "hothouse answer clinic 14 \($0) 'Mrs Ode rang four times.'" }
      ),
      ("hothouse send-back clinic 14", ["hothouse advance clinic 14 --to ideate --override --reason agreed"]),
      ("hothouse outcome clinic 14", ["hothouse advance clinic 14 --to test --override --reason agreed"]),
      ("hothouse outcome clinic 14 --take-back", ["hothouse outcome clinic 14 adopted --learning 'It helps.'"]),
      ("hothouse agree clinic", ["hothouse round clinic open --consensus"]),
      ("hothouse disagree clinic", ["hothouse round clinic open --consensus"]),
      ("hothouse pass clinic", ["hothouse round clinic open --consensus"]),
      (
        "hothouse round clinic open --consensus --stage ideate",
        ["hothouse advance clinic 14 --to ideate --override --reason agreed"]
      ),
      ("hothouse round clinic close", ["hothouse round clinic open"]),
      ("hothouse role clinic priya", ["hothouse people add clinic priya"]),
      ("hothouse people edit clinic priya", ["hothouse people add clinic priya"]),
      ("hothouse people add clinic priya", ["hothouse team clinic add Oldham"]),
    ] + inSession
  /// What has to be done before an example of a session makes sense.
  private static let inSession: [(example: String, lines: [String])] = [
    ("hothouse session clinic open", ["hothouse session clinic add Day"]),
    ("hothouse session clinic close", ["hothouse step clinic start --title Work"]),
    (
      "hothouse session clinic take-over",
      [
        "hothouse people add clinic dan --role facilitator", "hothouse step clinic start --title Work --as dan",
      ]
    ),
    (
      "hothouse step clinic",
      [
        "hothouse step clinic start --title Work --kind private-writing", "hothouse step clinic add Two",
        "hothouse step clinic add Three", "hothouse step clinic add Four", "hothouse ready clinic --as ann",
      ]
    ),
    ("hothouse ready clinic", ["hothouse step clinic start --title Work"]),
    ("hothouse ready clinic --not-yet", ["hothouse ready clinic"]),
    ("hothouse hand clinic", ["hothouse step clinic start --title Work", "hothouse hand clinic --as ann"]),
    ("hothouse hand clinic --down", ["hothouse hand clinic"]),
    ("hothouse broadcast clinic", ["hothouse step clinic start --title Work"]),
    ("hothouse broadcast clinic --clear", ["hothouse broadcast clinic Tea"]),
    ("hothouse spotlight clinic", ["hothouse step clinic start --title Work"]),
    ("hothouse spotlight clinic --clear", ["hothouse spotlight clinic 1"]),
    ("hothouse help-queue clinic", ["hothouse step clinic start --title Work"]),
    ("hothouse help-queue clinic cl", ["hothouse help-queue clinic ask Data --as ann"]),
    ("hothouse rehearse-person clinic", ["hothouse people add clinic rehearsal-01"]),
    ("hothouse wall clinic --blank", ["hothouse step clinic start --title Work"]),
    ("hothouse wall clinic --unblank", ["hothouse step clinic start --title Work", "hothouse wall clinic --blank"]),
    ("hothouse action clinic done", ["hothouse action clinic add Tea"]),
    ("hothouse team clinic leave", ["hothouse team clinic join Millbrook"]),
  ]
  /// Ends only when somebody ends it; the tests of the log do.
  private static let endless = [
    "hothouse log clinic --follow --json", "hothouse rehearse clinic --people 40 --minutes 3",
  ]

  @Test(arguments: try Examples.ofHelp())
  func anExampleOfHelpRuns(line: String) async throws {
    // Wider, and the parser would break it in two.
    #expect(line.count <= 78, "it could not be copied from a terminal of 80 columns")
    guard !Self.endless.contains(line) else { return }
    let home = try await Self.home.value.copied()
    for (example, lines) in Self.before where line.hasPrefix(example) {
      for line in lines { try expectDone(await home.shell(line), line) }
    }
    try await run(line, in: home)
  }

  @Test func theExamplesOfReadmeRunOneAfterTheOther() async throws {
    let home = try await BoardsHome.forExamples(board: "made-for-the-files")
    try await home.succeed("new", "demo", "--seed", "neighbourhoods-first", "--demonstration")
    let examples = try Examples.ofReadme()
    #expect(examples.count >= 15)
    for line in examples {
      try await run(line, in: home)
      if line.hasPrefix("hothouse new spring") {
        try await home.succeed("people", "add", "spring", "participant")
        try await home.succeed("people", "add", "spring", "dee")
        try await home.succeed("import", "spring", "--from", "csv", "\(home.path)/ideas.csv")
      }
      // Taken from everybody's sight, but the tour goes on with it.
      if line.hasPrefix("hothouse hide spring 14") { try await home.succeed("restore", "spring", "14") }
    }
  }

  private func run(_ line: String, in home: BoardsHome) async throws {
    let words = line.split(separator: " ").dropFirst()
    switch words.first {
    case "open" where words.contains("--plain"):
      let terminal = try home.shellInTerminal(line)
      try await terminal.waitFor("> ")
      // The end of the input, as one types it.
      terminal.type("\u{4}")
      #expect(await terminal.status() == 0, "\(line)")
    case nil, "open", "lobby":
      let terminal = try home.shellInTerminal(line)
      // The alternate screen: the board has been shown.
      try await terminal.waitFor("\u{1B}[?1049h")
      terminal.close()
      #expect(await terminal.status() == 0, "\(line)")
    case "redact" where !words.contains("--yes"):
      let terminal = try home.shellInTerminal(line)
      try await terminal.waitFor("[y/N]")
      terminal.type("y\n")
      #expect(await terminal.status() == 0, "\(terminal.text)")
    case "redact":
      let log = try await home.succeed("log", "clinic", "--json").lines
      let post = try #require(log.first { $0.contains("idea.post") })
      let identity = try #require(post.firstMatch(of: /"id":"([^"]+)"/)?.1)
      try expectDone(await home.shell(line.replacing("0c5mz7v1qk2xw", with: identity)), line)
    default: try expectDone(await home.shell(line), line)
    }
  }

  private func expectDone(_ outcome: Outcome, _ line: String) throws {
    try #require(outcome.status == 0 && outcome.errors == "", "\(line): \(outcome)")
  }
}
