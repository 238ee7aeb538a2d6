import BoardUI
import IdeaPipeline

/// A board as the screens read it, made up and always the same: projections without a store.
///
/// `answer` stands in for the store: it gives what `BoardReading` would give for a read.
public struct SampleBoard: Sendable {
  public var summary: BoardSummary
  public var rows: [IdeaRow]
  public var comments: [IdeaID: [CommentView]]
  public var moves: [IdeaID: [MoveView]] = [:]

  /// Thursday 14 May 2026, 10:30 UTC.
  public static let now = Timestamp(milliseconds: 1_778_754_600_000)

  /// The moment that many minutes before `now`.
  public static func before(minutes: Int) -> Timestamp {
    Timestamp(milliseconds: now.milliseconds - Int64(minutes) * 60_000)
  }

  /// The identity that stands for a small number.
  public static func id(_ number: Int) -> IdeaID { IdeaID(rawValue: Int64(1_000 + number)) }

  public static let ann = author(1, "ann", "Ann Marlow")
  public static let jo = author(2, "jo", "Jo Birch")
  public static let sam = author(3, "sam", "Sam Okafor")
  public static let priya = author(4, "priya", "Priya Nair")
  public static let lee = author(5, "lee", "Lee Tan")

  private static func author(_ number: Int64, _ handle: String, _ name: String) -> AuthorView {
    .named(id: PersonID(rawValue: number), handle: handle, name: name)
  }

  /// Opened as Ann, after an earlier visit that ended at sequence number 60.
  public var opening: BoardOpening { BoardOpening(name: "demo", summary: summary, lastVisit: 60) }
}

// MARK: - Three boards

extension SampleBoard {
  /// A board nobody has written on.
  public static var empty: SampleBoard {
    var board = SampleBoard(summary: summary(role: .participant), rows: [], comments: [:])
    board.summary.people = 1
    board.summary.counts = [:]
    return board
  }

  /// A board an hour into a workshop.
  public static var typical: SampleBoard {
    var board = SampleBoard(summary: summary(role: .participant), rows: typicalRows, comments: [:])
    board.comments[id(14)] = conversation
    board.moves[id(14)] = journey
    board.count()
    return board
  }

  /// 1,000 ideas with everything that is hard to draw.
  public static let overfull: SampleBoard = {
    var generator = SplitMix(seed: 7)
    let rows = (1...1_000).map { number in overfullRow(number, &generator) }
    var board = SampleBoard(summary: summary(role: .facilitator), rows: rows, comments: [:])
    board.summary.title = "Every neighbourhood from Ulverston to Crewe, and the ones between that nobody counted 🏘️"
    board.comments[id(1_000)] = (1...40).map { number in
      comment(number, sam, hardTexts[number % hardTexts.count], minutes: 200 - number, on: id(1_000))
    }
    board.moves[id(1_000)] = journey
    board.count()
    return board
  }()

  /// As facilitator, coach or observer instead.
  public func seen(as role: Role) -> SampleBoard {
    var board = self
    board.summary.viewer?.role = role
    return board
  }

  mutating func count() {
    summary.counts = Dictionary(grouping: rows.filter { $0.state == .active }, by: \.stage).mapValues(\.count)
    summary.seq = rows.map(\.activity).max() ?? summary.seq
  }
}

// MARK: - What happens on it

extension SampleBoard {
  /// Somebody else posts an idea in Ideate.
  public mutating func arrive(_ title: String, number: Int, seq: Int) -> IdeaRow {
    var row = Self.row(number, title, Self.sam, "Oldham", .ideate, dots: 0, comments: 0, minutes: 0)
    row.postedSeq = seq
    row.activity = seq
    rows.append(row)
    count()
    return row
  }

  /// Changes one idea and records that it changed.
  public mutating func change(_ number: Int, seq: Int, _ body: (inout IdeaRow) -> Void) {
    guard let index = rows.firstIndex(where: { $0.number == number }) else { return }
    body(&rows[index])
    rows[index].activity = seq
    count()
  }

  /// Puts a row in the place of the one with its identity.
  public mutating func replace(_ row: IdeaRow) {
    guard let index = rows.firstIndex(where: { $0.id == row.id }) else { return }
    rows[index] = row
    count()
  }

  /// Lee comments on an idea.
  public mutating func say(_ text: String, on number: Int, seq: Int) {
    let id = Self.id(number)
    let count = comments[id]?.count ?? 0
    comments[id, default: []].append(Self.comment(count + 1, Self.lee, text, minutes: 0, on: id))
    change(number, seq: seq) { $0.comments += 1 }
  }

  /// A line of the feed.
  public func change(by author: AuthorView, _ words: String, _ idea: IdeaID?, seq: Int) -> Change {
    Change(
      seq: seq, id: OperationID(rawValue: Int64(seq)), at: Self.now, actor: author, kind: "sample",
      activity: Activity(words, idea: idea), isUndo: false, isOwn: author == Self.ann)
  }
}

