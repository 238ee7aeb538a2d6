/// What somebody wants to do, as the table "who may do what" has it. One row here is one row there.
public enum Deed: Sendable, Hashable {
  /// Post, comment, build on, vote.
  case contribute
  /// Change, tag or withdraw a text; `isOwn` when the asker wrote it, alone or with others.
  case edit(isOwn: Bool)
  /// Answer the worksheet of an idea that is the asker's own, of the asker's team, or neither.
  case answer(isOwnOrTeams: Bool)
  /// Advance an idea or send it back.
  case move(isOwnOrTeams: Bool)
  /// Let an idea pass an unmet gate.
  case overrideGate
  /// Merge, unmerge, decide an outcome.
  case curate
  /// Hide from everyone, restore.
  case moderate
  /// Challenges, teams, rounds, people.
  case facilitate
  /// Appoint facilitators, redact.
  case own
}

extension CheckContext {
  /// Refuses unless the asker's role allows the deed; `what` completes "You cannot …".
  public func require(_ deed: Deed, _ what: String) throws(Refusal) {
    guard !allows(deed) else { return }
    let remedy: Remedy? = deed == .own || role == .facilitator ? nil : .askFacilitator
    let (why, instead) = needed(for: deed)
    throw Refusal(.notPermitted, "You cannot \(what):\(why.map { " \($0)" } ?? "")", instead: instead, remedy: remedy)
  }

  /// Whether the asker's role allows the deed.
  public func allows(_ deed: Deed) -> Bool {
    switch deed {
    case .contribute: role >= .participant
    case .edit(let isOwn): role == .facilitator || (isOwn && role >= .participant)
    case .answer(let isOwn), .move(let isOwn): role >= .coach || (isOwn && role == .participant)
    case .overrideGate, .facilitate: role == .facilitator
    case .curate, .moderate: role >= .coach
    case .own: isOwner
    }
  }

  /// Why not, and who can.
  private func needed(for deed: Deed) -> (why: String?, instead: String) {
    switch deed {
    case .contribute: Self.observersRead
    case .edit(let isOwn):
      isOwn ? Self.observersRead : ("somebody else wrote it.", "A facilitator can change it.")
    case .answer(let isOwn), .move(let isOwn):
      isOwn ? Self.observersRead : ("it is not yours or your team’s.", "A coach or a facilitator can do it.")
    case .overrideGate, .facilitate: (nil, "only a facilitator can.")
    case .curate, .moderate: (nil, "only a coach or a facilitator can.")
    case .own: (nil, "only the owner of the board can.")
    }
  }

  private static let observersRead: (why: String?, instead: String) = (
    "observers only read.", "A facilitator can make you a participant."
  )

  /// Whether the person wrote the idea, alone or with others.
  func wrote(_ idea: Idea) -> Bool {
    person.map(idea.isWritten) ?? (idea.author == nil && holds.contains(OperationID(rawValue: idea.id.rawValue)))
  }

  /// Whether the person wrote the comment.
  func wrote(_ comment: Comment) -> Bool {
    guard let person else { return comment.author == nil && holds.contains(OperationID(rawValue: comment.id.rawValue)) }
    return comment.author == person
  }
}

extension BoardAccess {
  /// Whether an idea belongs to the person or to somebody of the person's team.
  public func isOwnOrTeams(_ idea: Idea, _ person: PersonID?) -> Bool {
    guard let person else { return false }
    if idea.isWritten(by: person) { return true }
    guard let team = get(person)?.team else { return false }
    if let challenge = idea.challenge.flatMap({ get($0) }), challenge.team == team { return true }
    // Where the name is hidden, what a team may do would tell whose it is.
    guard idea.naming == .named else { return false }
    return ([idea.author].compactMap(\.self) + idea.coAuthors).contains { get($0)?.team == team }
  }
}
