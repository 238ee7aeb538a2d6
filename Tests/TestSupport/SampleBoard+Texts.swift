import IdeaPipeline

extension SampleBoard {
  static func summary(role: Role) -> BoardSummary {
    BoardSummary(
      title: "Neighbourhoods First", purpose: "What would help people to stay well at home.",
      viewer: PersonRow(
        id: PersonID(rawValue: 1), handle: "ann", name: "Ann Marlow", role: role, team: "Stockport",
        organisation: nil, perspective: "community nurses"),
      isOwner: false, guides: guides, worksheets: worksheets, challenges: challenges,
      teams: [], perspectives: ["residents", "social care"], counts: [:], people: 38, round: round, seq: 992,
      needsUpdate: false)
  }

  private static let questions = [
    "How might we hear from people who never come to meetings?",
    "How might we make urgent community response feel like one team?",
    "How might we stop asking families the same questions?",
    "How might we share what already works next door?",
  ]

  private static var challenges: [ChallengeRow] {
    questions.enumerated().map { place, question in
      let id = ChallengeID(rawValue: Int64(10 + place))
      let challenge = Challenge(id: id, seq: place + 2, number: place + 1, question: question)
      return ChallengeRow(challenge: challenge, ideas: 4)
    }
  }

  private static var round: RoundRow {
    let round = Round(
      id: RoundID(rawValue: 5), seq: 1, number: 1, title: "Dots", kind: .dots(budget: 5, cap: 3), isStanding: true,
      ballotList: nil, openedAt: before(minutes: 90))
    return RoundRow(round: round, ownSpent: 2, ownPositions: 0, done: 3, voters: 38)
  }

  private static var guides: [StageGuide] {
    [
      StageGuide(
        stage: .empathise, guide: "Say who has the need, and in whose words you heard it.", worksheet: "empathise",
        gate: ["who", "need", "voice"]),
      StageGuide(
        stage: .define, guide: "Turn the need into one question.", worksheet: "define",
        gate: ["need", "insight", "how_might_we"]),
      StageGuide(
        stage: .ideate, guide: "Think of at least two ways before choosing one.", worksheet: "ideate",
        gate: ["alternatives", "chosen", "safe"]),
      StageGuide(stage: .prototype, guide: "Make the smallest thing one can try.", worksheet: nil, gate: []),
      StageGuide(stage: .test, guide: "Try it, and write down what you learned.", worksheet: nil, gate: []),
    ]
  }

  private static var worksheets: [Worksheet] {
    [
      Worksheet(
        key: "empathise", title: "Who has the need",
        fields: [
          Field(key: "who", question: "Who has this need?", label: "who has the need", kind: .text),
          Field(key: "need", question: "What do they need?", label: "the need", kind: .text),
          Field(key: "voice", question: "Did somebody with the need say so?", label: "a voice", kind: .yesNo),
        ]),
      Worksheet(
        key: "define", title: "The question",
        fields: [
          Field(key: "need", question: "Whose need is it, and what is it?", label: "the need", kind: .text),
          Field(key: "insight", question: "What surprised you?", label: "an insight", kind: .text),
          Field(key: "how_might_we", question: "How might we …?", label: "a How might we", kind: .text),
        ]),
      Worksheet(
        key: "ideate", title: "Ways to do it",
        fields: [
          Field(
            key: "alternatives", question: "Which other ways did you think of?", label: "two alternatives", kind: .text),
          Field(
            key: "chosen", question: "Why this one?", label: "why this one",
            kind: .choice(options: ["quickest to try", "helps most people", "asked for most", "costs least"])),
          Field(key: "safe", question: "Is it safe to try next week?", label: "safe to try", kind: .yesNo),
          Field(key: "cost", question: "What would it cost?", label: "the cost", kind: .text),
        ]),
    ]
  }
}

// MARK: - Ideas

extension SampleBoard {
  static var typicalRows: [IdeaRow] {
    var desk = row(
      14, "Shared triage desk between 999 and UCR", ann, "Stockport", .ideate, dots: 5, comments: 5, minutes: 44)
    desk.body = """
      One desk, clinicians of both services, eight to eight. Families ring once; the desk decides who goes.
      """
    desk.isOwn = true
    desk.builds = 2
    desk.tags = ["urgent-care", "one-team"]
    desk.gateMet = 2
    desk.tally = .dots(5, own: 2)
    var fire = row(22, "Shared desk with the fire service", lee, "Wigan", .ideate, dots: 0, comments: 1, minutes: 9)
    var video = row(
      31, "The desk by video, for care homes", priya, "Bolton", .define, dots: 12, comments: 0, minutes: 12)
    fire.buildsOn = 14
    video.buildsOn = 14
    let new = row(
      19, "One number for carers, answered by a person", sam, "Oldham", .ideate, dots: 1, comments: 0, minutes: 0)
    var falls = row(9, "Falls car, eight to eight", lee, "Wigan", .test, dots: 4, comments: 3, minutes: 2_000)
    falls.outcome = .adapted
    return [
      desk, fire, video, new, falls,
      row(15, "Night-time pharmacy rota", jo, "Wirral", .ideate, dots: 2, comments: 1, minutes: 21),
      row(16, "A neighbour who knows whom to ring", .hidden, nil, .ideate, dots: 0, comments: 0, minutes: 15),
      row(3, "One number for carers", sam, "Oldham", .empathise, dots: 3, comments: 4, minutes: 70),
      row(4, "Nobody asks the night staff", .sealed, nil, .empathise, dots: 0, comments: 2, minutes: 71),
      row(5, "Transport home after ten in the evening", priya, "Bolton", .empathise, dots: 1, comments: 0, minutes: 74),
      row(6, "How might we share one care plan?", priya, "Bolton", .define, dots: 2, comments: 1, minutes: 80),
      row(8, "Huddle board on a ward round", jo, "Wirral", .prototype, dots: 1, comments: 2, minutes: 130),
    ]
  }

