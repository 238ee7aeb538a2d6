import IdeaPipeline
import Testing

@testable import Settings

@Suite("Sessions in a seed")
struct SessionSeedTests {
  private static let whole = """
    title: Our board
    challenges:
      - question: How might we share?
      - question: How might we stop?
    sessions:
      - title: Day one
        agenda:
          - title: Write
            instruction: Alone, please.
            minutes: 20
            kind: private-writing
            naming: sealed
            hides_organisations: yes
            hard_stop: yes
            stages: [empathise, define]
            challenges: [2]
            may: { participant: [post, edit], observer: [] }
          - { title: Look, minutes: 5, kind: gallery, naming: hidden, private: no }
      - title: Day two
    """

  @Test("Every part of an agenda is read")
  func wholeAgenda() throws {
    let seed = try SeedReader.read(Self.whole, name: "day", file: "day.yaml")
    let write = StepPlan(
      title: "Write", instruction: "Alone, please.", minutes: 20, kind: .privateWriting, stages: [.empathise, .define],
      naming: .sealed, isPrivate: true, hidesOrganisations: true, isHardStop: true,
      rights: [StepRight(role: .observer, deeds: []), StepRight(role: .participant, deeds: [.post, .edit])])
    let look = StepPlan(title: "Look", minutes: 5, kind: .gallery, naming: .hidden, isPrivate: false)
    #expect(
      seed.sessions == [
        SessionSeed(title: "Day one", agenda: [StepSeed(write, challenges: [2]), StepSeed(look)]),
        SessionSeed(title: "Day two"),
      ])
  }

  @Test("They are planned on the board, not opened, with the challenges it poses")
  func planned() throws {
    let seed = try SeedReader.read(Self.whole, name: "day", file: "day.yaml")
    var generator = Sequence64(state: 3)
    let board = MemoryBoard()
    let now = Timestamp(milliseconds: 1_800_000_000_000)
    let submissions = seed.submissions(
      founder: BoardFounder(handle: "ann", name: "Ann"), now: now, using: &generator)
    for (place, submission) in submissions.enumerated() {
      let stamp = Stamp(seq: place + 1, id: submission.id, at: now, actor: submission.actor)
      try OperationRules.check(submission, stamp, at: HostMoment(steady: now), on: board)
      submission.operation.apply(to: board, stamp)
    }
    let sessions = board.all(Session.self)
    #expect(sessions.map(\.title) == ["Day one", "Day two"])
    #expect(sessions.allSatisfy { $0.state == .planned })
    let agenda = board.agenda(of: sessions[0].id)
    #expect(agenda.map(\.plan.title) == ["Write", "Look"])
    let second = try #require(board.all(Challenge.self).first { $0.number == 2 })
    #expect(agenda.map(\.plan.challenges) == [[second.id], []])
  }

  @Test("Each mistake is told with its place and what was probably meant")
  func mistakes() {
    let text = """
      title: Our board
      challenges: [{ question: How might we? }]
      sessions:
        - titel: Day one
          agenda:
            - { title: Write, minutes: eight, kind: private-writting }
            - { title: Talk, naming: seald, hard_stop: maybe }
            - { title: Dots, minutes: 5, kind: round, naming: sealed }
            - title: Work
              minutes: 700
              stages: [defin, test, test]
              challenges: [2, one, 1]
              may:
                particpant: [post]
                coach: [pots]
                observer:
      """
    let error = #expect(throws: SettingsError.self) { try SeedReader.read(text, name: "day", file: "day.yaml") }
    let told: [String] = (error?.description ?? "").split(separator: "\n").map { String($0.dropFirst(9)) }
    let expected: [String] = [
      "4:5: There is no “title” in a session, which needs one.",
      "4:5: Unknown key “titel” in a session. Did you mean “title”?",
      "6:34: “minutes” takes a whole number from 1 to 600, not “eight”.",
      "6:47: “kind” cannot be “private-writting”: it is one of “work”, “gallery”, “round”, “pitch”, “actions”, "
        + "“private-writing”, “break”. Did you mean “private-writing”?",
      "7:9: There is no “minutes” in a step of the agenda, which needs one.",
      "7:32: “naming” cannot be “seald”: it is one of “named”, “hidden”, “sealed”. Did you mean “sealed”?",
      "7:50: “hard_stop” takes “yes” or “no”, not “maybe”.",
      "8:57: A round needs names, so that everyone has the same say: named or hidden.",
      "10:18: “minutes” takes a whole number from 1 to 600, not “700”.",
      "11:18: “stages” cannot be “defin”: it is one of “empathise”, “define”, “ideate”, “prototype”, “test”. "
        + "Did you mean “define”?",
      "11:31: “test” is in “stages” twice.",
      "12:22: There is no challenge 2: this seed has only 1, counted from the top.",
      "12:25: There is no challenge one: this seed has only 1, counted from the top.",
      "14:11: Unknown key “particpant” in what a step lets people do. Did you mean “participant”?",
      "15:19: “coach” cannot be “pots”: it is one of “post”, “comment”, “vote”, “advance”, “edit”, “answer”. "
        + "Did you mean “post”?",
      "16:11: “observer” has no value.",
    ]
    #expect(told == expected)
  }
}
