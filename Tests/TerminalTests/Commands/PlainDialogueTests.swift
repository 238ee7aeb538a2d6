import BoardUI
import Foundation
import Testing

/// The board as a conversation: everything a participant does, by answering questions.
@Suite(.timeLimit(.minutes(3))) struct PlainDialogueTests {
  private func talk(_ home: BoardsHome, as person: String = "nia", _ answers: String...) async throws -> Outcome {
    let input = answers.map { $0 + "\n" }.joined()
    return try await home.run(["open", "spring", "--plain", "--as", person], input: input)
  }

  @Test func aParticipantPostsReadsAndComments() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let talk = try await talk(
      home, "2", "A bell at the door", "It rings", "downstairs.", "", "night door", "1", "3", "3", "2",
      "Who hears it?", "", "2", "0", "0")
    #expect(talk.status == 0, "\(talk.errors)")
    #expect(talk.output.contains("You are nia, participant."), "\(talk)")
    #expect(talk.output.contains("Posted 3 “A bell at the door”"))
    #expect(talk.output.contains("Asked about 3"))
    #expect(talk.output.contains("Goodbye."))
    let idea = try await home.run("show", "spring", "3")
    #expect(idea.output.contains("It rings\ndownstairs."))
    #expect(idea.output.contains("#night #door"))
    #expect(idea.output.contains("Who hears it?") && idea.output.contains("nia, question"), "\(idea)")
    #expect(!talk.output.contains("\u{1B}"), "nothing is drawn")
  }

  @Test func theGateIsAskedForAndThenTheIdeaAdvances() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try await home.run("post", "spring", "A bell", "--as", "nia")
    let refused = try await talk(home, "3", "3", "6", "1", "", "", "", "0", "0")
    #expect(refused.output.contains("Empathise asks for 3 more answers"), "\(refused)")
    #expect(try await home.run("show", "spring", "3").output.contains("Empathise ·"))
    let moved = try await talk(home, "3", "3", "6", "1", "Carers", "A call", "1", "“I wait.”", "0", "0")
    #expect(moved.output.contains("to Define"), "\(moved)")
  }

  @Test func whatIsBeingWrittenOutlivesTheInputAndIsOfferedAgain() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let cut = try await talk(home, "2", "A bell at the door", "It rings")
    #expect(cut.status == 0)
    #expect(cut.output.contains("what you were writing is kept"))
    let again = try await talk(home, "1", "downstairs.", "", "", "1", "0")
    #expect(again.output.contains("You were writing an idea, “A bell at the door”"), "\(again)")
    let idea = try await home.run("show", "spring", "3")
    #expect(idea.output.contains("It rings\ndownstairs."), "\(again)\(idea)")
    #expect(try await !talk(home, "0").output.contains("You were writing"))
  }

  @Test func othersAreHeardBetweenAnswersAndUndoAsks() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try await home.run("post", "spring", "Mine", "--as", "nia")
    let undone = try await talk(home, "7", "1", "x", "99", "", "0")
    #expect(undone.output.contains("Take this back? You posted 3 “Mine”"), "\(undone)")
    #expect(undone.output.contains("Withdrew idea 3"))
    #expect(undone.output.contains("“x” is none of the numbers above."))
    #expect(undone.output.contains("“99” is none of the numbers above."))
    #expect(undone.output.contains("Enter alone reads the choices again."))
  }

  @Test func aRefusalIsASentenceAndTheConversationGoesOn() async throws {
    let home = try await BoardsHome.withSpringBoard()
    let talk = try await talk(home, "3", "1", "5", "0", "3", "77", "3", "x", "0")
    #expect(talk.status == 0)
    #expect(talk.output.contains("You have no dot on 1"), "\(talk)")
    #expect(talk.output.contains("There is no idea 77 on this board."))
    #expect(talk.output.contains("“x” is no number."))
    #expect(talk.output.contains("Goodbye."))
  }

  @Test func aFilterLeavesWhatIsAskedForAndSaysWhatItDoesNotKnow() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try await home.run("post", "spring", "A bell at the door", "--tag", "night", "--as", "nia")
    let talk = try await talk(home, "1", "8", "#night nonsense:x", "0", "1", "8", "-#night -pharmacy", "0", "0")
    #expect(talk.output.contains("“nonsense:” is none of stage:, challenge:, is: and sort:."), "\(talk)")
    #expect(talk.output.contains("Ideas 1 to 1 of 1.\n3  A bell at the door."), "\(talk)")
    let commands = try await home.run("list", "spring", "--filter", "-#night -pharmacy nonsense:x")
    #expect(!commands.output.contains("A bell") && !commands.output.contains("pharmacy"), "\(commands)")
    #expect(commands.output.contains("One number for carers"))
    #expect(commands.errors.contains("“nonsense:” is none of stage:"))
    #expect(try await home.succeed("list", "spring", "--filter", "#night").output.contains("A bell"))
    #expect(try await home.succeed("list", "spring", "--filter", "\"the bell\"").output.contains("No idea matches."))
  }

  @Test func linksAndCoAuthorsComeAndGo() async throws {
    let home = try await BoardsHome.withSpringBoard()
    try await home.run("post", "spring", "A bell", "--as", "nia")
    let menu = try await talk(home, "3", "3", "0", "0").lines
    func place(_ words: String) throws -> String {
      let line = try #require(menu.first { $0.contains(words) }, "\(menu)")
      return String(line.prefix { $0.isNumber })
    }
    let (links, authors) = (try place("Change its evidence"), try place("Change its co-authors"))
    let added = try await talk(home, "3", "3", links, "https://example.org/a", authors, "root", "0", "0")
    #expect(added.status == 0)
    let shown = try await home.succeed("show", "spring", "3").output
    #expect(shown.contains("https://example.org/a") && shown.contains("nia, root"), "\(added)\(shown)")
    _ = try await talk(home, "3", "3", links, "1", authors, "root", "0", "0")
    let after = try await home.succeed("show", "spring", "3").output
    #expect(!after.contains("https://example.org/a") && !after.contains("nia, root"), "\(after)")
  }

  @Test(arguments: [SIGHUP, SIGTERM]) func aHangUpKeepsTheDraftAndEndsAsTheScreensDo(signal: Int32) async throws {
    let home = try await BoardsHome.withSpringBoard()
    let terminal = try home.pseudoTerminal("open", "spring", "--plain", "--as", "nia")
    try await terminal.waitFor("0  Leave")
    terminal.type("2\n")
    try await terminal.waitFor("The idea in one line")
    terminal.type("A bell at the door\n")
    try await terminal.waitFor("More about it")
    terminal.type("It rings\n")
    let drafts = "\(home.path)/home/.local/state/hothouse/drafts"
    let isKept = try await eventually { home.files(under: drafts).contains { $0.contains("It rings") } ? true : nil }
    try #require(isKept == true)
    if signal == SIGHUP { terminal.close() } else { terminal.signal(signal) }
    #expect(await terminal.status() == 0)
    #expect(try await talk(home, "0", "0").output.contains("You were writing an idea, “A bell at the door”"))
  }
}