  static func row(
    _ number: Int, _ title: String, _ author: AuthorView, _ team: String?, _ stage: Stage, dots: Int, comments: Int,
    minutes: Int
  ) -> IdeaRow {
    let seq = max(1, 1_000 - minutes)
    return IdeaRow(
      id: id(number), number: number, title: title, stage: stage, challenge: 1 + number % 4, author: author,
      team: team, tally: .dots(dots, own: 0), comments: comments, gateMet: 1, gateTotal: stage < .prototype ? 3 : 0,
      createdAt: before(minutes: minutes), updatedAt: before(minutes: minutes), postedSeq: seq, activity: seq)
  }

  static func comment(
    _ number: Int, _ author: AuthorView, _ text: String?, minutes: Int, on idea: IdeaID, replyTo: Int? = nil,
    kind: Comment.Kind = .comment
  ) -> CommentView {
    CommentView(
      id: CommentID(rawValue: Int64(9_000 + number)), number: number, idea: idea, kind: kind, text: text,
      author: author, replyTo: replyTo, isOwn: author == ann, mentionsViewer: text?.contains("@ann") ?? false,
      createdAt: before(minutes: minutes), revision: 1, seq: 1_000 - minutes)
  }

  static var conversation: [CommentView] {
    [
      comment(1, jo, "Could the desk sit with the ambulance service, where the calls arrive?", minutes: 41, on: id(14)),
      comment(2, ann, "It could. They have the room and the screens.", minutes: 40, on: id(14), replyTo: 1),
      comment(
        3, lee, "In the winter of 2024 a third of our calls were passed on twice.", minutes: 33, on: id(14),
        kind: .evidence),
      comment(4, sam, nil, minutes: 30, on: id(14)),
      comment(5, priya, "Who pays at weekends? @ann", minutes: 6, on: id(14), kind: .question),
      comment(6, jo, "The two services, half each, for the first hundred days.", minutes: 2, on: id(14), replyTo: 5),
    ]
  }

  static var journey: [MoveView] {
    [
      MoveView(from: .empathise, to: .define, reason: nil, overrode: false, by: ann, at: before(minutes: 42)),
      MoveView(from: .define, to: .ideate, reason: nil, overrode: false, by: ann, at: before(minutes: 38)),
      MoveView(
        from: .ideate, to: .define, reason: "Families were not asked yet.", overrode: false, by: lee,
        at: before(minutes: 30)),
      MoveView(
        from: .define, to: .ideate, reason: "Asked on Tuesday; the notes follow.", overrode: true, by: lee,
        at: before(minutes: 10)),
    ]
  }

  /// Texts that are hard to draw: the longest title, wide characters, marks, emoji, right to left.
  public static let hardTexts = [
    "Wherever a person rings at night, somebody who knows the street answers, and writes down what was said so that no one has to say it all again",
    "近所の人が夜に電話できる一つの番号、そして次の朝に誰かが訪ねて来る仕組みを町ごとに作りたい",
    "Cafe\u{301} a\u{300}\u{301}\u{302}\u{303} for nai\u{308}ve re\u{301}sume\u{301}s and Tie\u{302}\u{301}ng Vie\u{323}\u{302}t neighbours",
    "👩🏽‍⚕️ nurses 👨‍👩‍👧‍👦 families 🇬🇧🇺🇦 and 🏳️‍🌈 everyone at one table 🧑‍🦽",
    "رقم واحد للجيران عند الليل، ويجيب عليه إنسان يعرف الشارع",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "מספר אחד לשכנים (24/7) – one number for neighbours",
    "ok",
  ]

  static func overfullRow(_ number: Int, _ generator: inout SplitMix) -> IdeaRow {
    let authors = [ann, jo, sam, priya, lee, .hidden, .sealed]
    // Most are in Ideate, so that one list is as long as it gets.
    let stage = number % 4 == 0 ? Stage.allCases[Int.random(in: 0..<5, using: &generator)] : .ideate
    var row = row(
      number, hardTexts[number % hardTexts.count], authors[number % authors.count],
      number % 3 == 0 ? nil : "Ashton-in-Makerfield and Golborne", stage,
      dots: Int.random(in: 0...140, using: &generator), comments: Int.random(in: 0...1_200, using: &generator),
      minutes: 1_000 - number)
    row.body = hardTexts.shuffled(using: &generator).joined(separator: " ")
    row.builds = Int.random(in: 0...99, using: &generator)
    row.tags = ["night-time", "carers", "one-number"]
    row.isOwn = row.author == ann
    return row
  }
}

/// Random numbers from a seed, the same everywhere.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
