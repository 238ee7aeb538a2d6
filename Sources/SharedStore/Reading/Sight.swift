import IdeaPipeline

/// What one viewer may see and do. Everything that is read passes through here, so no list, search, sort order or export
/// can show more.
struct Sight {
  /// The viewer; nil for everyone, and for somebody who is not on the board.
  let person: Person?
  let isOwner: Bool
  /// Whether something of the viewer's waits for its reveal.
  let hasUnrevealed: Bool
  /// What the viewer's connection posted without a name.
  private let held: Set<OperationID>
  private let board: SQLiteBoard

  init(_ viewer: Viewer, _ board: SQLiteBoard) {
    person = viewer.person.flatMap { board.get($0) }
    isOwner = person != nil && board.board?.owner == person?.id
    held = viewer.holds
    hasUnrevealed = person.map { Self.hasUnrevealed($0, viewer.holds, board) } ?? false
    self.board = board
  }

  private static func hasUnrevealed(_ person: Person, _ holds: Set<OperationID>, _ board: SQLiteBoard) -> Bool {
    board.all(Session.self).contains { session in
      board.fetch(.of(session.id)).contains { (step: AgendaStep) in
        !step.runs.isEmpty
          && board.fetch(.unrevealed(in: step.id)).contains {
            $0.isWritten(by: person.id) || holds.contains(OperationID(rawValue: $0.id.rawValue))
          }
      }
    }
  }

  /// Whether the viewer may see what was hidden from everyone: those who may show it again.
  var seesHidden: Bool { person.map { $0.role >= .coach } ?? false }

  /// Whether the viewer may see what others withdrew: those who may bring it back.
  var seesWithdrawn: Bool { person?.role == .facilitator }

  func sees(_ idea: Idea) -> Bool {
    switch idea.state {
    case .active, .merged: true
    case .withdrawn: seesWithdrawn || wrote(idea)
    case .hidden: seesHidden
    case .unrevealed: wrote(idea) && !idea.isWithdrawn
    }
  }

  func wrote(_ idea: Idea) -> Bool {
    isOwn(idea.author, idea.coAuthors) || holds(idea.id)
  }

  /// Whether it was posted without a name from where the viewer looks.
  func holds<E: Entity>(_ id: Identifier<E>) -> Bool { held.contains(OperationID(rawValue: id.rawValue)) }

  /// What the connection holds, as SQLite reads a list.
  var heldList: String { "[\(held.map { "\($0.rawValue)" }.joined(separator: ","))]" }

  func wrote(_ comment: Comment) -> Bool {
    isOwn(comment.author) || holds(comment.id)
  }

  /// Whether what these people wrote is the viewer's.
  func isOwn(_ author: PersonID?, _ coAuthors: [PersonID] = []) -> Bool {
    guard let person else { return false }
    return author == person.id || coAuthors.contains(person.id)
  }

  /// Whether the viewer may know whose something is that is hidden from participants.
  var knowsHidden: Bool { person.map { $0.role >= .coach } ?? false }

  /// Whether a name under something has to stay out of the viewer's sight.
  func mayNotKnow(_ id: PersonID?, _ naming: Naming) -> Bool {
    naming == .hidden && !knowsHidden && id != nil && id != person?.id
  }

  /// The name under something that was posted under a naming.
  func author(_ id: PersonID?, _ naming: Naming) -> AuthorView {
    mayNotKnow(id, naming) ? .hidden : author(id)
  }

  /// When something was done about an idea, as far as the viewer may know: of what was done before the reveal only that.
  func moment(_ moment: Timestamp, in idea: Idea) -> Timestamp {
    wrote(idea) ? moment : max(moment, idea.createdAt)
  }

  /// Who did something about an idea that those who wrote it may do: hidden where it is an author whose name is.
  func author(_ id: PersonID?, about idea: Idea) -> AuthorView {
    guard let id, idea.isWritten(by: id) else { return author(id) }
    return author(id, idea.naming)
  }

  /// The name under something, as far as the viewer may know it.
  func author(_ id: PersonID?) -> AuthorView {
    let person = id.flatMap { board.get($0) }
    return author(id, handle: person?.handle, name: person?.name)
  }

  /// The same, where handle and name have been read already.
  func author(_ id: PersonID?, handle: String?, name: String?) -> AuthorView {
    guard let id, let handle, let name else { return .sealed }
    return .named(id: id, handle: handle, name: name)
  }

  func author(_ actor: Actor) -> AuthorView { author(actor.person) }

  func mayEdit(_ idea: Idea) -> Bool {
    idea.state == .active && allows(.edit(isOwn: wrote(idea)))
  }

  /// Whether the viewer may change the comment's text, or withdraw it and bring it back.
  func mayEdit(_ comment: Comment) -> Bool { allows(.edit(isOwn: wrote(comment))) }

  func mayMove(_ idea: Idea) -> Bool {
    idea.state == .active && allows(.move(isOwnOrTeams: board.isOwnOrTeams(idea, person?.id)))
  }

  private func allows(_ deed: Deed) -> Bool {
    guard let person else { return false }
    let stamp = Stamp(
      seq: 0, id: OperationID(rawValue: 0), at: Timestamp(milliseconds: 0), actor: .person(person.id))
    return CheckContext(stamp: stamp, role: person.role, isOwner: isOwner).allows(deed)
  }
}