// MARK: - What the store would answer

extension SampleBoard {
  /// The message that answers a read.
  public func answer(_ load: Load) -> Message {
    switch load {
    case .summary: .summary(summary)
    case .page(let query): .page(query, page(query))
    case .idea(let reference): .idea(reference, detail(reference))
    case .recent: .recent(recent)
    case .similar(let title): .similar(similar(to: title), forTitle: title)
    }
  }

  /// A page of the list, by the rules that lists have.
  public func page(_ query: IdeaQuery) -> IdeaPage {
    let words = (query.words ?? "").lowercased().split(separator: " ")
    let found = rows.filter { row in
      (query.includesInactive || row.state == .active)
        && (query.stage == nil || row.stage == query.stage)
        && (query.challenge == nil || row.challenge == query.challenge)
        && (query.tag.map(row.tags.contains) ?? true)
        && (query.author == nil || handle(of: row) == query.author)
        && words.allSatisfy { "\(row.title) \(row.body)".lowercased().contains($0) }
    }
    let sorted = found.sorted { order(query.sort, $0) > order(query.sort, $1) }
    return IdeaPage(
      rows: Array(sorted.dropFirst(query.offset).prefix(query.limit)), total: sorted.count, seq: summary.seq)
  }

  private func order(_ sort: IdeaQuery.Sort, _ row: IdeaRow) -> (Int, Int) {
    switch sort {
    case .dots: (row.tally.count, row.postedSeq)
    case .activity: (row.activity, row.postedSeq)
    case .new, .stage: (row.postedSeq, 0)
    }
  }

  private func handle(of row: IdeaRow) -> String? {
    if case .named(_, let handle, _) = row.author { handle } else { nil }
  }

  /// One idea with what was said about it; nil where there is none.
  public func detail(_ reference: IdeaReference) -> IdeaDetail? {
    let row = rows.first { row in
      switch reference {
      case .number(let number): row.number == number
      case .id(let id): row.id == id
      }
    }
    guard let row else { return nil }
    return IdeaDetail(
      row: row,
      links: row.number == 14 ? [EvidenceLink(url: "https://example.org/ucr", title: "Response times")] : [],
      comments: comments[row.id] ?? [], moves: moves[row.id] ?? [], gates: gates(of: row),
      parent: rows.first { $0.number != nil && $0.number == row.buildsOn },
      builds: rows.filter { $0.buildsOn != nil && $0.buildsOn == row.number },
      merged: rows.filter { $0.mergedInto != nil && $0.mergedInto == row.number },
      mayEdit: row.isOwn || summary.viewer?.role == .facilitator,
      mayMove: row.isOwn || (summary.viewer?.role ?? .observer) >= .coach, seq: summary.seq)
  }

  private func gates(of row: IdeaRow) -> [Gate] {
    Stage.allCases.map { stage in
      let sheet = summary.worksheets.first { $0.key == stage.rawValue }
      let asked = (sheet?.fields ?? []).filter { field in
        summary.guides.first { $0.stage == stage }?.gate.contains(field.key) ?? false
      }
      let met = stage < row.stage ? asked.count : stage == row.stage ? row.gateMet : 0
      let items = asked.enumerated().map { place, field in
        Gate.Item(field: field, answer: place < met ? Self.sampleAnswer(field) : nil)
      }
      return Gate(stage: stage, worksheet: sheet?.title ?? "", items: items)
    }
  }

  private static func sampleAnswer(_ field: Field) -> Answer {
    switch field.kind {
    case .text: .text("Carers in Oldham, at night and at weekends")
    case .choice(let options): .choice(options[0])
    case .yesNo: .yesNo(true)
    }
  }

  /// Up to three ideas that share a word of four letters or more.
  public func similar(to title: String) -> [IdeaRow] {
    let words = title.lowercased().split(separator: " ").filter { $0.count >= 4 }
    return Array(rows.filter { row in words.contains { row.title.lowercased().contains($0) } }.prefix(3))
  }

  private var recent: [Change] {
    rows.sorted { $0.postedSeq > $1.postedSeq }.prefix(200).map { row in
      Change(
        seq: row.postedSeq, id: OperationID(rawValue: row.id.rawValue), at: row.createdAt, actor: row.author,
        kind: "idea.post", activity: Activity("posted \(row.number ?? 0) “\(row.title.prefix(40))”", idea: row.id),
        isUndo: false, isOwn: row.isOwn)
    }
  }
}

// MARK: - The board's own texts

