import IdeaPipeline

/// One of each kind of row, every property filled, each pointing at the others.
enum Samples {
  static let at = Timestamp(milliseconds: 1_700_000_000_123)
  static let operation = OperationID(rawValue: 1)
  static let person = PersonID(rawValue: 2)
  static let idea = IdeaID(rawValue: 3)

  static var all: [any Entity] {
    [
      board, NumberSeries(id: NumberSeries.ideas, seq: 1, last: 3), whole, team, challenge, wholeIdea, revision, move,
      entry,
    ]
      + [comment, commentRevision, round, ballot, tally, session, step, ready, hand, help, action]
  }

  static var board: Board {
    Board(
      id: Identifier(rawValue: 1), seq: 1, title: "Day", purpose: "Why", owner: person, seed: "blank",
      entryStage: .define,
      guides: [StageGuide(stage: .define, guide: "Do", worksheet: "define", gate: ["need"])],
      worksheets: [
        Worksheet(
          key: "define", title: "Define",
          fields: [Field(key: "need", question: "Need?", label: "a need", kind: .choice(options: ["a", "b"]))])
      ],
      perspectives: ["residents"], createdAt: at)
  }

  static var whole: Person {
    var person = named
    person.waitsFor = team.id
    person.waitsSince = 7
    return person
  }

  private static var named: Person {
    Person(
      id: person, seq: 1, handle: "ann", name: "Ann", role: .coach, team: team.id, organisation: "Trust",
      perspective: "residents", account: "ann", joinedAt: at)
  }

  static var team: Team {
    var team = Team(id: TeamID(rawValue: 4), seq: 2, name: "Oldham", place: "Hall")
    team.seats = 8
    return team
  }

  static var challenge: Challenge {
    Challenge(
      id: ChallengeID(rawValue: 5), seq: 3, number: 1, question: "How?", detail: "More", owner: person,
      sponsor: "Lee", team: team.id, place: "Hall", isOpen: false, stage: .test)
  }

  static var hiding: Hiding { Hiding(reason: "why", by: person, at: at, hiddenIn: operation) }
  static var outcome: Outcome {
    Outcome(kind: .adapted, learning: "that", by: person, at: at, decidedIn: operation)
  }

  static var wholeIdea: Idea {
    var idea = Idea(
      id: idea, seq: 4, number: 1, title: "One “desk”", body: "Füll\ntext", tags: ["a", "b-c"],
      links: [EvidenceLink(url: "https://x.example/y", title: "y")], challenge: challenge.id, stage: .prototype,
      author: person, coAuthors: [person], buildsOn: idea, createdAt: at)
    idea.mergedInto = Samples.idea
    idea.mergeAtClose = Samples.idea
    idea.formerParent = Samples.idea
    idea.hidden = hiding
    idea.formerHiding = hiding
    idea.outcome = outcome
    idea.step = step.id
    idea.naming = .hidden
    idea.isUnrevealed = true
    idea.shownFrom = 9
    idea.formerOutcome = outcome
    idea.refreshState()
    return idea
  }

  static var revision: IdeaRevision {
    IdeaRevision(
      id: Identifier(rawValue: 6), seq: 5, idea: idea, number: 1, title: "t", body: "b", textFrom: operation,
      replacedAt: at)
  }

  static var move: Move {
    Move(
      id: Identifier(rawValue: 7), seq: 6, idea: idea, from: .define, to: .ideate, reason: "so", overrode: true,
      by: person, at: at)
  }

  static var entry: Entry {
    Entry(
      id: Identifier(rawValue: 8), seq: 7, idea: idea, worksheet: "define", field: "need", answer: .yesNo(true),
      answeredBy: person, answeredAt: at, answeredIn: operation)
  }

  static var comment: Comment {
    var comment = Comment(
      id: CommentID(rawValue: 9), seq: 8, idea: idea, number: 1, kind: .coachNote, text: "Well", author: person,
      replyTo: CommentID(rawValue: 9), mentions: [person], createdAt: at)
    comment.hidden = hiding
    comment.formerHiding = hiding
    return comment
  }

  static var commentRevision: CommentRevision {
    CommentRevision(
      id: Identifier(rawValue: 10), seq: 9, comment: comment.id, number: 1, text: "x", textFrom: operation,
      replacedAt: at)
  }

  static var round: Round {
    var round = Round(
      id: RoundID(rawValue: 11), seq: 10, number: 1, title: "Dots", kind: .dots(budget: 5, cap: 3), isStanding: false,
      ballotList: [idea], openedAt: at)
    round.closedAt = at
    return round
  }

  static var ballot: Ballot {
    Ballot(
      id: Identifier(rawValue: 12), seq: 11, round: round.id, person: person, idea: idea, position: .disagree,
      previous: .agree, counts: false)
  }

  static var tally: Tally {
    var tally = Tally(round: round, idea: idea)
    tally.dots = 1
    tally.agree = 2
    tally.people = 3
    return tally
  }
}
