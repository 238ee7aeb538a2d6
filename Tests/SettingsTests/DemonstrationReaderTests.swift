import IdeaPipeline
import Testing

@testable import Settings

@Suite("Reading the demonstration of a seed")
struct DemonstrationReaderTests {
  private static let head = """
    title: Our board
    perspectives: [residents]
    teams: [{ name: North }]
    challenges: [{ question: How might we? }]
    stages:
      empathise: { guide: Listen., worksheet: need, gate: [who] }
    worksheets:
      need: { title: Need, fields: { who: { question: Who?, label: who }, sure: { question: S?, answer: yes-no } } }
    demonstration:
      people:
        - { handle: ash, name: Ash Invented, team: North, perspective: residents }
        - { handle: elm, name: Elm Invented, role: coach }

    """

  private func read(_ ideas: String) throws -> [DemonstrationIdea] {
    let seed = try SeedReader.read(Self.head + ideas, name: "day", file: "day.yaml")
    return try #require(seed.demonstration).ideas
  }

  private func mistakes(_ ideas: String) -> [String] {
    do {
      _ = try read(ideas)
      return []
    } catch SettingsError.mistakes(let mistakes) {
      return mistakes.map { String($0.description.dropFirst("day.yaml:".count)) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Steps become deeds in their order; time and person carry on from the step before")
  func journey() throws {
    let ideas = try read(
      """
        ideas:
          - key: one
            by: ash
            ago: 1d 2h
            title: First
            challenge: 1
            tags: [small]
            journey:
              - { by: elm, ago: 3h, question: Why? }
              - { reply: "Because.", ago: 2h }
              - { answer: { who: Everybody, sure: yes }, advance: define, dots: 2 }
              - { by: elm, ago: 40m, send_back: empathise, reason: Too soon }
          - { key: two, by: elm, ago: 30m, title: Second, builds_on: one }
      """)
    #expect(ideas.map(\.ago) == [93_600, 1_800])
    #expect(ideas[1].buildsOn == "one")
    let steps = ideas[0].journey
    #expect(
      steps.map(\.deed) == [
        .comment(.question, "Why?"), .reply("Because."),
        .answer(worksheet: "need", field: "who", .text("Everybody")),
        .answer(worksheet: "need", field: "sure", .yesNo(true)),
        .advance(to: .define), .dot, .dot, .sendBack(to: .empathise, reason: "Too soon"),
      ])
    #expect(steps.map(\.by) == ["elm", "ash", "ash", "ash", "ash", "ash", "ash", "elm"])
    #expect(steps.map(\.ago) == [10_800, 7_200, 7_200, 7_200, 7_200, 7_200, 7_200, 2_400])
  }

  @Test("Names that the demonstration does not have, odd times and unknown answers are told")
  func mistakesInJourney() {
    let told = mistakes(
      """
        ideas:
          - key: one
            by: ahs
            ago: yesterday
            title: First
            builds_on: tow
            challenge: 2
            journey:
              - { by: elm, ago: 3h, answer: { hwo: x } }
              - { ago: 4h, comment: Earlier }
              - { ago: 2h, send_back: empathise }
              - { outcome: adopted }
          - { key: two, by: elm, ago: 30m, title: Second }
      """)
    #expect(
      told == [
        "15:11: “by”: there is no “ahs” in this demonstration. Did you mean “ash”?",
        "16:12: “ago” takes a time such as 40m, 3h, 2d or “1d 4h”, not “yesterday”.",
        "18:18: “builds_on”: there is no “tow” in this demonstration. Did you mean “two”?",
        "19:18: “challenge” takes a whole number from 1 to 1, not “2”.",
        "21:11: This step is earlier than what comes before it.",
        "21:41: Unknown key “hwo” in the answers in Empathise. Did you mean “who”?",
        "22:11: This step is earlier than what comes before it.",
        "23:11: Sending an idea back needs a “reason”.",
        "24:11: An outcome needs its “learning”.",
      ])
  }
}