extension SampleBoard {
  private static func summary(role: Role) -> BoardSummary {
    BoardSummary(
      title: "Neighbourhoods First", purpose: "What would help people to stay well at home.",
      viewer: PersonRow(
        id: PersonID(rawValue: 1), handle: "ann", name: "Ann Marlow", role: role, team: "Stockport",
        organisation: nil, perspective: "community nurses"),
      isOwner: false, guides: guides, worksheets: worksheets, challenges: challenges,
      teams: [], perspectives: ["residents", "social care"], counts: [:], people: 38, round: round, seq: 60,
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
  private static var typicalRows: [IdeaRow] {
    var desk = row(
      14, "Shared triage desk between 999 and UCR", ann, "Stockport", .ideate, dots: 5, comments: 6, minutes: 4)
    desk.body = """
      One desk, clinicians of both services, eight to eight. Families ring once; the desk decides who goes.
      """
    desk.isOwn = true
    desk.builds = 2
    desk.tags = ["urgent-care", "one-team"]
    desk.gateMet = 2
    desk.tally = .dots(5, own: 2)
    var fire = row(22, "Shared desk with the fire service", lee, "Wigan", .ideate, dots: 0, comments: 1, minutes: 40)
    var video = row(
      31, "The desk by video, for care homes", priya, "Bolton", .define, dots: 12, comments: 0, minutes: 50)
    fire.buildsOn = 14
    video.buildsOn = 14
    var new = row(
      19, "One number for carers, answered by a person", sam, "Oldham", .ideate, dots: 1, comments: 0, minutes: 0)
    new.postedSeq = 75
    new.activity = 75
    var falls = row(9, "Falls car, eight to eight", lee, "Wigan", .test, dots: 4, comments: 3, minutes: 2_000)
    falls.outcome = .adapted
    return [
      desk, fire, video, new, falls,
      row(15, "Night-time pharmacy rota", jo, "Wirral", .ideate, dots: 2, comments: 1, minutes: 11),
      row(16, "A neighbour who knows whom to ring", .hidden, nil, .ideate, dots: 0, comments: 0, minutes: 15),
      row(3, "One number for carers", sam, "Oldham", .empathise, dots: 3, comments: 4, minutes: 70),
      row(4, "Nobody asks the night staff", .sealed, nil, .empathise, dots: 0, comments: 2, minutes: 71),
      row(5, "Transport home after ten in the evening", priya, "Bolton", .empathise, dots: 1, comments: 0, minutes: 74),
      row(6, "How might we share one care plan?", priya, "Bolton", .define, dots: 2, comments: 1, minutes: 80),
      row(8, "Huddle board on a ward round", jo, "Wirral", .prototype, dots: 1, comments: 2, minutes: 130),
    ]
  }

  private static func row(
    _ number: Int, _ title: String, _ author: AuthorView, _ team: String?, _ stage: Stage, dots: Int, comments: Int,
    minutes: Int
  ) -> IdeaRow {
    IdeaRow(
      id: id(number), number: number, title: title, stage: stage, challenge: 1 + number % 4, author: author,
      team: team, tally: .dots(dots, own: 0), comments: comments, gateMet: 1, gateTotal: stage < .prototype ? 3 : 0,
      createdAt: before(minutes: minutes), updatedAt: before(minutes: minutes), postedSeq: 20 + number,
      activity: 20 + number)
  }

  private static func comment(
    _ number: Int, _ author: AuthorView, _ text: String?, minutes: Int, on idea: IdeaID, replyTo: Int? = nil,
    kind: Comment.Kind = .comment
  ) -> CommentView {
    CommentView(
      id: CommentID(rawValue: Int64(9_000 + number)), number: number, idea: idea, kind: kind, text: text,
      author: author, replyTo: replyTo, isOwn: author == ann, mentionsViewer: text?.contains("@ann") ?? false,
      createdAt: before(minutes: minutes), revision: 1, seq: 50 + number * 5)
  }

  private static var conversation: [CommentView] {
    [
      comment(1, jo, "Could the desk sit with the ambulance service, where the calls arrive?", minutes: 60, on: id(14)),
      comment(2, ann, "It could. They have the room and the screens.", minutes: 55, on: id(14), replyTo: 1),
      comment(
        3, lee, "In the winter of 2024 a third of our calls were passed on twice.", minutes: 40, on: id(14),
        kind: .evidence),
      comment(4, sam, nil, minutes: 30, on: id(14)),
      comment(5, priya, "Who pays at weekends? @ann", minutes: 6, on: id(14), kind: .question),
      comment(6, jo, "The two services, half each, for the first hundred days.", minutes: 2, on: id(14), replyTo: 5),
    ]
  }

  private static var journey: [MoveView] {
    [
      MoveView(from: .empathise, to: .define, reason: nil, overrode: false, by: ann, at: before(minutes: 50)),
      MoveView(from: .define, to: .ideate, reason: nil, overrode: false, by: ann, at: before(minutes: 45)),
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

  private static func overfullRow(_ number: Int, _ generator: inout SplitMix) -> IdeaRow {
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
