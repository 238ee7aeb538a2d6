import CellGrid
import IdeaPipeline

/// Everything that can happen to the screens. `update` takes one after the other; nothing else changes the state.
public enum Message: Sendable {
  /// A key, the mouse, a paste, a resize or the end of the terminal.
  case key(Key)
  /// The present moment. Sent before the first draw and once a second: ages, marks that fade and the words for a slow
  /// save follow from it. The screens have no other clock.
  case tick(HostMoment)

  /// The answer to `loadBoards`, in the order in which they are to be shown.
  case boards([BoardListing])
  /// The answer to `openBoard`: the board is open, and `changes` will follow from `opening.summary.seq` on.
  case opened(BoardOpening)
  /// The answer to `openBoard` when the board cannot be opened, as a sentence.
  case notOpened(name: String, String)

  /// The answers to `load`: each names what was asked for, so that an answer that came too late is dropped.
  case summary(BoardSummary)
  case page(IdeaQuery, IdeaPage)
  /// Nil when there is no such idea or the viewer may not see it.
  case idea(IdeaReference, IdeaDetail?)
  case people([PersonRow])
  case rounds([RoundRow])
  case sessions([SessionRow])
  case teams([TeamRow])
  case actions([ActionRow])
  case present([PresentPerson])
  case mergePreview(MergePreview, of: [IdeaID], into: IdeaID)
  case undoOffer(UndoOffer)
  case recent([Change], before: Int?)
  case found([SearchHit], words: String)
  case similar([IdeaRow], forTitle: String)
  /// A read that failed, as a sentence. It is asked for again after the next tick, as long as it is still wanted.
  case loadFailed(Load, String)

  /// What was written to the board, by anyone: oldest first, each change once, own ones too.
  case changes([Change])
  /// Something was written that the viewer is not told: counts may have changed.
  case stirred
  /// How many people are connected to the board now.
  case here(Int)

  /// The store has acknowledged the operations: they are on the disk.
  case submitted(SubmissionToken, Receipt)
  /// A rule of the board stood in the way; nothing was saved.
  case refused(SubmissionToken, Refusal)
  /// The store could not save (busy beyond its deadline, disk full …), as a sentence; nothing was saved.
  case notSaved(SubmissionToken, String)
  /// The writers' queue is not free yet; who holds it, where that is known. Sent while something waits, at most once a
  /// second; forgotten at the next `submitted`, `refused` or `notSaved`.
  case waiting(holder: String?)
  /// Anything else that went wrong below, as a sentence.
  case storeTrouble(String)

  /// The answer to `edit`: the text as the editor left it.
  case edited(String)
  /// The answer to `loadDrafts`.
  case draftsFound([DraftPlace: Draft])
}

/// A board as the lobby shows it.
public struct BoardListing: Hashable, Sendable {
  /// What `openBoard` takes.
  public var name: String
  public var title: String
  public var people: Int
  public var ideas: Int
  public var lastActivity: Timestamp?
  /// Why it cannot be opened, as a sentence; nil when it can.
  public var trouble: String?

  /// A listing as given.
  public init(
    name: String, title: String, people: Int, ideas: Int, lastActivity: Timestamp?, trouble: String? = nil
  ) {
    self.name = name
    self.title = title
    self.people = people
    self.ideas = ideas
    self.lastActivity = lastActivity
    self.trouble = trouble
  }
}

/// What one knows of a board the moment it is open.
public struct BoardOpening: Hashable, Sendable {
  public var name: String
  public var summary: BoardSummary
  /// The last sequence number this person saw at the end of the visit before; nil when this is the first.
  public var lastVisit: Int?
  /// Whether they have been here since the step the room is in began; true where no step is running.
  public var hasSeenStep: Bool

  /// An opening as given.
  public init(name: String, summary: BoardSummary, lastVisit: Int?, hasSeenStep: Bool = true) {
    self.name = name
    self.summary = summary
    self.lastVisit = lastVisit
    self.hasSeenStep = hasSeenStep
  }
}

/// Names one submission between `submit` or `undo` and its answer.
public struct SubmissionToken: Hashable, Sendable {
  public let number: Int

  /// The token with this number.
  public init(number: Int) { self.number = number }
}

/// The store's word that something is saved.
public struct Receipt: Hashable, Sendable {
  /// The identities the operations have in the log, in the order submitted.
  public var operations: [OperationID]
  /// The sequence number of the last of them.
  public var seq: Int

  /// A receipt as given.
  public init(operations: [OperationID], seq: Int) {
    self.operations = operations
    self.seq = seq
  }
}
