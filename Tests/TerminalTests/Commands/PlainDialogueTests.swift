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
      "Who hears it?", "", "0", "0")
    #expect(talk.status == 0, "\(talk.errors)")
    #expect(talk.output.contains("You are nia, participant."), "\(talk)")
    #expect(talk.output.contains("Posted 3 “A bell at the door”"))
    #expect(talk.output.contains("Commented on 3"))
    #expect(talk.output.contains("Goodbye."))
    let idea = try await home.run("show", "spring", "3")
    #expect(idea.output.contains("It rings\ndownstairs."))
    #expect(idea.output.contains("#night #door"))
    #expect(idea.output.contains("Who hears it?"))
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
}
