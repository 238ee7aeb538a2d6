import IdeaPipeline
import TestSupport
import Testing

/// The table "who may do what", row by row, by doing it.
@Suite struct PermissionTests {
  /// Whose idea or comment it is.
  enum Whose: String, CaseIterable { case own, coAuthored, team, other }

  struct Row: CustomTestStringConvertible, Sendable {
    let deed: String
    /// The roles that may, for each case of whose it is.
    let may: @Sendable (Role, Whose) -> Bool
    let attempt: @Sendable (Attempt) throws -> any Operation
    var testDescription: String { deed }
  }

  /// A fresh room with somebody of a role and an idea of somebody's, at a stage with an open gate.
  struct Attempt {
    let room: Fixture
    let asker: PersonID
    let idea: IdeaID
    let comment: CommentID
    let other: IdeaID

    init(_ role: Role, _ whose: Whose) throws {
      room = try Fixture()
      let builder = room.builder
      asker = try builder.person("asker", .participant, team: room.oldham)
      let author: PersonID
      switch whose {
      case .own: author = asker
      case .coAuthored, .other: author = room.sam
      case .team: author = room.jo
      }
      idea = try builder.idea("The idea", by: author)
      comment = try builder.comment("The comment", on: idea, by: author)
      if whose == .coAuthored {
        try builder.run(SetCoAuthors(idea: idea, old: [], new: [asker]), by: author)
      }
      try builder.advance(idea, to: .prototype)
      other = room.rota
      if role != .participant { try builder.run(SetRole(person: asker, old: .participant, new: role)) }
    }
  }

  static let atLeastParticipant: @Sendable (Role, Whose) -> Bool = { role, _ in role >= .participant }
  static let atLeastCoach: @Sendable (Role, Whose) -> Bool = { role, _ in role >= .coach }
  static let facilitator: @Sendable (Role, Whose) -> Bool = { role, _ in role == .facilitator }
  static let owner: @Sendable (Role, Whose) -> Bool = { _, _ in false }
  static let author: @Sendable (Role, Whose) -> Bool = { role, whose in
    role == .facilitator || (role >= .participant && (whose == .own || whose == .coAuthored))
  }
  static let soleAuthor: @Sendable (Role, Whose) -> Bool = { role, whose in
    role == .facilitator || (role >= .participant && whose == .own)
  }
  static let team: @Sendable (Role, Whose) -> Bool = { role, whose in
    role >= .coach || (role == .participant && whose != .other)
  }

  static let table: [Row] = contributing + writing + moving + curating + facilitating

