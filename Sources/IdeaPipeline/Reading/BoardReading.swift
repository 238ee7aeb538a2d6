/// What screens, commands and exports may read. Every call takes the viewer, and every answer holds only what that viewer
/// may see: authors are named, hidden or sealed, tallies open or closed. Nothing reads the board in another way.
///
/// Each answer is a snapshot. Its cost follows what it returns, not how much has happened.
public protocol BoardReading: Sendable {
  /// Where the board stands: what header, tabs and lobby show.
  func summary(for viewer: Viewer) throws -> BoardSummary
  /// A page of ideas.
  func ideas(_ query: IdeaQuery, for viewer: Viewer) throws -> IdeaPage
  /// One idea with its conversation and journey; nil when there is none or the viewer may not see it.
  func idea(_ reference: IdeaReference, for viewer: Viewer) throws -> IdeaDetail?
  /// Up to `limit` ideas whose words are near those of a title being typed, nearest first.
  func similar(to title: String, limit: Int, for viewer: Viewer) throws -> [IdeaRow]
  /// Ideas and comments that hold the words, best first.
  func search(_ words: String, limit: Int, for viewer: Viewer) throws -> [SearchHit]
  /// What happened after `seq`, oldest first.
  func changes(since seq: Int, limit: Int, for viewer: Viewer) throws -> [Change]
  /// The same, and how far that goes: what the viewer may not see is passed over, so whoever follows goes on from there.
  func news(since seq: Int, limit: Int, for viewer: Viewer) throws -> News
  /// The last things that happened before `seq` (nil: up to now), newest first.
  func recentChanges(before seq: Int?, limit: Int, for viewer: Viewer) throws -> [Change]
  /// What merging these ideas into another would do to the votes that lists show.
  func mergePreview(of ideas: [IdeaID], into parent: IdeaID, for viewer: Viewer) throws -> MergePreview
  /// What "undo" would take back for the viewer now, whenever it was done.
  func undoOffer(for viewer: Viewer) throws -> UndoOffer
  /// Everyone on the board, by name.
  func people(for viewer: Viewer) throws -> [PersonRow]
  /// All rounds, newest first, with the tallies the viewer may see.
  func rounds(for viewer: Viewer) throws -> [RoundRow]
  /// All sessions with their agendas, by number.
  func sessions(for viewer: Viewer) throws -> [SessionRow]
  /// All actions, oldest first, but for those about ideas the viewer may not see.
  func actions(for viewer: Viewer) throws -> [ActionRow]
  /// All teams with who is in them and who waits.
  func teams(for viewer: Viewer) throws -> [TeamRow]
  /// The person with this handle.
  func person(handle: String) throws -> Person?
  /// The person bound to this account of the host.
  func person(account: String) throws -> Person?
}

extension BoardReading {
  /// The last things that happened, newest first.
  public func recentChanges(limit: Int, for viewer: Viewer) throws -> [Change] {
    try recentChanges(before: nil, limit: limit, for: viewer)
  }
}

/// Who is looking.
public enum Viewer: Hashable, Sendable {
  case person(PersonID)
  /// The same at a connection that posted these without a name: it alone may go on seeing and editing them.
  case holder(PersonID, of: Set<OperationID>)
  /// Somebody who is not on the board, or a screen for all: sees what everyone may see.
  case everyone

  /// The person; nil for everyone.
  public var person: PersonID? {
    switch self {
    case .person(let id), .holder(let id, _): id
    case .everyone: nil
    }
  }

  /// What was posted without a name from where they look.
  public var holds: Set<OperationID> { if case .holder(_, let holds) = self { holds } else { [] } }
}

/// How an idea is named by whoever asks for it.
public enum IdeaReference: Hashable, Sendable {
  case number(Int)
  case id(IdeaID)
}

/// Who wrote something, as far as the viewer may know.
public enum AuthorView: Hashable, Sendable {
  case named(id: PersonID, handle: String, name: String)
  /// The board knows; this viewer may not.
  case hidden
  /// No name was stored.
  case sealed

  /// What a screen shows.
  public var words: String {
    switch self {
    case .named(_, _, let name): name
    case .hidden: "name hidden"
    case .sealed: "no name"
    }
  }
}

/// The votes on an idea, as far as the viewer may know.
public enum TallyView: Hashable, Sendable {
  /// No round concerns this idea.
  case none
  /// Closed to the viewer while the round is open: only their own ballots.
  case own(dots: Int, position: Ballot.Position?)
  /// Dots of all, and how many of them are the viewer's.
  case dots(Int, own: Int)
  /// Positions of all, and the viewer's.
  case consensus(agree: Int, disagree: Int, pass: Int, own: Ballot.Position?)

  /// The number a list shows and sorts by; own dots only while the round is closed to the viewer.
  public var count: Int {
    switch self {
    case .none: 0
    case .own(let dots, _): dots
    case .dots(let dots, _): dots
    case .consensus(let agree, _, _, _): agree
    }
  }
}
