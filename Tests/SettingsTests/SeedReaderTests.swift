import IdeaPipeline
import Testing

@testable import Settings

@Suite("Reading a seed")
struct SeedReaderTests {
  private func seed(_ text: String) throws -> BoardSeed {
    try SeedReader.read(text, name: "day", file: "day.yaml")
  }

  /// Each mistake as it is told, without the file's name.
  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try SeedReader.read(text, name: "day", file: "day.yaml")
      return []
    } catch .mistakes(let mistakes) {
      return mistakes.map { String($0.description.dropFirst("day.yaml:".count)) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("A title is enough; the rest has defaults")
  func leastSeed() throws {
    let seed = try seed("title: Our board\n")
    #expect(seed.name == "day")
    #expect(seed.title == "Our board")
    #expect(seed.entryStage == .empathise)
    #expect(seed.guides.map(\.stage) == Stage.allCases)
    #expect(seed.guides.allSatisfy { $0.gate.isEmpty && $0.worksheet == nil })
    #expect((seed.dots, seed.cap) == (5, 3))
    #expect(seed.demonstration == nil)
  }

  @Test("Every part is read")
  func wholeSeed() throws {
    let seed = try seed(Self.whole)
    #expect(seed.about == "For trying")
    #expect(seed.purpose == "First line of the purpose.\nSecond paragraph.")
    #expect(seed.entryStage == .define)
    #expect((seed.dots, seed.cap) == (6, 2))
    #expect(seed.perspectives == ["residents", "social care"])
    #expect(seed.teams == [TeamSeed(name: "North", place: "Town hall"), TeamSeed(name: "South")])
    #expect(
      seed.challenges == [
        ChallengeSeed(
          question: "How might we share?", detail: "More on it.", sponsor: "The board", team: "North",
          place: "Hall", stage: .ideate)
      ])
    #expect(seed.guides[1] == StageGuide(stage: .define, guide: "Ask.", worksheet: "question", gate: ["why", "sure"]))
    #expect(
      seed.worksheets == [
        Worksheet(
          key: "question", title: "The question",
          fields: [
            Field(key: "why", question: "Why?", label: "a reason", kind: .text),
            Field(key: "how_often", question: "How often?", label: "how often", kind: .choice(options: ["no", "on"])),
            Field(key: "sure", question: "Sure?", label: "sure", kind: .yesNo),
          ])
      ])
  }

  @Test("All mistakes are told at once, each with its place and what was probably meant")
  func allMistakes() {
    let told = mistakes(
      """
      titel: Our board
      entry_stage: idate
      dots:
        budget: eight
        cap: 3
      challenges:
        - question: How might we?
          team: Nort
          stag: define
      teams:
        - name: North
        - name: North
      stages:
        define:
          guide: Ask.
          worksheet: question
          gate: [whi, why, why]
      worksheets:
        question:
          title: The question
          fields:
            why: { question: Why?, answer: yes-no, options: [a, b] }
      """)
    #expect(
      told == [
        "1:1: There is no “title” in a seed, which needs one.",
        "1:1: Unknown key “titel” in a seed. Did you mean “title”?",
        "2:14: “entry_stage” cannot be “idate”: it is one of “empathise”, “define”, “ideate”, “prototype”, “test”. "
          + "Did you mean “ideate”?",
        "4:11: “budget” takes a whole number from 1 to 99, not “eight”.",
        "8:11: There is no team “Nort” in this seed. Did you mean “North”?",
        "9:5: Unknown key “stag” in a challenge. Did you mean “stage”?",
        "12:5: There are two teams called “North”.",
        "17:12: The worksheet “question” has no field “whi”. Did you mean “why”?",
        "17:22: “why” is in the gate twice.",
        "22:46: Only a field with “answer: choice” has “options”.",
      ])
  }

  @Test("A key given twice is told with both places, and the rest of the file is still read")
  func duplicateKeys() {
    let told = mistakes(
      """
      title: One
      purpose: Why
      title: Two
      "title": Three
      dots: { budget: 5, budget: 6, cup: 3 }
      """)
    #expect(
      told == [
        "3:1: “title” is given twice in a seed; the first is on line 1.",
        "4:1: “title” is given twice in a seed; the first is on line 1.",
        "5:20: “budget” is given twice in the dots; the first is on line 5.",
        "5:31: Unknown key “cup” in the dots. Did you mean “cap”?",
      ])
  }

  @Test("A file that is not YAML is told with its line, column and excerpt")
  func syntaxError() {
    let told = mistakes("title: Our board\nteams:\n  - name: \"North\n  - name: South\n")
    #expect(told.count == 1)
    #expect(told[0].contains("This is not YAML"))
    let colon = mistakes("title: Our board\npurpose: One: two\n")
    #expect(
      colon == [
        "2:13: This is not YAML: mapping values are not allowed in this context.\n"
          + "  | purpose: One: two\n  |             ^"
      ])
  }

  @Test("A control character is told with its place and is not printed")
  func controlCharacter() {
    let told = mistakes("title: Our board\npurpose: a\u{1B}[31m\n")
    #expect(told.count == 1)
    #expect(told[0].hasPrefix("2:11: "))
    #expect(!told[0].contains("\u{1B}"))
  }

  @Test("An empty file says what a seed needs", arguments: ["", "# only a comment\n"])
  func emptyFile(_ text: String) {
    #expect(mistakes(text) == ["1:1: This file is empty; a seed has at least a “title”."])
  }

  @Test("The wrong kind of thing is told in words")
  func wrongKinds() {
    #expect(
      mistakes("- title: x") == [
        "1:1: Here belongs a seed, with a “key: value” on each line; this is a list."
      ])
    #expect(
      mistakes("title: [a]\nteams: North\nperspectives:\n  a: b\npurpose: {a: b}") == [
        "1:8: “title” takes a text, not a list.",
        "2:8: “teams” takes a list, with “- ” before each thing in it, not a text.",
        "4:3: “perspectives” takes a list, with “- ” before each thing in it, not a group of keys.",
        "5:10: “purpose” takes a text, not a group of keys.",
      ])
    #expect(mistakes("title:") == ["1:1: “title” has no value."])
  }

  @Test("The limits of the board hold in a seed too")
  func limits() {
    let long = String(repeating: "x", count: 201)
    let told = mistakes("title: \(long.prefix(81))\nchallenges:\n  - question: \(long)\ndots: {budget: 2, cap: 3}")
    #expect(
      told == [
        "1:8: “title”: The name has 81 characters; at most 80 fit. Shorten it a little.",
        "3:15: “question”: The question has 201 characters; at most 200 fit. Shorten it a little.",
        "4:24: “cap” is 3, more than the 2 dots that a person has.",
      ])
  }

  @Test("YAML's own words for true, false and nothing stay the words they are")
  func plainWords() throws {
    let seed = try seed("title: no\nperspectives: [on, null, \"~\", 1.0]\n")
    #expect(seed.title == "no")
    #expect(seed.perspectives == ["on", "null", "~", "1.0"])
  }

  @Test("Windows line ends and a byte order mark do no harm")
  func lineEnds() {
    #expect(
      mistakes("\u{FEFF}title: A\r\npurpose: B\r\nteems: []\r\n") == [
        "3:1: Unknown key “teems” in a seed. Did you mean “teams”?"
      ])
  }

  private static let whole = """
    title: Our board
    about: For trying
    purpose: |
      First line of the purpose.
      Second paragraph.
    entry_stage: define
    dots: { budget: 6, cap: 2 }
    perspectives: [residents, social care]
    teams:
      - { name: North, place: Town hall }
      - name: South
    challenges:
      - question: How might we share?
        detail: More on it.
        sponsor: The board
        team: North
        place: Hall
        stage: ideate
    stages:
      define:
        guide: Ask.
        worksheet: question
        gate: [why, sure]
    worksheets:
      question:
        title: The question
        fields:
          why: { question: Why?, label: a reason }
          how_often: { question: How often?, answer: choice, options: [no, on] }
          sure: { question: Sure?, answer: yes-no }
    """
}