  private static let contributing = [
    Row(deed: "post", may: atLeastParticipant) { _ in PostIdea(title: "x") },
    Row(deed: "build on", may: atLeastParticipant) { PostIdea(title: "x", buildsOn: $0.idea) },
    Row(deed: "comment", may: atLeastParticipant) { PostComment(idea: $0.idea, text: "x") },
    Row(deed: "give a dot", may: atLeastParticipant) {
      GiveDot(round: try #require($0.room.builder.openRound), idea: $0.idea)
    },
    Row(deed: "leave a coach’s note", may: atLeastCoach) {
      PostComment(idea: $0.idea, comment: .coachNote, text: "x")
    },
  ]

  private static let writing = [
    Row(deed: "edit", may: author) { EditIdea(idea: $0.idea, revision: 1, title: "x", body: "") },
    Row(deed: "tag", may: author) { TagIdea(idea: $0.idea, old: [], new: ["x"]) },
    Row(deed: "link", may: author) {
      LinkEvidence(idea: $0.idea, old: [], new: [EvidenceLink(url: "https://example.org")])
    },
    Row(deed: "withdraw", may: author) { WithdrawIdea(idea: $0.idea) },
    Row(deed: "restore", may: author) {
      try $0.room.run(WithdrawIdea(idea: $0.idea))
      return RestoreIdea(idea: $0.idea)
    },
    Row(deed: "edit a comment", may: soleAuthor) { EditComment(comment: $0.comment, revision: 1, text: "x") },
    Row(deed: "withdraw a comment", may: soleAuthor) { WithdrawComment(comment: $0.comment) },
  ]

  private static let moving = [
    Row(deed: "answer the worksheet", may: team) {
      AnswerField(idea: $0.idea, worksheet: "need", field: "who", old: nil, answer: .text("x"))
    },
    Row(deed: "advance", may: team) { AdvanceIdea(idea: $0.idea, from: .prototype, to: .test) },
    Row(deed: "send back", may: team) {
      SendBackIdea(idea: $0.idea, from: .prototype, to: .define, reason: "x")
    },
    Row(deed: "override a gate", may: facilitator) {
      try $0.room.run(SendBackIdea(idea: $0.idea, from: .prototype, to: .empathise, reason: "x"))
      return AdvanceIdea(idea: $0.idea, from: .empathise, to: .define, reason: "x", overrides: true)
    },
  ]

  private static let curating = [
    Row(deed: "merge", may: atLeastCoach) { MergeIdea(idea: $0.idea, into: $0.other) },
    Row(deed: "unmerge", may: atLeastCoach) {
      try $0.room.run(MergeIdea(idea: $0.idea, into: $0.other))
      return UnmergeIdea(idea: $0.idea)
    },
    Row(deed: "decide an outcome", may: atLeastCoach) {
      try $0.room.builder.advance($0.idea, to: .test)
      return DecideOutcome(idea: $0.idea, outcome: .adopted, learning: "x")
    },
    Row(deed: "hide", may: atLeastCoach) { HideIdea(idea: $0.idea, reason: "x") },
    Row(deed: "show again", may: atLeastCoach) {
      try $0.room.run(HideIdea(idea: $0.idea, reason: "x"))
      return UnhideIdea(idea: $0.idea)
    },
    Row(deed: "hide a comment", may: atLeastCoach) { HideComment(comment: $0.comment, reason: "x") },
  ]

  private static let facilitating = [
    Row(deed: "open a round", may: facilitator) { _ in OpenRound(title: "x", round: .consensus) },
    Row(deed: "pose a challenge", may: facilitator) { _ in AddChallenge(text: ChallengeText(question: "x")) },
    Row(deed: "add a team", may: facilitator) { _ in AddTeam(name: "x") },
    Row(deed: "add a person", may: facilitator) { _ in AddPerson(handle: "x", profile: PersonProfile(name: "x")) },
    Row(deed: "change a role", may: facilitator) { SetRole(person: $0.room.pat, old: .participant, new: .coach) },
    Row(deed: "appoint a facilitator", may: owner) {
      SetRole(person: $0.room.pat, old: .participant, new: .facilitator)
    },
    Row(deed: "redact", may: owner) { Redact(targets: [OperationID(rawValue: $0.idea.rawValue)], reason: "x") },
  ]

  @Test(arguments: table)
  func row(_ row: Row) throws {
    for role in Role.allCases {
      for whose in Whose.allCases {
        let attempt = try Attempt(role, whose)
        let operation = try row.attempt(attempt)
        #expect(try isAllowed(operation, attempt) == row.may(role, whose), "\(role) \(row.deed), \(whose)")
      }
    }
  }

  /// Whoever may not is told so, and nothing else.
  private func isAllowed(_ operation: any Operation, _ attempt: Attempt) throws -> Bool {
    do {
      try attempt.room.run(operation, by: attempt.asker)
      return true
    } catch let refusal {
      #expect(refusal.reason == .notPermitted, "\(refusal.sentence)")
      return false
    }
  }

  @Test func theOwnerMayEverything() throws {
    for row in Self.table {
      let attempt = try Attempt(.participant, .other)
      try attempt.room.run(try row.attempt(attempt))
    }
  }

  @Test func whoIsToldToAskAFacilitatorIsNone() throws {
    let room = try Fixture()
    expectRefusal(.notPermitted, "only the owner of the board can") {
      try room.run(Redact(targets: [OperationID(rawValue: 1)], reason: "x"), by: room.fay)
    }
    // Somebody who was made an observer is not told that somebody else wrote their own idea.
    try room.run(SetRole(person: room.jo, old: .participant, new: .observer))
    expectRefusal(.notPermitted, "observers only read", remedy: .askFacilitator) {
      try room.run(WithdrawIdea(idea: room.desk), by: room.jo)
    }
  }

  @Test func anIdeaIsTheTeamsByItsAuthorsOrItsChallenge() throws {
    let room = try Fixture()
    #expect(room.board.isOwnOrTeams(try room.idea(room.desk), room.pat))
    #expect(!room.board.isOwnOrTeams(try room.idea(room.rota), room.pat))
    let challenge = try room.builder.challenge("How might we?", team: room.oldham)
    try room.run(ReassignIdea(idea: room.rota, old: nil, new: challenge))
    #expect(room.board.isOwnOrTeams(try room.idea(room.rota), room.pat))
    #expect(!room.board.isOwnOrTeams(try room.idea(room.rota), nil))
  }
}