/// Everything a participant does on the screens is in the conversation.
@Suite(.timeLimit(.minutes(3))) struct PlainCommandsTests {
  /// What a command is called in the conversation; nil where it is about the screen itself or for coaches and facilitators.
  private static func words(for command: Command) -> String? {
    switch command {
    case .newIdea: "Write an idea"
    case .edit: "Change its title or text"
    case .comment: "Comment on it"
    case .buildOn: "Build on it with a new idea"
    case .giveDot: "Give it a dot"
    case .takeBackDot: "Take a dot back"
    case .agree: "Agree"
    case .disagree: "Disagree"
    case .pass: "Pass"
    case .advance: "Advance it to Define"
    case .sendBack: "Send it back to Empathise"
    case .worksheet: "Answer the questions of Empathise"
    case .tags: "Change its tags"
    case .withdraw: "Withdraw it"
    case .coAuthors: "Change its co-authors"
    case .links: "Change its evidence"
    case .filter: "Those that a filter leaves"
    case .search: "Find words in ideas and comments"
    case .undo: "Undo my last change"
    case .activity: "What happened lately"
    case .rounds: "The vote:"
    case .goToNumber: "Go to an idea by its number"
    case .open: "An idea’s number opens it."
    case .back: "0  Back"
    case .session, .startStep, .pauseStep, .moreMinutes, .fewerMinutes, .reveal, .skipStep, .addStep, .editStep,
      .moveStepUp, .moveStepDown, .openRound, .broadcast, .spotlight, .blankWall, .takeOver, .planSession, .openSession,
      .closeSession, .helpQueue, .actions, .addAction:
      nil
    case .quit, .leave: "0  Leave"
    case .help: "Type the number of what you want"
    case .post: "Post “A bell” under your name?"
    case .keep: "It is kept as a draft."
    // Ways about a screen, and what only a screen has.
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextPane, .previousPane, .nextField,
      .previousField, .palette, .theme, .mouse, .redraw, .suspend, .reference, .mark, .editor:
      nil
    // The room is shown on the screens only.
    case .whereWeAre, .ready, .hand, .askForHelp, .ownPosts, .joinTeam, .scribe: nil
    case .hide, .merge, .outcome: nil
    }
  }

  @Test func everyCommandOfAParticipantIsInTheConversation() async throws {
    let home = try await BoardsHome.withSpringBoard()
    func talk(_ answers: String...) async throws -> String {
      let input = answers.map { $0 + "\n" }.joined()
      return try await home.run(["open", "spring", "--plain", "--as", "nia"], input: input).output
    }
    var heard = try await talk("2", "A bell", "", "", "", "0", "0")
    heard += try await talk("1", "", "", "1", "1", "7", "0", "3", "3", "0", "0")
    for (key, answer) in [("who", "Carers"), ("need", "A call"), ("voice", "I wait")] {
      _ = try await home.run("answer", "spring", "3", key, answer, "--as", "nia")
    }
    try await home.succeed("advance", "spring", "3", "--override", "--reason", "test")
    try await home.succeed("round", "spring", "open", "--consensus")
    heard += try await talk("3", "3", "0", "0")
    for command in Command.allCases {
      guard let words = Self.words(for: command) else { continue }
      #expect(heard.contains(words), "\(command) is not in the conversation:\n\(heard)")
    }
  }
}
